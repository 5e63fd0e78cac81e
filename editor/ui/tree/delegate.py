"""How a row of the tree is renamed in place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QWidget

from editor.ui.look.direction import margins
from editor.ui.widgets.rowtree import ROW_ROLE, RowDelegate, RowTree, TreeRow

_Index = QModelIndex | QPersistentModelIndex
_BORDER = 8


class RenamingDelegate(RowDelegate):
    """Draws rows, and puts a line edit over the name while it is edited."""

    def __init__(self, tree: RowTree) -> None:
        """Serve one tree."""
        super().__init__(tree)
        self._view = tree

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """Return a line edit for the name."""
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.tr("New name"))
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        """Let the editor begin where the name does, and take the rest of the row."""
        row = index.data(ROW_ROLE)
        picture = self.picture_width(row) if isinstance(row, TreeRow) else 0
        area = self._view.content_of(option.rect)
        around = margins(picture - _BORDER, 0, -_BORDER // 2, 0)
        editor.setGeometry(area.marginsRemoved(around))
