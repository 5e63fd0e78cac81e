"""What the actions on nodes do: add, duplicate, delete and move groups and models."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor.core.clippings import unused
from editor.core.outline import groups_in, model_names, value_at
from editor.core.schema.field import Level, Target
from editor.core.schema.root import CONFIG_VERSIONS
from editor.core.schema.table import GROUPS_PATH, level_of
from editor.core.yaml.tree import Place
from editor.ui.language import counted
from editor.ui.tree.nodes import node_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from editor.core.yaml.values import Path, Value
    from editor.ui.session import Session

_API_VERSION = "2024-10-21"
"""Azure's latest generally available API version for chat completions."""


class Commands(QObject):
    """Changes the session's current node.

    `name_wanted(tuple)`: a node was added at this path and waits for its name.
    """

    name_wanted = Signal(object)

    def __init__(self, session: Session, selected: Callable[[], tuple[Path, ...]] = tuple) -> None:
        """Work on a session; `selected` says which nodes are marked besides the current one."""
        super().__init__()
        self._session = session
        self._selected = selected

    def chosen(self) -> tuple[Path, ...]:
        """Return the groups and models that a command is for, in the order of the file.

        They are the marked nodes where the current one is among them. What lies in a chosen group
        is chosen with it.
        """
        current, tree = self._session.selection, self._session.document.tree
        marked = self._selected()
        paths = marked if len(marked) > 1 and current in marked else (current,)
        places = [] if tree is None else [tree.locate(path) for path in paths if _is_node(path)]
        found = sorted((one for one in places if one is not None), key=lambda one: one.entry_start)
        groups = {one.path for one in found if level_of(one.path) is Level.GROUP}
        depth = len(GROUPS_PATH) + 1
        return tuple(
            one.path
            for one in found
            if one.parent is not None and (one.path in groups or one.path[:depth] not in groups)
        )

    def possible(self) -> frozenset[str]:
        """Return the names of the actions that make sense for the current node."""
        document = self._session.document
        if not document.is_readable or isinstance(document.value, str | list):
            return frozenset()
        possible = {"addGroup", "paste"}
        if self._group_path():
            possible.add("addModel")
        places = self._places()
        if not places:
            return frozenset(possible)
        possible |= {"duplicate", "delete", "copy", "cut", "rename"}
        if len({one.path[:-1] for one in places}) == 1:
            if places[0].index > 0:
                possible.add("moveUp")
            if places[-1].index < len(places[-1].collection.entries) - 1:
                possible.add("moveDown")
        return frozenset(possible)

    def add_group(self) -> None:
        """Add a group at the end and ask for its name."""
        groups = self._groups()
        name = unused("new-group", self._group_names())
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
        """Copy groups and models right below themselves, under names of their own."""
        paths = self.chosen()
        copies: list[Path] = []
        steps: list[Mapping[str, object]] = []
        models, groups = self._model_names(), self._group_names()
        for path in reversed(paths):
            copy, made = self._copying(path, models, groups)
            copies = [copy, *(_behind(other, copy) for other in copies)]
            steps += made
        if not steps:
            return
        label = self.tr("Duplicate {0}").format(self._title(paths))
        if self._session.operate(steps, label, select=copies[0]) and len(copies) == 1:
            self.name_wanted.emit(copies[0])

    def _copying(
        self, path: Path, models: set[str], groups: set[str]
    ) -> tuple[Path, list[Mapping[str, object]]]:
        """Return where the copy of a node will be, and the steps; names taken are added."""
        if level_of(path) is Level.MODEL:
            name = unused(f"{path[-1]}-copy", models)
            models.add(name)
            return (*path[:-1], name), [{"op": "duplicate", "path": list(path), "name": name}]
        index = int(path[-1])
        name = unused(f"{value_at(self._groups()[index], ('group',))}-copy", groups)
        groups.add(name)
        copy: Path = (*path[:-1], index + 1)
        naming = {"op": "set", "path": [*copy, "group"], "value": name}
        return copy, [{"op": "duplicate", "path": list(path)}, naming]

    def delete(self) -> None:
        """Remove groups and models; the neighbour of the last one becomes current."""
        places = self._places()
        if not places:
            return
        paths = [place.path for place in places]
        label = self.tr("Delete {0}").format(self._title(paths))
        steps = [{"op": "unset", "path": list(path)} for path in reversed(paths)]
        after = _neighbour(places[0]) if len(places) == 1 else paths[0]
        self._session.operate(steps, label, select=after)

    def move_up(self) -> None:
        """Put the chosen nodes before the one above them."""
        self._move(-1)

    def move_down(self) -> None:
        """Put the chosen nodes after the one below them."""
        self._move(1)

    def _move(self, by: int) -> None:
        places = self._places()
        if not places or len({place.path[:-1] for place in places}) != 1:
            return
        indexes = [place.index + by for place in places]
        if indexes[0] < 0 or indexes[-1] >= len(places[0].collection.entries):
            return
        steps = [
            {"op": "move", "path": list(place.path), "to": index}
            for place, index in zip(places, indexes, strict=True)
        ]
        label = self.tr("Move {0}").format(self._title([place.path for place in places]))
        current = self._session.selection
        moved = (*current[:-1], current[-1] + by) if isinstance(current[-1], int) else current
        self._session.operate(steps if by < 0 else steps[::-1], label, select=moved)

    def _places(self) -> list[Place]:
        """Return the places of the chosen nodes, in the order of the file."""
        tree = self._session.document.tree
        found = [] if tree is None else [tree.locate(path) for path in self.chosen()]
        return [place for place in found if place is not None]

    def _group_path(self) -> Path | None:
        """Return the path of the current group, or of the group of the current model."""
        depth = len(GROUPS_PATH) + 1
        path = self._session.selection[:depth]
        return path if level_of(path) is Level.GROUP else None

    def _groups(self) -> list[Value]:
        return groups_in(self._session.document.value)

    def _model_names(self) -> set[str]:
        return model_names(self._session.document.value)

    def _group_names(self) -> set[str]:
        return {str(value_at(group, ("group",))) for group in self._groups()}

    def _title(self, paths: Sequence[Path]) -> str:
        """Return what is changed in words: the name of one node, else how many of what."""
        if len(paths) == 1:
            return node_name(self._session.document.value, paths[0])
        levels = {level_of(path) for path in paths}
        if levels == {Level.GROUP}:
            return counted(len(paths), "%n group", "%n groups")
        if levels == {Level.MODEL}:
            return counted(len(paths), "%n model", "%n models")
        return counted(len(paths), "%n group or model", "%n groups and models")


def _is_node(path: Path) -> bool:
    return level_of(path) in (Level.GROUP, Level.MODEL)


def _behind(path: Path, added: Path) -> Path:
    """Return the path of a node after a group was added at or before its own."""
    depth = len(GROUPS_PATH)
    if len(added) != depth + 1 or int(path[depth]) < int(added[depth]):
        return path
    return (*path[:depth], int(path[depth]) + 1, *path[depth + 1 :])


def _neighbour(place: Place) -> Path:
    """Return the path, after the removal, of the entry below, else above, else of the parent."""
    assert place.parent is not None
    siblings = place.collection.entries
    if len(siblings) == 1:
        return place.parent.path[: len(GROUPS_PATH) + 1] if place.key_span else GROUPS_PATH[:-1]
    below = place.index + 1 < len(siblings)
    other = place.parent.child(place.index + 1 if below else place.index - 1).path
    return place.path if isinstance(other[-1], int) and below else other
