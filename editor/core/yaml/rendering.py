"""Writing new YAML: one scalar in a wished style, or a whole block in the neighbours' style."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from enum import Enum
from io import StringIO
from typing import TYPE_CHECKING, Any

from editor.core.yaml.cursor import YamlError
from editor.core.yaml.documents import read_stream
from editor.core.yaml.layout import Habits
from editor.core.yaml.nodes import Style
from editor.core.yaml.scalars import number_text
from editor.core.yaml.values import Timestamp, is_same

if TYPE_CHECKING:
    from editor.core.yaml.values import Value

_WIDEST = 2**31 - 1
_NEEDS_ESCAPE = re.compile(
    '[\\x00-\\x1f\\x7f-\\x9f"\\\\\\u2028\\u2029\\ufeff\\ud800-\\udfff\\ufffe\\uffff]'
)
_SHORT_ESCAPES = {
    "\0": "\\0", "\x07": "\\a", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\x0b": "\\v", "\x0c": "\\f",
    "\r": "\\r", "\x1b": "\\e", '"': '\\"', "\\": "\\\\", "\x85": "\\N", "\u2028": "\\L",
    "\u2029": "\\P",
}  # fmt: skip
_LINE_BREAKS = re.compile(r"\r\n|\n|\r")


class Slot(Enum):
    """Where a scalar is to stand: what may be written without quotes differs."""

    BLOCK_VALUE = "k: {}\n"
    BLOCK_KEY = "{}: 0\n"
    FLOW_VALUE = "[{}, 0]\n"
    FLOW_KEY = "{{{}: 0}}\n"


def scalar_text(value: Value, style: Style, slot: Slot) -> str:
    """Return a scalar on one line, in the wished style where that style can hold the value.

    Raises ValueError for a value that is no scalar.
    """
    if not isinstance(value, str):
        return _other_text(value)
    wished = {Style.PLAIN: _plain, Style.SINGLE: _single, Style.DOUBLE: _double}
    for write in dict.fromkeys((wished.get(style, _plain), _plain, _double)):
        written = write(value)
        if _reads_as(written, value, slot):
            return written
    return _double(value)


def _other_text(value: Value) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return _number(value)
        case Timestamp():
            return str(value)
        case _:
            raise ValueError(f"a {type(value).__name__} cannot be written as one YAML scalar")


def _number(number: int | float) -> str:
    if isinstance(number, int):
        return str(number)
    if math.isnan(number):
        return ".nan"
    if math.isinf(number):
        return ".inf" if number > 0 else "-.inf"
    return number_text(number)


def _plain(text: str) -> str:
    return text


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _double(text: str) -> str:
    return '"' + _NEEDS_ESCAPE.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    short = _SHORT_ESCAPES.get(character)
    if short is not None:
        return short
    code = ord(character)
    return f"\\x{code:02X}" if code < 256 else f"\\u{code:04X}"


def _reads_as(written: str, text: str, slot: Slot) -> bool:
    """Say whether a written scalar, put into its slot, is read back as just the text."""
    if "\n" in written or "\r" in written:
        return False
    try:
        root = read_stream(slot.value.format(written)).root
    except YamlError:
        return False
    expected: dict[Slot, Value] = {
        Slot.BLOCK_VALUE: {"k": text},
        Slot.BLOCK_KEY: {text: 0},
        Slot.FLOW_VALUE: [text, 0],
        Slot.FLOW_KEY: {text: 0},
    }
    return root is not None and is_same(root.node.data, expected[slot])


def flow_text(value: Value, style: Style) -> str:
    """Return a value in flow style, on one line."""
    match value:
        case dict():
            pairs = (
                f"{scalar_text(key, Style.PLAIN, Slot.FLOW_KEY)}: {flow_text(item, style)}"
                for key, item in value.items()
            )
            return "{" + ", ".join(pairs) + "}"
        case list():
            return "[" + ", ".join(flow_text(item, style) for item in value) + "]"
        case _:
            return scalar_text(value, style, Slot.FLOW_VALUE)


def block_scalar_text(text: str, style: Style, indent: int) -> str | None:
    """Return a `|` or `>` scalar with its lines at `indent`, or None when it cannot hold the text.

    The result starts with the indicator and ends without a line break.
    """
    header = "|" if style is Style.LITERAL else ">"
    body = text.rstrip("\n")
    trailing = len(text) - len(body)
    if not body:
        return None
    chomping = "-" if trailing == 0 else "" if trailing == 1 else "+"
    lines = body.split("\n")
    if style is Style.FOLDED:
        lines = [part for line in lines for part in (line, "")][:-1]
    lines += [""] * max(0, trailing - 1)
    written = "\n".join(" " * indent + line if line else "" for line in lines)
    block = f"{header}{chomping}\n{written}"
    return block if _block_reads_as(block, text, indent) else None


def _block_reads_as(block: str, text: str, indent: int) -> bool:
    try:
        root = read_stream(" " * (indent - 1) + "k: " + block + "\n").root
    except YamlError:
        return False
    return root is not None and is_same(root.node.data, {"k": text})


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """How a new block is written: its first column, the neighbours' habits, the line break."""

    column: int
    habits: Habits
    line_break: str

    def indented(self, by: int) -> BlockStyle:
        """Return the same style, further to the right."""
        return replace(self, column=self.column + by)


