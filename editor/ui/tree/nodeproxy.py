"""The rows that are left of the tree when only some nodes are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from editor.core.yaml.values import Path


class NodeProxy(QSortFilterProxyModel):
    """Leaves the rows of wanted nodes, and those that they are in."""

    def __init__(self, parent: QObject) -> None:
        """Start with all rows."""
        super().__init__(parent)
        self._wanted: Collection[Path] | None = None
        self._has_other_rows = False
        self.setRecursiveFilteringEnabled(True)

    def setSourceModel(self, model: QAbstractItemModel) -> None:
        """Serve the rows of a model."""
        for changed in (model.rowsInserted, model.rowsRemoved, model.rowsMoved):
            changed.connect(self._note_other_rows)
        super().setSourceModel(model)

    def _note_other_rows(self, *_: object) -> None:
        """Take note that paths lead to other rows than before."""
        self._has_other_rows = True

    def show_only(self, wanted: Collection[Path] | None) -> None:
        """Leave the rows of the nodes at some paths; None leaves all."""
        is_same = wanted == self._wanted and not (self._has_other_rows and wanted is not None)
        self._has_other_rows = False
        if is_same:
            return
        self._wanted = wanted
        # What tells of a changed filter differs between Qt 6.9 and 6.11; this does in all.
        self.setFilterFixedString("")

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Say whether a row's own node is wanted."""
        if self._wanted is None:
            return True
        index = self.sourceModel().index(row, 0, parent)
        return index.data(Qt.ItemDataRole.UserRole) in self._wanted
