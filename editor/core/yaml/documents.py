"""Reads a whole YAML stream as js-yaml's `load` does: directives, markers, one document."""

import re
from typing import NamedTuple

from editor.core.yaml.context import Context, Placed
from editor.core.yaml.cursor import END, LINE_BREAKS, Cursor, YamlError
from editor.core.yaml.node_reading import NodeReader
from editor.core.yaml.properties import TAG_HANDLE, TAG_URI, decoded

_WORD = re.compile(r"[^ \t\n\r\0]*")
_VERSION = re.compile(r"([0-9]+)\.([0-9]+)\Z")
BYTE_ORDER_MARK = "\ufeff"


class Stream(NamedTuple):
    """What a text holds: its one node, or None where js-yaml finds no document or an empty one.

    `end` is where reading went on behind the node. `has_shared`: anchors or aliases occur;
    `has_directives`: the meaning of tags depends on lines before the document.
    """

    root: Placed | None
    end: int
    has_shared: bool
    has_directives: bool


def read_stream(text: str) -> Stream:
    """Read a text; raises YamlError where js-yaml throws."""
    cursor = Cursor(prepared(text), 1 if text.startswith(BYTE_ORDER_MARK) else 0)
    nul = text.find(END)
    if nul != -1:
        raise YamlError("null byte is not allowed in input", nul)
    length = len(cursor.text) - 1
    while cursor.text[cursor.position] == " ":
        cursor.line_indent += 1
        cursor.position += 1
    streams: list[Stream] = []
    while cursor.position < length - 1:
        streams.append(_read_document(cursor, length))
    if len(streams) > 1:
        raise YamlError("expected a single document in the stream, but found more", None)
    return streams[0] if streams else Stream(None, cursor.position, False, False)


def prepared(text: str) -> str:
    """Return the text as a cursor needs it: its last line ended, and `END` behind it."""
    return text + END if text.endswith(("\n", "\r")) else text + "\n" + END


def _read_document(cursor: Cursor, length: int) -> Stream:
    reader = NodeReader(cursor)
    has_directives = _read_directives(cursor, reader)
    cursor.skip_separation()
    if cursor.line_indent == 0 and cursor.text.startswith("---", cursor.position):
        cursor.position += 3
        cursor.skip_separation()
    elif has_directives:
        cursor.fail("directives end mark is expected")
    root = reader.compose(cursor.line_indent - 1, Context.BLOCK_OUT)
    cursor.skip_separation()
    end = cursor.position
    if cursor.is_at_document_separator():
        if cursor.text[cursor.position] == ".":
            cursor.position += 3
            cursor.skip_separation()
    elif cursor.position < length - 1:
        cursor.fail("end of the stream or a document separator is expected")
    return Stream(root, end, reader.has_shared, has_directives)


def _read_directives(cursor: Cursor, reader: NodeReader) -> bool:
    """Read the `%` lines before a document; say whether there were any."""
    has_version = has_any = False
    while True:
        cursor.skip_separation()
        if cursor.line_indent > 0 or cursor.text[cursor.position] != "%":
            return has_any
        has_any = True
        name, arguments = _read_directive(cursor)
        if name == "YAML":
            if has_version:
                cursor.fail("duplication of %YAML directive")
            _check_version(cursor, arguments)
            has_version = True
        elif name == "TAG":
            _add_handle(cursor, reader, arguments)


def _read_directive(cursor: Cursor) -> tuple[str, list[str]]:
    cursor.position += 1
    words = [_pass_word(cursor)]
    if not words[0]:
        cursor.fail("directive name must not be less than one character in length")
    while True:
        cursor.pass_blanks()
        character = cursor.text[cursor.position]
        if character == "#":
            cursor.pass_rest_of_line()
        if cursor.text[cursor.position] in LINE_BREAKS:
            cursor.pass_line_break()
            return words[0], words[1:]
        words.append(_pass_word(cursor))


def _pass_word(cursor: Cursor) -> str:
    match = _WORD.match(cursor.text, cursor.position)
    word = match.group() if match else ""
    cursor.position += len(word)
    return word


def _check_version(cursor: Cursor, arguments: list[str]) -> None:
    if len(arguments) != 1:
        cursor.fail("YAML directive accepts exactly one argument")
    match = _VERSION.match(arguments[0])
    if match is None:
        cursor.fail("ill-formed argument of the YAML directive")
    if int(match.group(1)) != 1:
        cursor.fail("unacceptable YAML version of the document")


def _add_handle(cursor: Cursor, reader: NodeReader, arguments: list[str]) -> None:
    if len(arguments) != 2:
        cursor.fail("TAG directive accepts exactly two arguments")
    handle, prefix = arguments
    if TAG_HANDLE.match(handle) is None:
        cursor.fail("ill-formed tag handle (first argument) of the TAG directive")
    if handle in reader.handles:
        cursor.fail(f'there is a previously declared suffix for "{handle}" tag handle')
    if TAG_URI.match(prefix) is None:
        cursor.fail("ill-formed tag prefix (second argument) of the TAG directive")
    try:
        reader.handles[handle] = decoded(prefix)
    except ValueError:
        cursor.fail(f"tag prefix is malformed: {prefix}")
