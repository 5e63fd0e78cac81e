"""Which values of a `.env` text are secrets, and what a text looks like with secrets hidden.

A hidden character has one bullet of the same width in code points and in UTF-16 units, so that
every offset of the text is one of what is shown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.core.dotenv import assignments
from editor.core.secret import mask
from editor.core.text import Patch, Span, apply

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from editor.core.dotenv import Assignment

_SHOWN = 4
_LONG_ENOUGH = 12
_BULLET = "\u2022"
_WIDE_BULLET = "\U0001f784"
_SECRET_WORD = re.compile(
    r".*(?:KEY|SECRET|TOKEN|PASSWORD|PASSWD|PASSPHRASE|PASS|PWD|CREDENTIALS?|SALT)|IV|PAT|SAS"
)
_WORDS = re.compile(r"[A-Z]+")
_LOGIN = re.compile(r"[a-z][a-z0-9+.-]*://[^/@\s]*:[^/@\s]+@", re.IGNORECASE)
_ACCOUNT = re.compile(
    r"\b(?:AccountKey|SharedAccessKey|SharedAccessSignature|sig|Password|Pwd)="
    r"|(?i:[?&][\w.-]*(?:key|token|secret|password)=)"
)
_PLAIN_WORDS = frozenset({"", "user_provided", "true", "false"})
_COMMENTED = re.compile(
    r"(?<![^\r\n])[ \t]*#[# \t]*(?:export[ \t]+)?(?P<name>[A-Za-z_][A-Za-z0-9_.-]*)[ \t]*[=:][ \t]*"
    r"(?P<value>\S[^\r\n]*?)[ \t]*(?=[\r\n]|\Z)"
)
_VISIBLE = re.compile(r"(?P<indent>(?<=[\r\n])[ \t]+)|[^\r\n]")


def is_secret(name: str, value: str, secret_names: Collection[str] = ()) -> bool:
    """Say whether a variable's value is to be hidden.

    Its name says so, or `secret_names` has it, which are the names that a config uses for keys; or
    the value is an address with a password in it. Words that LibreChat knows are no secrets.
    """
    if value in _PLAIN_WORDS:
        return False
    if name in secret_names or _LOGIN.match(value) or _ACCOUNT.search(value):
        return True
    return any(map(_SECRET_WORD.fullmatch, _WORDS.findall(name.upper())))


def hidden_spans(
    text: str, secret_names: Collection[str] = (), found_ones: Iterable[Assignment] | None = None
) -> tuple[Span, ...]:
    """Return where the secrets stand, quotes not included; commented assignments count too.

    `found_ones` is what the text assigns, where that is known already.
    """
    spans = [
        _inside(found)
        for found in (assignments(text) if found_ones is None else found_ones)
        if is_secret(found.key, found.value, secret_names)
    ]
    spans += [
        Span(*found.span("value"))
        for found in _COMMENTED.finditer(text)
        if is_secret(found["name"], found["value"], secret_names)
    ]
    return tuple(_merged(spans))


def concealed(text: str, secrets: Iterable[Span]) -> str:
    """Return the text with a bullet for each character of its secrets.

    Of 12 characters or more the last 4 stay readable, by which people tell their keys apart.
    """
    patches = (Patch(start, end, _bullets(text[start:end])) for start, end in secrets)
    return apply(text, patches)


def masked_part(text: str, part: Span, secrets: Iterable[Span]) -> str:
    """Return a part of the text that may be copied: `***` and the last 4 for each secret."""
    patches: list[Patch] = []
    for start, end in secrets:
        first, last = max(start, part.start), min(end, part.end)
        if first < last:
            whole = (first, last) == (start, end)
            patches.append(Patch(first, last, mask(text[start:end]) if whole else "***"))
    shown = apply(text[: part.end], patches)
    return shown[part.start :]


def _inside(found: Assignment) -> Span:
    start, end = found.value_span
    width = len(found.quote)
    return Span(start + width, end - width)


def _merged(spans: list[Span]) -> Iterator[Span]:
    """Yield the spans in order; one within the one before is a comment's in a value."""
    last = 0
    for start, end in sorted(spans):
        if start >= last:
            yield Span(start, end)
            last = end


def _bullets(secret: str) -> str:
    shown = _SHOWN if len(secret) >= _LONG_ENOUGH else 0
    hidden = secret[: len(secret) - shown]
    return _VISIBLE.sub(_bullet, hidden) + secret[len(hidden) :]


def _bullet(char: re.Match[str]) -> str:
    if char["indent"]:
        return char[0]
    return _WIDE_BULLET if char[0] > "\uffff" else _BULLET
