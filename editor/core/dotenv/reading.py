"""What a `.env` text assigns, as npm dotenv 16.6.1 reads it, and where each part of it stands.

npm dotenv never refuses a text: what it cannot read as an assignment, it skips.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from editor.core.text import Span
from editor.core.validation.javascript import BLANKS, LINE_ENDS, PROTOTYPE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BLANK_RUN = re.compile(f"[{BLANKS}]*")
_NEXT_LINE = re.compile(f"[{LINE_ENDS}]")
_KEY = re.compile(
    rf"(?P<export>export[{BLANKS}]+)?(?P<key>[A-Za-z0-9_.-]+)(?:[{BLANKS}]*=|:[{BLANKS}])"
)
_PLAIN = re.compile(r"[^#\n]*")
_REST = {quote: re.compile(rf"\\?{quote}") for quote in "'\"`"}
_BEHIND_VALUE = re.compile(rf"[{BLANKS}]*[{LINE_ENDS}]|[{BLANKS}]*(?:#|\Z)")
_OPENING = re.compile(rf"(?<![^{LINE_ENDS}])['\"`]")
_CLOSING = re.compile(rf"['\"`](?![^{LINE_ENDS}])")
_CARRIAGE_RETURN = re.compile(r"\r\n?")


@dataclass(frozen=True, slots=True)
class Assignment:
    """One assignment of a `.env` text.

    `value` is what the program gets. `value_span` holds it as it is written, quotes included,
    and is empty where nothing is written; `quote` is the quote around it, or "".
    """

    key: str
    value: str
    key_span: Span
    value_span: Span
    quote: str
    is_exported: bool


def parse(text: str) -> dict[str, str]:
    """Return the variables of a `.env` text; of a name's assignments the last one counts."""
    return variables_of(assignments(text))


def variables_of(found: Iterable[Assignment]) -> dict[str, str]:
    """Return what assignments give; JavaScript drops a variable called `__proto__`."""
    return {one.key: one.value for one in found if one.key != PROTOTYPE}


@lru_cache(maxsize=4)
def assignments(text: str) -> tuple[Assignment, ...]:
    """Return all assignments in the order of the text; asked again for a text, it is quick."""
    if "\r" not in text:
        return tuple(_assignments(text))
    return tuple(_Returns(text).restored(_assignments(_CARRIAGE_RETURN.sub("\n", text))))


def _assignments(text: str) -> Iterator[Assignment]:
    """Yield the assignments of a text whose lines end with line feeds alone."""
    position = 0
    while position < len(text):
        position = _end(_BLANK_RUN, text, position)
        found = _KEY.match(text, position)
        if found is not None:
            start, position = _value_bounds(text, found.end())
            yield _assignment(text, found, Span(start, position))
        following = _NEXT_LINE.search(text, position)
        position = len(text) if following is None else following.end()


def _end(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Return where the match of a pattern that may be empty ends."""
    found = pattern.match(text, start)
    return start if found is None else found.end()


def _value_bounds(text: str, start: int) -> tuple[int, int]:
    """Return where the value behind `=` begins and ends, blanks around it included."""
    opening = _end(_BLANK_RUN, text, start)
    if text[opening : opening + 1] in _REST:
        closing = _closing_quote(text, opening)
        if closing is not None:
            return start, closing + 1
    return start, _end(_PLAIN, text, start)


def _closing_quote(text: str, opening: int) -> int | None:
    """Return the offset of the quote that ends a quoted value, None when nothing does.

    A quote behind a backslash belongs to the value, unless no later one can end it. Behind the
    last quote, only a comment may stand on its line.
    """
    candidates: list[int] = []
    for quote in _REST[text[opening]].finditer(text, opening + 1):
        candidates.append(quote.end() - 1)
        if quote.end() - quote.start() == 1:
            break
    return next((at for at in reversed(candidates) if _BEHIND_VALUE.match(text, at + 1)), None)


def _assignment(text: str, found: re.Match[str], written: Span) -> Assignment:
    raw = text[written.start : written.end]
    bare = raw.strip(BLANKS)
    value = _unquoted(bare)
    is_quoted = len(bare) > 1 and bare[0] == bare[-1] and bare[0] in _REST
    if bare.startswith('"'):
        value = value.replace("\\n", "\n").replace("\\r", "\r")
    start = written.start + len(raw) - len(raw.lstrip(BLANKS)) if bare else written.start
    return Assignment(
        key=found["key"],
        value=value,
        key_span=Span(*found.span("key")),
        value_span=Span(start, start + len(bare)),
        quote=bare[0] if is_quoted else "",
        is_exported=found["export"] is not None,
    )


def _unquoted(text: str) -> str:
    """Return a value without its quotes: from the start of a line to the last end of a line.

    dotenv does this to each line that starts with a quote and lies behind the quotes before.
    """
    if text[:1] not in _REST and _OPENING.search(text) is None:
        return text
    last = {found[0]: found.start() for found in _CLOSING.finditer(text)}
    pieces: list[str] = []
    position = 0
    for opening in _OPENING.finditer(text):
        start, closing = opening.end(), last.get(opening[0], -1)
        if position < start <= closing:
            pieces += (text[position : start - 1], text[start:closing])
            position = closing + 1
    return "".join((*pieces, text[position:]))


class _Returns:
    """Leads from places in a text without carriage returns to places in the text with them."""

    def __init__(self, text: str) -> None:
        removed = [found.start() for found in re.finditer(r"\r\n", text)]
        # The line feed of each pair, counted without the carriage returns before it.
        self._feeds = [offset - index for index, offset in enumerate(removed)]
        self._text = text

    def restored(self, found: Iterator[Assignment]) -> Iterator[Assignment]:
        """Yield the assignments with the spans of the original text."""
        for assignment in found:
            yield Assignment(
                key=assignment.key,
                value=assignment.value,
                key_span=self._span(assignment.key_span),
                value_span=self._span(assignment.value_span),
                quote=assignment.quote,
                is_exported=assignment.is_exported,
            )

    def _span(self, span: Span) -> Span:
        return Span(self._offset(span.start), self._offset(span.end))

    def _offset(self, offset: int) -> int:
        # An offset at a pair's line feed stays in front of the pair.
        return offset + bisect_left(self._feeds, offset)
