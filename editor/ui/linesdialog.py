"""Lines that a person has to add to a file which this program does not write, ready to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.ui.look.appearance import current_look
from editor.ui.widgets.labels import label

_MARGIN = 24
_GAP = 12
_COLUMNS = 64


class LinesDialog(QDialog):
    """Shows lines with a button that copies them; nothing is written anywhere."""

    def __init__(self, parent: QWidget, title: str, lines: str) -> None:
        """Say in the title where the lines belong."""
        super().__init__(parent)
        self.setObjectName("linesDialog")
        self.setWindowTitle(title)
        self._lines = lines
        self._pane = self._pane_of(lines)
        words = self.tr(
            "Add these lines, or only what is missing of them, and start LibreChat again. "
            "This editor does not write compose files."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _GAP)
        column.setSpacing(_GAP)
        column.addWidget(label(title, "heading"))
        column.addWidget(label(words, "body", "text_2", wrap=True))
        column.addWidget(self._pane, stretch=1)
        column.addLayout(self._buttons())

    def _pane_of(self, lines: str) -> QPlainTextEdit:
        pane = QPlainTextEdit(lines)
        pane.setObjectName("lines")
        pane.setAccessibleName(self.tr("Lines to add"))
        pane.setReadOnly(True)
        pane.setProperty("code", "true")
        pane.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        pane.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        pane.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        measure = QFontMetrics(current_look().font("code"))
        pane.setMinimumWidth(measure.horizontalAdvance("0") * _COLUMNS)
        pane.setMinimumHeight(measure.lineSpacing() * (lines.count("\n") + 3))
        return pane

    def _buttons(self) -> QHBoxLayout:
        self._copy = QPushButton(self.tr("Copy"))
        self._copy.setObjectName("copyLines")
        self._copy.setProperty("role", "primary")
        self._copy.setDefault(True)
        self._copy.clicked.connect(self._copy_lines)
        close = QPushButton(self.tr("Close"))
        close.setObjectName("closeLines")
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self._copy)
        return row

    def _copy_lines(self) -> None:
        QGuiApplication.clipboard().setText(self._lines)
        self._copy.setText(self.tr("Copied"))
