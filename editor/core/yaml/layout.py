"""How a text is laid out in lines: indentation, line breaks, and which comments belong to what.

A comment belongs to the entry on whose line it stands, to the entry directly below it (no blank
line between, not indented deeper), or, indented deeper than an entry and directly below its last
line, to that entry's inside. Any other comment belongs to nobody and stays where it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.core.yaml.documents import BYTE_ORDER_MARK
from editor.core.yaml.nodes import Alias, Collection, Mapping, Node, Scalar, Sequence, Style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.core.yaml.tree import Place

_BLANKS = re.compile(r"[ \t]*")
_LINE = re.compile(r"[^\n\r]*")
_LINE_BREAK = re.compile(r"\r\n|\n|\r")
_DEFAULT_UNIT = 2


@dataclass(frozen=True, slots=True)
class Extent:
    """The lines of one block entry with the comments that belong to it.

    From the first character to behind the last one, without the last line break. `content_start`
    is where the entry itself starts; `is_inline` says that something else stands before it on its
    line, as the `-` does before the first key of an item.
    """

    start: int
    content_start: int
    end: int
    is_inline: bool


class Layout:
    """The lines of a text."""

    def __init__(self, text: str) -> None:
        """Look at a text; nothing is computed in advance."""
        self.text = text

    def line_start(self, offset: int) -> int:
        """Return where the line of an offset starts; a byte-order mark belongs to no line."""
        start = self.text.rfind("\n", 0, offset) + 1
        start = max(start, self.text.rfind("\r", start, offset) + 1)
        return 1 if start == 0 and offset and self.text.startswith(BYTE_ORDER_MARK) else start

    def line_end(self, offset: int) -> int:
        """Return where the line of an offset ends, before its line break."""
        match = _LINE.match(self.text, offset)
        return match.end() if match else offset

    def next_line(self, offset: int) -> int:
        """Return the start of the line below the one of an offset; the text's end for the last."""
        end = self.line_end(offset)
        match = _LINE_BREAK.match(self.text, end)
        return match.end() if match else end

    def column(self, offset: int) -> int:
        """Return how many characters stand before an offset on its line."""
        return offset - self.line_start(offset)

    def blanks_end(self, offset: int) -> int:
        """Return the offset of the first character that is no space or tab."""
        match = _BLANKS.match(self.text, offset)
        return match.end() if match else offset

    def starts_line(self, offset: int) -> bool:
        """Say whether only blanks stand before an offset on its line."""
        return self.blanks_end(self.line_start(offset)) >= offset

    def is_blank(self, line_start: int) -> bool:
        """Say whether a line holds nothing but blanks; so does the empty end of a text."""
        return self.blanks_end(line_start) == self.line_end(line_start)

    def comment_column(self, line_start: int) -> int | None:
        """Return the column of a line's comment when there is nothing else on it."""
        start = self.blanks_end(line_start)
        return start - line_start if self.text.startswith("#", start) else None

    def line_break_near(self, offset: int) -> str:
        """Return the line break to use at an offset: that of its line, or of the first line."""
        match = _LINE_BREAK.match(self.text, self.line_end(offset))
        match = match or _last_match(self.text, offset) or _LINE_BREAK.search(self.text)
        return match.group() if match else "\n"

    def lines_above(self, offset: int) -> Iterator[int]:
        """Yield the starts of the lines above the one of an offset, nearest first."""
        start = self.line_start(offset)
        while start > (1 if self.text.startswith(BYTE_ORDER_MARK) else 0):
            end = start - (2 if self.text[:start].endswith("\r\n") else 1)
            start = self.line_start(end)
            yield start

    def own_comments_start(self, offset: int, floor: int) -> int:
        """Return the start of the first comment line that belongs to the entry at an offset.

        Lines before `floor`, where the text above ends, are not looked at. Without a comment it is
        the start of the entry's own line.
        """
        column = self.column(offset)
        start = self.line_start(offset)
        for line in self.lines_above(offset):
            comment = self.comment_column(line)
            if line < floor or comment is None or comment > column:
                break
            start = line
        return start

    def own_end(self, end: int, column: int) -> int:
        """Return where an entry at a column ends with the comments that belong to its inside.

        `end` is the end of its value. The rest of its last line counts, and so do comment lines
        directly below that are indented deeper than the entry.
        """
        end = self._line_end_behind(end)
        while True:
            line = self.next_line(end)
            comment = self.comment_column(line) if line > end else None
            if comment is None or comment <= column:
                return end
            end = self.line_end(line)

    def _line_end_behind(self, offset: int) -> int:
        """Return the end of the line when only blanks and a comment follow, else the offset."""
        end = self.comment_end(self.blanks_end(offset))
        return end if end == self.line_end(offset) else offset

    def comment_end(self, offset: int) -> int:
        """Return the end of the comment that follows an offset on its line, or the offset."""
        start = self.blanks_end(offset)
        if not self.text.startswith("#", start):
            return offset
        return self.line_end(start)

    def extent(self, place: Place) -> Extent:
        """Return the lines of a block entry, given the place of its value."""
        start = place.entry_start
        column = self.column(start)
        end = self.own_end(self.value_end(place), column)
        if not self.starts_line(start):
            return Extent(start, start, end, is_inline=True)
        floor = self.floor(place)
        return Extent(self.own_comments_start(start, floor), start, end, is_inline=False)

    def value_end(self, place: Place) -> int:
        """Return where an entry's value ends; an empty one ends behind its colon or dash."""
        return place.entry_start + place.entry.length

    def floor(self, place: Place) -> int:
        """Return where the content before an entry ends: its comments cannot start earlier."""
        assert place.parent is not None
        if place.index:
            before = place.parent.child(place.index - 1)
            return self.own_end(self.value_end(before), self.column(before.entry_start))
        return 0 if place.parent.parent is None else place.parent.entry_start


