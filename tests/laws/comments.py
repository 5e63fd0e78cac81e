"""Which comment of a text belongs to which node: found from the lines, not by the edit engine.

A comment at the end of a line belongs to the last entry that began before it; a block of comments
directly above an entry, none of them indented deeper, belongs to that entry. Any other comment
(before a blank line, indented deeper than what follows, at the end of the file) belongs to nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from editor.core.text import Span
from editor.core.yaml.nodes import Alias, Mapping, Scalar, Sequence
from editor.core.yaml.tree import Place, Tree
from editor.core.yaml.values import Path

_PROPERTY = re.compile(r"[&!]\S*")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment: its words, its place, and the path of the node that it belongs to, if any.

    `item` is the outermost entry that starts on the owner's line: `- key: value # beside` is beside
    the item as much as beside its first key.
    """

    text: str
    offset: int
    owner: Path | None = None
    item: Path | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    start: int
    end: int
    path: Path
    flow_start: int


class Comments:
    """The comments of a tree's text."""

    def __init__(self, tree: Tree) -> None:
        """Find all comments."""
        self._text = tree.text
        places = list(all_places(tree.root))
        self._content = bytearray(len(tree.text))
        for place in places:
            self._mark(place)
        self._entries = [
            _Entry(place.entry_start, place.end, place.path, _flow_start(place.parent))
            for place in places
            if place.parent is not None
        ]
        self._flows = [
            (place.content_start, place.end)
            for place in places
            if isinstance(place.node, Mapping | Sequence) and place.node.is_flow
        ]
        mark = len(tree.text) - len(tree.text.removeprefix("\ufeff"))
        self._line_starts = [match.start() for match in _LINE.finditer(tree.text, mark)]
        self.found = list(self._find(tree.has_directives))

    def _mark(self, place: Place) -> None:
        spans = [place.key_span] if place.key_span is not None else []
        if isinstance(place.node, Scalar | Alias):
            spans.append(Span(place.start, place.end))
        spans += [
            Span(match.start(), match.end())
            for match in _PROPERTY.finditer(self._text, place.start, place.content_start)
        ]
        for start, end in spans:
            self._content[start:end] = b"\1" * (end - start)

    def _find(self, has_directives: bool) -> Iterator[Comment]:
        for start, end in pairwise([*self._line_starts, len(self._text)]):
            line = self._text[start:end].rstrip("\r\n")
            if has_directives and line.startswith("%"):
                continue
            at = next((i for i in _hashes(line) if not self._content[start + i]), None)
            if at is not None:
                yield self._comment(line[at:].rstrip(), start, start + at)

    def _comment(self, text: str, line_start: int, offset: int) -> Comment:
        if not self._text[line_start:offset].strip(" \t"):
            return Comment(text, offset, self._owner_below(line_start, offset - line_start))
        owner = self._entry_before(offset)
        if owner is None:
            return Comment(text, offset)
        on_line = [entry for entry in self._entries if line_start <= entry.start <= owner.start]
        first = next((e for e in on_line if e.path == owner.path[: len(e.path)]), owner)
        return Comment(text, offset, owner.path, first.path)

    def _entry_before(self, offset: int) -> _Entry | None:
        flow = max((span for span in self._flows if span[0] <= offset < span[1]), default=(-1, 0))
        before = [
            entry for entry in self._entries if entry.start < offset and entry.flow_start == flow[0]
        ]
        last = max(before, key=lambda entry: (entry.start, len(entry.path)), default=None)
        if last is None or set("\r\n") & set(self._text[last.end : offset]):
            return None
        return last

    def _owner_below(self, line_start: int, column: int) -> Path | None:
        for start in self._line_starts[bisect_right(self._line_starts, line_start) :]:
            line = _LINE.match(self._text, start)
            assert line is not None
            rest = line.group().lstrip(" \t")
            indent = len(line.group()) - len(rest)
            if not rest.startswith("#"):
                return self._first_entry_at(start + indent) if indent >= column else None
            column = max(column, indent)
        return None

    def _first_entry_at(self, offset: int) -> Path | None:
        paths = [entry.path for entry in self._entries if entry.start == offset]
        return min(paths, key=len, default=None)


def _flow_start(parent: Place) -> int:
    node = parent.node
    is_flow = isinstance(node, Mapping | Sequence) and node.is_flow
    return parent.content_start if is_flow else -1


def _hashes(line: str) -> Iterator[int]:
    return (match.start() for match in re.finditer("#", line))


def all_places(place: Place | None) -> Iterator[Place]:
    """Yield a node and all below it, in the order of the text."""
    if place is None:
        return
    yield place
    if isinstance(place.node, Mapping | Sequence):
        for index in range(len(place.node.entries)):
            yield from all_places(place.child(index))
