"""What JavaScript's `new URL(text)` makes of a text: its parts, normalised.

After the WHATWG URL standard as Node 20 has it. Names in other letters than ASCII become Punycode
after Unicode's NFKC, without the standard's table of exceptions.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from editor.core.validation.urls import parsed

_EDGES = "".join(map(chr, range(0x21)))
_DROPPED = re.compile(r"[\t\n\r]")
_AUTHORITY = re.compile(r"[/\\]*([^/\\?#]*)")
_PARTS = re.compile(r"([^?#]*)(?:\?([^#]*))?(?:#(.*))?\Z", re.DOTALL)
_PORTS = {"http": "80", "https": "443", "ws": "80", "wss": "443", "ftp": "21"}
_ONE_DOT = re.compile(r"(?:\.|%2e)\Z", re.IGNORECASE)
_TWO_DOTS = re.compile(r"(?:\.|%2e){2}\Z", re.IGNORECASE)
_IN_QUERY = re.compile(r"[^!$-&(-;=?-~]")
_IN_FRAGMENT = re.compile(r"[^!#-;=?-_a-~]")
_IN_PATH = re.compile(r"[^!$-;=@-_a-z|~]")
_IN_USER = re.compile(r"[^!$-.0-9A-Z_a-z~]")
"""What is percent-encoded in a query, a fragment, a path, and a user's name or password."""


class Address(NamedTuple):
    """A web address in parts; `query` and `fragment` are None where there is none.

    `user` has the user's name and password as `name:password@`, else it is empty.
    """

    scheme: str
    user: str
    host: str
    path: str
    query: str | None
    fragment: str | None

    @property
    def text(self) -> str:
        """Return the whole address."""
        query = f"?{self.query}" if self.query else "" if self.query is None else "?"
        fragment = f"#{self.fragment}" if self.fragment else "" if self.fragment is None else "#"
        return f"{self.scheme}://{self.user}{self.host}{self.path}{query}{fragment}"


def address(text: str) -> Address | None:
    """Return the parts of a web address; None where JavaScript says `Invalid URL`.

    Other schemes than those of the web give None too: nothing can be sent there.
    """
    found = parsed(text)
    if found is None or found.scheme not in _PORTS:
        return None
    rest = _DROPPED.sub("", text.strip(_EDGES))[len(found.scheme) + 1 :]
    authority = _AUTHORITY.match(rest)
    assert authority is not None
    parts = _PARTS.match(rest[authority.end() :])
    assert parts is not None
    user, host = _user_and_host(authority[1], found.scheme, found.host)
    query, fragment = parts[2], parts[3]
    return Address(
        found.scheme,
        user,
        host,
        _path(parts[1]),
        None if query is None else _encoded(query, _IN_QUERY),
        None if fragment is None else _encoded(fragment, _IN_FRAGMENT),
    )


def _encoded(text: str, refused: re.Pattern[str]) -> str:
    return refused.sub(_percent, text)


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace"))


def _user_and_host(authority: str, scheme: str, host: str) -> tuple[str, str]:
    user, at, host_and_port = authority.rpartition("@")
    name, _, password = user.partition(":")
    shown = _encoded(name, _IN_USER)
    if password:
        shown += ":" + _encoded(password, _IN_USER)
    port = re.search(r":([0-9]*)\Z", host_and_port.rpartition("]")[2])
    digits = "" if port is None else port[1] and (port[1].lstrip("0") or "0")
    shown_port = f":{digits}" if digits and digits != _PORTS[scheme] else ""
    return (f"{shown}@" if at and shown else ""), _ascii(host) + shown_port


def _ascii(host: str) -> str:
    if host.isascii():
        return host
    labels = unicodedata.normalize("NFKC", host).lower().split(".")
    return ".".join(
        label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii")
        for label in labels
    )


def _path(text: str) -> str:
    segments: list[str] = []
    parts = re.split(r"[/\\]", text)[1:] or [""]
    for index, part in enumerate(parts):
        is_last = index == len(parts) - 1
        if _TWO_DOTS.match(part):
            if segments:
                segments.pop()
        elif not _ONE_DOT.match(part):
            segments.append(_encoded(part, _IN_PATH))
            continue
        if is_last:
            segments.append("")
    return "/" + "/".join(segments)
