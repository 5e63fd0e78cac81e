"""How known secrets are kept out of texts that others wrote: a server's answer, an address.

A server may echo a key as it is, in a URL, in JSON, in a web page or in base64, even one within the
other; each form becomes `***`.
"""

import base64
import html
import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import cast
from urllib.parse import quote, quote_plus

from editor.core.secret import mask
from editor.core.wording import Worded, changed

_SHORT = 6
_SHORTEST_ENCODED = 8
_SHORTEST_PART = 4
_NESTED = "{0,8}"
_NOTHING = re.compile(r"(?!)")
_CHARS = re.compile(r"\\+|.", re.DOTALL)
_REPLACED = "\ufffd"
"""What stands for a byte of Latin-1 in an answer that is read as UTF-8."""


class Masker:
    """Masks the given secrets wherever they stand; see `secret.mask` for what is left of one."""

    def __init__(self, secrets: Iterable[str]) -> None:
        known = {secret: mask(secret) for secret in secrets}
        known = {secret: shown for secret, shown in known.items() if secret != shown}
        ordered = sorted(known, key=len, reverse=True)
        self._forms = frozenset(form.casefold() for secret in ordered for form in _forms(secret))
        self._shown = [known[secret] for secret in ordered]
        self._pattern = _pattern(ordered)

    def text(self, text: str) -> str:
        """Return the text with every form of every secret masked."""
        if isinstance(text, Worded):
            return changed(text, self._covered)
        return self._covered(text)

    def _covered(self, text: str) -> str:
        return self._pattern.sub(self._masked, text)

    def value(self, value: object) -> object:
        """Return a JSON value with the texts in it masked."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            fields = cast("dict[str, object]", value)
            return {self.text(name): self.value(part) for name, part in fields.items()}
        if isinstance(value, list):
            return [self.value(part) for part in cast("list[object]", value)]
        return value

    def cut(self, text: str, limit: int) -> str:
        """Return at most `limit` characters, masked, of a text that may end within a secret."""
        masked = self.text(text)
        longest = max(map(len, self._forms), default=0)
        for length in range(min(longest, len(masked)), _SHORTEST_PART - 1, -1):
            tail = masked[-length:].casefold()
            if any(form.startswith(tail) for form in self._forms):
                return masked[:-length][:limit]
        return masked[:limit]

    def _masked(self, found: re.Match[str]) -> str:
        return self._shown[(found.lastindex or 1) - 1]


def _pattern(secrets: Iterable[str]) -> re.Pattern[str]:
    """Return what finds each secret, as the group of its place."""
    parts = [f"({_pattern_of(secret)})" for secret in secrets]
    return re.compile(f"(?:{'|'.join(parts)})={{0,2}}", re.IGNORECASE) if parts else _NOTHING


def _pattern_of(secret: str) -> str:
    """Return what finds a secret in any form; a short form counts only as a word of its own."""
    forms = sorted({form.casefold() for form in _forms(secret)}, key=len, reverse=True)
    parts = [
        rf"(?<!\w){re.escape(form)}(?!\w)" if len(form) < _SHORT else re.escape(form)
        for form in forms
    ]
    if len(secret) >= _SHORT and not (secret.isascii() and secret.isalnum()):
        parts.append("".join(map(_in_any_form, _CHARS.findall(secret))))
    return "|".join(parts)


@cache
def _in_any_form(char: str) -> str:
    """Return what finds a character as JSON, a web page or an address may have it, also nested.

    A run of backslashes counts as one, since each nesting doubles them. Whatever repeats has a
    bound, or a long answer of nothing else would take minutes to look through.
    """
    if char.isascii() and char.isalnum():
        return char
    code = ord(char[0])
    named = html.escape(char)
    forms = [
        rf"&(?:amp;){_NESTED}\#(?:0{_NESTED}{code}|x0{_NESTED}{code:x});",
        *(_percent_encoded(char[0], encoding) for encoding in ("utf-8", "latin-1")),
    ]
    if char[0] == "\\":
        return rf"(?:\\|u{code:04x}|{'|'.join(forms)}){{1,32}}+"
    if named != char:
        forms.append(f"&(?:amp;){_NESTED}{named[1:]}")
    elif not char.isascii():
        forms.append(_REPLACED)
    return rf"(?:\\{{0,16}}+(?:{re.escape(char)}|u{code:04x})|{'|'.join(forms)})"


def _percent_encoded(char: str, encoding: str) -> str:
    return "".join(f"%(?:25){_NESTED}{byte:02x}" for byte in char.encode(encoding, "replace"))


def _forms(secret: str) -> Iterator[str]:
    """Yield the texts that stand for a secret; hexadecimal digits may have either case."""
    yield secret
    if secret.strip():
        yield secret.strip()
    yield json.dumps(secret)[1:-1]
    yield json.dumps(secret, ensure_ascii=False)[1:-1]
    yield quote(secret, safe="", errors="replace")
    yield quote(secret, errors="replace")
    yield quote_plus(secret, errors="replace")
    yield quote(secret, safe="!'()*", errors="replace")  # as JavaScript's encodeURIComponent
    # Over the wire it goes in Latin-1.
    for encoding in ("utf-8",) if secret.isascii() else ("utf-8", "latin-1"):
        for encoded in _encoded(secret.encode(encoding, "replace")):
            yield encoded
            yield encoded.replace("+", "-").replace("/", "_")


def _encoded(secret: bytes) -> Iterator[str]:
    """Yield the base64 of a secret, and what it alone decides of one after 0, 1 or 2 bytes."""
    yield base64.b64encode(secret).decode("ascii").rstrip("=")
    for before in range(3):
        text = base64.b64encode(bytes(before) + secret).decode("ascii")
        own = text[-(-before * 8 // 6) : (before + len(secret)) * 8 // 6]
        if len(own) >= _SHORTEST_ENCODED:
            yield own