def _last_match(text: str, offset: int) -> re.Match[str] | None:
    """Return the last line break before an offset."""
    end = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset))
    if end < 0:
        return None
    start = end - 1 if text[end - 1 : end + 1] == "\r\n" else end
    return _LINE_BREAK.match(text, start)


@dataclass(frozen=True, slots=True)
class Habits:
    """How the neighbours write: columns per level, the dash's indentation, and quotes."""

    unit: int = _DEFAULT_UNIT
    dash: int = _DEFAULT_UNIT
    quotes: Style = Style.PLAIN


def habits_near(layout: Layout, place: Place | None) -> Habits:
    """Return how the text around a place is written, looking at its nearest relatives first."""
    unit: int | None = None
    dash: int | None = None
    quotes: Style | None = None
    while place is not None and (unit is None or dash is None or quotes is None):
        node = place.node
        if isinstance(node, Collection) and not isinstance(node, Alias) and not node.is_flow:
            unit = unit if unit is not None else _unit_in(layout, place)
            dash = dash if dash is not None else _dash_in(layout, place)
            quotes = quotes if quotes is not None else _quotes_in(node)
        place = place.parent
    return Habits(
        unit if unit is not None else _DEFAULT_UNIT,
        dash if dash is not None else _DEFAULT_UNIT,
        quotes if quotes is not None else Style.PLAIN,
    )


_LOOKED_AT = 20


def _unit_in(layout: Layout, place: Place) -> int | None:
    """Return by how much a block mapping's nested mappings are indented, if it has any."""
    for child in _children(place):
        is_nested = isinstance(child.node, Mapping) and not child.node.is_flow
        if is_nested and isinstance(place.node, Mapping):
            return layout.column(child.content_start) - layout.column(child.entry_start)
    return None


def _dash_in(layout: Layout, place: Place) -> int | None:
    """Return by how much the dashes below a block mapping's keys are indented, if there are any."""
    for child in _children(place):
        is_list = isinstance(child.node, Sequence) and not child.node.is_flow
        if is_list and isinstance(place.node, Mapping):
            return layout.column(child.content_start) - layout.column(child.entry_start)
    return None


def _children(place: Place) -> Iterator[Place]:
    node = place.node
    count = len(node.entries) if isinstance(node, Collection) else 0
    for index in range(min(count, _LOOKED_AT)):
        yield place.child(index)


def _quotes_in(node: Node) -> Style | None:
    """Return how a mapping's strings are written, the last one deciding; None without strings."""
    assert isinstance(node, Collection)
    for entry in reversed(node.entries[-_LOOKED_AT:]):
        value = entry.value
        if isinstance(value, Scalar) and isinstance(value.data, str):
            if value.style in (Style.SINGLE, Style.DOUBLE):
                return value.style
            if value.style is Style.PLAIN:
                return Style.PLAIN
    return None
