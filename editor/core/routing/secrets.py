"""Which texts of a request nobody may see."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.core.yaml.values import Value

_NAME = re.compile(
    r"(?:^|[-_]|(?<=[a-z])(?=[A-Z]))(?:api-?key|key|token|secret|password|pwd|credentials?|auth"
    r"|authorization|cookie|sig|signature|code)$",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"(?:Bearer|Basic)\s+", re.IGNORECASE)
_USER = re.compile(r"//([^/?#:@\s]*):([^/?#\s]+)@")


def names_secret(name: str) -> bool:
    """Say whether a header, key or parameter of that name holds a secret."""
    return _NAME.search(name) is not None


def secret_in_header(text: str) -> str:
    """Return a header's value without the word that says how it is to be read."""
    return _SCHEME.sub("", text, count=1)


def secrets_in_address(text: str) -> Iterator[str]:
    """Yield the passwords and keys that an address holds."""
    for _, password in _USER.findall(text):
        yield password
    pairs = parse_qsl(text.partition("?")[2].partition("#")[0], errors="replace")
    yield from (value for name, value in pairs if names_secret(name))


def secrets_in_body(value: Value, name: str = "") -> Iterator[str]:
    """Yield the texts of a body whose keys name a secret."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from secrets_in_body(item, key)
    elif isinstance(value, list):
        for item in value:
            yield from secrets_in_body(item, name)
    elif isinstance(value, str) and value and names_secret(name):
        yield value
