"""Which headers LibreChat's client sends: its own, the group's, and those of its environment.

Left out are the client's name, its version and what it says of its platform.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ORGANIZATION = ("OPENAI_ORGANIZATION", "OPENAI_ORG_ID")
"""Variables that name an organisation of OpenAI's; the first that is set is sent."""

PROJECT = "OPENAI_PROJECT_ID"
CUSTOM_HEADERS = "OPENAI_CUSTOM_HEADERS"
VARIABLES = (*ORGANIZATION, PROJECT, CUSTOM_HEADERS)
"""The variables that the client looks at by itself."""

_NAME = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_EDGES = "\t\n\r "
_OVERRIDDEN = ("user-agent", "content-type")


class RefusedHeader(Exception):
    """A header's name or value is none that can be sent; the text is the client's own."""


def default_headers(own: Mapping[str, str], environment: Mapping[str, str]) -> dict[str, str]:
    """Return the headers of the config, after those of the environment variable for all."""
    custom: dict[str, str] = {}
    for line in environment.get(CUSTOM_HEADERS, "").split("\n"):
        name, colon, value = line.partition(":")
        if colon:
            custom[name.strip()] = value.strip()
    names = {name.lower() for name in own}
    kept = {name: value for name, value in custom.items() if name.lower() not in names}
    return {**kept, **own}


def sent_headers(
    key: str, given: Mapping[str, str], environment: Mapping[str, str], *, is_azure: bool
) -> dict[str, str]:
    """Return the headers by their lower-case names; raises RefusedHeader.

    The client for Azure sends the key as `api-key` only and lets nothing replace it. The client
    for OpenAI sends it as a Bearer token, which a header of the config replaces.
    """
    headers: dict[str, str] = {}
    organization = next((text for name in ORGANIZATION if (text := environment.get(name))), "")
    if organization:
        headers["openai-organization"] = organization
    if environment.get(PROJECT):
        headers["openai-project"] = environment[PROJECT]
    headers["api-key" if is_azure else "authorization"] = key if is_azure else f"Bearer {key}"
    normalised = _normalised(given, joins=not is_azure)
    headers |= {name: text for name, text in normalised.items() if name not in _OVERRIDDEN}
    headers["content-type"] = "application/json"
    if is_azure:
        headers["api-key"] = key
    return {name: _value(name, value) for name, value in headers.items()}


def _normalised(given: Mapping[str, str], *, joins: bool) -> dict[str, str]:
    """Return headers in lower case; what differs only in case is joined, or the last counts."""
    headers: dict[str, str] = {}
    for name, value in given.items():
        if not _NAME.fullmatch(name):
            raise RefusedHeader(f'Header name must be a valid HTTP token ["{name}"]')
        lower = name.lower()
        headers[lower] = f"{headers[lower]}, {value}" if joins and lower in headers else value
    return headers


def _value(name: str, value: str) -> str:
    trimmed = value.strip(_EDGES)
    if re.search(r"[\x00\r\n]|[^\x00-\xff]", trimmed):
        raise RefusedHeader(f"The value of header {name} holds characters that cannot be sent.")
    return trimmed
