"""Which stretches of a line of a `.env` text get which colour, good enough line by line."""

import re

from editor.ui.widgets.tokens import NORMAL, Stretch

_QUOTES = "'\"`"
_COMMENT = re.compile(r"\s*#.*")
_KEY = re.compile(r"\s*(?:export\s+)?[\w.-]+(?:\s*=|:(?=\s|$))\s*")
_PLAIN = re.compile(r"[^#]*")
_QUOTED = {
    quote: re.compile(rf"{quote}(?:\\{quote}|[^{quote}])*(?P<end>{quote}?)") for quote in _QUOTES
}
_CLOSING = {quote: re.compile(rf"(?:\\{quote}|[^{quote}])*{quote}") for quote in _QUOTES}


def stretches(line: str, state: int = NORMAL) -> tuple[list[Stretch], int]:
    """Return the coloured stretches of a line, and the state in which the next line begins.

    The state is 1 more than the index of the quote that an earlier line left open.
    """
    if state:
        closing = _CLOSING[_QUOTES[state - 1]].match(line)
        if closing is None:
            return [Stretch(0, len(line), "syn_string")], state
        found = [Stretch(0, closing.end(), "syn_string")]
        return found + _rest(line, closing.end()), NORMAL
    if _COMMENT.fullmatch(line):
        return [Stretch(0, len(line), "syn_comment")], NORMAL
    key = _KEY.match(line)
    return _value(line, key.end()) if key else ([], NORMAL)


def _value(line: str, start: int) -> tuple[list[Stretch], int]:
    quoted = _QUOTED[line[start]].match(line, start) if line[start : start + 1] in _QUOTED else None
    found = quoted or _PLAIN.match(line, start)
    end = start if found is None else found.end()
    stretch = [Stretch(start, end - start, "syn_string")] if end > start else []
    if quoted and not quoted["end"]:
        return stretch, _QUOTES.index(line[start]) + 1
    return stretch + _rest(line, end), NORMAL


def _rest(line: str, start: int) -> list[Stretch]:
    """Return the comment behind a value."""
    at = line.find("#", start)
    return [] if at < 0 else [Stretch(at, len(line) - at, "syn_comment")]
