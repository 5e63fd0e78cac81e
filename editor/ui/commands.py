"""What the actions on nodes do: add, duplicate, delete and move groups and models."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor.core.clippings import unused
from editor.core.outline import groups_in, model_names, name_of, value_at
from editor.core.schema.field import Level, Target
from editor.core.schema.root import CONFIG_VERSIONS
from editor.core.schema.table import GROUPS_PATH, level_of
from editor.core.yaml.tree import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.core.yaml.values import Path, Value
    from editor.ui.session import Session

_API_VERSION = "2024-10-21"
"""Azure's latest generally available API version for chat completions."""


class Commands(QObject):
    """Changes the session's current node.

    `name_wanted(tuple)`: a node was added at this path and waits for its name.
    """

    name_wanted = Signal(object)

    def __init__(self, session: Session) -> None:
        """Work on a session."""
        super().__init__()
        self._session = session

    def possible(self) -> frozenset[str]:
        """Return the names of the actions that make sense for the current node."""
        document = self._session.document
        if not document.is_readable or isinstance(document.value, str | list):
            return frozenset()
        place = self._place()
        if place is None or place.parent is None:
            return frozenset({"addGroup"} | ({"addModel"} if self._group_path() else set()))
        possible = {"addGroup", "duplicate", "delete"}
        if self._group_path():
            possible.add("addModel")
        if place.index > 0:
            possible.add("moveUp")
        if place.index < len(place.collection.entries) - 1:
            possible.add("moveDown")
        return frozenset(possible)

    def add_group(self) -> None:
        """Add a group at the end and ask for its name."""
        groups = self._groups()
        name = unused("new-group", {str(value_at(group, ("group",))) for group in groups})
        key = re.sub(r"\W", "_", name).upper()
        value: dict[str, Value] = {
            "group": name,
            "apiKey": f"${{{key}_API_KEY}}",
            "instanceName": "",
            "version": _API_VERSION,
            "models": {},
        }
        path: Path = (*GROUPS_PATH, len(groups))
        steps: list[Mapping[str, object]] = [
            {"op": "insert", "path": [*GROUPS_PATH, len(groups)], "value": value}
        ]
        if self._session.document.value is None:
            version = CONFIG_VERSIONS[Target(self._session.document.target)]
            steps.insert(0, {"op": "set", "path": ["version"], "value": version})
        if self._session.operate(steps, self.tr("Add group"), select=path):
            self.name_wanted.emit(path)

    def add_model(self) -> None:
        """Add a model to the current group and ask for its name."""
        group = self._group_path()
        if group is None:
            return
        name = unused("new-model", self._model_names())
        path: Path = (*group, "models", name)
        steps = [{"op": "insert", "path": list(path), "value": True}]
        if self._session.operate(steps, self.tr("Add model"), select=path):
            self.name_wanted.emit(path)

    def duplicate(self) -> None:
        """Copy the current group or model right below itself, under a name of its own."""
        path = self._session.selection
        if level_of(path) is Level.MODEL:
            name = unused(f"{path[-1]}-copy", self._model_names())
            copy: Path = (*path[:-1], name)
            steps: list[Mapping[str, object]] = [
                {"op": "duplicate", "path": list(path), "name": name}
            ]
        elif level_of(path) is Level.GROUP:
            copy = (*path[:-1], int(path[-1]) + 1)
            steps = [{"op": "duplicate", "path": list(path)}, self._renaming(copy)]
        else:
            return
        label = self.tr("Duplicate {0}").format(self._title(path))
        if self._session.operate(steps, label, select=copy):
            self.name_wanted.emit(copy)

    def _renaming(self, copy: Path) -> Mapping[str, object]:
        groups = self._groups()
        names = {str(value_at(group, ("group",))) for group in groups}
        name = unused(f"{value_at(groups[int(copy[-1]) - 1], ('group',))}-copy", names)
        return {"op": "set", "path": [*copy, "group"], "value": name}

    def delete(self) -> None:
        """Remove the current group or model; its neighbour becomes current."""
        path, place = self._session.selection, self._place()
        if (
            place is None
            or place.parent is None
            or level_of(path) not in (Level.GROUP, Level.MODEL)
        ):
            return
        label = self.tr("Delete {0}").format(self._title(path))
        steps = [{"op": "unset", "path": list(path)}]
        self._session.operate(steps, label, select=_neighbour(place))

    def move_up(self) -> None:
        """Put the current node before the one above it."""
        self._move(-1)

    def move_down(self) -> None:
        """Put the current node after the one below it."""
        self._move(1)

    def _move(self, by: int) -> None:
        path, place = self._session.selection, self._place()
        if place is None or place.parent is None:
            return
        to = place.index + by
        if not 0 <= to < len(place.collection.entries):
            return
        moved = (*path[:-1], to) if isinstance(path[-1], int) else path
        label = self.tr("Move {0}").format(self._title(path))
        self._session.operate([{"op": "move", "path": list(path), "to": to}], label, select=moved)

    def _place(self) -> Place | None:
        """Return the current group or model."""
        path, tree = self._session.selection, self._session.document.tree
        if tree is None or level_of(path) not in (Level.GROUP, Level.MODEL):
            return None
        return tree.locate(path)

    def _group_path(self) -> Path | None:
        """Return the path of the current group, or of the group of the current model."""
        depth = len(GROUPS_PATH) + 1
        path = self._session.selection[:depth]
        return path if level_of(path) is Level.GROUP else None

    def _groups(self) -> list[Value]:
        return groups_in(self._session.document.value)

    def _model_names(self) -> set[str]:
        return model_names(self._session.document.value)

    def _title(self, path: Path) -> str:
        return name_of(self._session.document.value, path)


def _neighbour(place: Place) -> Path:
    """Return the path, after the removal, of the entry below, else above, else of the parent."""
    assert place.parent is not None
    siblings = place.collection.entries
    if len(siblings) == 1:
        return place.parent.path[: len(GROUPS_PATH) + 1] if place.key_span else GROUPS_PATH[:-1]
    below = place.index + 1 < len(siblings)
    other = place.parent.child(place.index + 1 if below else place.index - 1).path
    return place.path if isinstance(other[-1], int) and below else other
