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
    from editor.core.yaml.values import Path, Value

_CONNECTION = ("instanceName", "baseURL", "serverless")
_DEPLOYMENT = "deploymentName"
_VERSION = "version"
_FIELDS = ("instanceName", "baseURL", _DEPLOYMENT, _VERSION, "group", "apiKey")


class Filling(NamedTuple):
    """What an address means, and the operations that fill the fields of its group.

    `path` is where the field is afterwards: a model gets its name back.
    """

    target: TargetUri
    operations: tuple[Operation, ...]
    path: Path


def filling(document: Document, path: Path, before: Document) -> Filling | None:
    """Return how to take the text of a field apart; None for one that is no whole address.

    A base URL that ends where it should is none. The path of a model stands for its name. `before`
    is the document without the address: a field that none of its parts belongs into gets its text
    back.
    """
    text, node = _entered(document, path)
    found = target_uri.read(text) if "${" not in text else None
    if found is None:
        return None
    is_whole = found.operation or base_url.version_in(base_url.split(text)[2])
    if path[-1] == "baseURL" and not is_whole:
        return None
    steps = [*_connection(document, node, found), *_own(document, node, found)]
    if node == path:
        name = _old_name(document, path, before)
        rename: Operation = {"op": "rename", "path": list(path), "name": name}
        return Filling(found, (*steps, rename), (*path[:-1], name))
    if not any(operation["path"] == list(path) for operation in steps):
        old = value_at(before.value, path)
        steps.append({"op": "unset", "path": list(path)} if old is None else setting(path, old))
    return Filling(found, tuple(steps), path)


def _entered(document: Document, path: Path) -> tuple[str, Path]:
    """Return the text of a field that may hold an address, and its node; "" for other fields."""
    if level_of(path) is Level.MODEL:
        return str(path[-1]), path
    if not path or path[-1] not in _FIELDS or level_of(path[:-1]) is None:
        return "", ()
    text = value_at(document.value, path)
    return (text if isinstance(text, str) else ""), path[:-1]


def _connection(document: Document, node: Path, found: TargetUri) -> Iterator[Operation]:
    """Yield what makes a group call the host of an address."""
    group, settings = node[: len(GROUPS_PATH) + 1], found.settings
    for key in _CONNECTION:
        if key in settings:
            yield setting((*group, key), settings[key])
        elif _has(document, group, key):
            yield {"op": "unset", "path": [*group, key]}
    if found.is_serverless and not found.version and _has(document, group, _VERSION):
        yield {"op": "unset", "path": [*group, _VERSION]}


def _own(document: Document, node: Path, found: TargetUri) -> Iterator[Operation]:
    """Yield what sets the deployment, and the version where the node has one of its own."""
    is_model = level_of(node) is Level.MODEL
    own: dict[str, Value] = {_DEPLOYMENT: found.deployment} if found.deployment else {}
    if found.version and is_model and not _has(document, node, _VERSION):
        yield setting((*node[: len(GROUPS_PATH) + 1], _VERSION), found.version)
    elif found.version:
        own[_VERSION] = found.version
    if is_model and own and not isinstance(value_at(document.value, node), dict):
        yield setting(node, own)
        return
    for key, text in own.items():
        yield setting((*node, key), text)


def _has(document: Document, node: Path, key: str) -> bool:
    return value_at(document.value, (*node, key)) is not None


def _old_name(document: Document, model: Path, before: Document) -> str:
    """Return what a model was called whose name was replaced."""
    names = list(_models(document, model))
    return list(_models(before, model))[names.index(str(model[-1]))]


def _models(document: Document, model: Path) -> dict[str, Value]:
    models = value_at(document.value, model[:-1])
    return models if isinstance(models, dict) else {}
