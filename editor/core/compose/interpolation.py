"""What docker compose makes of `${NAME}` in a compose file and in an `env_file`.

The rules are those of the Compose specification: `$NAME`, `${NAME}`, a default after `:-` or `-`,
a demand after `:?` or `?`, a replacement after `:+` or `+`, each of them nested at will, and `$$`
for a dollar sign. What is none of these stays as it is written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Lookup = Callable[[str], str | None]

_REFERENCE = re.compile(r"\$(?:(?P<dollar>\$)|(?P<name>[A-Za-z_][A-Za-z0-9_]*)|(?P<brace>\{))")
_BRACED = re.compile(
    r"(?P<name>[A-Za-z_][A-Za-z0-9_]*)(?:(?P<operator>:?[-?+])(?P<rest>.*))?", re.S
)


def interpolated(text: str, lookup: Lookup) -> str:
    """Return a text with its references filled in; what has neither value nor default is empty.

    Compose stops at a demand (`:?`) that is not met; here it is empty.
    """
    parts: list[str] = []
    position = 0
    while found := _REFERENCE.search(text, position):
        parts.append(text[position : found.start()])
        part, position = _part(text, found, lookup)
        parts.append(part)
    return "".join([*parts, text[position:]])


def _part(text: str, found: re.Match[str], lookup: Lookup) -> tuple[str, int]:
    """Return what a reference becomes, and where the text goes on."""
    if found["dollar"]:
        return "$", found.end()
    if found["name"]:
        return lookup(found["name"]) or "", found.end()
    closing = _closing_brace(text, found.end())
    braced = None if closing is None else _BRACED.fullmatch(text, found.end(), closing)
    if closing is None or braced is None:
        return found[0], found.end()
    return _braced(braced, lookup), closing + 1


def _closing_brace(text: str, start: int) -> int | None:
    depth = 1
    for index in range(start, len(text)):
        if text[index] == "}":
            depth -= 1
        elif text.startswith("${", index):
            depth += 1
        if depth == 0:
            return index
    return None


def _braced(braced: re.Match[str], lookup: Lookup) -> str:
    value = lookup(braced["name"])
    operator = braced["operator"] or ""
    is_there = bool(value) if operator.startswith(":") else value is not None
    match operator[-1:]:
        case "-":
            return (value or "") if is_there else interpolated(braced["rest"], lookup)
        case "+":
            return interpolated(braced["rest"], lookup) if is_there else ""
        case _:
            return value or ""
