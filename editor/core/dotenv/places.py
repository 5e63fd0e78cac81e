"""Which lines of a `.env` text an assignment takes up, and where a new one can go."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from editor.core.text import Patch
from editor.core.validation.javascript import LINE_ENDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from editor.core.dotenv.reading import Assignment

_BREAK = re.compile(f"\r\n?|[{LINE_ENDS}]")
_FILE_BREAK = re.compile("\r\n?|\n")
_BYTE_ORDER_MARK = "\ufeff"
_RULER = " \t#=-"


class Spot(NamedTuple):
    """A place for a new line, behind so many assignments (`earlier`).

    The line is written behind a line break where it follows a line (`is_behind`), else in front of
    one. `heading` is a comment to write above it.
    """

    offset: int
    earlier: int
    is_behind: bool
    is_exported: bool = False
    heading: str | None = None


class Addition(NamedTuple):
    """A variable as it is to be written at a spot."""

    spot: Spot
    name: str
    written: str


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text that hold one assignment, from the first's start to the last's end."""

    text: str
    start: int
    end: int

    def as_comment(self, note: str) -> tuple[Patch, ...]:
        """Return the patches that put `#` before each line, and a note above the first."""
        starts = [self.start]
        starts += [found.end() for found in _BREAK.finditer(self.text, self.start, self.end)]
        heading = "" if not note or self._has_note(note) else self._as_heading(note)
        marks = [f"{heading}# ", *(["# "] * (len(starts) - 1))]
        return tuple(map(Patch, starts, starts, marks))

    def removed(self) -> Patch:
        """Return the patch that takes the lines out with the line break behind them."""
        behind = _BREAK.match(self.text, self.end)
        return Patch(self.start, self.end if behind is None else behind.end(), "")

    def replaced_by(self, line: str) -> Patch:
        """Return the patch that writes another line instead."""
        return Patch(self.start, self.end, line)

    def _as_heading(self, note: str) -> str:
        end = line_end_of(self.text)
        return "".join(f"# {line}{end}" for line in _BREAK.split(note))

    def _has_note(self, note: str) -> bool:
        """Say whether the comment lines right above hold the note."""
        end = self.start
        wanted = f"# {_BREAK.split(note)[-1]}"
        while end > 0:
            content_end = without_break(self.text, end)
            start = _line_start(self.text, content_end)
            line = self.text[start:content_end]
            if line == wanted:
                return True
            if not line.startswith("#"):
                return False
            end = start
        return False


def lines_of(text: str, assignment: Assignment) -> Lines:
    """Return the lines from an assignment's name to the end of its value or comment."""
    behind = _BREAK.search(text, assignment.value_span.end)
    end = len(text) if behind is None else behind.start()
    return Lines(text, _line_start(text, assignment.key_span.start), end)


def line_end_of(text: str) -> str:
    """Return what ends the lines of a text: as its first line does, else a line feed."""
    found = _FILE_BREAK.search(text)
    return "\n" if found is None else found[0]


def without_break(text: str, offset: int) -> int:
    """Return the offset in front of the line break that ends at an offset, if one does."""
    before = text[max(0, offset - 2) : offset]
    return offset - (2 if before == "\r\n" else int(before[-1:] in (*LINE_ENDS, "\r")))


def spots_for(
    text: str,
    found: tuple[Assignment, ...],
    name: str,
    *,
    near: Collection[str],
    block: str | None,
) -> Iterator[Spot]:
    """Yield where a new variable can go, the best place first."""
    relatives = [index for index, one in enumerate(found) if one.key in near]
    for index in (relatives[-1] if relatives else None, _last_relative(found, name)):
        if index is not None:
            yield _behind(text, found, index)
    heading = block
    under = None if block is None else _end_of_block(text, block)
    if under is not None:
        heading = None
        yield Spot(under, _count_before(found, under), is_behind=True)
    ends_with_break = not text or text[-1] in "\r\n"
    yield Spot(len(text), len(found), is_behind=not ends_with_break, heading=heading)
    start = len(_BYTE_ORDER_MARK) if text.startswith(_BYTE_ORDER_MARK) else 0
    yield Spot(start, 0, is_behind=False)


def added_lines(text: str, addition: Addition) -> Patch:
    """Return the patch that writes a new variable at its spot."""
    spot, end = addition.spot, line_end_of(text)
    export = "export " if spot.is_exported else ""
    line = f"{export}{addition.name}={addition.written}"
    if spot.heading is not None:
        is_apart = not text.strip(_BYTE_ORDER_MARK) or text.endswith((end * 2,))
        blank = "" if is_apart else end
        line = f"{blank}# {spot.heading}{end}{line}"
    return Patch(spot.offset, spot.offset, f"{end}{line}" if spot.is_behind else f"{line}{end}")


def _behind(text: str, found: tuple[Assignment, ...], index: int) -> Spot:
    behind = _FILE_BREAK.search(text, found[index].value_span.end)
    offset = len(text) if behind is None else behind.start()
    return Spot(
        offset,
        _count_before(found, offset),
        is_behind=True,
        is_exported=found[index].is_exported,
    )


def _count_before(found: tuple[Assignment, ...], offset: int) -> int:
    return sum(one.key_span.start < offset for one in found)


def _last_relative(found: tuple[Assignment, ...], name: str) -> int | None:
    """Return the last of those whose names share most words with a name, from the beginning."""
    shared = [_shared_words(one.key, name) for one in found]
    most = max(shared, default=0)
    return max(index for index, count in enumerate(shared) if count == most) if most else None


def _shared_words(one: str, other: str) -> int:
    """Return how many words, joined by `_`, two names have in common at their beginning."""
    count = 0
    for mine, yours in zip(one.split("_"), other.split("_"), strict=False):
        if mine != yours:
            break
        count += 1
    return count


def _end_of_block(text: str, block: str) -> int | None:
    """Return the end of the last line under a comment, up to a blank line; None without it."""
    end, is_under = None, False
    for start, stop in _line_spans(text):
        line = text[start:stop].strip(_BYTE_ORDER_MARK)
        if line.startswith("#") and line.strip(_RULER).casefold() == block.strip(_RULER).casefold():
            is_under = True
        elif not line.strip():
            is_under = False
        if is_under:
            end = stop
    return end


def _line_spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _FILE_BREAK.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _line_start(text: str, offset: int) -> int:
    """Return where the line of an offset starts, a byte order mark left out."""
    start = max(text.rfind(end, 0, offset) + 1 for end in LINE_ENDS + "\r")
    return start if start else int(text.startswith(_BYTE_ORDER_MARK))
