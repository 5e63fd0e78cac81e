"""What LibreChat accepts of the endpoint's own settings, but ignores, misses or misuses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from editor.core import references
from editor.core.schema.field import Target
from editor.core.schema.spelling import closest
from editor.core.schema.table import AZURE_PATH, GROUPS_PATH
from editor.core.validation import mending
from editor.core.validation.codes import Code
from editor.core.validation.groups import group_values
from editor.core.validation.javascript import members
from editor.core.validation.keys import INTERNAL_KEYS
from editor.core.validation.problem import Finding, Fix, Spot
from editor.core.validation.remarks import note, risk, warning
from editor.core.validation.startup import assistant_groups
from editor.core.wording import sentences, worded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editor.core.environment import Environment
    from editor.core.yaml.values import Path, Value

_TITLE_KEYS = (
    "titleConvo",
    "titleModel",
    "titleMethod",
    "titlePrompt",
    "titlePromptTemplate",
    "titleTiming",
    "titleEndpoint",
)
_ALL: Path = ("endpoints", "all")
_CLASSIC_TITLE_MODEL = "gpt-3.5-turbo"
_VISION_MODELS = (
    "gpt-4o",
    "gpt-4-turbo",
    "gpt-4-vision",
    "llava",
    "gemini-pro-vision",
    "claude-3",
    "gemini-1.5",
)
"""What the names of models that see contain, as release 0.7.5 lists them."""

_TITLE_MODEL_PATHS = frozenset({(*AZURE_PATH, "titleModel"), (*_ALL, "titleModel")})


def endpoint_advice(
    config: Value,
    endpoint: dict[str, Value],
    models: Sequence[str],
    target: Target,
    environment: Environment,
) -> Iterator[Finding]:
    """Yield the advice about the endpoint beside its groups, with paths of the whole file."""
    for key in INTERNAL_KEYS:
        if key in endpoint:
            path = (*AZURE_PATH, key)
            message = worded(
                "LibreChat keeps its own results under `{0}`, and this overwrites them.", key
            )
            yield warning(Code.INTERNAL_KEY, path, message, mending.remove_key(path), Spot.KEY)
    yield from _hidden_titles(config, endpoint)
    yield from _dangling_models(config, endpoint, models, environment)
    yield from _assistants(config, endpoint)
    if target is Target.V0_7:
        yield from _of_release_0_7(config, endpoint, models, environment)


def _all_settings(config: Value) -> dict[str, Value] | None:
    return members((members((members(config) or {}).get("endpoints")) or {}).get("all"))


def _hidden_titles(config: Value, endpoint: dict[str, Value]) -> Iterator[Finding]:
    if _all_settings(config) is None:
        return
    for key in _TITLE_KEYS:
        if key in endpoint:
            path = (*AZURE_PATH, key)
            message = worded(
                "`endpoints.all` is there, so LibreChat takes every setting for titles from "
                "it and does not look at `{0}` here. Move it there.",
                key,
            )
            yield warning(Code.HIDDEN_TITLE_SETTING, path, message, spot=Spot.KEY)


def _title_settings(config: Value, endpoint: dict[str, Value]) -> dict[str, Value]:
    shared = _all_settings(config)
    return endpoint if shared is None else shared


def _has_titles(config: Value, endpoint: dict[str, Value], environment: Environment) -> bool:
    switch = environment.value("TITLE_CONVO") or "true"
    settings = _title_settings(config, endpoint)
    return switch.strip().lower() == "true" and settings.get("titleConvo") is not False


def _dangling_models(
    config: Value, endpoint: dict[str, Value], models: Sequence[str], environment: Environment
) -> Iterator[Finding]:
    known = frozenset(models)
    has_titles = _has_titles(config, endpoint, environment)
    hidden: Path | None = None
    if _all_settings(config) is not None:
        hidden = (*AZURE_PATH, "titleModel")
    for use in references.uses_in(config):
        if use.path == hidden or use.name in known:
            continue
        is_title = use.path in _TITLE_MODEL_PATHS
        if not is_title or (has_titles and use.name != references.CURRENT_MODEL):
            yield _dangling(config, use, models)


def _dangling(config: Value, use: references.Use, models: Sequence[str]) -> Finding:
    near = _deployed_as(config, use.name) or closest(use.name, models)
    fixes: tuple[Fix, ...] = ()
    hint = ""
    if near is not None:
        hint = worded("Did you mean “{0}”?", near)
        fixes = mending.replace_value(use.path, near, worded("Change to “{0}”", near))
    if use.path not in _TITLE_MODEL_PATHS:
        message = worded("No group has a model called “{0}”.", use.name)
        message = sentences(message, hint or "Choose one of the models.")
        return warning(Code.UNKNOWN_MODEL, use.path, message, fixes)
    message = worded("No group has a model called “{0}”, so conversations get no titles.", use.name)
    message = sentences(message, hint or "Choose one of the models, or current_model.")
    title = "Use the conversation's own model"
    operation = mending.setting(use.path, references.CURRENT_MODEL)
    own_model = Fix(id="current-model", title=title, operations=(operation,))
    found = risk(Code.UNKNOWN_TITLE_MODEL, use.path, message, (*fixes, own_model))
    server_message = f'Model named "{use.name}" not found in configuration.'
    return replace(found, server_message=server_message)


def _deployed_as(config: Value, deployment: str) -> str | None:
    """Return the model whose own deployment has that name."""
    for group in group_values(config):
        for name, model in (members((members(group) or {}).get("models")) or {}).items():
            if (members(model) or {}).get("deploymentName") == deployment:
                return name
    return None


def _assistants(config: Value, endpoint: dict[str, Value]) -> Iterator[Finding]:
    if endpoint.get("assistants") is not True:
        return
    path = (*AZURE_PATH, "assistants")
    message = (
        "Microsoft has switched the Assistants API of Azure off on 26 August 2026, so "
        "assistants do not answer any more. Remove the setting, or use agents."
    )
    yield warning(Code.RETIRED_ASSISTANTS, path, message, mending.remove_key(path), Spot.KEY)
    flagged = assistant_groups(group_values(config))
    for index in flagged[1:]:
        place = (*GROUPS_PATH, index, "assistants")
        message = worded(
            "Group {0} serves assistants already. An assistant and its files "
            "live in one resource, so people lose them when another one is asked.",
            flagged[0] + 1,
        )
        fixes = mending.remove_key(place)
        yield warning(Code.SEVERAL_ASSISTANT_GROUPS, place, message, fixes, Spot.KEY)
    section = (members((members(config) or {}).get("endpoints")) or {}).get("azureAssistants")
    settings = members(section)
    if settings is not None:
        yield from _retrieval(settings)


def _retrieval(settings: dict[str, Value]) -> Iterator[Finding]:
    path: Path = ("endpoints", "azureAssistants", "capabilities")
    capabilities = settings.get("capabilities")
    if capabilities is None and "capabilities" not in settings:
        kept: list[Value] = ["code_interpreter", "image_vision", "actions", "tools"]
        message = (
            "Without `capabilities`, LibreChat offers retrieval too, which Azure's "
            "assistants do not have. List the others."
        )
        place = path[:-1]
    elif isinstance(capabilities, list) and "retrieval" in capabilities:
        kept = [name for name in capabilities if name != "retrieval"]
        message = "Azure's assistants have no retrieval. Leave it out of the list."
        place = (*path, capabilities.index("retrieval"))
    else:
        return
    title = "List the capabilities without retrieval"
    fix = Fix(id="without-retrieval", title=title, operations=(mending.setting(path, kept),))
    yield warning(Code.RETRIEVAL_CAPABILITY, place, message, (mending.as_safe(fix),), Spot.KEY)


def _of_release_0_7(
    config: Value, endpoint: dict[str, Value], models: Sequence[str], environment: Environment
) -> Iterator[Finding]:
    settings = _title_settings(config, endpoint)
    wanted = settings.get("titleModel") or environment.value("OPENAI_TITLE_MODEL")
    if (
        models
        and not wanted
        and _CLASSIC_TITLE_MODEL not in models
        and _has_titles(config, endpoint, environment)
    ):
        message = worded(
            "This release writes titles with {0} unless `titleModel` "
            "names another model, and no group has it. Choose one of the models.",
            _CLASSIC_TITLE_MODEL,
        )
        path = (*AZURE_PATH, "titleModel") if settings is endpoint else (*_ALL, "titleModel")
        operation = mending.setting(path, models[0])
        title = worded("Write titles with “{0}”", models[0])
        fix = Fix(id="set-title-model", title=title, operations=(operation,))
        found = warning(Code.NO_TITLE_MODEL, path, message, (fix,))
        yield replace(found, place=path[:-1], spot=Spot.KEY)
    yield from _vision_model(config, models)
    if endpoint.get("plugins") is True:
        for index, group in enumerate(group_values(config)):
            if (members(group) or {}).get("serverless") is True:
                message = "Plugins are on, but they cannot use the models of a serverless group."
                place = (*GROUPS_PATH, index, "serverless")
                yield warning(Code.PLUGINS_WITHOUT_INSTANCE, place, message, spot=Spot.KEY)


def _vision_model(config: Value, models: Sequence[str]) -> Iterator[Finding]:
    seeing = [name for name in models if _can_see(name)]
    if not seeing or len(seeing) == len(models):
        return
    for index, group in enumerate(group_values(config)):
        if seeing[0] in (members((members(group) or {}).get("models")) or {}):
            message = worded(
                "When somebody attaches a picture to a chat with a model that this release "
                "takes for blind, it answers with “{0}”.",
                seeing[0],
            )
            yield note(Code.VISION_MODEL, (*GROUPS_PATH, index, "models", seeing[0]), message)
            return


def _can_see(name: str) -> bool:
    is_blind = "gpt-4-turbo-preview" in name or "o1-mini" in name
    return not is_blind and any(part in name for part in _VISION_MODELS)
