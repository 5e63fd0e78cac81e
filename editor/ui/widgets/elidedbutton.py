"""A button whose text gives way where there is little room; its tooltip has all of it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from editor.ui.look.appearance import current_look
from editor.ui.look.direction import isolated

_SHORTEST = 64


class ElidedButton(QPushButton):
    """Draws as much of its text as fits, and wants no more room than all of it."""

    def __init__(self) -> None:
        """Start without a text."""
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show another text."""
        self.setText(text)
        self.setAccessibleName(text)
        self._tell_rest()

    def minimumSizeHint(self) -> QSize:
        """Return the room for the icon and a word."""
        hint = self.sizeHint()
        return QSize(min(current_look().pixels(_SHORTEST), hint.width()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the tooltip say what does not fit."""
        super().resizeEvent(event)
        self._tell_rest()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text as far as it fits."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        missing = self.sizeHint().width() - self.width()
        if missing > 0:
            metrics = self.fontMetrics()
            room = max(0, metrics.horizontalAdvance(option.text) - missing)
            mode = Qt.TextElideMode.ElideRight
            option.text = isolated(metrics.elidedText(option.text, mode, room))
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)

    def _tell_rest(self) -> None:
        self.setToolTip(self.text() if self.width() < self.sizeHint().width() else "")
