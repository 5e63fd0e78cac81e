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
"""The variables that say which headers the client adds by itself."""

_NAME = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_EDGES = "\t\n\r "
_OVERRIDDEN = ("user-agent", "content-type")


class NotSent(Exception):
    """The client refuses to send anything; the text is its own."""


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
    key: str,
    given: Mapping[str, str],
    environment: Mapping[str, str],
    *,
    is_azure: bool,
    joins: bool,
) -> dict[str, str]:
    """Return the headers by their lower-case names; raises NotSent.

    The client for Azure sends the key as `api-key` only and lets nothing replace it. The client
    for OpenAI sends it as a Bearer token, which a header of the config replaces. Where `joins`,
    headers whose names differ only in case become one with all values; else the last counts.
    """
    headers: dict[str, str] = {}
    organization = next((text for name in ORGANIZATION if (text := environment.get(name))), "")
    if organization:
        headers["openai-organization"] = organization
    if environment.get(PROJECT):
        headers["openai-project"] = environment[PROJECT]
    headers["api-key" if is_azure else "authorization"] = key if is_azure else f"Bearer {key}"
    normalised = _normalised(given, joins=joins)
    headers |= {name: text for name, text in normalised.items() if name not in _OVERRIDDEN}
    headers["content-type"] = "application/json"
    if is_azure:
        headers["api-key"] = key
    elif not headers["authorization"] and not headers.get("api-key"):
        raise NotSent("Could not resolve authentication method.")
    return {name: _value(value) for name, value in headers.items()}


def _normalised(given: Mapping[str, str], *, joins: bool) -> dict[str, str]:
    """Return headers by their names in lower case."""
    headers: dict[str, str] = {}
    for name, text in given.items():
        if not _NAME.fullmatch(name):
            raise NotSent(f'Header name must be a valid HTTP token ["{name}"]')
        lower = name.lower()
        value = _value(text)
        headers[lower] = f"{headers[lower]}, {value}" if joins and lower in headers else value
    return headers


def _value(text: str) -> str:
    trimmed = text.strip(_EDGES)
    if re.search(r"[\x00\r\n]", trimmed):
        raise NotSent(f'Headers.append: "{trimmed}" is an invalid header value.')
    wide = re.search(r"[^\x00-\xff]", trimmed)
    if wide is not None:
        raise NotSent(
            f"Cannot convert argument to a ByteString because the character at index "
            f"{wide.start()} has a value of {ord(wide[0])} which is greater than 255."
        )
    return trimmed
