"""What an explicit tag (`!!str`, `!!int`, `!!set` …) makes of a value, as js-yaml does it."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from enum import Enum
from typing import Final

from editor.core.yaml import scalars
from editor.core.yaml.properties import YAML_PREFIX
from editor.core.yaml.values import Value

MERGE: Final = YAML_PREFIX + "merge"
NON_SPECIFIC: Final = "!"

_KINDS = {
    "str": "scalar",
    "null": "scalar",
    "bool": "scalar",
    "int": "scalar",
    "float": "scalar",
    "timestamp": "scalar",
    "merge": "scalar",
    "binary": "scalar",
    "map": "mapping",
    "set": "mapping",
    "seq": "sequence",
    "omap": "sequence",
    "pairs": "sequence",
}
_EMPTY: dict[str, Value] = {"str": "", "null": None, "merge": None}
_BASE64 = re.compile(r"[A-Za-z0-9+/=\n\r]*\Z")


class _Absence(Enum):
    """One value that no YAML value equals."""

    REFUSED = 0


REFUSED: Final = _Absence.REFUSED


class TagError(Exception):
    """A tag does not fit the node that it stands on; the message is js-yaml's."""


def tagged(tag: str, kind: str | None, value: Value) -> Value:
    """Return the value that a tag makes of what was read.

    `kind` is `scalar`, `mapping`, `sequence`, or None when there is no content or an alias. A
    scalar's value is its text, except where js-yaml resolves it first (content on a line of its
    own below the tag); then only a few tags accept it. Raises TagError.
    """
    name = tag.removeprefix(YAML_PREFIX) if tag.startswith(YAML_PREFIX) else None
    wanted = _KINDS.get(name) if name is not None else None
    if name is None or wanted is None or (kind is not None and wanted != kind):
        raise TagError(f"unknown tag !<{tag}>")
    if value is not None and kind is None:
        raise TagError(
            f'unacceptable node kind for !<{tag}> tag; it should be "{wanted}", not "null"'
        )
    made = _without_content(name) if value is None else _made(name, value)
    if made is REFUSED:
        raise TagError(f"cannot resolve a node with !<{tag}> explicit tag")
    return made


def _without_content(name: str) -> Value | _Absence:
    if name in ("map", "set"):
        return {}
    if name in ("seq", "omap", "pairs"):
        return []
    return _EMPTY.get(name, REFUSED)


def _made(name: str, value: Value) -> Value | _Absence:
    match value:
        case str():
            return _from_text(name, value)
        case dict():
            return (
                REFUSED if name == "set" and any(v is not None for v in value.values()) else value
            )
        case list():
            return _from_list(name, value)
        case _:
            return value if name == "str" else REFUSED


def _from_text(name: str, text: str) -> Value | _Absence:
    match name:
        case "str":
            return text
        case "null":
            return None if scalars.is_null(text) else REFUSED
        case "bool":
            return _or_refused(scalars.boolean_of(text))
        case "int":
            return _or_refused(scalars.integer_of(text))
        case "float":
            return _or_refused(scalars.float_of(text))
        case "timestamp":
            return _or_refused(scalars.timestamp_of(text))
        case "merge":
            return text if text == "<<" else REFUSED
        case _:
            return _binary(text)


def _or_refused(value: Value) -> Value | _Absence:
    return REFUSED if value is None else value


def _binary(text: str) -> Value | _Absence:
    """Return the bytes; js-yaml counts six bits for each character, padding included.

    Nothing at all becomes three zero bytes, as its last group of four is always written out.
    """
    if _BASE64.match(text) is None:
        return REFUSED
    characters = re.sub(r"[\r\n]", "", text)
    if len(characters) * 6 % 8:
        return REFUSED
    digits = characters.replace("=", "")
    if not digits:
        return b"\0\0\0"
    return _decoded(digits[: len(digits) - (len(digits) % 4 == 1)])


def _decoded(digits: str) -> Value | _Absence:
    try:
        return b64decode(digits + "=" * (-len(digits) % 4))
    except binascii.Error:
        return REFUSED


def _from_list(name: str, items: list[Value]) -> Value | _Absence:
    if name == "seq":
        return items
    pairs = [
        next(iter(item.items())) for item in items if isinstance(item, dict) and len(item) == 1
    ]
    if len(pairs) < len(items):
        return REFUSED
    if name == "pairs":
        return [[key, value] for key, value in pairs]
    return items if len({key for key, _ in pairs}) == len(pairs) else REFUSED
