"""What the nodes of the tree are called, and where a path leads in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from editor.core.outline import groups_in, name_of, node_path, value_at
from editor.core.schema.field import Level
from editor.core.schema.table import AZURE_PATH, GROUPS_PATH, field_at, level_of
from editor.ui.language import in_language, name_in_language

if TYPE_CHECKING:
    from editor.core.yaml.values import Path, Value

ENDPOINT_DEPTH = len(AZURE_PATH)
GROUP_DEPTH = len(GROUPS_PATH) + 1
MODEL_DEPTH = GROUP_DEPTH + 2
_CONTEXT = "Nodes"
_BETWEEN = " › "


def endpoint_name() -> str:
    """Return what the endpoint is called."""
    return QCoreApplication.translate(_CONTEXT, "Azure OpenAI")


def group_name(group: Value, index: int) -> str:
    """Return what a group is called: its name, or else its number."""
    name = value_at(group, ("group",))
    if name is None or name == "" or isinstance(name, dict | list):
        return QCoreApplication.translate(_CONTEXT, "Group {0}").format(index + 1)
    return str(name)


def node_name(config: Value, path: Path) -> str:
    """Return what people call the node at a path; a name in the file is no word to translate."""
    return name_in_language(name_of(config, path))


def place_name(value: Value, path: Path) -> str:
    """Return where a path leads in words: “eastus › gpt-4”, “eastus › API key”."""
    node = node_path(path)
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
    depth = len(node_path(path)) + 1
    field = field_at(path[:depth]) if len(path) >= depth else None
    return name if field is None else _BETWEEN.join((name, in_language(field.label)))
