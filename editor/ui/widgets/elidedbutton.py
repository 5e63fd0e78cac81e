"""A button whose text gives way where there is little room; its tooltip has all of it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from editor.ui.look.appearance import current_look

_SHORTEST = 64


class ElidedButton(QPushButton):
    """Shows as much of its text as fits, and wants no more room than all of it."""

    def __init__(self) -> None:
        """Start without a text."""
        super().__init__()
        self._full = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def full_text(self) -> str:
        """Return the whole text, however little of it fits."""
        return self._full

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._full = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._elide()

    def sizeHint(self) -> QSize:
        """Return the room for the whole text."""
        hint = super().sizeHint()
        metrics = self.fontMetrics()
        more = metrics.horizontalAdvance(self._full) - metrics.horizontalAdvance(self.text())
        return QSize(hint.width() + max(0, more), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Return the room for the icon and a word."""
        hint = self.sizeHint()
        return QSize(min(current_look().pixels(_SHORTEST), hint.width()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the text to the new width."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics = self.fontMetrics()
        room = self.width() - self.sizeHint().width() + metrics.horizontalAdvance(self._full)
        shown = metrics.elidedText(self._full, Qt.TextElideMode.ElideRight, max(0, room))
        if shown != self.text():
            self.setText(shown)
        self.setToolTip("" if shown == self._full else self._full)
