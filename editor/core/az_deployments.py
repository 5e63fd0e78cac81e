"""Which groups and models a list of Azure's deployments becomes.

The list is what `az cognitiveservices account deployment list -o json` prints, or what Azure's
management API answers: objects with `id`, `name` and `properties.model`. Nothing is sent anywhere.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, NamedTuple, cast

from editor.core.api_versions import LATEST_STABLE, fitting
from editor.core.wording import worded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from editor.core.yaml.values import Value

_ACCOUNT = re.compile(r"/accounts/(?P<name>[^/]+)", re.IGNORECASE)
_OPENAI = "OpenAI"
_OTHER_USE = re.compile(
    r"embedding|dall-e|gpt-image|whisper|tts|transcribe|realtime|audio|sora|davinci|babbage",
    re.IGNORECASE,
)


class NotDeployments(Exception):
    """A text is no list of deployments; says what to paste instead, and the line if it has one."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        """Say why, and at which line, 1-based."""
        super().__init__(reason)
        self.reason = reason
        self.line = line


class Deployment(NamedTuple):
    """One deployment: `resource` is the name of the Azure resource that holds it."""

    resource: str
    name: str
    model: str
    format: str
    chats: bool | None


class LeftOut(NamedTuple):
    """A deployment that becomes no model, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Import:
    """The groups that a list becomes, as values for the config, and what is left out."""

    groups: tuple[dict[str, Value], ...]
    left_out: tuple[LeftOut, ...]


def read(text: str) -> tuple[Deployment, ...]:
    """Return the deployments of a list in JSON; raises NotDeployments."""
    start = min((at for at in (text.find("["), text.find("{")) if at >= 0), default=-1)
    if start < 0:
        raise NotDeployments(
            "This is no JSON. Paste what `az cognitiveservices account deployment list -o json` "
            "prints."
        )
    try:
        found: object = json.JSONDecoder().raw_decode(text, start)[0]
    except (json.JSONDecodeError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else None
        raise NotDeployments(
            "The JSON is broken or incomplete. Copy the whole output, from [ to ].", line
        ) from error
    entries = _entries(found)
    deployments = [one for one in map(_deployment, entries) if one is not None]
    if not deployments:
        raise NotDeployments(
            "There is no deployment in this list. Use the output of `az cognitiveservices account "
            "deployment list`, not of `account list`."
            if entries
            else "The list is empty: this resource has no deployment yet."
        )
    return tuple(deployments)


def _entries(found: object) -> list[object]:
    """Return the objects of a list, of an answer with its list in `value`, or the one object."""
    if isinstance(found, dict):
        inner = cast("dict[str, object]", found).get("value")
        return cast("list[object]", inner) if isinstance(inner, list) else [cast("object", found)]
    return cast("list[object]", found) if isinstance(found, list) else []


def _deployment(entry: object) -> Deployment | None:
    fields = _mapping(entry)
    properties = _mapping(fields.get("properties"))
    model = _mapping(properties.get("model"))
    name = _text(fields.get("name"))
    if not name or not model:
        return None
    account = _ACCOUNT.search(_text(fields.get("id")))
    chats = _mapping(properties.get("capabilities")).get("chatCompletion")
    return Deployment(
        resource=account["name"] if account else "",
        name=name,
        model=_text(model.get("name")) or name,
        format=_text(model.get("format")) or _OPENAI,
        chats=None if chats is None else str(chats).lower() == "true",
    )


def _mapping(value: object) -> Mapping[str, object]:
    return cast("Mapping[str, object]", value) if isinstance(value, dict) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def imported(
    deployments: Iterable[Deployment],
    key_variables: Mapping[str, str],
    taken_groups: Collection[str] = (),
    taken_models: Collection[str] = (),
) -> Import:
    """Return the groups for deployments: one for each resource and for each way to call it.

    `key_variables` names the variable that holds a resource's key. Names that the config has
    already are not used again.
    """
    models, groups = _Names(taken_models), _Names(taken_groups)
    found: dict[tuple[str, bool], dict[str, Value]] = {}
    left_out: list[LeftOut] = []
    for one in deployments:
        reason = _no_chat(one)
        if reason:
            left_out.append(LeftOut(one.name, reason))
            continue
        is_openai = one.format == _OPENAI
        # Other vendors' models are called by the deployment's name, at the resource's v1 address.
        name = models.unused(one.model, one.name) if is_openai else one.name
        if not is_openai and name in models.taken:
            left_out.append(LeftOut(one.name, "the config has a model of this name already"))
            continue
        models.taken.add(name)
        key = (one.resource, is_openai)
        if key not in found:
            variable = key_variables.get(one.resource, "")
            found[key] = _group(one.resource, variable, groups, is_openai=is_openai)
        _add(found[key], name, one, is_openai=is_openai)
    return Import(tuple(found.values()), tuple(left_out))


def _no_chat(deployment: Deployment) -> str:
    """Say why people cannot chat with a deployment, "" if they can."""
    if deployment.chats is True:
        return ""
    if deployment.chats is False or _OTHER_USE.search(deployment.model):
        return worded("{0} is not a model for chats", deployment.model)
    return ""


def _group(resource: str, variable: str, groups: _Names, *, is_openai: bool) -> dict[str, Value]:
    name = groups.unused(resource if is_openai else f"{resource}-foundry")
    groups.taken.add(name)
    group: dict[str, Value] = {"group": name, "apiKey": f"${{{variable}}}"}
    if is_openai:
        group |= {"instanceName": resource, "version": LATEST_STABLE}
    else:
        base = f"https://{resource}.services.ai.azure.com/openai/v1"
        group |= {"baseURL": base, "serverless": True}
    return {**group, "models": {}}


def _add(group: dict[str, Value], name: str, one: Deployment, *, is_openai: bool) -> None:
    models = cast("dict[str, Value]", group["models"])
    if not is_openai:
        models[name] = True
        return
    settings: dict[str, Value] = {"deploymentName": one.name}
    version = fitting(one.model)
    if version != LATEST_STABLE:
        settings["version"] = version
    models[name] = settings


class _Names:
    """Hands out names that nobody has; whoever takes one adds it."""

    def __init__(self, taken: Collection[str]) -> None:
        self.taken = set(taken)

    def unused(self, *wanted: str) -> str:
        free = (name for name in wanted if name not in self.taken)
        numbered = (f"{wanted[0]}-{number}" for number in count(2))
        return next(free, None) or next(name for name in numbered if name not in self.taken)
