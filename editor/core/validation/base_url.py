"""The address that LibreChat makes of a base URL, as far as checks need it.

LibreChat 0.8.8, group with instance and deployment D: everything before the first “/D” of the base
URL, then “/D”; if “/deployments” is not in that, then “/deployments/D” too.
"""

from __future__ import annotations

import re

PLACEHOLDERS = ("${INSTANCE_NAME}", "${DEPLOYMENT_NAME}")
_ADDRESS = re.compile(r"(?P<origin>[a-z][a-z0-9+.-]*://[^/?#]*)(?P<path>[^?#]*)(?P<query>.*)", re.I)
_VERSION = re.compile(r"[?&]api-version=([^&#\s]+)")
_AZURE_HOST = re.compile(r"(?:^|\.)azure\.(?:com|us|cn)$")


def filled(base: str, instance: str, deployment: str) -> str:
    """Return a base URL with the first of each placeholder filled in."""
    for placeholder, text in zip(PLACEHOLDERS, (instance, deployment), strict=True):
        base = base.replace(placeholder, text, 1)
    return base


def final_base(base: str, deployment: str) -> str:
    """Return what LibreChat puts in front of `/chat/completions`."""
    start = base.split(f"/{deployment}", maxsplit=1)[0]
    joined = f"{start}/{deployment}"
    return joined if "/deployments" in joined else f"{joined}/deployments/{deployment}"


def is_sound(base: str, deployment: str) -> bool:
    """Say whether a filled base URL leads to the deployment and nowhere else."""
    start, segment, _ = base.partition("/deployments")
    return bool(segment) and final_base(base, deployment) == f"{start}/deployments/{deployment}"


def split(base: str) -> tuple[str, str, str]:
    """Return scheme with host, path, and query; all in the path where there is no scheme."""
    found = _ADDRESS.fullmatch(base.strip())
    return ("", base, "") if found is None else (found["origin"], found["path"], found["query"])


def version_in(query: str) -> str:
    """Return the API version of a query, "" where there is none."""
    found = _VERSION.search(query)
    return "" if found is None else found[1]


def is_azure(host: str) -> bool:
    """Say whether a host is one of Azure's own."""
    return _AZURE_HOST.search(host) is not None
