"""Reading block collections: `- item` lists and `key: value` mappings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.yaml.context import Context, Placed
from editor.core.yaml.cursor import END, WHITE_OR_END_OF_LINE, Cursor
from editor.core.yaml.mappings import MappingBuilder
from editor.core.yaml.nodes import EMPTY, Entry, Sequence

if TYPE_CHECKING:
    from editor.core.yaml.node_reading import NodeReader
    from editor.core.yaml.values import Value


def read_block_sequence(reader: NodeReader, column: int, anchor: str | None) -> Placed | None:
    """Read the list whose first `-` stands here at `column`, or nothing."""
    cursor = reader.cursor
    if cursor.first_tab != -1:
        return None
    values: list[Value] = []
    target = reader.mark(anchor, values)
    start = cursor.position
    entries: list[Entry] = []
    offsets: list[int] = []
    while is_at_item(cursor):
        offsets.append(cursor.position - start)
        entry, goes_on = read_item(reader, column)
        entries.append(entry)
        values.append(entry.value.data)
        if not goes_on:
            break
    if not entries:
        return None
    node = Sequence(values, is_flow=False)
    node.entries, node.offsets = tuple(entries), tuple(offsets)
    node.length = offsets[-1] + entries[-1].length
    if target is not None:
        target.node = node
    return Placed(node, start)


def is_at_item(cursor: Cursor) -> bool:
    """Say whether a `-` with a blank behind it stands here; a tab before it is an error."""
    text, position = cursor.text, cursor.position
    if text[position] == END:
        return False
    if cursor.first_tab != -1:
        cursor.fail("tab characters must not be used in indentation", cursor.first_tab)
    return text[position] == "-" and text[position + 1] in WHITE_OR_END_OF_LINE


def read_item(reader: NodeReader, column: int) -> tuple[Entry, bool]:
    """Read one `- item`; also say whether another one may follow at the same column."""
    cursor = reader.cursor
    start = cursor.position
    cursor.position += 1
    if cursor.skip_separation() and cursor.line_indent <= column:
        return Entry(None, 0, EMPTY, 1), True
    line = cursor.line_start
    placed = reader.compose(column, Context.BLOCK_IN)
    cursor.skip_separation()
    entry = (
        Entry(None, 0, EMPTY, 1)
        if placed is None
        else Entry(None, 0, placed.node, placed.start - start)
    )
    return entry, _goes_on(cursor, line, column, "bad indentation of a sequence entry")


def _goes_on(cursor: Cursor, line: int, column: int, reason: str) -> bool:
    """Say whether the collection at `column` may have another entry; junk is an error."""
    is_inside = cursor.line_start == line or cursor.line_indent > column
    if is_inside and cursor.text[cursor.position] != END:
        cursor.fail(reason)
    return cursor.line_indent >= column


class BlockMappingReader:
    """Reads the entries of one block mapping at `column`.

    js-yaml tries a mapping wherever a block node may stand, and keeps what it read as the key when
    no colon follows; then `read` returns that node.
    """

    __slots__ = ("_at_explicit", "_column", "_cursor", "_flow_indent", "_key", "_reader", "_start", "builder")

    def __init__(self, reader: NodeReader, column: int, flow_indent: int) -> None:
        """Stand before the first key; plain keys and their lines are held to `flow_indent`."""
        self._reader = reader
        self._cursor = reader.cursor
        self._column = column
        self._flow_indent = flow_indent
        self._at_explicit = False
        self._key: Placed | None = None
        self._start = 0
        self.builder = MappingBuilder(reader.cursor, reader.budget, is_flow=False)

    def read(self, anchor: str | None) -> Placed | None:
        """Read the whole mapping, or the node that turns out to be no key, or nothing."""
        cursor, builder = self._cursor, self.builder
        if cursor.first_tab != -1:
            return None
        target = self._reader.mark(anchor, builder.values)
        start = cursor.position
        while cursor.text[cursor.position] != END:
            is_entry, kept = self.read_entry()
            if kept is not None:
                return kept
            if not is_entry:
                break
        if self._at_explicit:
            self._store(None)
        if not builder.entries:
            return None
        node = builder.finished(start, builder.offsets[-1] + builder.entries[-1].length)
        if target is not None:
            target.node = node
        return Placed(node, start)

    def read_entry(self) -> tuple[bool, Placed | None]:
        """Read up to the end of a value or of an explicit key.

        Returns whether the mapping may go on, and the node to keep when this is no mapping.
        """
        cursor = self._cursor
        if not self._at_explicit and cursor.first_tab != -1:
            cursor.fail("tab characters must not be used in indentation", cursor.first_tab)
        line = cursor.line_start
        compact = cursor.text[cursor.position] in "?:" and self._pass_indicator()
        if not compact:
            key = self._reader.compose(self._flow_indent, Context.FLOW_OUT)
            if key is None:
                self._reader.lost_properties = not self.builder.entries and not self._at_explicit
                return False, None
            if not self._pass_colon(line):
                return False, key
            self._start_entry(key)
        self._read_value(compact)
        reason = "bad indentation of a mapping entry"
        return _goes_on(cursor, line, self._column, reason), None

    def _pass_indicator(self) -> bool:
        """Step over a `?`, or the `:` that follows an explicit key; say whether there was one."""
        cursor = self._cursor
        if cursor.text[cursor.position + 1] not in WHITE_OR_END_OF_LINE:
            return False
        if cursor.text[cursor.position] == "?":
            if self._at_explicit:
                self._store(None)
            self._at_explicit = True
            self._start = cursor.position
        elif self._at_explicit:
            self._at_explicit = False
        else:
            cursor.fail(
                "incomplete explicit mapping pair; a key node is missed; "
                "or followed by a non-tabulated empty line"
            )
        cursor.position += 1
        return True

    def _pass_colon(self, line: int) -> bool:
        """Step over the colon behind an implicit key; say no when the key was no key."""
        cursor = self._cursor
        has_begun = bool(self.builder.entries) or self._at_explicit
        if cursor.line_start != line:
            if has_begun:
                cursor.fail(
                    "can not read a block mapping entry; a multiline key may not be an implicit key"
                )
            return False
        cursor.pass_blanks()
        if cursor.text[cursor.position] != ":":
            if has_begun:
                cursor.fail("can not read an implicit mapping pair; a colon is missed")
            return False
        cursor.position += 1
        if cursor.text[cursor.position] not in WHITE_OR_END_OF_LINE:
            cursor.fail(
                "a whitespace character is expected after the key-value separator "
                "within a block mapping"
            )
        return True

    def _start_entry(self, key: Placed) -> None:
        if self._at_explicit:
            self._store(None)
        self._at_explicit = False
        self._key = key
        self._start = key.start

    def _read_value(self, compact: bool) -> None:
        cursor = self._cursor
        behind_colon = cursor.position
        placed = self._reader.compose(self._column, Context.BLOCK_OUT, seek=True, compact=compact)
        if self._at_explicit:
            self._key = placed
        else:
            self._store(placed or Placed(EMPTY, behind_colon))
        cursor.skip_separation()

    def _store(self, value: Placed | None) -> None:
        """Add the entry whose key was read; without a value it ends with its key."""
        key, start = self._key, self._start
        node = key.node if key is not None else EMPTY
        key_start = key.start if key is not None else start + 1
        placed = value or Placed(EMPTY, key_start + node.length)
        entry = Entry(node, key_start - start, placed.node, placed.start - start)
        entry.is_merge = key is not None and key.is_merge_key and key.start == start
        self.builder.add(entry, start, key_start)
        self._key = None
