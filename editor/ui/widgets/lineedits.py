"""What indenting and commenting change in whole lines of a source, as patches."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from editor.core.text import Patch

if TYPE_CHECKING:
    from collections.abc import Sequence

INDENT = 2
_COMMENT = "#"


class SourceLine(NamedTuple):
    """A line without its line end, and the offset that it starts at."""

    start: int
    text: str

    @property
    def indent(self) -> int:
        """Return how many blanks it begins with."""
        return len(self.text) - len(self.text.lstrip(" \t"))

    @property
    def is_blank(self) -> bool:
        """Say whether there is nothing but blanks."""
        return not self.text.strip(" \t")


class LineBreak(NamedTuple):
    """How many characters before the cursor go away, and what comes in their place."""

    removed: int
    added: str


def indented(lines: Sequence[SourceLine]) -> tuple[Patch, ...]:
    """Return what moves lines one step to the right; blank ones stay."""
    return tuple(Patch(line.start, line.start, " " * INDENT) for line in lines if not line.is_blank)


def unindented(lines: Sequence[SourceLine]) -> tuple[Patch, ...]:
    """Return what moves lines one step, or what there is of it, to the left."""
    steps = ((line, _step(line.text)) for line in lines)
    return tuple(Patch(line.start, line.start + step, "") for line, step in steps if step)


def commented(lines: Sequence[SourceLine]) -> tuple[Patch, ...]:
    """Return what makes comments of lines, at the indent of the outermost; of comments, lines.

    Blank lines stay as they are, unless there is nothing else.
    """
    chosen = [line for line in lines if not line.is_blank] or list(lines[:1])
    if all(line.text[line.indent :].startswith(_COMMENT) for line in chosen):
        return tuple(_bared(line) for line in chosen)
    column = min(line.indent for line in chosen)
    return tuple(Patch(line.start + column, line.start + column, "# ") for line in chosen)


def _bared(line: SourceLine) -> Patch:
    """Return what takes the sign of a comment away, with one blank behind it."""
    start = line.start + line.indent
    has_blank = line.text[line.indent + 1 : line.indent + 2] == " "
    return Patch(start, start + (2 if has_blank else 1), "")


def _step(text: str) -> int:
    """Return how many characters of a line are its first step: some spaces, or a tab."""
    if text.startswith("\t"):
        return 1
    return min(len(text) - len(text.lstrip(" ")), INDENT)
