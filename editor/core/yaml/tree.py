"""A parsed text: what stands where, and what has which path."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.core.text import Span
from editor.core.yaml.nodes import Alias, Collection, Entry, Mapping, Node, Sequence

if TYPE_CHECKING:
    from editor.core.yaml.values import Path, Value


@dataclass(frozen=True, slots=True)
class Place:
    """A node at its absolute offset, within its parent.

    `index` counts the parent's entries; for the root, `parent` is None.
    """

    node: Node
    start: int
    parent: Place | None = None
    index: int = 0

    @property
    def end(self) -> int:
        """Return the offset behind the node."""
        return self.start + self.node.length

    @property
    def content_start(self) -> int:
        """Return where the node's content starts, behind its anchor and tag."""
        properties = self.node.properties
        return self.start if properties is None else self.start + properties.content_offset

    @property
    def collection(self) -> Mapping | Sequence:
        """Return the parent's node; the root has none."""
        assert self.parent is not None
        assert isinstance(self.parent.node, Collection)
        return self.parent.node

    @property
    def entry(self) -> Entry:
        """Return the entry of the parent that holds this node."""
        return self.collection.entries[self.index]

    @property
    def entry_start(self) -> int:
        """Return where the entry starts: its key, its `?`, or the `-` of its item."""
        assert self.parent is not None
        return self.parent.start + self.collection.offsets[self.index]

    @property
    def key_span(self) -> Span | None:
        """Return where the entry's key stands; items have none."""
        if self.parent is None or self.entry.key is None:
            return None
        start = self.entry_start + self.entry.key_offset
        return Span(start, start + self.entry.key.length)

    @property
    def path(self) -> Path:
        """Return the path of the node from the root."""
        if self.parent is None:
            return ()
        parent = self.parent.node
        step = parent.keys[self.index] if isinstance(parent, Mapping) else self.index
        return (*self.parent.path, step)

    def child(self, index: int) -> Place:
        """Return the value of the entry of that number."""
        node = self.node
        assert isinstance(node, Collection)
        entry = node.entries[index]
        return Place(
            entry.value, self.start + node.offsets[index] + entry.value_offset, self, index
        )


@dataclass(frozen=True, slots=True)
class Tree:
    """The nodes of one text.

    `root` is None when there is no document or nothing in it. `end` is where reading went on
    behind the root. `has_shared`: anchors or aliases occur somewhere.
    """

    text: str
    root: Place | None
    end: int
    has_shared: bool
    has_directives: bool

    @property
    def value(self) -> Value:
        """Return what LibreChat's loader makes of the text; shared with other trees, read only."""
        return self.root.node.data if self.root is not None else None

    def locate(self, path: Path) -> Place | None:
        """Return the node of a path, or None; aliases and merge keys are not followed."""
        place = self.root
        for step in path:
            if place is None:
                return None
            index = index_of(place.node, step)
            place = None if index is None else place.child(index)
        return place

    def nearest(self, path: Path) -> tuple[Place | None, Path]:
        """Return the last node that stands on a path, and the steps that are missing below it."""
        return (None, path) if self.root is None else nearest_below(self.root, path)

    def place_at(self, offset: int) -> Place | None:
        """Return the deepest node whose entry holds the offset, or None."""
        place = self.root
        if place is None or not place.start <= offset:
            return None
        while (child := _child_at(place, offset)) is not None:
            place = child
        return place


def nearest_below(place: Place, path: Path) -> tuple[Place, Path]:
    """Return the last node on a path that starts at a place, and the steps that are missing."""
    for depth, step in enumerate(path):
        index = index_of(place.node, step)
        if index is None:
            return place, path[depth:]
        place = place.child(index)
    return place, ()


def index_of(node: Node, step: str | int) -> int | None:
    """Return which entry of a node a path step names, or None."""
    match node:
        case Mapping() if isinstance(step, str):
            return _index_of_key(node, step)
        case Sequence() if isinstance(step, int) and 0 <= step < len(node.entries):
            return step
        case _:
            return None


def _index_of_key(node: Mapping, key: str) -> int | None:
    index = node.first_index_of(key)
    if index is None:
        return None
    while node.entries[index].is_merge:
        if key not in node.keys[index + 1 :]:
            return None
        index = node.keys.index(key, index + 1)
    return index


def _child_at(place: Place, offset: int) -> Place | None:
    node = place.node
    if isinstance(node, Alias) or not isinstance(node, Collection) or not node.entries:
        return None
    index = bisect_right(node.offsets, offset - place.start) - 1
    if index < 0:
        return None
    child = place.child(index)
    is_inside = not node.is_flow or offset <= max(child.end, child.entry_start)
    return child if is_inside else None
