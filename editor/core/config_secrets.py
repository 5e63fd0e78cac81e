"""Which stretches of a config's text are secrets, also while the text is half typed.

It goes by the names of the keys, as `secret.mask_entries` does, and by the passwords and keys in
addresses. It needs no readable text, so that a key is hidden from its first letter on.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from editor.core.secret import IN_ADDRESS, names_secret
from editor.core.text import Span, difference

_NAMED = re.compile(
    r"""(?:apikey|[-_]key|secret|token|password|authorization)(?P<quote>["']?)[ \t]*:""",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w.-]*\Z")
_PROPERTIES = re.compile(r"[ \t]*(?:[&!]\S*[ \t]+)*")
_DOUBLE = re.compile(r'"((?:[^"\\]|\\.)*)("|\\?\Z)', re.DOTALL)
_SINGLE = re.compile(r"'((?:[^']|'')*)('|\Z)")
_HEADER = re.compile(r"[|>][-+0-9]*[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|\Z)")
_PLAIN = re.compile(r"(?:[^\r\n#]|(?<![ \t])#)+")
_PLAIN_IN_FLOW = re.compile(r"(?:\$?\{[^{}\r\n]*\}|(?!,\s|\s#)[^\r\n,}\]]|,(?=\S))+")
_LONE_REFERENCE = re.compile(r"""[ \t]*["']?\$\{\w+\}["']?[ \t]*(?=[\r\n]|\Z)""")
_LEAD = re.compile(r"[\s?-]*")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_ITEM = re.compile(r"[ \t]*-(?:\s|\Z)")
_ENTRY = re.compile(r"""[ \t]*(?:\#|(?:[^\s:"'#]|:(?=\S))+[ \t]*:(?:\s|\Z))""")
_REFERENCES = re.compile(r"\$\{[^}]*\}?|\{\{[^}]*\}\}|(?:\A|(?<=\s))\{\{?\w*\}?\Z|\$\Z")
_SCHEME = re.compile(r"(?:Bearer|Basic)\s*", re.IGNORECASE)
_WORDS = ("user_provided", "none", "true", "false", "null", "~", "bearer", "basic")


class _Name(NamedTuple):
    """Where a key that names a secret stands, from its first letter to behind the colon."""

    start: int
    end: int


class ConfigSecrets(NamedTuple):
    """The secrets of a text: the names that lead to them, those in addresses, and all spans."""

    text: str = ""
    names: tuple[_Name, ...] = ()
    addresses: tuple[Span, ...] = ()
    spans: tuple[Span, ...] = ()

    def after(self, text: str) -> ConfigSecrets:
        """Return the secrets of the text after an edit; only the lines edited are searched."""
        if text == self.text:
            return self
        patch = difference(self.text, text)[0]
        start = _line_start(text, patch.start)
        end = _line_end(text, patch.start + len(patch.text))
        shift = len(text) - len(self.text)
        names = [name for name in self.names if name.end <= start]
        names += _names(text, start, end)
        names += [
            _Name(name.start + shift, name.end + shift)
            for name in self.names
            if name.start + shift >= end and name.start >= patch.end
        ]
        addresses = [span for span in self.addresses if span.end <= start]
        addresses += _addresses(text, start, end)
        addresses += [
            Span(span.start + shift, span.end + shift)
            for span in self.addresses
            if span.start + shift >= end and span.start >= patch.end
        ]
        return ConfigSecrets(text, tuple(names), tuple(addresses), _spans(text, names, addresses))


def secrets_in(text: str) -> ConfigSecrets:
    """Return the secrets of a text."""
    return ConfigSecrets().after(text)


def _names(text: str, start: int, end: int) -> list[_Name]:
    """Return the keys in some lines that name a secret."""
    names: list[_Name] = []
    for found in _NAMED.finditer(text, start, end):
        line = _line_start(text, found.start())
        word = _WORD.search(text[line : found.start()])
        first = line + (word.start() if word else 0)
        if names_secret(text[first : found.start("quote")]):
            names.append(_Name(first - len(found["quote"]), found.end()))
    return names


def _addresses(text: str, start: int, end: int) -> list[Span]:
    """Return the passwords and keys in the addresses of some lines."""
    found = (one.span(one.lastgroup or 0) for one in IN_ADDRESS.finditer(text, start, end))
    return [Span(*span) for span in found if not _is_harmless(text[slice(*span)])]


def _spans(text: str, names: list[_Name], addresses: list[Span]) -> tuple[Span, ...]:
    spans = [span for name in names for span in _value(text, name)]
    merged: list[Span] = []
    for span in sorted([*spans, *addresses]):
        if not merged or span.start >= merged[-1].end:
            merged.append(span)
    return tuple(merged)


def _value(text: str, name: _Name) -> list[Span]:
    """Return what of a key's value is secret, nothing where that is no literal text."""
    if _LONE_REFERENCE.match(text, name.end):
        return []
    line = _line_start(text, name.start)
    lead = text[line : name.start].rstrip("\"'")
    span = _scalar(text, name, lead)
    if span is None:
        return []
    scheme = _SCHEME.match(text, *span)
    start = scheme.end() if scheme else span.start
    return [] if _is_harmless(text[start : span.end]) else [Span(start, span.end)]


def _scalar(text: str, name: _Name, lead: str) -> Span | None:
    """Return where the text of a key's value stands, behind it or in the lines below it."""
    properties = _PROPERTIES.match(text, name.end)
    at = properties.end() if properties else name.end
    is_block = _LEAD.fullmatch(lead) is not None
    below = _line_end(text, at)
    limit = _below(text, below, len(lead)) if is_block else below
    if _HEADER.match(text, at):
        return _trimmed(text, below, limit)
    if text[at:below].strip() == "" or text[at] == "#":
        below = _past_comments(text, below, limit)
        if below == limit or any(one.match(text, below, limit) for one in (_ITEM, _ENTRY)):
            return None
        at = _trimmed(text, below, limit).start
    quoted = {'"': _DOUBLE, "'": _SINGLE}.get(text[at : at + 1])
    if quoted:
        found = quoted.match(text, at, limit)
        return Span(*found.span(1)) if found else None
    if text[at : at + 1] in ("", "[", "{", "*", "#"):
        return None
    if not is_block:
        plain = (_PLAIN if "#" in lead else _PLAIN_IN_FLOW).match(text, at, limit)
        return _trimmed(text, *plain.span()) if plain else None
    return _plain(text, at, limit)


def _past_comments(text: str, start: int, limit: int) -> int:
    """Return where the first line starts that is neither blank nor a comment."""
    while start < limit and text[start : _line_end(text, start)].strip()[:1] in ("", "#"):
        start = _line_end(text, start)
    return min(start, limit)


def _plain(text: str, at: int, limit: int) -> Span | None:
    """Return a text without quotes with the lines that it goes on in."""
    plain = _PLAIN.match(text, at, limit)
    if plain is None:
        return None
    end = plain.end()
    following = _line_end(text, end)
    while end == _content_end(text, following) and following < limit:
        if _ENTRY.match(text, following, limit):
            break
        more = _PLAIN.match(text, following, limit)
        end = more.end() if more else following
        following = max(_line_end(text, end), following + 1)
    return _trimmed(text, at, end)


def _content_end(text: str, line_end: int) -> int:
    """Return where a line's characters end, given where the next line starts."""
    end = line_end
    while end and text[end - 1] in "\r\n":
        end -= 1
    return end


def _below(text: str, start: int, column: int) -> int:
    """Return the end of the lines from `start` on that stand deeper than a column, or are blank."""
    end = start
    while end < len(text):
        line = _LINE.match(text, end)
        assert line is not None
        content = line[0].strip()
        if content and len(line[0]) - len(line[0].lstrip(" ")) <= column:
            break
        end = line.end()
    return end


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return a stretch without the blanks around it."""
    part = text[start:end]
    bare = part.strip()
    first = end - len(part.lstrip()) if bare else end
    return Span(first, first + len(bare))


def _is_harmless(value: str) -> bool:
    """Say whether a value gives nothing away: references, a word, or the beginning of one."""
    bare = _REFERENCES.sub("", value).strip()
    return any(word.startswith(bare.lower()) for word in _WORDS)


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def _line_end(text: str, offset: int) -> int:
    """Return where the line after that of an offset starts, the end of the text for none."""
    line = _LINE.match(text, offset)
    return line.end() if line else len(text)
