"""A line to look for something: a picture before the text, and a cross that clears it."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStyle, QToolButton, QWidget

from editor.ui.look.appearance import current_look
from editor.ui.widgets.chip import icon_button
from editor.ui.widgets.iconlabel import IconLabel
from editor.ui.widgets.textfield import Line

_EDGE, _GAP = 8, 4


class SearchLine(Line):
    """A line edit with an icon of the look at its beginning, at the look's size.

    At its end stands a cross while there is a text, else a button for more, if there is one.
    WORKAROUND: the pictures of `QLineEdit.addAction` keep 16 pixels under any text size, and
    people who hear the screen are not told what they are.
    """

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._picture = IconLabel(icon_name)
        self._picture.setParent(self)
        self._picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._more: QToolButton | None = None
        self._clear = self._inside("close", self.tr("Clear"))
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self.textChanged.connect(self._follow)

    def offer_more(self, icon_name: str, title: str) -> QToolButton:
        """Return a new button for the end of the empty line; a key has to do the same."""
        self._more = self._inside(icon_name, title)
        self._more.setVisible(not self.text())
        return self._more

    def sizeHint(self) -> QSize:
        """Return room for the buttons too."""
        return super().sizeHint().expandedTo(QSize(0, current_look().size("button_small")))

    def minimumSizeHint(self) -> QSize:
        """Return room for the buttons too."""
        return super().minimumSizeHint().expandedTo(QSize(0, current_look().size("button_small")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep picture and buttons at the ends, and the text between them."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look's scale, and the direction of the language."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._place()

    def _inside(self, icon_name: str, title: str) -> QToolButton:
        button = icon_button(icon_name, title, "inside")
        button.setParent(self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        return button

    def _place(self) -> None:
        look = current_look()
        side, target = look.size("icon"), min(look.size("button_small"), self.height())
        picture = QRect(_EDGE, (self.height() - side) // 2, side, side)
        end = QRect(self.width() - target - _GAP, (self.height() - target) // 2, target, target)
        places = [(self._picture, picture), (self._clear, end)]
        places += [(self._more, end)] if self._more is not None else []
        for part, place in places:
            if isinstance(part, QToolButton):
                part.setIconSize(QSize(side, side))
            part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
        # A line without a border has no padding either.
        before, behind = side + _GAP + (_EDGE if self.property("bare") else 0), target
        if self.isRightToLeft():
            before, behind = behind, before
        self.setTextMargins(before, 0, behind, 0)

    def _follow(self, text: str) -> None:
        """Offer to clear a text."""
        self._clear.setVisible(bool(text))
        if self._more is not None:
            self._more.setVisible(not text)
