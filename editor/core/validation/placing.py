"""Where in the text a finding points: lines and columns for people and programs."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter, is_
from typing import TYPE_CHECKING, NamedTuple, cast

from editor.core.schema.table import GROUPS_PATH
from editor.core.text import Span
from editor.core.validation.problem import Finding, Fix, Problem, Spot
from editor.core.yaml.nodes import EMPTY, Collection, Node, Scalar, Style
from editor.core.yaml.tree import index_of, nearest_below

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.core.environment import Environment
    from editor.core.validation.memory import Memory
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


class _Block(NamedTuple):
    """The problems inside one node, and what they were found from.

    As long as node, findings and the node's place stay the same, so do the problems.
    """

    node: Node
    position: tuple[int, int]
    findings: list[Finding]
    problems: list[Problem]


def placed(
    findings: Iterable[Finding], text: str, tree: Tree | None, memory: Memory
) -> tuple[Problem, ...]:
    """Return the findings as problems of the config, in the order of the text.

    What is inside a group that did not change is taken over from the last text.
    """
    lines = Lines(text)
    if tree is None or tree.root is None:
        return tuple(_problem(finding, None, lines, None) for finding in findings)
    finder = _Finder(tree)
    rest, inside = _by_block(findings)
    problems = _placed([one for one in rest if one.spot is not Spot.NOWHERE], finder, lines)
    earlier = cast("dict[Path, _Block]", memory.last(_Block))
    blocks: dict[Path, _Block] = {}
    for path, found in sorted(inside.items()):
        block = _block(path, found, finder, lines, earlier.get(path))
        problems += block.problems
        blocks[path] = block
    memory.keep(_Block, blocks)
    problems.sort(key=_POSITION)
    nowhere = (one for one in rest if one.spot is Spot.NOWHERE)
    return (*problems, *(_problem(finding, None, lines, None) for finding in nowhere))


def _by_block(findings: Iterable[Finding]) -> tuple[list[Finding], dict[Path, list[Finding]]]:
    """Part findings: those inside the models of a group, or else inside a group, and the rest."""
    rest: list[Finding] = []
    inside: dict[Path, list[Finding]] = {}
    for finding in findings:
        path = finding.node_path
        if len(path) <= _GROUP_DEPTH or path[: len(GROUPS_PATH)] != GROUPS_PATH:
            rest.append(finding)
            continue
        is_deeper = len(path) > _GROUP_DEPTH + 1 and path[_GROUP_DEPTH] == "models"
        block = path[: _GROUP_DEPTH + is_deeper]
        inside.setdefault(block, []).append(finding)
    return rest, inside


def _block(
    path: Path, findings: list[Finding], finder: _Finder, lines: Lines, earlier: _Block | None
) -> _Block:
    """Return the problems of a block; the earlier ones where nothing about them changed."""
    place = finder.locate(path)
    if place is None:
        return _Block(EMPTY, (0, 0), findings, _placed(findings, finder, lines))
    position = lines.position(place.content_start)
    if (
        earlier is not None
        and earlier.node is place.node
        and earlier.position == position
        and len(earlier.findings) == len(findings)
        and all(map(is_, earlier.findings, findings))
    ):
        return earlier
    problems = _placed(findings, finder, lines)
    is_inside = problems[0].line is not None and (problems[0].line, problems[0].column) >= position
    return _Block(place.node if is_inside else EMPTY, position, findings, problems)


def _placed(findings: list[Finding], finder: _Finder, lines: Lines) -> list[Problem]:
    spans = [(finding, finder.span(finding)) for finding in findings]
    spans.sort(key=_place)
    return [_problem(finding, span, lines, finder.tree) for finding, span in spans]


def placed_in_env(findings: Iterable[Finding], environment: Environment) -> tuple[Problem, ...]:
    """Return findings about a `.env` text as problems: at their span, or their variable's name."""
    spans = environment.key_spans
    lines = Lines(environment.env_text)
    places = ((one, one.env_span or spans[str(one.variable)]) for one in findings)
    pairs = sorted(places, key=_place)
    return tuple(
        replace(_problem(finding, span, lines, None), file="env") for finding, span in pairs
    )


def _place(pair: tuple[Finding, Span]) -> Span:
    return pair[1]


_POSITION = attrgetter("line", "column", "end_line", "end_column")


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
    """Finds the characters to point at; what many findings are in is found once."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._found: dict[Path, Place | None] = {}

    def span(self, finding: Finding) -> Span:
        """Return where the value or key itself stands, or the nearest thing above it."""
        place, missing = self._nearest(finding.node_path)
        wants_key = finding.spot is Spot.KEY or missing or not _is_short(place)
        return (place.key_span if wants_key else None) or _value_span(place, self.tree.text)

    def locate(self, path: Path) -> Place | None:
        """Return the node of a path, or None."""
        if path not in self._found:
            parent = self.locate(path[:-1]) if path else None
            place = self.tree.root if not path else None
            if parent is not None:
                index = index_of(parent.node, path[-1])
                place = None if index is None else parent.child(index)
            self._found[path] = place
        return self._found[path]

    def _nearest(self, path: Path) -> tuple[Place, Path]:
        parent = self.locate(path[:-1])
        if parent is not None:
            return nearest_below(parent, path[-1:])
        place, missing = self.tree.nearest(path)
        assert place is not None
        return place, missing


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
