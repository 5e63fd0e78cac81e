"""The rows of the tree as Qt sees them, changed only where the config did."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from editor.core.outline import groups_in, node_path, value_at
from editor.core.schema.field import Level
from editor.core.schema.table import AZURE_PATH, GROUPS_PATH, level_of
from editor.ui.tree.matching import Insert, Move, Remove, Step, matched, steps
from editor.ui.tree.nodes import GROUP_DEPTH
from editor.ui.tree.rows import (
    NO_COUNTS,
    GroupCounts,
    endpoint_row,
    group_row,
    model_names,
    model_row,
    tally,
)
from editor.ui.widgets.rowtree import ROW_ROLE, TreeRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from editor.core.validation.problem import Problem
    from editor.core.yaml.values import Path, Value
    from editor.ui.look.shapes import Shape

NODES = "application/x-librechat-azure-nodes"
"""What dragged rows are called between windows of this program; paths of one config."""

_PATH_ROLE = Qt.ItemDataRole.UserRole
_ENDPOINT_ID = 0
_GROUP_ID = 1
_NONE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_Row = TypeVar("_Row")


class _Model:
    """A row of a model."""

    __slots__ = ("name", "row")

    def __init__(self, name: str, row: TreeRow) -> None:
        self.name = name
        self.row = row


class _Group:
    """A row of a group with those of its models; `id` is what the models' indexes point to."""

    __slots__ = ("counts", "id", "index", "models", "row", "value")

    def __init__(self, number: int, value: Value, index: int, counts: GroupCounts) -> None:
        self.id = number
        self.value = value
        self.index = index
        self.counts = counts
        self.row = group_row(value, index, counts)
        self.models = [_Model(n, model_row(value, n, counts)) for n in model_names(value)]

    def place_of(self, name: str) -> int:
        names = [model.name for model in self.models]
        return names.index(name) if name in names else -1


