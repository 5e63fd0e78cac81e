"""Which packages the program runs with, their versions and licences, as their metadata say."""

import platform
import re
from collections.abc import Iterator
from importlib import metadata
from typing import NamedTuple

_OWN = "librechat-azure-editor"
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LONGEST_LICENCE = 60


class Package(NamedTuple):
    """An installed package; `licence` is empty where its metadata say none."""

    name: str
    version: str
    licence: str


def packages(root: str = _OWN) -> tuple[Package, ...]:
    """Return what a package needs and is installed, without what only its extras need."""
    return tuple(sorted(_needed(root), key=lambda one: one.name.casefold()))


def platform_words() -> str:
    """Return the system and the Python in words, without the name of this machine."""
    python = f"Python {platform.python_version()} ({platform.python_implementation()})"
    system = f"{platform.system()} {platform.release()}".strip()
    return f"{python}, {system or 'unknown system'}, {platform.machine() or 'unknown machine'}"


def _needed(root: str) -> Iterator[Package]:
    waiting, seen = _requirements(root), {_canonical(root)}
    while waiting:
        name = waiting.pop()
        if _canonical(name) in seen:
            continue
        seen.add(_canonical(name))
        try:
            found = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue
        yield Package(found["Name"], found["Version"], _licence(found))
        waiting += _requirements(name)


def _requirements(name: str) -> list[str]:
    try:
        lines = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return []
    found = (_NAME.match(line) for line in lines if "extra ==" not in line)
    return [match.group() for match in found if match is not None]


def _licence(found: metadata.PackageMetadata) -> str:
    """Return the licence: what is said in the one field meant for it, else in an older one."""
    for field in ("License-Expression", "License"):
        text = str(found[field]).strip() if field in found else ""
        if text and len(text) <= _LONGEST_LICENCE and "\n" not in text:
            return text
    classifiers: list[str] = found.get_all("Classifier") or []
    said = [one.rsplit(" :: ", 1)[-1] for one in classifiers if one.startswith("License :: ")]
    return ", ".join(said)


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
