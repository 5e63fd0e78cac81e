"""Which lines of a text differ from those on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.text import difference
from editor.core.validation.placing import Lines
from editor.ui.widgets.differences import RowKind, rows_between
from editor.ui.widgets.markedtext import Change

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from editor.ui.widgets.differences import Row


def changed_lines(saved: str, text: str) -> Mapping[int, Change]:
    """Return how the lines of a text, counted from 0, differ; equal ones are left out.

    Only what lies between the first and the last difference is compared line by line.
    """
    patches = difference(saved, text)
    if not patches:
        return {}
    start = text.rfind("\n", 0, patches[0].start) + 1
    tail = _tail(saved, patches[0].end)
    rows = rows_between(saved[start : len(saved) - tail], text[start : len(text) - tail], 0)
    return _marks(rows, Lines(text).position(start)[0] - 1)


def count_runs(marks: Iterable[int]) -> int:
    """Return how many runs of neighbouring lines there are."""
    lines = set(marks)
    return sum(line - 1 not in lines for line in lines)


def _tail(saved: str, end: int) -> int:
    """Return how many characters behind the last difference are whole lines."""
    line_end = saved.find("\n", end)
    return 0 if line_end < 0 else len(saved) - line_end - 1


def _marks(rows: Iterable[Row], line: int) -> dict[int, Change]:
    """Return the marks of rows, the first of which is at a line of the new text."""
    marks: dict[int, Change] = {}
    removed = 0
    for row in rows:
        match row.kind:
            case RowKind.REMOVED:
                removed += 1
                continue
            case RowKind.ADDED:
                marks[line] = Change.CHANGED if removed else Change.ADDED
                removed = max(0, removed - 1)
            case RowKind.CHANGED:
                marks[line] = Change.CHANGED
            case _:
                _mark_removed(marks, line, removed)
                removed = 0
        line += row.folded or 1
    _mark_removed(marks, line, removed)
    return marks


def _mark_removed(marks: dict[int, Change], line: int, removed: int) -> None:
    """Mark the line below removed ones, unless the one above says already that it changed."""
    if removed and line - 1 not in marks:
        marks[line] = Change.REMOVED
