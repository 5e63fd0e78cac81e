"""Where a character of the real text is in a Qt document, and the reverse.

The real text is counted in code points and may end its lines with LF, CRLF or CR; a Qt document is
counted in UTF-16 units and has one separator between lines. This is the one place that converts.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

LINE_END = re.compile(r"\r\n|\r|\n")
_IRREGULAR = re.compile("\r\n|[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class LineTable:
    """Converts offsets of one text; `length` is the document's, without its final separator.

    The two sequences hold, for each CRLF and each character outside the basic plane, the offset
    just after it in the text and in the document. Text without any is converted for free.
    """

    length: int
    _text_after: Sequence[int]
    _qt_after: Sequence[int]

    @classmethod
    def of(cls, text: str) -> "LineTable":
        """Return the table of a text."""
        astral = not text.isascii() and utf16_length(text) != len(text)
        if astral:
            return cls._of_any(text)
        pairs = text.split("\r\n") if "\r\n" in text else [text]
        lengths = list(map(len, pairs[:-1]))  # this runs at each key: no Python loop over lines
        return cls(
            length=len(text) - len(lengths),
            _text_after=list(accumulate(map((2).__add__, lengths))),
            _qt_after=list(accumulate(map((1).__add__, lengths))),
        )

    @classmethod
    def _of_any(cls, text: str) -> "LineTable":
        """Return the table of a text that has characters outside the basic plane."""
        text_after: list[int] = []
        qt_after: list[int] = []
        shift = 0
        for found in _IRREGULAR.finditer(text):
            shift += -1 if found.end() - found.start() == 2 else 1
            text_after.append(found.end())
            qt_after.append(found.end() + shift)
        return cls(length=len(text) + shift, _text_after=text_after, _qt_after=qt_after)

    def to_qt(self, offset: int) -> int:
        """Return the document position of an offset; between CR and LF, the one after both."""
        before = bisect_right(self._text_after, offset) - 1
        if before < 0:
            return offset
        return self._qt_after[before] + offset - self._text_after[before]

    def to_text(self, position: int) -> int:
        """Return the offset of a document position; within a surrogate pair, the one after it."""
        before = bisect_right(self._qt_after, position) - 1
        if before < 0:
            return position
        return self._text_after[before] + position - self._qt_after[before]


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units a text takes."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_index(text: str, offset: int) -> int:
    """Return the UTF-16 index of a code point within a short text such as a line."""
    return offset if text.isascii() else utf16_length(text[:offset])


def shown_line_ends(text: str) -> str:
    """Return the text with every line end as the one that a Qt document takes."""
    return LINE_END.sub("\n", text) if "\r" in text else text


def real_length(text: str, shown: int) -> int:
    """Return how many characters of `text` the first `shown` ones of its shown form stand for."""
    extra = 0
    for pair in re.finditer("\r\n", text):
        if pair.start() - extra >= shown:
            break
        extra += 1
    return shown + extra


def line_end_for(text: str, start: int, end: int) -> str:
    """Return the line end that a newline put in place of `text[start:end]` should be.

    It is the one of the line that is broken there, or of the line before at the end of the text;
    never one that would become a single CRLF together with its neighbour.
    """
    following = LINE_END.search(text, start)
    if following:
        style = following.group()
    else:
        last = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start))
        style = "\n" if last < 0 else text[last]
        if text[max(last - 1, 0) : last + 1] == "\r\n":
            style = "\r\n"
    joins = (style == "\n" and text[start - 1 : start] == "\r") or (
        style == "\r" and text[end : end + 1] == "\n"
    )
    return "\r\n" if joins else style
