"""Reading one entry of a block collection on its own, and putting it into the shared tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from editor.core.yaml.blocks import BlockMappingReader, is_at_item, read_item
from editor.core.yaml.cursor import WHITE_OR_END_OF_LINE, Cursor, YamlError
from editor.core.yaml.documents import BYTE_ORDER_MARK
from editor.core.yaml.node_reading import NodeReader
from editor.core.yaml.nodes import Collection, Entry, Mapping, Node, Sequence
from editor.core.yaml.tree import Place

if TYPE_CHECKING:
    from editor.core.yaml.values import Value


class ReadEntry(NamedTuple):
    """An entry, its name if it is a mapping's, and the offset at which reading goes on."""

    entry: Entry
    name: str
    position: int


def read_entry_at(text: str, old: Place) -> ReadEntry | None:
    """Read, in a prepared new text, the entry that stands where `old` stood.

    Returns None when what is there now cannot be read apart from the rest. Raises YamlError when
    the whole text would fail there.
    """
    assert old.parent is not None
    start = old.entry_start
    cursor = _cursor_at(text, start)
    reader = NodeReader(cursor, _depth(old))
    column = start - cursor.line_start
    try:
        if isinstance(old.parent.node, Sequence):
            entry, name = _read_item(reader, column), ""
        else:
            entry, name = _read_pair(reader, column)
    except YamlError:
        if reader.has_shared or reader.budget.used:
            return None
        raise
    if entry is None or reader.has_shared or reader.budget.used:
        return None
    return ReadEntry(entry, name, cursor.position)


def _cursor_at(text: str, position: int) -> Cursor:
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


def _read_item(reader: NodeReader, column: int) -> Entry | None:
    return read_item(reader, column)[0] if is_at_item(reader.cursor) else None


def _read_pair(reader: NodeReader, column: int) -> tuple[Entry | None, str]:
    cursor = reader.cursor
    text, position = cursor.text, cursor.position
    if text[position] in "?:" and text[position + 1] in WHITE_OR_END_OF_LINE:
        return None, ""
    mapping = BlockMappingReader(reader, column, column)
    mapping.read_entry()
    builder = mapping.builder
    if len(builder.entries) != 1 or builder.entries[0].is_merge:
        return None, ""
    return builder.entries[0], builder.keys[0]


def grafted(place: Place, read: ReadEntry, shift: int) -> Place | None:
    """Return the root of a new tree in which an entry replaces the one at `place`.

    `shift` is by how much everything behind it moved. Returns None when the entry's key exists
    already or its mapping merges others.
    """
    entry, name = read.entry, read.name
    while place.parent is not None:
        parent = place.parent
        node = _with_entry(parent.node, place.index, entry, name)
        if node is None:
            return None
        _place_entries(node, parent.node, place.index, shift)
        if parent.parent is None:
            return Place(node, parent.start)
        old = parent.entry
        entry = Entry(old.key, old.key_offset, node, old.value_offset)
        name = _name_in_parent(parent)
        place = parent
    return None


def _name_in_parent(place: Place) -> str:
    assert place.parent is not None
    mapping = place.parent.node
    return mapping.keys[place.index] if isinstance(mapping, Mapping) else ""


def _with_entry(node: Node, index: int, entry: Entry, name: str) -> Mapping | Sequence | None:
    """Return a new collection with one entry replaced; only the offsets are still missing."""
    if isinstance(node, Sequence):
        items = [*_items(node)]
        items[index] = entry.value.data
        new: Mapping | Sequence | None = Sequence(items, is_flow=False)
    else:
        assert isinstance(node, Mapping)
        new = _mapping_with(node, index, entry, name)
    if new is not None:
        new.entries = (*node.entries[:index], entry, *node.entries[index + 1 :])
    return new


def _place_entries(new: Mapping | Sequence, old: Node, index: int, shift: int) -> None:
    assert isinstance(old, Collection)
    behind = index + 1
    new.offsets = (*old.offsets[:behind], *[offset + shift for offset in old.offsets[behind:]])
    new.length = new.offsets[-1] + new.entries[-1].length


def _mapping_with(node: Mapping, index: int, entry: Entry, name: str) -> Mapping | None:
    """Return a mapping with the keys and values of `node`, one entry replaced."""
    old_name, values = node.keys[index], _values(node)
    if name == old_name:
        new = Mapping({**values, name: entry.value.data}, is_flow=False)
        new.keys = node.keys
        return new
    if name in values or any(sibling.is_merge for sibling in node.entries):
        return None
    renamed = {(name if key == old_name else key): value for key, value in values.items()}
    new = Mapping({**renamed, name: entry.value.data}, is_flow=False)
    new.keys = (*node.keys[:index], name, *node.keys[index + 1 :])
    return new


def _items(node: Sequence) -> list[Value]:
    assert isinstance(node.data, list)
    return node.data


def _values(node: Mapping) -> dict[str, Value]:
    assert isinstance(node.data, dict)
    return node.data
