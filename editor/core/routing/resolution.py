"""What a model's settings come to: its own, its group's, variables filled in; or why not.

Checks, order and messages are those of LibreChat 0.8.8's mapping of models to groups.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from editor.core.environment import is_reference, names_in
from editor.core.lazily import lazy
from editor.core.routing.secrets import names_secret, secret_in_header, secrets_in_address
from editor.core.validation import base_url
from editor.core.validation.group import judged
from editor.core.validation.group_view import Setting
from editor.core.validation.javascript import members

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from editor.core.validation.group_view import GroupView, ModelView
    from editor.core.yaml.values import Path

_ROUTING_KEYS = frozenset((
    "group", "models", "apiKey", "serverless", "instanceName", "deploymentName", "addParams",
    "dropParams", "version", "baseURL", "additionalHeaders",
))  # fmt: skip


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
    error: str | None = None

    def with_deployment(self, deployment: str, source: str) -> Resolved:
        """Return the same with another deployment."""
        return replace(self, deployment=deployment, sources={**self.sources, "deployment": source})

    def with_version(self, version: str, source: str) -> Resolved:
        """Return the same with another API version."""
        return replace(self, version=version, sources={**self.sources, "version": source})


class _Used(NamedTuple):
    """The settings of a model; None for what is missing, empty, of a wrong type or not needed."""

    deployment: Setting | None
    instance: Setting | None
    version: Setting | None
    apiKey: Setting | None  # noqa: N815 - called like the source in the contract


class Resolution:
    """What the models of one group resolve to."""

    def __init__(self, view: GroupView) -> None:
        """Look at one group."""
        self._view = view
        self._base = view.setting("baseURL")

    def of(self, model: ModelView) -> Resolved:
        """Return what a model resolves to; `error` has LibreChat's message where it refuses."""
        is_serverless = self._view.is_serverless
        used = _Used(
            deployment=None if is_serverless else model.deployment,
            instance=None if is_serverless else self._view.setting("instanceName"),
            version=model.version,
            apiKey=self._view.setting("apiKey"),
        )
        settings = [one for one in (*used, self._base, *self._headers.values()) if one is not None]
        return Resolved(
            key=_text(used.apiKey) or "",
            is_serverless=is_serverless,
            base_url=_text(self._base) or "",
            has_base_url=self._base is not None,
            headers={name: setting.text for name, setting in self._headers.items()},
            instance=_text(used.instance),
            deployment=_text(used.deployment),
            version=_text(used.version),
            sources=dict(_sources(used)),
            unresolved=tuple(dict.fromkeys(self._unresolved(settings))),
            secrets=tuple(dict.fromkeys(filter(None, self._secrets(used)))),
            variables=self._variables(settings),
            error=self._refusal(model, used),
        )

    @lazy
    def _headers(self) -> dict[str, Setting]:
        given = members(self._view.group.get("additionalHeaders")) or {}
        resolve, target = self._view.environment.resolve, self._view.target
        return {
            name: Setting(("additionalHeaders", name), text, resolve(text, target))
            for name, text in given.items()
            if isinstance(text, str)
        }

    @lazy
    def _issues(self) -> tuple[tuple[Path, str], ...]:
        issues = judged(self._view.group, self._view.target).issues
        return tuple((found.path, found.server_message or found.message) for found in issues)

    def _refusal(self, model: ModelView, used: _Used) -> str | None:
        for path, message in self._issues:
            is_of_other = path[:1] == ("models",) and len(path) > 1 and path[1] != model.name
            if _ROUTING_KEYS.intersection(path[:1]) and not is_of_other:
                return message
        group = self._view.group.get("group")
        if self._view.is_serverless:
            if self._base is None:
                return (
                    f'Group "{group}" is missing the required base URL for serverless '
                    "configuration."
                )
            return _unfilled([used.apiKey]) or _without_key(used)
        if used.instance is None:
            return f'Group "{group}" is missing an instanceName for non-serverless configuration.'
        if used.deployment is None or used.version is None:
            deployment, version = (
                one.written if one else "" for one in (model.deployment, model.version)
            )
            return (
                f'Model "{model.name}" in group "{group}" is missing a deploymentName '
                f'("{deployment}") or version ("{version}").'
            )
        settings = (used.apiKey, used.instance, used.deployment, used.version)
        return _unfilled(settings) or _without_key(used)

    def _unresolved(self, settings: Iterable[Setting]) -> Iterator[str]:
        placeholders = () if self._view.is_serverless else base_url.PLACEHOLDERS
        for setting in settings:
            for one in self._view.environment.unresolved(setting.written, self._view.target):
                if setting.path != ("baseURL",) or f"${{{one.name}}}" not in placeholders:
                    yield one.name

    def _secrets(self, used: _Used) -> Iterator[str]:
        if used.apiKey is not None and not is_reference(used.apiKey.text):
            yield used.apiKey.text
        for name, setting in self._headers.items():
            if names_secret(name) and not is_reference(setting.text):
                yield secret_in_header(setting.text)
            yield from self._secret_variables(setting)
        if self._base is not None:
            yield from secrets_in_address(self._base.text)
            yield from self._secret_variables(self._base)

    def _secret_variables(self, setting: Setting) -> Iterator[str]:
        for name in names_in(setting.written):
            if names_secret(name):
                yield self._view.environment.value(name) or ""

    def _variables(self, settings: Iterable[Setting]) -> dict[str, str]:
        names = (name for setting in settings for name in names_in(setting.written))
        return {text: name for name in names if (text := self._view.environment.value(name))}


def _text(setting: Setting | None) -> str | None:
    return None if setting is None else setting.text


def _sources(used: _Used) -> Iterator[tuple[str, str]]:
    for name, setting in used._asdict().items():
        if setting is not None:
            yield name, _source(name, setting)


def _source(name: str, setting: Setting) -> str:
    names = names_in(setting.written)
    if names:
        return f"env:{names[0]}"
    if name == "apiKey":
        return "literal"
    return "model" if setting.path[0] == "models" else "group"


def _unfilled(settings: Iterable[Setting | None]) -> str | None:
    for setting in settings:
        if setting is not None and is_reference(setting.text):
            return f'Azure configuration environment variable "{setting.text}" was not found.'
    return None


def _without_key(used: _Used) -> str | None:
    return None if _text(used.apiKey) else "azureOpenAI API Key not provided."
