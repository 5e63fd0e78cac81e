"""A route as others may see it: with its secrets masked, as JSON, or as a cURL command."""

from __future__ import annotations

import json
import re
import shlex
from dataclasses import replace
from typing import TYPE_CHECKING

from editor.core.masking import Masker
from editor.core.routing.secrets import names_secret

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.core.routing.route import Route
    from editor.core.yaml.values import Value

_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_KEY = "AZURE_API_KEY"
_SHORT = 6


def masked(route: Route) -> Route:
    """Return a route in which every secret is masked."""
    masker = Masker(route.secrets)
    mask = masker.text
    return replace(
        route,
        url=None if route.url is None else mask(route.url),
        headers={name: mask(text) for name, text in route.headers.items()},
        body={key: _masked(value, masker) for key, value in route.body.items()},
        warnings=tuple(map(mask, route.warnings)),
        error=None if route.error is None else mask(route.error),
        secrets=(),
        variables={},
    )


def _masked(value: Value, masker: Masker) -> Value:
    match value:
        case str():
            return masker.text(value)
        case list():
            return [_masked(item, masker) for item in value]
        case dict():
            return {key: _masked(item, masker) for key, item in value.items()}
        case _:
            return value


def as_object(route: Route) -> dict[str, object]:
    """Return a route as the contract's JSON has it; mask it first."""
    return {
        "model": route.model,
        "group": route.group,
        "serverless": route.serverless,
        "deployment": route.deployment,
        "instance": route.instance,
        "version": route.version,
        "sources": dict(route.sources),
        "method": route.method,
        "url": route.url,
        "headers": dict(route.headers),
        "body": dict(route.body),
        "context_window": route.context_window,
        "vision": route.vision,
        "warnings": list(route.warnings),
        "error": route.error,
    }


def curl(route: Route) -> str:
    """Return a command for a shell that sends the request; "" for a route without one.

    Each secret stands there as `$NAME`, by its variable's name or one made of the header's.
    """
    if route.url is None:
        return ""
    quote = _Quoting(route)
    lines = [f"curl -N -X {route.method} {quote.quoted(route.url)}"]
    lines += [f"-H {quote.quoted(f'{name}: {text}')}" for name, text in route.headers.items()]
    lines.append(f"--data-raw {quote.quoted(json.dumps(route.body, ensure_ascii=False))}")
    return " \\\n  ".join(lines)


class _Quoting:
    """How the texts of one command are quoted for a shell, secrets replaced by variables."""

    def __init__(self, route: Route) -> None:
        """Find a name for each secret."""
        self._mask = Masker(route.secrets).text
        self._names = _names(route)
        parts = [_pattern(secret) for secret in sorted(self._names, key=len, reverse=True)]
        self._secrets = re.compile(f"({'|'.join(parts)})" if parts else r"(?!)")

    def quoted(self, text: str) -> str:
        """Return a text for a shell; an encoded secret, which no variable has, is masked."""
        pieces: list[str] = []
        position = 0
        for found in self._secrets.finditer(text):
            if found.start() > position:
                pieces.append(shlex.quote(self._mask(text[position : found.start()])))
            pieces.append(f'"${self._names[found[0]]}"')
            position = found.end()
        if position < len(text) or not pieces:
            pieces.append(shlex.quote(self._mask(text[position:])))
        return "".join(pieces)


def _pattern(secret: str) -> str:
    """Return what finds a secret; a short one counts only as a word of its own."""
    pattern = re.escape(secret)
    return rf"(?<!\w){pattern}(?!\w)" if len(secret) < _SHORT else pattern


def _names(route: Route) -> dict[str, str]:
    """Return a variable's name for each secret, and for each form that it has in JSON."""
    names: dict[str, str] = {}
    for secret in route.secrets:
        name = route.variables.get(secret, "")
        if not _VARIABLE.fullmatch(name):
            name = _made_up(secret, route.headers)
        names[secret] = names[json.dumps(secret, ensure_ascii=False)[1:-1]] = name
    return names


def _made_up(secret: str, headers: Mapping[str, str]) -> str:
    holders = [name for name, text in headers.items() if secret in text and names_secret(name)]
    if not holders or {"api-key", "authorization"} & set(holders[:1]):
        return _KEY
    return re.sub(r"[^A-Z0-9]", "_", holders[0].upper())