def entry_text(key: str, value: Value, style: BlockStyle) -> str:
    """Return `key: value` as block lines; the first one without its indentation."""
    return _block_lines({key: value}, style)


def item_text(value: Value, style: BlockStyle) -> str:
    """Return `- value` as block lines whose dash is at the style's column."""
    return _block_lines([value], style)


def collection_text(value: dict[str, Value] | list[Value], style: BlockStyle) -> str:
    """Return a collection that is not empty as block lines, the first without indentation."""
    return _block_lines(value, style)


def _block_lines(value: dict[str, Value] | list[Value], style: BlockStyle) -> str:
    """Let ruamel.yaml lay out a block; quotes are decided here, by LibreChat's reader."""
    from ruamel.yaml import YAML

    emitter = YAML(typ="rt", pure=True)
    emitter.width = _WIDEST
    emitter.allow_unicode = True
    unit, dash = style.habits.unit, style.habits.dash
    emitter.indent(mapping=max(unit, 2), sequence=dash + 2, offset=dash)
    stream = StringIO()
    tokens = _Tokens(style.habits.quotes)
    emitter.dump(tokens.stand_ins(value), stream)  # pyright: ignore[reportUnknownMemberType]
    lines = stream.getvalue().rstrip("\n").split("\n")
    outdent = dash if isinstance(value, list) else 0
    pad = " " * style.column
    filled = [tokens.filled(line[outdent:]) for line in lines]
    return (style.line_break + pad).join(filled)


class _Tokens:
    """Stands short words in for scalars while ruamel.yaml lays a block out.

    So no rule of another YAML dialect decides about quotes, and no line is folded.
    """

    _WORD = re.compile(r"\bstandin[0-9]+x")

    def __init__(self, quotes: Style) -> None:
        self._quotes = quotes
        self._written: list[str] = []

    def stand_ins(self, value: Value) -> Any:  # noqa: ANN401 - ruamel.yaml takes anything
        """Return a copy of the value with a word for each scalar."""
        match value:
            case dict() if value:
                return {
                    self._word(scalar_text(key, Style.PLAIN, Slot.BLOCK_KEY)): self.stand_ins(item)
                    for key, item in value.items()
                }
            case list() if value:
                return [self.stand_ins(item) for item in value]
            case dict():
                return self._word("{}")
            case list():
                return self._word("[]")
            case _:
                return self._word(scalar_text(value, self._quotes, Slot.BLOCK_VALUE))

    def _word(self, written: str) -> str:
        self._written.append(written)
        return f"standin{len(self._written) - 1}x"

    def filled(self, line: str) -> str:
        """Return a laid-out line with the scalars back in it."""
        return self._WORD.sub(lambda match: self._written[int(match.group()[7:-1])], line)


def with_line_break(text: str, line_break: str) -> str:
    """Return a text with all its line breaks replaced."""
    return _LINE_BREAKS.sub(line_break, text) if line_break != "\n" else text
