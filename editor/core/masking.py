"""How known secrets are kept out of texts that others wrote: a server's answer, an address.

A server may echo a key as it is, in a URL, in JSON or in base64; each form becomes `***`.
"""

import base64
import json
import re
from collections.abc import Iterable, Iterator
from typing import cast
from urllib.parse import quote, quote_plus

from editor.core.secret import mask
from editor.core.wording import Worded, changed

_SHORT = 6
_SHORTEST_ENCODED = 8
_SHORTEST_PART = 4
_NOTHING = re.compile(r"(?!)")


class Masker:
    """Masks the given secrets wherever they stand; see `secret.mask` for what is left of one."""

    def __init__(self, secrets: Iterable[str]) -> None:
        known = {secret: mask(secret) for secret in secrets}
        known = {secret: shown for secret, shown in known.items() if secret != shown}
        self._shown = {
            form.casefold(): shown for secret, shown in known.items() for form in _forms(secret)
        }
        self._pattern = _pattern(self._shown)

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
        longest = max(map(len, self._shown), default=0)
        for length in range(min(longest, len(masked)), _SHORTEST_PART - 1, -1):
            tail = masked[-length:].casefold()
            if any(form.startswith(tail) for form in self._shown):
                return masked[:-length][:limit]
        return masked[:limit]

    def _masked(self, found: re.Match[str]) -> str:
        return self._shown.get(found[1].casefold(), "***")


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """Return what finds the forms; a short one counts only as a word of its own."""
    parts = [
        rf"(?<!\w){re.escape(form)}(?!\w)" if len(form) < _SHORT else re.escape(form)
        for form in sorted(forms, key=len, reverse=True)
    ]
    return re.compile(f"({'|'.join(parts)})={{0,2}}", re.IGNORECASE) if parts else _NOTHING


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
    for encoded in _encoded(secret.encode(errors="replace")):
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
