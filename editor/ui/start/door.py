"""One way to begin: a card with a title, what it does, a body, and buttons at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from editor.ui.look.direction import margins
from editor.ui.widgets.iconlabel import IconLabel
from editor.ui.widgets.labels import key_cap, label

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

_PADDING = 20
_ICON = 24


class Door(QFrame):
    """A card; its body is filled by whoever makes it."""

    def __init__(self, icon_name: str, title: str, words: str) -> None:
        """Say what the door leads to."""
        super().__init__()
        self.setProperty("surface", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        heading = QHBoxLayout()
        heading.setSpacing(10)
        heading.addWidget(IconLabel(icon_name, _ICON))
        heading.addWidget(label(title, "heading", wrap=True), stretch=1)
        self.body = QVBoxLayout()
        self.body.setSpacing(4)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.setSpacing(8)
        column.addLayout(heading)
        column.addWidget(label(words, "body", "text_2", wrap=True))
        column.addSpacing(4)
        column.addLayout(self.body, stretch=1)
        column.addSpacing(8)
        column.addLayout(self._foot)

    def add_button(self, name: str, title: str, role: str = "door") -> QPushButton:
        """Add a button at the foot."""
        button = QPushButton(title)
        button.setObjectName(name)
        button.setAccessibleName(title)
        button.setProperty("role", role)
        self._foot.addWidget(button, stretch=1)
        return button

    def add_action_button(self, name: str, title: str, action: QAction) -> QPushButton:
        """Add a button that triggers an action, with the action's keys beside its title."""
        button = self.add_button(name, title)
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setAccessibleDescription(keys)
        return button


def sunken(surface: str, *lines: QWidget) -> QFrame:
    """Return a quiet area with lines in it."""
    area = QFrame()
    area.setProperty("surface", surface)
    column = QVBoxLayout(area)
    column.setContentsMargins(12, 8, 12, 8)
    column.setSpacing(2)
    for line in lines:
        column.addWidget(line)
    column.addStretch(1)
    return area


def drop_area(words: str) -> QFrame:
    """Return the dashed area that says that something can be dropped here."""
    area = QFrame()
    area.setProperty("surface", "drop")
    column = QVBoxLayout(area)
    column.setContentsMargins(8, 24, 8, 24)
    column.setSpacing(6)
    column.addStretch(1)
    centre = Qt.AlignmentFlag.AlignHCenter
    column.addWidget(IconLabel("drop", 20), alignment=centre)
    text = label(words, "body", "text_2", wrap=True)
    text.setAlignment(centre)
    column.addWidget(text)
    column.addStretch(1)
    return area


def with_keys(button: QPushButton, action: QAction) -> None:
    """Show an action's keys inside the right end of a button."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    row = QHBoxLayout(button)
    row.setContentsMargins(margins(0, 0, 8, 0))
    centre = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    row.addWidget(key_cap(keys.replace("+", " ")), alignment=centre)
