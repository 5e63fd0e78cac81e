"""Reading entries of a block collection on their own, and putting them into the shared tree."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from editor.core.yaml.blocks import BlockMappingReader, is_at_item, read_item
from editor.core.yaml.cursor import END, WHITE_OR_END_OF_LINE, Cursor, YamlError
from editor.core.yaml.documents import BYTE_ORDER_MARK
from editor.core.yaml.node_reading import NodeReader
from editor.core.yaml.nodes import Collection, Entry, Mapping, Node, Sequence
from editor.core.yaml.tree import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.core.yaml.values import Value


class ReadEntry(NamedTuple):
    """An entry, its name if it is a mapping's, and the offset at which it starts.

    `goes_on` says whether the collection may have another entry behind it.
    """

    entry: Entry
    name: str
    start: int
    goes_on: bool = False


class Run(NamedTuple):
    """Entries that were read one after the other, and the number of the old one that follows."""

    entries: tuple[ReadEntry, ...]
    next_index: int


def read_run(
    text: str, parent: Place, first: int, start: int, next_index: Callable[[int], int | None]
) -> Run | None:
    """Read entries of a block collection in a prepared new text, the first one at `start`.

    It takes the place of the old entry number `first`. Reading ends where `next_index(position)`
    knows which old entry follows. Returns None when what is there cannot be read apart from the
    rest. Raises YamlError where the whole text would fail.
    """
    assert isinstance(parent.node, Collection)
    reading = _Reading(text, parent, first, start)
    count = len(parent.node.entries)
    entries: list[ReadEntry] = []
    while (entry := reading.next()) is not None:
        entries.append(entry)
        index = next_index(reading.cursor.position)
        is_at_end = text[reading.cursor.position] == END
        if index is not None and (is_at_end or entry.goes_on == (index < count)):
            return Run(tuple(entries), index)
        if index is not None or is_at_end or not entry.goes_on:
            return None
    return None


class _Reading:
    """Reads one entry after the other where an old collection stands."""

    def __init__(self, text: str, parent: Place, first: int, start: int) -> None:
        self.cursor = cursor_at(text, start)
        self._reader = NodeReader(self.cursor, _depth(parent) + 1)
        self._column = start - self.cursor.line_start
        self._flow_indent = _indent_around(text, parent) + 1
        self._is_list = isinstance(parent.node, Sequence)
        keys = parent.node.keys if isinstance(parent.node, Mapping) else ()
        self._names = set(keys[:first])

    def next(self) -> ReadEntry | None:
        """Return the entry at the cursor, None when it depends on other parts of the text."""
        reader = self._reader
        try:
            read = self._item() if self._is_list else self._pair()
        except YamlError:
            if reader.has_shared or reader.budget.used:
                return None
            raise
        return None if reader.has_shared or reader.budget.used else read

    def _item(self) -> ReadEntry | None:
        start = self.cursor.position
        if not is_at_item(self.cursor):
            return None
        entry, goes_on = read_item(self._reader, self._column)
        return ReadEntry(entry, "", start, goes_on)

    def _pair(self) -> ReadEntry | None:
        text, start = self.cursor.text, self.cursor.position
        if text[start] in "?:" and text[start + 1] in WHITE_OR_END_OF_LINE:
            return None
        mapping = BlockMappingReader(self._reader, self._column, self._flow_indent)
        builder = mapping.builder
        try:
            goes_on, _ = mapping.read_entry()
        except YamlError:
            if self._names.isdisjoint(builder.keys):
                raise
            return None
        if len(builder.entries) != 1 or builder.entries[0].is_merge:
            return None
        name = builder.keys[0]
        if name in self._names:
            return None
        self._names.add(name)
        return ReadEntry(builder.entries[0], name, start, goes_on)


def _indent_around(text: str, place: Place) -> int:
    """Return the indentation that the parent of a block collection has."""
    if place.parent is None:
        return cursor_at(text, place.start).line_indent - 1
    return place.parent.start - cursor_at(text, place.parent.start).line_start


def cursor_at(text: str, position: int) -> Cursor:
    """Return a cursor at a token, with what reading up to it would have left behind."""
    cursor = Cursor(text, position)
    start = text.rfind("\n", 0, position) + 1
    start = max(start, text.rfind("\r", start, position) + 1)
    if start == 0 and text.startswith(BYTE_ORDER_MARK):
        start = 1
    line = text[start:position]
    cursor.line_start = start
    cursor.line_indent = len(line) - len(line.lstrip(" "))
    return cursor


def _depth(place: Place) -> int:
    depth = 0
    while place.parent is not None:
        depth += 1
        place = place.parent
    return depth


def spliced(parent: Place, first: int, run: Run, shift: int) -> Place | None:
    """Return the root of a new tree in which a run replaces the entries from `first` on.

    `shift` is by how much everything behind the run moved. Returns None when a key of the run
    exists already or its mapping merges others.
    """
    node = parent.node
    assert isinstance(node, Collection)
    new = _with_run(node, first, run)
    if new is None:
        return None
    start = run.entries[0].start if first == 0 else parent.start
    moved = shift - (start - parent.start)
    new.entries = (
        *node.entries[:first],
        *(read.entry for read in run.entries),
        *node.entries[run.next_index :],
    )
    new.offsets = (
        *node.offsets[:first],
        *(read.start - start for read in run.entries),
        *[offset + moved for offset in node.offsets[run.next_index :]],
    )
    new.length = new.offsets[-1] + new.entries[-1].length
    return _grafted(parent, new, start, shift)


def _grafted(place: Place, node: Mapping | Sequence, start: int, shift: int) -> Place | None:
    """Return the new root above a node that replaces the one at `place`."""
    if place.parent is None:
        return Place(node, start)
    old = place.entry
    entry = Entry(old.key, old.key_offset, node, old.value_offset + start - place.start)
    name = _name_in_parent(place)
    run = Run((ReadEntry(entry, name, place.entry_start),), place.index + 1)
    return spliced(place.parent, place.index, run, shift)


def _name_in_parent(place: Place) -> str:
    assert place.parent is not None
    mapping = place.parent.node
    return mapping.keys[place.index] if isinstance(mapping, Mapping) else ""


def _with_run(node: Node, first: int, run: Run) -> Mapping | Sequence | None:
    """Return a new collection with the values of a run in it; its entries are still missing."""
    if isinstance(node, Sequence):
        items = _items(node)
        values = [read.entry.value.data for read in run.entries]
        return Sequence([*items[:first], *values, *items[run.next_index :]], is_flow=False)
    assert isinstance(node, Mapping)
    names = tuple(read.name for read in run.entries)
    if names == node.keys[first : run.next_index]:
        changed = {read.name: read.entry.value.data for read in run.entries}
        new = Mapping({**_values(node), **changed}, is_flow=False)
        new.keys = node.keys
        return new
    return _with_other_keys(node, first, run)


def _with_other_keys(node: Mapping, first: int, run: Run) -> Mapping | None:
    if any(entry.is_merge for entry in node.entries):
        return None
    old = _values(node)
    pairs = [(name, old[name]) for name in node.keys[:first]]
    pairs += [(read.name, read.entry.value.data) for read in run.entries]
    pairs += [(name, old[name]) for name in node.keys[run.next_index :]]
    values = dict(pairs)
    if len(values) != len(pairs):
        return None
    new = Mapping(values, is_flow=False)
    new.keys = tuple(values)
    return new


def _items(node: Sequence) -> list[Value]:
    assert isinstance(node.data, list)
    return node.data


def _values(node: Mapping) -> dict[str, Value]:
    assert isinstance(node.data, dict)
    return node.data


def index_at(place: Place, offset: int) -> int | None:
    """Return the number of the entry of a collection that starts at an offset, or None."""
    assert isinstance(place.node, Collection)
    offsets = place.node.offsets
    index = bisect_left(offsets, offset - place.start)
    is_there = index < len(offsets) and offsets[index] == offset - place.start
    return index if is_there else None
