"""How secrets stay out of sight: a value that prints as `***`, and masks for texts."""

import re
from dataclasses import dataclass

_LONG_ENOUGH = 12
_SHOWN = 4
_REFERENCE = re.compile(r"\$\{[^}]+\}")
_NAME = r"[\w.-]*(?:apikey|[-_]key|secret|token|password|authorization)"
_KEY = rf"""["']?{_NAME}["']?"""
_DOUBLE_QUOTED = r'"(?:[^"\\\r\n]|\\.)*"'
_SINGLE_QUOTED = r"'(?:[^'\r\n]|'')*'"
_PLAIN = r"""(?![\s#|>"'&*!\[{}])(?:\$\{[^}\r\n]*\}|(?!,\s|\s#)[^\r\n}\]])+"""
IN_ADDRESS = re.compile(
    r"(?://[^/?#:@\s\"']*:(?P<password>[^/?#\s\"']+)@)"
    r"|[?&](?:[\w.-]*(?:key|token|secret|password|pwd|sig|signature)|code)=(?P<value>[^&#\s\"']+)",
    re.IGNORECASE,
)
"""The passwords and keys in the addresses of a text; the last group that matched has each."""

_ENTRY = re.compile(
    rf"""(?P<before>(?<![\w.-]){_KEY}[ \t]*:[ \t]*(?:[&!]\S+[ \t]+)*)"""
    rf"""(?P<value>{_DOUBLE_QUOTED}|{_SINGLE_QUOTED}|{_PLAIN})""",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """A text that shows itself only on request."""

    _text: str

    def __repr__(self) -> str:
        """Return three stars, whatever the secret."""
        return "***"

    def reveal(self) -> str:
        """Return the secret in the clear."""
        return self._text

    def masked(self) -> str:
        """Return what may be printed; see `mask`."""
        return mask(self._text)


def mask(value: str) -> str:
    """Return `***` and, of 12 characters or more, the last 4; a lone `${NAME}` is no secret."""
    if not value or is_reference(value):
        return value
    return "***" + (value[-_SHOWN:] if len(value) >= _LONG_ENOUGH else "")


def names_secret(key: str) -> bool:
    """Say whether a key or a header is called as those are that hold a secret."""
    return re.fullmatch(_NAME, key, re.IGNORECASE) is not None


def is_reference(value: str) -> bool:
    """Say whether a value is one `${NAME}`, which gives no secret away."""
    return _REFERENCE.fullmatch(value.strip()) is not None


def mask_entries(text: str) -> str:
    """Return YAML text with the one-line values of keys that name a secret masked.

    So are the passwords and keys in addresses.
    """
    return mask_addresses(_ENTRY.sub(_masked_entry, text))


def mask_addresses(text: str) -> str:
    """Return a text with the passwords and keys in its addresses masked."""
    return IN_ADDRESS.sub(_masked_address, text)


def _masked_address(found: re.Match[str]) -> str:
    start, end = (offset - found.start() for offset in found.span(found.lastgroup or 0))
    return found[0][:start] + mask(found[0][start:end]) + found[0][end:]


def _masked_entry(entry: re.Match[str]) -> str:
    """Return the entry with its value masked, its quotes and trailing blanks kept."""
    value = entry["value"]
    bare = value.rstrip()
    quote = bare[0] if bare[0] in "\"'" else ""
    shown = mask(bare.removeprefix(quote).removesuffix(quote))
    return entry["before"] + quote + shown + quote + value[len(bare) :]
