"""The head of a page: the node's name, how it stands, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from editor.ui.look.appearance import current_look
from editor.ui.look.icons import icon
from editor.ui.widgets.labels import ElidedLabel
from editor.ui.widgets.statusline import StatusLine

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QAction, QResizeEvent

    from editor.ui.look.shapes import Shape


class Header(QWidget):
    """Shows a title over a status line, with one button and a menu of the window's actions."""

    def __init__(self, actions: Mapping[str, QAction], main: str, others: Sequence[str]) -> None:
        """Offer those of the named actions that exist; `main` is the button."""
        super().__init__()
        self._title = ElidedLabel("", "title")
        self._status = StatusLine()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._status)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(words, stretch=1)
        top = Qt.AlignmentFlag.AlignTop
        self._main = _ActionButton(actions[main]) if main in actions else None
        if self._main is not None:
            row.addWidget(self._main, alignment=top)
        offered = [actions[name] for name in others if name in actions]
        if offered:
            row.addWidget(self._more(offered), alignment=top)

    def show_node(self, title: str, shape: Shape | None, facts: Sequence[str]) -> None:
        """Show a node's name and what there is to say about it."""
        if title != self._title.full_text():
            self._title.show_text(title)
        self._status.show_status(shape, *facts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep to the button's icon where there is little room."""
        super().resizeEvent(event)
        if self._main is not None:
            self._main.set_short(self.width() < current_look().pane("labels_above_below"))

    def title(self) -> str:
        """Return the name that is shown."""
        return self._title.full_text()

    def status(self) -> str:
        """Return what the status line says."""
        return self._status.words()

    def _more(self, actions: Sequence[QAction]) -> QToolButton:
        menu = QMenu(self)
        menu.addActions(list(actions))
        more = QToolButton()
        more.setIcon(icon("more"))
        more.setProperty("role", "more")
        more.setAccessibleName(self.tr("More actions"))
        more.setToolTip(self.tr("More actions"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        more.setMenu(menu)
        return more


class _ActionButton(QPushButton):
    """A push button for an action."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self._action = action
        self._is_short = False
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def set_short(self, short: bool) -> None:
        """Show the icon only, or the text beside it."""
        if short != self._is_short:
            self._is_short = short
            self._follow()

    def _follow(self) -> None:
        """Look as the action does now."""
        action = self._action
        self.setIcon(action.icon())
        self.setText("" if self._is_short else action.iconText())
        self.setAccessibleName(action.iconText())
        self.setToolTip(action.toolTip())
        self.setEnabled(action.isEnabled())
