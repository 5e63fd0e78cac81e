"""An icon as a widget, drawn at the look's scale."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor.ui.look.appearance import current_look
from editor.ui.look.icons import paint_icon


class IconLabel(QWidget):
    """Shows an icon of the tokens, of a size in pixels at the reference font."""

    def __init__(self, icon_name: str, reference_size: int = 16, role: str = "text_2") -> None:
        """Start with an icon in a colour role."""
        super().__init__()
        self._name = icon_name
        self._reference = reference_size
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square at the look's scale."""
        side = current_look().pixels(self._reference)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        paint_icon(QPainter(self), QRect(0, 0, self.width(), self.height()), self._name, self._role)
