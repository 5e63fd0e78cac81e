"""Where in the text a finding points: lines and columns for people and programs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from editor.core.dotenv import assignments
from editor.core.schema.table import GROUPS_PATH
from editor.core.text import Span
from editor.core.validation.problem import Finding, Fix, Problem, Spot
from editor.core.yaml.nodes import Collection, Scalar, Style
from editor.core.yaml.tree import nearest_below

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.core.yaml.tree import Place, Tree
    from editor.core.yaml.values import Path


_GROUP_DEPTH = len(GROUPS_PATH) + 1


class Lines:
    """Turns offsets into 1-based lines and columns; quickest when asked in ascending order."""

    def __init__(self, text: str) -> None:
        """Look at a text whose lines end with a line feed, a carriage return, or both."""
        self._text = text
        self._has_returns = "\r" in text
        self._offset = 0
        self._line = 1

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, counted in code points."""
        if offset < self._offset:
            self._offset, self._line = 0, 1
        self._line += self._breaks(self._offset, offset)
        self._offset = offset
        start = self._text.rfind("\n", 0, offset) + 1
        if self._has_returns:
            start = max(start, self._text.rfind("\r", start, offset) + 1)
        return self._line, offset - start + 1

    def _breaks(self, start: int, end: int) -> int:
        text = self._text
        count = text.count("\n", start, end)
        if self._has_returns:
            count += text.count("\r", start, end) - text.count("\r\n", start, end)
            count -= text[start - 1 : start + 1] == "\r\n" and end > start > 0
            count -= text[end - 1 : end + 1] == "\r\n" and end > start
        return count


def placed(findings: Iterable[Finding], text: str, tree: Tree | None) -> tuple[Problem, ...]:
    """Return the findings as problems of the config, in the order of the text."""
    lines = Lines(text)
    finder = None if tree is None or tree.root is None else _Finder(tree)
    spans = [(finding, finder and finder.span(finding)) for finding in findings]
    spans.sort(key=lambda pair: pair[1] or Span(len(text), len(text)))
    return tuple(_problem(finding, span, lines, tree) for finding, span in spans)


def placed_in_env(findings: Iterable[Finding], env_text: str) -> tuple[Problem, ...]:
    """Return findings about variables of a `.env` text as problems at the last of their names."""
    spans = {found.key: found.key_span for found in assignments(env_text)}
    lines = Lines(env_text)
    pairs = sorted(((finding, spans[str(finding.variable)]) for finding in findings), key=_place)
    return tuple(
        replace(_problem(finding, span, lines, None), file="env") for finding, span in pairs
    )


def _place(pair: tuple[Finding, Span]) -> Span:
    return pair[1]


def problem_at(finding: Finding, text: str, offset: int | None) -> Problem:
    """Return a finding as a problem at one character, or at no place."""
    span = None if offset is None else Span(min(offset, len(text)), min(offset + 1, len(text)))
    return _problem(finding, span, Lines(text), None)


def _problem(finding: Finding, span: Span | None, lines: Lines, tree: Tree | None) -> Problem:
    line = column = end_line = end_column = None
    if span is not None:
        line, column = lines.position(span.start)
        end_line, end_column = lines.position(span.end)
    return Problem(
        severity=finding.severity,
        code=finding.code,
        origin=finding.origin,
        message=finding.message,
        server_message=finding.server_message,
        reported=finding.reported,
        file="config",
        path=finding.path,
        node_path=finding.node_path,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        fixes=tuple(_as_written(fix, tree) for fix in finding.fixes),
    )


class _Finder:
    """Finds the characters to point at; most findings are in groups, so those are found once."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._groups: dict[Path, Place | None] = {}

    def span(self, finding: Finding) -> Span | None:
        """Return where the value or key itself stands, or the nearest thing above it."""
        if finding.spot is Spot.NOWHERE:
            return None
        place, missing = self._nearest(finding.node_path)
        if place is None:
            return None
        wants_key = finding.spot is Spot.KEY or missing or not _is_short(place)
        return (place.key_span if wants_key else None) or _value_span(place, self._tree.text)

    def _nearest(self, path: Path) -> tuple[Place | None, Path]:
        prefix = path[:_GROUP_DEPTH]
        if prefix not in self._groups:
            is_group = prefix[:-1] == GROUPS_PATH
            self._groups[prefix] = self._tree.locate(prefix) if is_group else None
        group = self._groups[prefix]
        if group is None:
            return self._tree.nearest(path)
        return nearest_below(group, path[_GROUP_DEPTH:])


def _is_short(place: Place) -> bool:
    node = place.node
    if isinstance(node, Scalar):
        return node.style is not Style.EMPTY
    return not isinstance(node, Collection) or node.is_flow


def _value_span(place: Place, text: str) -> Span:
    """Return where a value stands; of a block collection, what its first line holds."""
    start, end = place.content_start, place.end
    if isinstance(place.node, Collection) and not place.node.is_flow:
        first_line = text[start:end].splitlines()[0] if end > start else ""
        end = start + len(first_line.split(" #")[0].rstrip())
    return Span(start, max(start, end))


def _as_written(fix: Fix, tree: Tree | None) -> Fix:
    """Let a fix that quotes a scalar write the text that stands in the source."""
    place = None if tree is None or fix.quoted is None else tree.locate(fix.quoted)
    if place is None or not isinstance(place.node, Scalar):
        return fix
    text, path = place.node.text, list(place.path)
    operations = tuple(
        {**operation, "value": text} if list(_path_of(operation)) == path else operation
        for operation in fix.operations
    )
    return replace(fix, operations=operations)


def _path_of(operation: dict[str, object]) -> list[object]:
    path = operation.get("path")
    return [*path] if isinstance(path, list | tuple) else []  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
