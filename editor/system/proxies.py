"""Which proxy a request goes through, by the variables that LibreChat looks at."""

import ipaddress
import re
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

NAMES = ("PROXY", "HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "NO_PROXY", "no_proxy")
"""The variables that play a part."""

DEFAULT_PORTS = {"http": 80, "https": 443}


def variables_in(value: Callable[[str], str | None]) -> dict[str, str]:
    """Return the variables that are set, by what looks one up."""
    return {name: text for name in NAMES if (text := value(name))}


def proxy_for(url: str, variables: Mapping[str, str]) -> str | None:
    """Return the address of the proxy for a URL, None for the direct way.

    `PROXY` is LibreChat's own variable and counts for every address.
    """
    parts = urlsplit(url)
    scheme = parts.scheme.lower()
    names = ("PROXY", f"{scheme.upper()}_PROXY", f"{scheme}_proxy")
    proxy = next((variables[name] for name in names if variables.get(name)), None)
    exempt = variables.get("NO_PROXY") or variables.get("no_proxy") or ""
    is_exempt = any(_covers(rule, url) for rule in re.split(r"[\s,]+", exempt.strip()) if rule)
    return None if proxy is None or is_exempt else proxy.strip()


def _covers(rule: str, url: str) -> bool:
    """Say whether an entry of NO_PROXY means a URL: `*`, a host, a domain, a network, a port."""
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    name, _, port = rule.rpartition(":")
    if not name or not port.isdecimal() or (name.count(":") and not name.endswith("]")):
        name, port = rule, ""
    if port and (parts.port or DEFAULT_PORTS.get(parts.scheme)) != int(port):
        return False
    name = name.strip("[]").lower().removeprefix("*").removeprefix(".")
    return not name or host == name or host.endswith(f".{name}") or _is_within(host, name)


def _is_within(host: str, network: str) -> bool:
    try:
        return ipaddress.ip_address(host) in ipaddress.ip_network(network, strict=False)
    except ValueError:
        return False
