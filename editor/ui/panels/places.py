"""Where nodes and problems stand in the text, and which node a place of the text belongs to."""

from __future__ import annotations

import sys
from itertools import accumulate
from operator import add
from typing import TYPE_CHECKING

from editor.core.outline import node_path
from editor.core.text import Span
from editor.core.validation.placing import Lines
from editor.core.yaml.layout import Layout
from editor.ui.language import in_language
from editor.ui.widgets.markedtext import Underline
from editor.ui.widgets.positions import LINE_END

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from editor.core.validation.problem import Problem, Severity
    from editor.core.yaml.tree import Tree
    from editor.core.yaml.values import Path
    from editor.ui.look.shapes import Shape

_NOWHERE = sys.maxsize


def node_at(tree: Tree, offset: int) -> Path:
    """Return the path of the endpoint, group or model that an offset lies in, `()` for none.

    A comment and an indentation belong to the entry that they stand before.
    """
    below = _content_below(tree.text, offset)
    node = _node_around(tree, below)
    span = span_of(tree, node) if node and below > offset else None
    return node if span is not None and offset in span else _node_around(tree, offset)


def _node_around(tree: Tree, offset: int) -> Path:
    place = tree.place_at(offset)
    return () if place is None else node_path(place.path)


def span_of(tree: Tree, path: Path) -> Span | None:
    """Return the stretch of a node with its key and the comments that belong to it."""
    place = tree.locate(path)
    if place is None or place.parent is None:
        return None
    if place.collection.is_flow:
        return Span(place.entry_start, max(place.end, place.entry_start + 1))
    extent = Layout(tree.text).extent(place)
    return Span(extent.start, extent.end)


def start_of(tree: Tree, path: Path) -> int | None:
    """Return where a node's entry itself starts."""
    place = tree.locate(path)
    return None if place is None or place.parent is None else place.entry_start


def _content_below(text: str, offset: int) -> int:
    """Return the first character below the comment lines that an offset is in, else the offset."""
    layout = Layout(text)
    line = layout.line_start(offset)
    while layout.comment_column(line) is not None and layout.next_line(line) > line:
        line = layout.next_line(line)
    return offset if layout.is_blank(line) else max(offset, layout.blanks_end(line))


def underlines(
    text: str, problems: Iterable[Problem], shapes: Mapping[Severity, Shape], file: str = "config"
) -> tuple[Underline, ...]:
    """Return what to underline in a file's text for the problems that have a place in it."""
    placed = [p for p in problems if p.line is not None and p.file == file]
    if not placed:
        return ()
    starts = line_starts(text)
    return tuple(
        Underline(
            offset_of(starts, problem.line, problem.column),
            offset_of(starts, problem.end_line, problem.end_column),
            shapes[problem.severity],
            in_language(problem.message),
        )
        for problem in placed
    )


def problems_at(
    text: str, problems: Iterable[Problem], offset: int, file: str = "config"
) -> tuple[Problem, ...]:
    """Return the problems whose place in a file's text an offset lies in or touches."""
    line, column = Lines(text).position(offset)
    return tuple(
        problem
        for problem in problems
        if problem.file == file and _first(problem) <= (line, column) <= _last(problem)
    )


def problems_near(
    text: str, problems: Iterable[Problem], offset: int, file: str = "config"
) -> tuple[Problem, ...]:
    """Return the problems at an offset, where there is none those in its line."""
    found = tuple(problems)
    line = Lines(text).position(offset)[0]
    return problems_at(text, found, offset, file) or tuple(
        problem
        for problem in found
        if problem.file == file and _first(problem)[0] <= line <= _last(problem)[0]
    )


def _first(problem: Problem) -> tuple[int, int]:
    """Return line and column of a problem's place, beyond every text for one without."""
    return (problem.line or _NOWHERE, problem.column or _NOWHERE)


def _last(problem: Problem) -> tuple[int, int]:
    return (problem.end_line or 0, problem.end_column or 0)


def line_starts(text: str) -> Sequence[int]:
    """Return where each line starts, whichever way lines end."""
    if "\r" in text:
        return [0, *(found.end() for found in LINE_END.finditer(text))]
    lines = text.split("\n")
    return list(map(add, accumulate(map(len, lines), initial=0), range(len(lines))))


def offset_of(starts: Sequence[int], line: int | None, column: int | None) -> int:
    """Return the offset of a line and column, both counted from 1."""
    if line is None or column is None:
        return 0
    return starts[min(line, len(starts)) - 1] + column - 1
