"""What the window shows while no file is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from editor.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class StartPage(QWidget):
    """Says what the program is for and how to begin."""

    def __init__(self, open_action: QAction) -> None:
        """Offer to open a file."""
        super().__init__()
        self.setObjectName("startPage")
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._button = QPushButton(self.tr("Open a config…"))
        self._button.setObjectName("startOpen")
        self._button.setProperty("role", "primary")
        self._button.clicked.connect(open_action.trigger)
        words = self.tr("Open the librechat.yaml that your server uses. Nothing is sent anywhere.")
        column = QVBoxLayout(self)
        column.addStretch(1)
        for part in (
            label(self.tr("Edit LibreChat's Azure OpenAI settings"), "display"),
            label(words, "body", "text_2"),
            self._button,
        ):
            column.addWidget(part, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
