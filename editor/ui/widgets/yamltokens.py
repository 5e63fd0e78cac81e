"""Which stretches of a line of YAML get which colour, good enough line by line."""

import re

from editor.ui.widgets.tokens import NORMAL, Stretch

_IN_DOUBLE = 1
_IN_SINGLE = 2
_IN_BLOCK = 3

_TOKEN = re.compile(
    r"""(?P<comment>(?:(?<=\s)|^)\#.*)
    |(?P<double>"(?:[^"\\]|\\.)*(?P<double_end>"|$))
    |(?P<single>'(?:[^']|'')*(?P<single_end>'(?!')|$))
    |(?P<sign>[-?:](?=\s|$)|[\[\]{},])
    |(?P<mark>[&*!][^\s,\[\]{}]*)
    |(?P<plain>[^\s\#"'\[\]{},&*!](?:(?<=\$)\{[^}\s]*\}|[^\s:,\[\]{}]|:(?!\s|$)|[,\[\]{}](?=\S)|\s+(?=[^\s\#]))*)
    """,
    re.VERBOSE,
)
_KEY_FOLLOWS = re.compile(r"\s*:(?:\s|$)")
_NUMBER = re.compile(
    r"[-+]?(?:0x[0-9a-fA-F_]+|0o[0-7_]+|0b[01_]+|[\d_]*\.?[\d_]+(?:[eE][-+]?\d+)?|\.inf|\.nan|\d+\.)"
    r"|true|True|TRUE|false|False|FALSE|null|Null|NULL|~",
)
_VARIABLE = re.compile(r"\$\{[^}]*\}")
_BLOCK_HEADER = re.compile(r"(?:^|[\s])[|>][-+0-9]*\s*(?:#.*)?$")
_LEAD = re.compile(r"(?:\s|-\s)*")
_CLOSING = {
    _IN_DOUBLE: re.compile(r'(?:[^"\\]|\\.)*"'),
    _IN_SINGLE: re.compile(r"(?:[^']|'')*'(?!')"),
}


def stretches(line: str, state: int = NORMAL) -> tuple[list[Stretch], int]:
    """Return the coloured stretches of a line, and the state in which the next line begins.

    The state is what an earlier line left open: a quoted string, or a block scalar.
    """
    if state >= _IN_BLOCK:
        indent = len(line) - len(line.lstrip(" "))
        if not line.strip() or indent > state - _IN_BLOCK:
            return _string(line, 0, len(line)), state
        state = NORMAL
    begin = 0
    found: list[Stretch] = []
    if state:
        closing = _CLOSING[state].match(line)
        begin = closing.end() if closing else len(line)
        found = _string(line, 0, begin)
        if not closing:
            return found, state
    return _scan(line, begin, found)


def _scan(line: str, begin: int, found: list[Stretch]) -> tuple[list[Stretch], int]:
    """Go through the tokens from `begin` on, adding to the stretches found so far."""
    for token in _TOKEN.finditer(line, begin):
        kind = token.lastgroup or ""
        start, end = token.span()
        if token["comment"]:
            found.append(Stretch(start, end - start, "syn_comment"))
            return found, _state_after(line[:start])
        if token["double"] and not token["double_end"]:
            return found + _string(line, start, end), _IN_DOUBLE
        if token["single"] and not token["single_end"]:
            return found + _string(line, start, end), _IN_SINGLE
        if kind in ("sign", "mark") or _KEY_FOLLOWS.match(line, end):
            continue
        if token["plain"] and _NUMBER.fullmatch(line, start, end):
            found.append(Stretch(start, end - start, "syn_number"))
        elif not _BLOCK_HEADER.fullmatch(line, start, len(line)):
            found += _string(line, start, end)
    return found, _state_after(line)


def _state_after(line: str) -> int:
    """Return the state after a line without its comment: within a block scalar, or normal."""
    if not _BLOCK_HEADER.search(line):
        return NORMAL
    lead = _LEAD.match(line)
    indent = lead.end() if lead else 0
    if line[indent : indent + 1] in "|>":
        indent = len(line) - len(line.lstrip(" "))
    return _IN_BLOCK + indent


def _string(line: str, start: int, end: int) -> list[Stretch]:
    """Return a string's stretch and, over it, those of its variables."""
    variables = [
        Stretch(found.start(), found.end() - found.start(), "syn_env")
        for found in _VARIABLE.finditer(line, start, end)
    ]
    return [Stretch(start, end - start, "syn_string"), *variables] if end > start else []
