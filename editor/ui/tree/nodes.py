"""Which node of the tree a path lies in, and what that node is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from editor.core.schema.field import Level
from editor.core.schema.table import AZURE_PATH, GROUPS_PATH, field_at, level_of

if TYPE_CHECKING:
    from editor.core.yaml.values import Path, Value

ENDPOINT_DEPTH = len(AZURE_PATH)
GROUP_DEPTH = len(GROUPS_PATH) + 1
MODEL_DEPTH = GROUP_DEPTH + 2
_CONTEXT = "Nodes"
_BETWEEN = " › "


def node_of(path: Path) -> Path:
    """Return the path of the endpoint, group or model that a path lies in, `()` for none."""
    for depth in (MODEL_DEPTH, GROUP_DEPTH, ENDPOINT_DEPTH):
        if level_of(path[:depth]) is not None:
            return path[:depth]
    return ()


def member(value: Value, key: str) -> Value:
    """Return the value of a key, None where there is no such key or no mapping."""
    return value.get(key) if isinstance(value, dict) else None


def groups_in(value: Value) -> list[Value]:
    """Return the groups of a config, none where there is no list of them."""
    for key in GROUPS_PATH:
        value = member(value, str(key))
    return value if isinstance(value, list) else []


def endpoint_name() -> str:
    """Return what the endpoint is called."""
    return QCoreApplication.translate(_CONTEXT, "Azure OpenAI")


def group_name(group: Value, index: int) -> str:
    """Return what a group is called: its name, or else its number."""
    name = member(group, "group")
    if name is None or name == "" or isinstance(name, dict | list):
        return QCoreApplication.translate(_CONTEXT, "Group {0}").format(index + 1)
    return str(name)


def place_name(value: Value, path: Path) -> str:
    """Return where a path leads in words: “eastus › gpt-4”, “eastus › API key”."""
    node = node_of(path)
    match level_of(node):
        case Level.MODEL:
            return _BETWEEN.join((_group_name(value, node), str(node[-1])))
        case Level.GROUP:
            return _with_field(_group_name(value, node), path)
        case Level.ENDPOINT:
            return _with_field(endpoint_name(), path)
        case None:
            return ".".join(str(step) for step in path)


def _group_name(value: Value, path: Path) -> str:
    index = path[GROUP_DEPTH - 1]
    assert isinstance(index, int)
    groups = groups_in(value)
    return group_name(groups[index] if index < len(groups) else None, index)


def _with_field(name: str, path: Path) -> str:
    depth = len(node_of(path)) + 1
    field = field_at(path[:depth]) if len(path) >= depth else None
    return name if field is None else _BETWEEN.join((name, field.label))
