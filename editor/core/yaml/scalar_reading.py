"""Reading one scalar: plain, quoted or block, by the rules of js-yaml 4.3.2.

Each function takes a cursor, returns the text that the scalar stands for or None when there is no
such scalar here, and leaves the cursor behind it.
"""

import re

from editor.core.yaml.cursor import (
    END,
    FLOW_INDICATORS,
    LINE_BREAKS,
    NOT_JSON,
    NOT_PRINTABLE,
    WHITE_OR_END_OF_LINE,
    Cursor,
    folded,
)

_NOT_FIRST_IN_PLAIN = frozenset(" \t\n\r,[]{}#&*!|>'\"%@`\0")
_PLAIN_RUN = re.compile(r"[^:#\n\r\0]+")
_PLAIN_RUN_IN_FLOW = re.compile(r"[^:#\n\r\0,\[\]{}]+")
_SINGLE_RUN = re.compile(r"[^'\n\r\0]+")
_DOUBLE_RUN = re.compile(r'[^"\\\n\r\0]+')
_SPACES = re.compile(r" *")
_HEXADECIMAL = re.compile(r"[0-9a-fA-F]*")

_ESCAPES = {
    "0": "\x00",
    "a": "\x07",
    "b": "\x08",
    "t": "\t",
    "\t": "\t",
    "n": "\n",
    "v": "\x0b",
    "f": "\x0c",
    "r": "\r",
    "e": "\x1b",
    " ": " ",
    '"': '"',
    "/": "/",
    "\\": "\\",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
_ESCAPE_LENGTHS = {"x": 2, "u": 4, "U": 8}


def read_plain(cursor: Cursor, indent: int, *, in_flow: bool) -> tuple[str, int] | None:
    """Read an unquoted scalar whose further lines are indented by at least `indent`.

    Returns its text and the offset at which it ends. Like js-yaml, the cursor may have entered
    lines behind that add nothing.
    """
    text = cursor.text
    if not _starts_plain(text, cursor.position, in_flow):
        return None
    pieces: list[str] = []
    breaks = 0
    while True:
        start = cursor.position
        end = _end_of_plain_line(cursor, in_flow)
        if end > start:
            if breaks:
                pieces.append(folded(breaks))
            pieces.append(cursor.checked(start, end, NOT_PRINTABLE))
        cursor.position = end
        breaks = _lines_to_continuation(cursor, indent, in_flow)
        if not breaks:
            return ("".join(pieces), end) if pieces else None


def _starts_plain(text: str, position: int, in_flow: bool) -> bool:
    first = text[position]
    if first in _NOT_FIRST_IN_PLAIN:
        return False
    if first in "?-":
        following = text[position + 1]
        return not (following in WHITE_OR_END_OF_LINE or (in_flow and following in FLOW_INDICATORS))
    return True


def _end_of_plain_line(cursor: Cursor, in_flow: bool) -> int:
    """Return where the scalar's part on this line ends, trailing blanks not counted."""
    text = cursor.text
    run = _PLAIN_RUN_IN_FLOW if in_flow else _PLAIN_RUN
    start = position = cursor.position
    if cursor.is_at_document_separator():
        return start
    while True:
        match = run.match(text, position)
        if match is not None:
            position = match.end()
        if _ends_plain(text, position, start, in_flow):
            return start + len(text[start:position].rstrip(" \t"))
        position += 1


def _ends_plain(text: str, position: int, start: int, in_flow: bool) -> bool:
    """Say whether a plain scalar stops at a character that may end it."""
    character = text[position]
    if character == ":":
        following = text[position + 1]
        return following in WHITE_OR_END_OF_LINE or (in_flow and following in FLOW_INDICATORS)
    if character == "#":
        return text[position - 1] in WHITE_OR_END_OF_LINE
    return True


def _lines_to_continuation(cursor: Cursor, indent: int, in_flow: bool) -> int:
    """Go to the scalar's next line; return how many breaks lie between, 0 when it ends here."""
    text = cursor.text
    after_blanks = cursor.position + len(_blanks_after(text, cursor.position))
    if text[after_blanks] not in LINE_BREAKS:
        return 0
    state = cursor.snapshot()
    breaks = cursor.skip_separation(comments=False)
    if cursor.line_indent < indent:
        cursor.restore(state)
        return 0
    return 0 if _nothing_continues(cursor, in_flow) else breaks


def _nothing_continues(cursor: Cursor, in_flow: bool) -> bool:
    """Say whether the line just entered adds nothing to the scalar."""
    text, position = cursor.text, cursor.position
    if text[position] == END or cursor.is_at_document_separator():
        return True
    if text[position] in ":#":
        return _ends_plain(text, position, position, in_flow)
    return in_flow and text[position] in FLOW_INDICATORS


_BLANK_RUN = re.compile(r"[ \t]*")


def _blanks_after(text: str, position: int) -> str:
    match = _BLANK_RUN.match(text, position)
    return match.group() if match else ""


def read_single_quoted(cursor: Cursor) -> str | None:
    """Read a 'single-quoted' scalar."""
    text = cursor.text
    if text[cursor.position] != "'":
        return None
    pieces: list[str] = []
    cursor.position += 1
    start = cursor.position
    while True:
        _pass_run(cursor, _SINGLE_RUN)
        match text[cursor.position]:
            case "'":
                pieces.append(cursor.checked(start, cursor.position, NOT_JSON))
                cursor.position += 1
                if text[cursor.position] != "'":
                    return "".join(pieces)
                start = cursor.position
                cursor.position += 1
            case "\n" | "\r":
                pieces.append(_folded_line(cursor, start, "single"))
                start = cursor.position
            case _:
                cursor.fail("unexpected end of the stream within a single quoted scalar")


def read_double_quoted(cursor: Cursor) -> str | None:
    """Read a "double-quoted" scalar with its escapes."""
    text = cursor.text
    if text[cursor.position] != '"':
        return None
    pieces: list[str] = []
    cursor.position += 1
    start = cursor.position
    while True:
        _pass_run(cursor, _DOUBLE_RUN)
        match text[cursor.position]:
            case '"':
                pieces.append(cursor.checked(start, cursor.position, NOT_JSON))
                cursor.position += 1
                return _with_joined_surrogates("".join(pieces))
            case "\\":
                pieces.append(cursor.checked(start, cursor.position, NOT_JSON))
                cursor.position += 1
                pieces.append(_escaped(cursor))
            case "\n" | "\r":
                pieces.append(_folded_line(cursor, start, "double"))
            case _:
                cursor.fail("unexpected end of the stream within a double quoted scalar")
        start = cursor.position


def _pass_run(cursor: Cursor, run: re.Pattern[str]) -> None:
    match = run.match(cursor.text, cursor.position)
    if match is not None:
        cursor.position = match.end()


def _folded_line(cursor: Cursor, start: int, quotes: str) -> str:
    """Return a quoted line without trailing blanks, folded into the next one; go there."""
    end = start + len(cursor.text[start : cursor.position].rstrip(" \t"))
    piece = cursor.checked(start, end, NOT_JSON)
    piece += folded(cursor.skip_separation(comments=False))
    _refuse_separator(cursor, quotes)
    return piece


def _refuse_separator(cursor: Cursor, quotes: str) -> None:
    if cursor.is_at_document_separator():
        cursor.fail(f"unexpected end of the document within a {quotes} quoted scalar")


def _escaped(cursor: Cursor) -> str:
    """Return what the escape sequence whose letter stands here means; go behind it."""
    letter = cursor.text[cursor.position]
    if letter in LINE_BREAKS:
        cursor.skip_separation(comments=False)
        _refuse_separator(cursor, "double")
        return ""
    if letter in _ESCAPES:
        cursor.position += 1
        return _ESCAPES[letter]
    length = _ESCAPE_LENGTHS.get(letter)
    if length is None:
        cursor.fail("unknown escape sequence")
    return _hexadecimal_character(cursor, length)


def _hexadecimal_character(cursor: Cursor, length: int) -> str:
    start = cursor.position + 1
    match = _HEXADECIMAL.match(cursor.text, start, start + length)
    digits = match.group() if match else ""
    if len(digits) < length:
        cursor.fail("expected hexadecimal character", start + len(digits))
    cursor.position = start + length
    return _from_code(int(digits, 16))


def _from_code(code: int) -> str:
    """Return the UTF-16 units that JavaScript makes of a code, 32-bit arithmetic included."""
    if code >= 2**31:
        return chr(code & 0xFFFF)
    if code <= 0xFFFF:
        return chr(code)
    above = code - 0x10000
    return chr(((above >> 10) + 0xD800) & 0xFFFF) + chr((above & 0x3FF) + 0xDC00)


_SURROGATE = re.compile("[\ud800-\udfff]")


def _with_joined_surrogates(text: str) -> str:
    if _SURROGATE.search(text) is None:
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


class _BlockText:
    """A block scalar while it is read: its header's wishes and the lines so far."""

    __slots__ = (
        "chomping",
        "empty_lines",
        "end",
        "folding",
        "is_detected",
        "more_indented",
        "pieces",
        "width",
    )

    def __init__(self, *, folding: bool, width: int) -> None:
        self.folding = folding
        self.width = width
        self.chomping = ""
        self.is_detected = False
        self.more_indented = False
        self.empty_lines = 0
        self.pieces: list[str] = []
        self.end = 0

    def break_before(self, first: str) -> str:
        """Return the line breaks that stand before a content line starting with `first`."""
        count = self.empty_lines
        if not self.folding or first in " \t":
            self.more_indented = self.folding
            return "\n" * (count + 1 if self.pieces else count)
        if self.more_indented:
            self.more_indented = False
            return "\n" * (count + 1)
        if count == 0:
            return " " if self.pieces else ""
        return "\n" * count

    def chomped(self) -> str:
        """Return the line breaks at the end of the scalar."""
        if self.chomping == "+":
            return "\n" * (self.empty_lines + 1 if self.pieces else self.empty_lines)
        return "\n" if self.chomping == "" and self.pieces else ""


def read_block(cursor: Cursor, indent: int) -> tuple[str, int] | None:
    """Read a `|` or `>` scalar; return its text and the offset at which its last line ends.

    The cursor is left at the first token behind the scalar.
    """
    if cursor.text[cursor.position] not in "|>":
        return None
    block = _BlockText(folding=cursor.text[cursor.position] == ">", width=indent)
    _read_header(cursor, block, indent)
    block.end = cursor.position
    while cursor.text[cursor.position] != END:
        if cursor.text[cursor.position] not in LINE_BREAKS:
            cursor.fail("a line break is expected")
        last_end = cursor.position
        cursor.pass_line_break()
        if not _read_block_line(cursor, block):
            block.pieces.append(block.chomped())
            if block.chomping == "+" and block.empty_lines:
                block.end = last_end
            break
    return "".join(block.pieces), block.end


def _read_header(cursor: Cursor, block: _BlockText, indent: int) -> None:
    cursor.position += 1
    while (character := cursor.text[cursor.position]) in "+-0123456789":
        if character in "+-":
            if block.chomping:
                cursor.fail("repeat of a chomping mode identifier")
            block.chomping = character
        elif character == "0":
            cursor.fail(
                "bad explicit indentation width of a block scalar; it cannot be less than one"
            )
        elif block.is_detected:
            cursor.fail("repeat of an indentation width identifier")
        else:
            block.width = indent + int(character) - 1
            block.is_detected = True
        cursor.position += 1
    blanks = _blanks_after(cursor.text, cursor.position)
    cursor.position += len(blanks)
    if blanks and cursor.text[cursor.position] == "#":
        cursor.pass_rest_of_line()


def _read_block_line(cursor: Cursor, block: _BlockText) -> bool:
    """Read one line at whose start the cursor stands; say whether it belongs to the scalar."""
    text, start = cursor.text, cursor.position
    limit = start + block.width if block.is_detected else len(text)
    match = _SPACES.match(text, start, max(limit, start))
    position = cursor.position = match.end() if match else start
    cursor.line_indent = position - start
    if not block.is_detected:
        block.width = max(block.width, cursor.line_indent)
    first = text[position]
    if first in LINE_BREAKS:
        block.empty_lines += 1
        return True
    if not block.is_detected and block.width == 0:
        cursor.fail("missing indentation for block scalar")
    if cursor.line_indent < block.width:
        return False
    block.pieces.append(block.break_before(first))
    cursor.pass_rest_of_line()
    block.pieces.append(cursor.checked(position, cursor.position, NOT_PRINTABLE))
    block.is_detected = True
    block.empty_lines = 0
    block.end = cursor.position
    return True
