"""Whether a text is a URL as JavaScript's `new URL` takes it, and to what it leads.

After the WHATWG URL standard; what its tables of international domain names say in detail is
left out, so a host in other letters than ASCII is taken.
"""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import unquote

_SPECIAL = frozenset({"http", "https", "ws", "wss", "ftp", "file"})
_EDGES = "".join(map(chr, range(0x21)))
_DROPPED = re.compile(r"[\t\n\r]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_AUTHORITY_END = re.compile(r"[/\\?#]")
_OPAQUE_AUTHORITY_END = re.compile(r"[/?#]")
_OPAQUE_FORBIDDEN = re.compile(r"[\x00\t\n\r #/:<>?@\[\\\]^|]")
_DOMAIN_FORBIDDEN = re.compile(r"[\x00-\x20#%/:<>?@\[\\\]^|\x7f]")
_DRIVE = re.compile(r"[A-Za-z][:|]\Z")
_DECIMAL = re.compile(r"[0-9]+\Z")
_HEXADECIMAL = re.compile(r"0[xX][0-9A-Fa-f]*\Z")
_LARGEST_PORT = 65535


@dataclass(frozen=True, slots=True)
class Url:
    """The parts of a URL that checks look at; both are in lower case."""

    scheme: str
    host: str


def parsed(text: str) -> Url | None:
    """Return a URL's parts, or None where JavaScript says `Invalid URL`."""
    text = _DROPPED.sub("", text.strip(_EDGES))
    found = _SCHEME.match(text)
    if found is None:
        return None
    scheme = found[1].lower()
    rest = text[found.end() :]
    host = _host(scheme, rest)
    return None if host is None else Url(scheme, host)


def _host(scheme: str, rest: str) -> str | None:
    """Return the host, empty where there is none; None where it is wrong."""
    if scheme == "file":
        return _file_host(rest)
    if scheme in _SPECIAL:
        authority = _AUTHORITY_END.split(rest.lstrip("/\\"), maxsplit=1)[0]
        return _authority_host(authority, is_special=True)
    if not rest.startswith("//"):
        return ""
    authority = _OPAQUE_AUTHORITY_END.split(rest[2:], maxsplit=1)[0]
    return _authority_host(authority, is_special=False) if authority else ""


def _file_host(rest: str) -> str | None:
    if not re.match(r"[/\\]{2}", rest):
        return ""
    host = _AUTHORITY_END.split(rest[2:], maxsplit=1)[0]
    return "" if not host or _DRIVE.match(host) else _parsed_host(host, is_special=True)


def _authority_host(authority: str, *, is_special: bool) -> str | None:
    host_and_port = authority.rpartition("@")[2]
    found = re.match(r"(\[[^\]]*\]|[^:\[]*|\[.*)(?::(.*))?\Z", host_and_port, re.DOTALL)
    if found is None or not found[1] or not _is_port(found[2] or ""):
        return None
    return _parsed_host(found[1], is_special=is_special)


def _is_port(text: str) -> bool:
    if text and not _DECIMAL.match(text):
        return False
    return int(text.lstrip("0")[:6] or "0") <= _LARGEST_PORT


def _parsed_host(host: str, *, is_special: bool) -> str | None:
    if host.startswith("["):
        return _ipv6(host[1:-1]) if host.endswith("]") else None
    if not is_special:
        return None if _OPAQUE_FORBIDDEN.search(host) else host
    domain = unquote(host, errors="replace").replace("\u3002", ".").replace("\xad", "").lower()
    if not domain or "\ufffd" in domain or _DOMAIN_FORBIDDEN.search(domain):
        return None
    labels = domain.removesuffix(".").split(".")
    if any(label.startswith("xn--") and not _is_punycode(label[4:]) for label in labels):
        return None
    is_address = _DECIMAL.match(labels[-1]) or _HEXADECIMAL.match(labels[-1])
    return _ipv4(labels) if is_address else domain


def _ipv6(text: str) -> str | None:
    try:
        address = ipaddress.IPv6Address(text)
    except ValueError:
        return None
    return None if "%" in text else f"[{address.compressed}]"


def _is_punycode(text: str) -> bool:
    try:
        decoded = text.encode("ascii").decode("punycode")
    except UnicodeError:
        return False
    return not decoded.isascii() and decoded.isprintable()


def _ipv4(labels: list[str]) -> str | None:
    numbers = [_ipv4_number(label) for label in labels]
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers) or len(known) > 4 or any(part > 255 for part in known[:-1]):
        return None
    if known[-1] >= 256 ** (5 - len(known)):
        return None
    packed = sum(part << (24 - 8 * index) for index, part in enumerate(known[:-1])) + known[-1]
    return str(ipaddress.IPv4Address(packed))


def _ipv4_number(label: str) -> int | None:
    try:
        if _HEXADECIMAL.match(label):
            return int(label[2:] or "0", 16)
        if len(label) > 1 and label.startswith("0"):
            return int(label, 8)
        return int(label) if _DECIMAL.match(label) else None
    except ValueError:
        return None
