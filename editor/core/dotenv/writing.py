"""How a value can be written in a `.env` text so that npm dotenv reads it again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.core.dotenv.reading import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIMPLE = re.compile(r"(?:[^\s#'\"`$\\](?:[^#'\"`$\\\r\n\u2028\u2029]*[^\s#'\"`$\\])?)?")
"""What needs no quotes for any reader; docker compose fills in `$` where none stand around it."""


def writings(value: str, quote: str | None = None, *, line_end: str = "\n") -> Iterator[str]:
    """Yield the texts that mean a value, the best one first; none when nothing can express it.

    `quote` stands around the present value, "" if none does; None for a new value. Line breaks are
    written as `\\n` in double quotes, where the present quotes are not others.
    """
    seen: set[str] = set()
    for written in _candidates(value, quote, line_end):
        if written not in seen and parse(f"A={written}\n") == {"A": value}:
            seen.add(written)
            yield written


def _candidates(value: str, quote: str | None, line_end: str) -> Iterator[str]:
    is_spaced = " " in value and quote is None
    if not quote and _SIMPLE.fullmatch(value) and not is_spaced:
        yield value
    escaped = '"' + value.replace("\r", "\\r").replace("\n", "\\n") + '"'
    if "\n" in value and '"' not in value and quote in (None, "", '"'):
        yield escaped
    lines = value.replace("\n", line_end)
    marks = ([quote] if quote else []) + list("'\"`")
    yield from (mark + lines + mark for mark in marks if mark not in value)
    # What follows leans on how dotenv reads a quote inside of quotes.
    yield escaped
    yield from (mark + lines + mark for mark in marks)
    yield value
