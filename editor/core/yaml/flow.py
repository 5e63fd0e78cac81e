"""Reading flow collections: `[a, b]` and `{a: b}`, over as many lines as they take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.yaml.context import Context, Placed
from editor.core.yaml.cursor import END, WHITE_OR_END_OF_LINE, Cursor
from editor.core.yaml.mappings import MappingBuilder
from editor.core.yaml.nodes import EMPTY, Entry, Mapping, Sequence

if TYPE_CHECKING:
    from editor.core.yaml.node_reading import NodeReader
    from editor.core.yaml.values import Value

_CLOSING = {"[": "]", "{": "}"}


def read_flow(reader: NodeReader, indent: int, anchor: str | None) -> Placed | None:
    """Read the flow collection that opens here, or nothing."""
    cursor = reader.cursor
    start = cursor.position
    match cursor.text[start]:
        case "{":
            collection: _FlowMapping | _FlowSequence = _FlowMapping(reader)
        case "[":
            collection = _FlowSequence(reader)
        case _:
            return None
    target = reader.mark(anchor, collection.data)
    cursor.position += 1
    _read_entries(reader, indent, collection, _CLOSING[cursor.text[start]])
    node = collection.finished(start, cursor.position)
    if target is not None:
        target.node = node
    return Placed(node, start)


def _read_entries(
    reader: NodeReader, indent: int, collection: _FlowMapping | _FlowSequence, closing: str
) -> None:
    cursor = reader.cursor
    may_follow = True
    while cursor.text[cursor.position] != END:
        cursor.skip_separation()
        character = cursor.text[cursor.position]
        if character == closing:
            cursor.position += 1
            return
        if not may_follow:
            cursor.fail("missed comma between flow collection entries")
        if character == ",":
            cursor.fail("expected the node content, but found ','")
        collection.add(_read_pair(reader, indent))
        cursor.skip_separation()
        may_follow = cursor.text[cursor.position] == ","
        if may_follow:
            cursor.position += 1
    cursor.fail("unexpected end of the stream within a flow collection")


class _Pair:
    """One entry as written: `start` is its first character, a `?` included."""

    __slots__ = ("key", "key_start", "start", "value")

    def __init__(
        self, start: int, key: Placed | None, key_start: int, value: Placed | None
    ) -> None:
        self.start = start
        self.key = key
        self.key_start = key_start
        self.value = value

    def entry(self, start: int) -> Entry:
        """Return the pair as an entry of a mapping, counted from `start`."""
        node = self.key.node if self.key is not None else EMPTY
        value = self.value or Placed(EMPTY, self.key_start + node.length)
        entry = Entry(node, self.key_start - start, value.node, value.start - start)
        entry.is_merge = self.key is not None and self.key.is_merge_key
        return entry


def _read_pair(reader: NodeReader, indent: int) -> _Pair:
    cursor = reader.cursor
    start = cursor.position
    is_explicit = _is_explicit(cursor)
    if is_explicit:
        cursor.position += 1
        cursor.skip_separation()
    line, key_start = cursor.line_start, cursor.position
    key = reader.compose(indent, Context.FLOW_IN)
    cursor.skip_separation()
    value: Placed | None = None
    if (is_explicit or cursor.line_start == line) and cursor.text[cursor.position] == ":":
        cursor.position += 1
        behind_colon = cursor.position
        cursor.skip_separation()
        value = reader.compose(indent, Context.FLOW_IN) or Placed(EMPTY, behind_colon)
    elif is_explicit:
        value = Placed(EMPTY, key.end if key is not None else key_start)
    reader.has_shared |= key is not None and key.is_merge_key
    return _Pair(start, key, key.start if key is not None else key_start, value)


def _is_explicit(cursor: Cursor) -> bool:
    text, position = cursor.text, cursor.position
    return text[position] == "?" and text[position + 1] in WHITE_OR_END_OF_LINE


class _FlowMapping:
    """Collects the entries of a `{…}`."""

    def __init__(self, reader: NodeReader) -> None:
        self._builder = MappingBuilder(reader.cursor, reader.budget, is_flow=True)
        self.data = self._builder.values

    def add(self, pair: _Pair) -> None:
        """Add a pair; a key alone has the value null."""
        self._builder.add(pair.entry(pair.start), pair.start, pair.key_start)

    def finished(self, start: int, end: int) -> Mapping:
        """Return the mapping."""
        return self._builder.finished(start, end)


class _FlowSequence:
    """Collects the items of a `[…]`; `a: b` in it is a mapping of one entry."""

    def __init__(self, reader: NodeReader) -> None:
        self._reader = reader
        self._entries: list[Entry] = []
        self._starts: list[int] = []
        self.data: list[Value] = []

    def add(self, pair: _Pair) -> None:
        """Add an item."""
        if pair.value is not None:
            node = self._single_pair(pair)
        else:
            node = pair.key.node if pair.key is not None else EMPTY
        start = pair.start if pair.value is not None else pair.key_start
        self._entries.append(Entry(None, 0, node, 0))
        self._starts.append(start)
        self.data.append(node.data)

    def _single_pair(self, pair: _Pair) -> Mapping:
        builder = MappingBuilder(self._reader.cursor, self._reader.budget, is_flow=True)
        entry = pair.entry(pair.start)
        builder.add(entry, pair.start, pair.key_start)
        return builder.finished(pair.start, pair.start + entry.length)

    def finished(self, start: int, end: int) -> Sequence:
        """Return the sequence."""
        node = Sequence(self.data, is_flow=True)
        node.entries = tuple(self._entries)
        node.offsets = tuple(offset - start for offset in self._starts)
        node.length = end - start
        return node
