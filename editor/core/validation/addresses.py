"""Whether an entry of `allowedAddresses` is a host with a port, and if an address, a private one.

LibreChat 0.8.8: the lists exempt private addresses from its guard against requests to them.
"""

import re

from editor.core.validation.javascript import BLANKS

_PORT = re.compile(r"\[([^\]]+)\]:([0-9]+)\Z|([^:]+):([0-9]+)\Z")
_FORBIDDEN = re.compile(f"/|[{BLANKS}]")
_IPV4 = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}\Z")
_MAPPED = re.compile(r"::ffff:([0-9.]+)\Z")
_HEXTET = re.compile(r"[0-9a-f]{1,4}\Z")
_LEADING_HEX = re.compile(r"(?:0x)?([0-9a-f]+)")
_CARRIERS = ("2002:", "64:ff9b::", "2001::")
_LARGEST_PORT = 65535


def is_address_entry(entry: str) -> bool:
    """Say whether LibreChat takes the entry."""
    if _FORBIDDEN.search(entry):
        return False
    found = _PORT.match(entry.lower())
    if found is None:
        return False
    host = re.sub(r"^\[|\]$", "", found[1] or found[3])
    if not host or not 1 <= _port(found[2] or found[4]) <= _LARGEST_PORT:
        return False
    if _IPV4.match(host):
        return _is_private_ipv4(host)
    return ":" not in host or _is_private_ipv6(host)


def _port(digits: str) -> int:
    return int(digits.lstrip("0")[:6] or "0")


def _is_private_ipv4(address: str) -> bool:
    first, second, third, _ = map(int, address.split("."))
    match first:
        case 0 | 10 | 127:
            return True
        case 169:
            return second == 254
        case 172:
            return 16 <= second <= 31
        case 192:
            return second == 168 or (second, third) == (0, 0)
        case 100:
            return 64 <= second <= 127
        case 198:
            return second in {18, 19}
        case _:
            return first >= 224


def _is_private_ipv6(address: str) -> bool:
    if address in {"::1", "::"} or address.startswith(("fc", "fd")):
        return True
    first = address.split(":", 1)[0]
    if _HEXTET.match(first) and int(first, 16) & 0xFFC0 == 0xFE80:
        return True
    mapped = _MAPPED.match(address)
    if mapped is not None and _IPV4.match(mapped[1]):
        return _is_private_ipv4(mapped[1])
    return _has_private_ipv4_inside(address)


def _has_private_ipv4_inside(address: str) -> bool:
    """Look at the IPv4 address that a 6to4, NAT64 or Teredo address carries."""
    if not address.startswith(_CARRIERS):
        return False
    segments = [segment for segment in address.split(":") if segment]
    pair = segments[1:3] if address.startswith("2002:") else segments[-2:]
    found = [_LEADING_HEX.match(segment) for segment in pair]
    numbers = [int(match[1], 16) for match in found if match]
    if len(numbers) != 2:
        return False
    # Teredo keeps the complement.
    high, low = (~number if address.startswith("2001::") else number for number in numbers)
    parts = (high >> 8 & 255, high & 255, low >> 8 & 255, low & 255)
    return _is_private_ipv4(".".join(map(str, parts)))
