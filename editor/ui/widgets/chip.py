"""Chips and tags: small framed facts inside fields and lists."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from editor.ui.look.icons import icon

_AIR = 4


class Chip(QPushButton):
    """A framed fact; one that leads somewhere is clickable and takes the focus."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """Start as a plain fact."""
        super().__init__(text, parent)
        self.setProperty("role", "chip")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.set_clickable(False)

    def show_fact(self, text: str, picture: QIcon | None, tip: str, *, clickable: bool) -> None:
        """Show a text, maybe with an icon; `tip` says more, and what a click does."""
        self.setText(text)
        self.setIcon(picture or QIcon())
        self.setToolTip(tip)
        self.setAccessibleName(text)
        self.setAccessibleDescription(tip)
        self.set_clickable(clickable)

    def set_clickable(self, clickable: bool) -> None:
        """Say whether a click on the chip leads somewhere."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if clickable else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not clickable)


def tag(text: str) -> QLabel:
    """Return a small framed label."""
    result = QLabel(text)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setProperty("chip", "true")
    result.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return result


def show_words(button: QToolButton, icon_side: int, *, are_wanted: bool) -> None:
    """Show a button's words beside its icon, or the icon alone; the side is in pixels.

    WORKAROUND: Qt leaves two pixels between both; an icon that is wider than high makes more.
    """
    style = Qt.ToolButtonStyle
    button.setToolButtonStyle(
        style.ToolButtonTextBesideIcon if are_wanted else style.ToolButtonIconOnly
    )
    button.setIconSize(QSize(icon_side + (_AIR if are_wanted else 0), icon_side))


def icon_button(icon_name: str, title: str, role: str = "flat") -> QToolButton:
    """Return a button with an icon only; the title is its tooltip and accessible name."""
    result = QToolButton()
    result.setIcon(icon(icon_name))
    result.setToolTip(title)
    result.setAccessibleName(title)
    result.setProperty("role", role)
    return result
