"""A line to look for something: a picture before the text, and a cross that clears it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from editor.ui.look.appearance import current_look
from editor.ui.widgets.chip import icon_button
from editor.ui.widgets.iconlabel import IconLabel
from editor.ui.widgets.textfield import Line

_EDGE, _GAP = 8, 4


class SearchLine(Line):
    """A line edit with an icon of the look at its left, at the look's size.

    WORKAROUND: the pictures of `QLineEdit.addAction` keep 16 pixels under any text size.
    """

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._picture = IconLabel(icon_name)
        self._picture.setParent(self)
        self._picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._clear = icon_button("close", self.tr("Clear"), "inside")
        self._clear.setParent(self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self.textChanged.connect(self._follow)
        self.setMinimumHeight(current_look().size("button_small"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep picture and cross at the ends, and the text between them."""
        super().resizeEvent(event)
        look = current_look()
        side, target = look.size("icon"), min(look.size("button_small"), self.height())
        self._picture.setGeometry(_EDGE, (self.height() - side) // 2, side, side)
        self._clear.setGeometry(
            self.width() - target - _GAP, (self.height() - target) // 2, target, target
        )
        self.setTextMargins(side + _GAP, 0, target, 0)

    def _follow(self, text: str) -> None:
        """Offer to clear a text."""
        self._clear.setVisible(bool(text))
