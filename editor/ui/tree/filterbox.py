"""The box above the tree that says which nodes to show."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from editor.ui.look.icons import icon
from editor.ui.widgets.textfield import Line

_LEAVING = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FilterBox(Line):
    """A line edit with a magnifying glass; Escape clears it.

    `left()`: a person wants to go on to what was found (Down or Enter).
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("treeFilter")
        self.setAccessibleName(self.tr("Filter the tree"))
        self.setPlaceholderText(self.tr("Filter"))
        self.setToolTip(self.tr("Show only nodes whose name, deployment or instance has this"))
        self.addAction(icon("filter"), QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear on Escape, go on to the tree on Down and Enter."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in _LEAVING:
            self.left.emit()
        else:
            super().keyPressEvent(event)
