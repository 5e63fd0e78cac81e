"""What each legacy variable does to a config, in one sentence, and what to do about it.

A function here answers for one variable that is set; None: it does not concern this config.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from editor.core.legacy.scene import PROVIDED_BY_USERS, deployment_named_after
from editor.core.schema.field import Target
from editor.core.wording import all_of, counted, marked, worded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.core.legacy.scene import GroupFacts, Scene

_MOST_NAMED = 2
COMMENT_OUT = "Comment it out."
COMMENT_OUT_OR_ADDRESS = "Comment it out, or give the groups a `baseURL`."
REMOVE = "Remove it."
_MIGRATE = "Migrating turns it into a group."
_SWITCHED_OFF = "LibreChat does not offer Azure, since there are neither groups nor AZURE_API_KEY"


class Effect(NamedTuple):
    """What a variable does, and what to do; `is_harmful` where requests go another way for it."""

    sentence: str
    remedy: str = COMMENT_OUT
    is_harmful: bool = False


def of_api_key(scene: Scene) -> Effect:
    """Answer for the key."""
    if scene.has_groups:
        why = "the groups have keys of their own"
        return _beside_groups(scene, "AZURE_API_KEY", why, REMOVE)
    if scene.value("AZURE_API_KEY") == PROVIDED_BY_USERS:
        return Effect("LibreChat asks each person for an Azure key of their own.", _MIGRATE)
    return Effect("LibreChat calls Azure with this key, since there are no groups.", _MIGRATE)


def of_misspelt_key(scene: Scene) -> Effect | None:
    """Answer for AZURE_OPENAI_API_KEY, which only stands in for an undefined AZURE_API_KEY."""
    if scene.is_mentioned("AZURE_OPENAI_API_KEY"):
        return None
    if scene.has_groups:
        sentence = "LibreChat reads no key from here: no group refers to it."
        return Effect(sentence, "Keep it only if another program needs it, such as the RAG API.")
    if scene.is_offered:
        sentence = "LibreChat takes the key from AZURE_API_KEY instead of this variable."
        return Effect(sentence, "Remove it unless another program needs it.")
    sentence = "LibreChat does not offer Azure, since the name that it looks for is AZURE_API_KEY."
    return Effect(sentence, "Let a group refer to it, or rename it.", is_harmful=True)


def of_instance(scene: Scene) -> Effect:
    """Answer for the resource."""
    name = "AZURE_OPENAI_API_INSTANCE_NAME"
    if scene.has_groups:
        return _beside_groups(scene, name, "each group names its own instance")
    if not scene.is_offered:
        return _switched_off()
    return Effect(worded("LibreChat calls the resource “{0}”.", scene.value(name)), _MIGRATE)


def of_deployment(scene: Scene) -> Effect:
    """Answer for the deployment."""
    name = "AZURE_OPENAI_API_DEPLOYMENT_NAME"
    if scene.has_groups:
        return _beside_groups(scene, name, "the groups name their deployments")
    if not scene.is_offered:
        return _switched_off()
    if scene.uses_model_names:
        sentence = "It does nothing: AZURE_USE_MODEL_AS_DEPLOYMENT_NAME replaces it."
        return Effect(sentence)
    return Effect(
        worded("Every model is sent to the deployment “{0}”.", scene.value(name)), _MIGRATE
    )


def of_version(scene: Scene) -> Effect:
    """Answer for the API version."""
    name = "AZURE_OPENAI_API_VERSION"
    if scene.has_groups:
        return _beside_groups(scene, name, "the groups name their API versions")
    if not scene.is_offered:
        return _switched_off()
    return Effect(worded("LibreChat calls API version {0}.", scene.value(name)), _MIGRATE)


def of_models(scene: Scene) -> Effect:
    """Answer for the list of models."""
    if scene.has_groups:
        return _beside_groups(scene, "AZURE_OPENAI_MODELS", "the models of the groups are offered")
    if not scene.is_offered:
        return _switched_off()
    return Effect("LibreChat offers the models that are listed here.", _MIGRATE)


def of_default_model(scene: Scene) -> Effect:
    """Answer for the model that all others were taken for; only the client of 0.7 looks at it."""
    name = "AZURE_OPENAI_DEFAULT_MODEL"
    if scene.target is Target.V0_7 and (scene.has_groups or scene.is_offered):
        sentence = worded(
            "LibreChat counts the tokens of every Azure model as for “{0}”.", scene.value(name)
        )
        remedy = COMMENT_OUT if scene.has_groups else _MIGRATE
        return Effect(sentence, remedy, is_harmful=scene.has_groups)
    if scene.has_groups:
        return _beside_groups(scene, name, "the model of the conversation counts")
    if not scene.is_offered:
        return _switched_off()
    sentence = worded("It does nothing in LibreChat {0}: the chosen model counts.", scene.target)
    return Effect(sentence, _MIGRATE)


def of_use_model(scene: Scene) -> Effect:
    """Answer for the switch that overrides deployments, those of groups included."""
    if not scene.uses_model_names:
        return Effect("It does nothing: LibreChat looks for the value true.")
    if not scene.has_groups:
        if not scene.is_offered:
            return _switched_off()
        sentence = "Each model is sent to the deployment that has its name, without dots."
        return Effect(sentence, _MIGRATE)
    renamed = [group for group in scene.groups if group.renamed is not None]
    if not renamed or renamed[0].renamed is None:
        return Effect(
            "It overrides every `deploymentName` by the model's name without dots, which changes "
            "nothing in these groups."
        )
    model, deployment = renamed[0].renamed
    sentence = worded(
        "It overrides the deployments of {0}: “{1}” is sent to “{2}” instead of “{3}”.",
        _named(renamed),
        model,
        deployment_named_after(model),
        deployment,
    )
    return Effect(sentence, is_harmful=True)


def of_unread(scene: Scene) -> Effect:
    """Answer for the two variables that LibreChat warns of and has never used."""
    return Effect(worded("It does nothing: LibreChat {0} does not read it.", scene.target))


def of_plugins(scene: Scene) -> Effect:
    """Answer for the switch of plugins, which LibreChat 0.7.9 removed."""
    if scene.target is not Target.V0_7:
        return Effect("It does nothing: LibreChat has no plugins since release 0.7.9.")
    if scene.value("PLUGINS_USE_AZURE") != "true":
        return Effect("It does nothing for requests: LibreChat looks for the value true.")
    if not scene.has_groups:
        return Effect("Plugins use Azure.", _MIGRATE)
    if scene.endpoint.get("plugins") is True:
        return Effect("It does nothing: `plugins: true` in the config lets plugins use Azure.")
    sentence = "It lets plugins use Azure past the groups, with the other legacy variables."
    return Effect(sentence, "Set `plugins: true` in the config instead.", is_harmful=True)


def of_base_url(scene: Scene) -> Effect:
    """Answer for the address that LibreChat takes for every group without one."""
    written = scene.value("AZURE_OPENAI_BASEURL")
    address: str = worded("an address that each person enters")
    if written != PROVIDED_BY_USERS:
        address = address_without_secrets(written)
    if not scene.has_groups:
        if not scene.is_offered:
            return _switched_off()
        return Effect(
            worded("LibreChat calls {0} instead of the resource's own.", address), _MIGRATE
        )
    return _hijacking(scene, address) or Effect(
        "It does nothing here: no group takes its address from the instance name alone."
    )


def of_base_path(scene: Scene) -> Effect | None:
    """Answer for AZURE_OPENAI_BASE_PATH, which the client library of 0.8 reads."""
    if not (scene.has_groups or scene.is_offered):
        return None
    if scene.target is Target.V0_7:
        return Effect("It does nothing for chats: the client of LibreChat 0.7 does not read it.")
    if scene.environment.is_set("AZURE_OPENAI_BASEURL"):
        return Effect("It does nothing: AZURE_OPENAI_BASEURL comes before it.")
    address = address_without_secrets(scene.value("AZURE_OPENAI_BASE_PATH"))
    address = f"{address}/<deployment>"
    if not scene.has_groups:
        return Effect(
            worded("LibreChat calls {0} instead of the resource's own.", address), is_harmful=True
        )
    return _hijacking(scene, address) or Effect(
        "It does nothing here: no group takes its address from the instance name alone."
    )


def _hijacking(scene: Scene, address: str) -> Effect | None:
    hit = [group for group in scene.groups if group.takes_default_address]
    if not hit:
        return None
    sentence = counted(
        len(hit),
        "Group {0} is sent to {1}, for want of a `baseURL`.",
        "Groups {0} are sent to {1}, for want of a `baseURL`.",
        _listed(hit),
        address,
    )
    if len(hit) == len(scene.groups):
        sentence = worded("Every group is sent to {0}, for want of a `baseURL`.", address)
    return Effect(sentence, COMMENT_OUT_OR_ADDRESS, is_harmful=True)


def of_instance_placeholder(scene: Scene) -> Effect | None:
    """Answer for a variable that has the name of the placeholder for the instance."""
    return _placeholder(scene, "INSTANCE_NAME")


def of_deployment_placeholder(scene: Scene) -> Effect | None:
    """Answer for a variable that has the name of the placeholder for the deployment."""
    return _placeholder(scene, "DEPLOYMENT_NAME")


def _placeholder(scene: Scene, name: str) -> Effect | None:
    if not scene.has_groups:
        return None
    hit = [group for group in scene.groups if f"${{{name}}}" in group.base_url]
    hit = [group for group in hit if not group.is_serverless]
    if hit:
        sentence = worded(
            "Its value takes the place of the placeholder ${{{0}}} in the `baseURL` of "
            "{1}, whatever the model, so requests can go to the wrong address.",
            name,
            _named(hit),
        )
        return Effect(sentence, "Rename the variable.", is_harmful=True)
    sentence = worded(
        "It takes the place of the placeholder ${{{0}}} in every `baseURL`; no group has it so "
        "far.",
        name,
    )
    return Effect(sentence, "Rename the variable.")


def of_title_model(scene: Scene) -> Effect | None:
    """Answer for the model of titles; the client of 0.8 looks only at `titleModel`."""
    name = "OPENAI_TITLE_MODEL"
    if not (scene.has_groups or scene.is_offered):
        return None
    if scene.target is not Target.V0_7:
        return Effect(
            "It does nothing for Azure: LibreChat takes `titleModel`, else the model of the "
            "conversation.",
            "Set `titleModel`, or comment it out.",
        )
    model = scene.value(name)
    if not scene.has_groups:
        return Effect(worded("Titles are written by “{0}”.", model), "Migrating sets `titleModel`.")
    if scene.endpoint.get("titleModel"):
        return Effect("It does nothing for Azure: `titleModel` in the config comes before it.")
    if any(model in group.models for group in scene.groups):
        return Effect(worded("Titles are written by “{0}”.", model), "Set `titleModel` instead.")
    sentence = worded(
        "Titles are asked of “{0}”, which no group has, so conversations get none.", model
    )
    return Effect(sentence, "Set `titleModel` to one of the models.", is_harmful=True)


def of_force_prompt(scene: Scene) -> Effect | None:
    """Answer for the switch to text completions, which release 0.7.9 removed."""
    if scene.target is not Target.V0_7 or scene.value("OPENAI_FORCE_PROMPT") != "true":
        return None
    if not scene.has_groups:
        return None
    hit = [group for group in scene.groups if not group.has_force_prompt]
    if not hit:
        return None
    sentence = worded(
        "The chats of {0} are sent as text completions, which chat models refuse.", _named(hit)
    )
    return Effect(sentence, "Comment it out, or set `forcePrompt: false`.", is_harmful=True)


def of_assistants_key(scene: Scene) -> Effect | None:
    """Answer for user_provided beside Azure assistants, which had no endpoint before 0.7.3."""
    if scene.value("ASSISTANTS_API_KEY") != PROVIDED_BY_USERS:
        return None
    if scene.endpoint.get("assistants") is not True:
        return None
    sentence = worded(
        "Up to release 0.7.2 it made LibreChat ask each person for a key for Azure's "
        "assistants; in {0} it concerns OpenAI's assistants only.",
        scene.target.release,
    )
    return Effect(sentence, "Comment it out unless people use OpenAI's assistants.")


def address_without_secrets(text: str) -> str:
    """Return an address without what can hold a password: user, query and fragment."""
    address = re.split(r"[?#]", text, maxsplit=1)[0]
    start, mark, rest = address.partition("://")
    host, slash, path = (rest if mark else start).partition("/")
    return f"{start if mark else ''}{mark}{host.rpartition('@')[2]}{slash}{path}"


def _beside_groups(scene: Scene, name: str, why: str, remedy: str = COMMENT_OUT) -> Effect:
    users = [group for group in scene.groups if name in group.mentioned]
    if users:
        sentence = counted(
            len(users),
            "Group {0} refers to it, which works; LibreChat warns all the same.",
            "Groups {0} refer to it, which works; LibreChat warns all the same.",
            _listed(users),
        )
        return Effect(sentence, "Rename the variable, there and here.")
    if name in scene.elsewhere:
        sentence = "The config refers to it, which works; LibreChat warns all the same."
        return Effect(sentence, "Rename the variable, there and here.")
    return Effect(worded("It does nothing: {0}.", marked(why)), remedy)


def _switched_off() -> Effect:
    return Effect(
        worded("It does nothing: {0}.", marked(_SWITCHED_OFF)),
        "Set the key, or comment this out.",
    )


def _named(groups: Sequence[GroupFacts]) -> str:
    return counted(len(groups), "group {0}", "groups {0}", _listed(groups))


def _listed(groups: Sequence[GroupFacts]) -> str:
    names = [f"“{group.name}”" for group in groups[:_MOST_NAMED]]
    more = len(groups) - len(names)
    if more:
        names.append(counted(more, "%n more", "%n more"))
    return all_of(names)
