"""Reading block collections: `- item` lists and `key: value` mappings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.core.yaml.context import Context, Placed
from editor.core.yaml.cursor import END, WHITE_OR_END_OF_LINE, Cursor
from editor.core.yaml.mappings import MappingBuilder
from editor.core.yaml.nodes import EMPTY, Entry, Scalar, Sequence, Style
from editor.core.yaml.scalars import is_string_when_plain, resolve_plain

if TYPE_CHECKING:
    from editor.core.yaml.node_reading import NodeReader
    from editor.core.yaml.values import Value


_SIMPLE_KEY = re.compile(r"([A-Za-z_][A-Za-z0-9_./-]*):(?=[ \t\n\r])")
_SIMPLE_VALUE = re.compile(
    r" +(?:"
    r"\"(?P<double>[^\"\\\x00-\x1f]*)\""
    r"|'(?P<single>[^'\x00-\x1f]*)'"
    r"|(?P<plain>[A-Za-z0-9_/$.](?:[^\x00-\x20\x7f-\x9f:#\ud800-\udfff\ufffe\uffff]"
    r"|:(?![ \t\n\r])| (?![ \t\n\r#:]))*)"
    r") *(?: #[^\x00\n\r]*)?\r?\n(?P<indent> *)(?![ \t\n\r#\x00])"
)
"""A value that ends on its line, before a line that starts with a token: what most lines are.

Reading these at one stroke takes a third of the time; anything else goes the general way.
"""
_DEEPEST_SIMPLE = 97
_QUOTED = {"double": Style.DOUBLE, "single": Style.SINGLE}
_KINDS = ("plain", "double", "single")
_BAD_ENTRY = "bad indentation of a mapping entry"


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

    __slots__ = (
        "_at_explicit",
        "_column",
        "_cursor",
        "_flow_indent",
        "_key",
        "_reader",
        "_start",
        "builder",
    )

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
        simple = _SIMPLE_KEY.match(cursor.text, cursor.position)
        if simple is not None and self._start_simple_entry(simple):
            if self._read_simple_value():
                return cursor.line_indent >= self._column, None
            self._read_value(compact=False)
            return _goes_on(cursor, line, self._column, _BAD_ENTRY), None
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
        return _goes_on(cursor, line, self._column, _BAD_ENTRY), None

    def _start_simple_entry(self, match: re.Match[str]) -> bool:
        """Take a plain word with a colon as the key, unless it is a null or a boolean."""
        word = match.group(1)
        if self._reader.depth > _DEEPEST_SIMPLE or not is_string_when_plain(word):
            return False
        start = self._cursor.position
        self._cursor.position = match.end()
        self._start_entry(Placed(Scalar(len(word), word, word, Style.PLAIN, None), start))
        return True

    def _read_simple_value(self) -> bool:
        """Read a scalar that fills the rest of its line, if that is what stands here."""
        cursor = self._cursor
        match = _SIMPLE_VALUE.match(cursor.text, cursor.position)
        if match is None or len(match["indent"]) > self._column:
            return False
        kind = next(name for name in _KINDS if match[name] is not None)
        start, end = match.span(kind)
        text = match[kind]
        if kind == "plain":
            value = Scalar(end - start, resolve_plain(text), text, Style.PLAIN, None)
        else:
            start, end = start - 1, end + 1
            value = Scalar(end - start, text, text, _QUOTED[kind], None)
        self._store(Placed(value, start))
        cursor.line_indent = len(match["indent"])
        cursor.position = match.end()
        cursor.line_start = cursor.position - cursor.line_indent
        cursor.first_tab = -1
        return True

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
        self._reader.has_shared |= entry.is_merge
        self.builder.add(entry, start, key_start)
        self._key = None
