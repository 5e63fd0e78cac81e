"""Where the parser stands in a text: position, line, indentation, and the blanks between tokens."""

import re
from typing import NoReturn

END = "\0"
"""The character behind the last one; a real NUL is refused before parsing starts."""

_SPACES = re.compile(r" *")
_BLANKS = re.compile(r"[ \t]*")
_TO_LINE_END = re.compile(r"[^\n\r\0]*")
_SEPARATOR = re.compile(r"(?:---|\.\.\.)(?=[ \t\n\r\0])")

NOT_PRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]"
)
NOT_JSON = re.compile(r"[\x00-\x08\x0a-\x1f]")

WHITE_OR_END_OF_LINE = frozenset(" \t\n\r")
LINE_BREAKS = frozenset("\n\r")
FLOW_INDICATORS = frozenset(",[]{}")


class YamlError(Exception):
    """The text is not YAML that LibreChat's loader accepts.

    `reason` is js-yaml's own wording; `offset` is the code point at which it gives up, or None
    where js-yaml gives no place.
    """

    def __init__(self, reason: str, offset: int | None) -> None:
        """Say why and where."""
        super().__init__(reason)
        self.reason = reason
        self.offset = offset


class Cursor:
    """A position in a text, with what js-yaml remembers of the current line.

    `text` ends with a line break and `END`. `line_indent` is the indentation of the last line that
    was entered by skipping; `first_tab` is where the first tab before a token of this line stands.
    """

    __slots__ = ("first_tab", "line_indent", "line_start", "position", "text")

    def __init__(self, text: str, position: int = 0) -> None:
        """Stand at `position`, which must be the start of a line."""
        self.text = text
        self.position = position
        self.line_start = position
        self.line_indent = 0
        self.first_tab = -1

    def fail(self, reason: str, offset: int | None = None) -> NoReturn:
        """Raise a YamlError at `offset`, or where the cursor stands."""
        raise YamlError(reason, self.position if offset is None else offset)

    def snapshot(self) -> tuple[int, int, int, int]:
        """Return the state, for `restore`."""
        return (self.position, self.line_start, self.line_indent, self.first_tab)

    def restore(self, state: tuple[int, int, int, int]) -> None:
        """Go back to a snapshot."""
        self.position, self.line_start, self.line_indent, self.first_tab = state

    def pass_line_break(self) -> None:
        """Step over one line break; the cursor must stand at one."""
        text = self.text
        if text[self.position] == "\r" and text[self.position + 1] == "\n":
            self.position += 1
        self.position += 1
        self.line_start = self.position
        self.first_tab = -1

    def skip_separation(self, comments: bool = True) -> int:
        """Skip blanks, line breaks and (if asked) comments; return how many lines were entered."""
        text = self.text
        position = self.position
        lines = 0
        while True:
            character = text[position]
            if character in " \t":
                position = self._pass_blanks(position)
                character = text[position]
            if comments and character == "#":
                position = self._end_of_line(position)
                character = text[position]
            if character not in LINE_BREAKS:
                self.position = position
                return lines
            self.position = position
            self.pass_line_break()
            lines += 1
            start = self.position
            match = _SPACES.match(text, start)
            position = match.end() if match else start
            self.line_indent = position - start

    def _pass_blanks(self, position: int) -> int:
        match = _BLANKS.match(self.text, position)
        end = match.end() if match else position
        if self.first_tab == -1:
            self.first_tab = self.text.find("\t", position, end)
        return end

    def pass_blanks(self) -> None:
        """Step over spaces and tabs; they do not count as indentation."""
        match = _BLANKS.match(self.text, self.position)
        self.position = match.end() if match else self.position

    def _end_of_line(self, position: int) -> int:
        match = _TO_LINE_END.match(self.text, position)
        return match.end() if match else position

    def pass_rest_of_line(self) -> None:
        """Go to the end of the current line, before its break."""
        self.position = self._end_of_line(self.position)

    def is_at_document_separator(self) -> bool:
        """Say whether a line starts here with `---` or `...` and a blank or nothing."""
        return (
            self.position == self.line_start
            and _SEPARATOR.match(self.text, self.position) is not None
        )

    def checked(self, start: int, end: int, not_allowed: re.Pattern[str]) -> str:
        """Return a stretch of the text; a character that is not allowed there is an error."""
        piece = self.text[start:end]
        if not_allowed.search(piece) is not None:
            self.fail(
                "expected valid JSON character"
                if not_allowed is NOT_JSON
                else "the stream contains non-printable characters"
            )
        return piece


def folded(line_breaks: int) -> str:
    """Return what a run of line breaks inside a flow scalar becomes."""
    return " " if line_breaks == 1 else "\n" * (line_breaks - 1)
