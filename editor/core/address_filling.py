"""Which fields to fill in where a whole address was put into one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from editor.core import target_uri
from editor.core.outline import value_at
from editor.core.schema.field import Level
from editor.core.schema.table import GROUPS_PATH, level_of
from editor.core.validation import base_url
from editor.core.validation.mending import setting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.core.document import Document
    from editor.core.target_uri import TargetUri
    from editor.core.validation.problem import Operation
    from editor.core.yaml.values import Path

_KEYS = ("instanceName", "baseURL", "serverless")
_DEPLOYMENT = "deploymentName"
_FIELDS = ("instanceName", "baseURL", _DEPLOYMENT)


class Filling(NamedTuple):
    """What an address means, and the operations that fill the fields of its group."""

    target: TargetUri
    operations: tuple[Operation, ...]


def filling(document: Document, path: Path) -> Filling | None:
    """Return how to take the text of a field apart; None for one that is no whole address.

    A base URL that ends where it should is none.
    """
    if not path or path[-1] not in _FIELDS or level_of(path[:-1]) is None:
        return None
    text = value_at(document.value, path)
    found = target_uri.read(text) if isinstance(text, str) and "${" not in text else None
    if found is None or not isinstance(text, str):
        return None
    is_whole = found.operation or base_url.version_in(base_url.split(text)[2])
    if path[-1] == "baseURL" and not is_whole:
        return None
    return Filling(found, tuple(_operations(document, path, found)))


def _operations(document: Document, path: Path, found: TargetUri) -> list[Operation]:
    group = path[: len(GROUPS_PATH) + 1]
    settings, node = found.settings, path[:-1]
    operations: list[Operation] = []
    for key in _KEYS:
        is_there = value_at(document.value, (*group, key)) is not None
        if key in settings:
            operations.append(setting((*group, key), settings[key]))
        elif is_there:
            operations.append({"op": "unset", "path": [*group, key]})
    if _DEPLOYMENT in settings:
        operations.append(setting((*node, _DEPLOYMENT), settings[_DEPLOYMENT]))
    elif path[-1] == _DEPLOYMENT:
        operations.append({"op": "unset", "path": list(path)})
    return [*operations, *_version(document, path, found)]


def _version(document: Document, path: Path, found: TargetUri) -> Iterator[Operation]:
    """Yield what sets the version that an address has, in the model where that has its own."""
    group, node = path[: len(GROUPS_PATH) + 1], path[:-1]
    is_set = value_at(document.value, (*node, "version")) is not None
    if found.version:
        place = node if is_set or level_of(node) is not Level.MODEL else group
        yield setting((*place, "version"), found.version)
    elif found.is_serverless and value_at(document.value, (*group, "version")) is not None:
        yield {"op": "unset", "path": [*group, "version"]}
