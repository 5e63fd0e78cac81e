"""What a model's settings come to: its own, its group's, variables filled in; or why not.

Checks, order and messages are those of LibreChat 0.8.8's mapping of models to groups.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from editor.core.environment import is_reference, names_in
from editor.core.validation import base_url
from editor.core.validation.group import judged
from editor.core.validation.javascript import members

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from editor.core.validation.group_view import GroupView, ModelView, Setting

_ROUTING_KEYS = frozenset((
    "group", "models", "apiKey", "serverless", "instanceName", "deploymentName", "addParams",
    "dropParams", "version", "baseURL", "additionalHeaders",
))  # fmt: skip
_SECRET_NAME = re.compile(
    r"(?:^|[-_])(?:api-?key|key|token|secret|password|authorization|sig|code)$", re.IGNORECASE
)
_SCHEME = re.compile(r"(?:Bearer|Basic)\s+", re.IGNORECASE)


class Unroutable(Exception):
    """LibreChat refuses the model; the text is its own. `unresolved` names missing variables."""

    def __init__(self, message: str, unresolved: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.unresolved = unresolved


@dataclass(frozen=True, repr=False)
class Resolved:
    """A model's settings with their sources; see `Route` for what the parts mean."""

    key: str
    is_serverless: bool
    base_url: str
    has_base_url: bool
    headers: Mapping[str, str]
    instance: str | None = None
    deployment: str | None = None
    version: str | None = None
    sources: Mapping[str, str] = field(default_factory=dict[str, str])
    unresolved: tuple[str, ...] = ()
    secrets: tuple[str, ...] = ()
    variables: Mapping[str, str] = field(default_factory=dict[str, str])

    def with_deployment(self, deployment: str, source: str) -> Resolved:
        """Return the same with another deployment."""
        return replace(self, deployment=deployment, sources={**self.sources, "deployment": source})

    def with_version(self, version: str, source: str) -> Resolved:
        """Return the same with another API version."""
        return replace(self, version=version, sources={**self.sources, "version": source})


def resolved(view: GroupView, name: str) -> Resolved:
    """Return what a model resolves to; raises Unroutable."""
    _refuse_wrong_types(view, name)
    model = next(model for model in view.routed_models if model.name == name)
    group = str(view.group.get("group"))
    base = view.setting("baseURL")
    if view.is_serverless:
        if base is None:
            raise Unroutable(
                f'Group "{group}" is missing the required base URL for serverless configuration.'
            )
        used = {"version": model.version, "apiKey": view.setting("apiKey")}
        checked = ("apiKey",)
    else:
        used = _of_instance(view, model, group)
        checked = ("apiKey", "instance", "deployment", "version")
    _refuse_references(view, [used[key] for key in checked])
    return _result(view, used, base)


def _refuse_wrong_types(view: GroupView, name: str) -> None:
    for found in judged(view.group, view.target).issues:
        key, *rest = found.path or ("",)
        is_of_other = key == "models" and bool(rest) and rest[0] != name
        if key in _ROUTING_KEYS and not is_of_other:
            raise Unroutable(found.server_message or found.message)


def _of_instance(view: GroupView, model: ModelView, group: str) -> dict[str, Setting | None]:
    instance = view.setting("instanceName")
    if instance is None:
        raise Unroutable(
            f'Group "{group}" is missing an instanceName for non-serverless configuration.'
        )
    if model.deployment is None or model.version is None:
        deployment = "" if model.deployment is None else model.deployment.written
        version = "" if model.version is None else model.version.written
        raise Unroutable(
            f'Model "{model.name}" in group "{group}" is missing a deploymentName '
            f'("{deployment}") or version ("{version}").'
        )
    return {
        "deployment": model.deployment,
        "instance": instance,
        "version": model.version,
        "apiKey": view.setting("apiKey"),
    }


def _refuse_references(view: GroupView, settings: Iterable[Setting | None]) -> None:
    for setting in settings:
        if setting is not None and is_reference(setting.text):
            message = f'Azure configuration environment variable "{setting.text}" was not found.'
            raise Unroutable(message, _missing(view, setting))
    if not view.group.get("apiKey"):
        raise Unroutable("azureOpenAI API Key not provided.")


def _missing(view: GroupView, setting: Setting) -> tuple[str, ...]:
    found = view.environment.unresolved(setting.written, view.target)
    return tuple(one.name for one in found) or names_in(setting.text)


def _result(view: GroupView, used: dict[str, Setting | None], base: Setting | None) -> Resolved:
    headers = _headers(view)
    key = used["apiKey"]
    settings = [one for one in (*used.values(), base, *headers.values()) if one is not None]
    texts = {name: None if one is None else one.text for name, one in used.items()}
    return Resolved(
        key=key.text if key is not None else "",
        is_serverless=view.is_serverless,
        base_url="" if base is None else base.text,
        has_base_url=base is not None,
        headers={name: setting.text for name, setting in headers.items()},
        instance=texts.get("instance"),
        deployment=texts.get("deployment"),
        version=texts.get("version"),
        sources={name: _source(name, one) for name, one in used.items() if one is not None},
        unresolved=tuple(dict.fromkeys(_unresolved(view, settings))),
        secrets=tuple(_secrets(texts["apiKey"] or "", headers)),
        variables=_variables(view, settings),
    )


def _headers(view: GroupView) -> dict[str, Setting]:
    names = members(view.group.get("additionalHeaders")) or {}
    found = {name: view.setting("additionalHeaders", name) for name in names}
    return {name: setting for name, setting in found.items() if setting is not None}


def _source(name: str, setting: Setting) -> str:
    names = names_in(setting.written)
    if names:
        return f"env:{names[0]}"
    if name == "apiKey":
        return "literal"
    return "model" if setting.path[0] == "models" else "group"


def _unresolved(view: GroupView, settings: Iterable[Setting]) -> Iterable[str]:
    placeholders = () if view.is_serverless else base_url.PLACEHOLDERS
    for setting in settings:
        for one in view.environment.unresolved(setting.written, view.target):
            if setting.path != ("baseURL",) or f"${{{one.name}}}" not in placeholders:
                yield one.name


def _secrets(key: str, headers: Mapping[str, Setting]) -> Iterable[str]:
    yield key
    for name, setting in headers.items():
        if _SECRET_NAME.search(name) and not is_reference(setting.text):
            yield _SCHEME.sub("", setting.text, count=1)


def _variables(view: GroupView, settings: Iterable[Setting]) -> dict[str, str]:
    names = (name for setting in settings for name in names_in(setting.written))
    return {text: name for name in names if (text := view.environment.value(name))}