class ConfigModel(QAbstractItemModel):
    """Serves the rows; `rename_requested(path, name)` when a row was given another name.

    `drop_requested(paths, parent, row)`: rows were dropped in front of a row, or at the end (-1).
    `TreeRow` under `ROW_ROLE`, the node's path under `Qt.UserRole`.
    """

    rename_requested = Signal(object, str)
    drop_requested = Signal(object, object, int)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with the endpoint alone."""
        super().__init__(parent)
        self._ids = count(_GROUP_ID + 1)
        self._endpoint = endpoint_row(0, NO_COUNTS)
        self._groups: list[_Group] = []
        self._places: dict[int, int] = {}
        self.is_editable = True
        self.text_of: Callable[[Iterable[Path]], str] = _no_text
        self.shape_of: Callable[[Path], Shape | None] = _no_shape

    def show_config(self, value: Value, problems: Iterable[Problem]) -> None:
        """Serve the rows of a config; groups that are the same objects as before cost nothing."""
        groups, counts = groups_in(value), tally(problems)
        values = [group.value for group in self._groups]
        matches = matched(values, groups, (id, _name_of))

        def make(index: int) -> _Group:
            return _Group(next(self._ids), groups[index], index, counts.groups.get(index, {}))

        endpoint = self.index(0, 0)
        self._rearrange(endpoint, self._groups, steps(len(values), matches), make)
        for index, group in enumerate(groups):
            self._update_group(index, group, counts.groups.get(index, {}))
        row = endpoint_row(len(groups), counts.endpoint)
        if row != self._endpoint:
            self._endpoint = row
            self.dataChanged.emit(endpoint, endpoint)

    def show_shapes(self, paths: Iterable[Path]) -> None:
        """Serve other shapes for some nodes."""
        for path in paths:
            index = self.index_of(path)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def index_of(self, path: Path) -> QModelIndex:
        """Return the index of the node that a path lies in, an invalid one for none."""
        node = node_path(path)
        if not node:
            return QModelIndex()
        if node == AZURE_PATH:
            return self.index(0, 0)
        row = int(node[GROUP_DEPTH - 1])
        if row >= len(self._groups):
            return QModelIndex()
        if len(node) == GROUP_DEPTH:
            return self._group_index(row)
        group = self._groups[row]
        place = group.place_of(str(node[-1]))
        return self.createIndex(place, 0, group.id) if place >= 0 else QModelIndex()

    def index(self, row: int, column: int, parent: _Index = _NONE) -> QModelIndex:
        """Return the index of a child."""
        if column or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(0, 0, _ENDPOINT_ID)
        if parent.internalId() == _ENDPOINT_ID:
            return self._group_index(row)
        return self.createIndex(row, 0, self._groups[parent.row()].id)

    def parent(self, index: _Index = _NONE) -> QModelIndex:  # type: ignore[override]
        """Return the index of the row above."""
        if not index.isValid() or index.internalId() == _ENDPOINT_ID:
            return QModelIndex()
        if index.internalId() == _GROUP_ID:
            return self.createIndex(0, 0, _ENDPOINT_ID)
        return self._group_index(self._places[index.internalId()])

    def rowCount(self, parent: _Index = _NONE) -> int:
        """Return how many children a row has."""
        if not parent.isValid():
            return 1
        if parent.internalId() == _ENDPOINT_ID:
            return len(self._groups)
        if parent.internalId() == _GROUP_ID:
            return len(self._groups[parent.row()].models)
        return 0

    def columnCount(self, parent: _Index = _NONE) -> int:
        """Return one: a row is one cell."""
        return 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let groups and models be renamed and dragged while the text can be edited."""
        flags = super().flags(index)
        if not self.is_editable or not index.isValid():
            return flags
        is_group = index.internalId() == _GROUP_ID
        if index.internalId() != _ENDPOINT_ID:
            flags |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
        if is_group or index.internalId() == _ENDPOINT_ID:
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Return that nodes move."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return what can be dropped on the tree: its own rows."""
        return [NODES]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return rows that are dragged: for this tree as paths, for other programs as YAML."""
        paths = [self._path(index) for index in indexes]
        data = QMimeData()
        data.setData(NODES, QByteArray(json.dumps(paths).encode()))
        data.setText(self.text_of(paths))
        return data

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        """Say whether groups would land among groups, or models in a group."""
        paths = _dragged(data)
        if not self.is_editable or not paths or not parent.isValid():
            return False
        level = Level.GROUP if parent.internalId() == _ENDPOINT_ID else Level.MODEL
        return {level_of(path) for path in paths} == {level}

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        """Ask for rows to be moved; they go there when the config changes."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        self.drop_requested.emit(_dragged(data), self._path(parent), row)
        return True

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row reads, or its path."""
        if not index.isValid():
            return None
        row = self._row(index)
        match role:
            case _ if role == ROW_ROLE:
                return row
            case Qt.ItemDataRole.UserRole:
                return self._path(index)
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.EditRole:
                return self._editable_name(index)
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return row.words
            case _:
                return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another name; the row changes when the config does."""
        if role != Qt.ItemDataRole.EditRole or value in ("", self._editable_name(index)):
            return False
        self.rename_requested.emit(self._path(index), str(value))
        return True

    def _update_group(self, index: int, value: Value, counts: GroupCounts) -> None:
        """Show what changed in a group and its models; the name may be the group's number."""
        group, here = self._groups[index], self._group_index(index)
        is_same = group.value is value and group.counts == counts
        if is_same and group.index == index:
            return
        group.value, group.counts, group.index = value, counts, index
        if not is_same:
            self._update_models(here, group)
        row = group_row(value, index, counts)
        if row != group.row:
            group.row = row
            self.dataChanged.emit(here, here)

    def _update_models(self, parent: QModelIndex, group: _Group) -> None:
        """Show what changed in the models of a group."""
        names = model_names(group.value)
        rows = [model_row(group.value, name, group.counts) for name in names]
        matches = matched([model.name for model in group.models], names, (str,))
        todo = steps(len(group.models), matches)
        self._rearrange(parent, group.models, todo, lambda at: _Model(names[at], rows[at]))
        for index, model in enumerate(group.models):
            if model.row != rows[index]:
                model.name, model.row = names[index], rows[index]
                place = self.createIndex(index, 0, group.id)
                self.dataChanged.emit(place, place)

    def _rearrange(
        self,
        parent: QModelIndex,
        rows: list[_Row],
        todo: Iterable[Step],
        make: Callable[[int], _Row],
    ) -> None:
        """Do the steps on a list of rows, telling the views."""
        for step in todo:
            match step:
                case Remove(first, last):
                    self.beginRemoveRows(parent, first, last)
                    del rows[first : last + 1]
                    self._renumber()
                    self.endRemoveRows()
                case Insert(first, last):
                    self.beginInsertRows(parent, first, last)
                    rows[first:first] = [make(index) for index in range(first, last + 1)]
                    self._renumber()
                    self.endInsertRows()
                case Move(source, target):
                    before = target + 1 if target > source else target
                    self.beginMoveRows(parent, source, source, parent, before)
                    rows.insert(target, rows.pop(source))
                    self._renumber()
                    self.endMoveRows()

    def _renumber(self) -> None:
        self._places = {group.id: row for row, group in enumerate(self._groups)}

    def _group_index(self, row: int) -> QModelIndex:
        return self.createIndex(row, 0, _GROUP_ID)

    def _row(self, index: _Index) -> TreeRow:
        number = index.internalId()
        if number == _ENDPOINT_ID:
            return self._endpoint
        if number == _GROUP_ID:
            row = self._groups[index.row()].row
        else:
            row = self._groups[self._places[number]].models[index.row()].row
        shape = self.shape_of(self._path(index))
        return row if shape is None else replace(row, shape=shape)

    def _path(self, index: _Index) -> Path:
        number = index.internalId()
        if number == _ENDPOINT_ID:
            return AZURE_PATH
        if number == _GROUP_ID:
            return (*GROUPS_PATH, index.row())
        row = self._places[number]
        return (*GROUPS_PATH, row, "models", self._groups[row].models[index.row()].name)

    def _editable_name(self, index: _Index) -> str:
        if index.internalId() == _GROUP_ID:
            return _name_of(self._groups[index.row()].value)
        return self._row(index).name


def _name_of(group: Value) -> str:
    name = value_at(group, ("group",))
    return name if isinstance(name, str) else ""


def _no_text(_paths: Iterable[Path]) -> str:
    return ""


def _no_shape(_path: Path) -> None:
    return None


def _dragged(data: QMimeData) -> tuple[Path, ...]:
    """Return the paths of the rows that are dragged, none for what comes from elsewhere."""
    if not data.hasFormat(NODES):
        return ()
    return tuple(tuple(path) for path in json.loads(bytes(data.data(NODES).data())))
