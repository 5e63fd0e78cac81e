"""A button that does something only as long as it is held down."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QToolButton

from editor.ui.look.icons import icon


class HoldButton(QToolButton):
    """An icon that is held with the pointer or with Space.

    Signals: `held(bool)` when it goes down, and up again, which it also does when it loses the
    focus or is hidden.
    """

    held = Signal(bool)

    def __init__(self, icon_name: str, title: str) -> None:
        """Start up; the title is tooltip and accessible name."""
        super().__init__()
        self._is_held = False
        self.setIcon(icon(icon_name))
        self.setToolTip(title)
        self.setAccessibleName(title)
        self.setProperty("role", "flat")
        self.pressed.connect(self._press)
        self.released.connect(self.let_go)

    def let_go(self) -> None:
        """Be up again."""
        if self._is_held:
            self._is_held = False
            self.setDown(False)
            self.held.emit(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go when the keyboard goes elsewhere."""
        super().focusOutEvent(event)
        self.let_go()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go when it cannot be seen."""
        super().hideEvent(event)
        self.let_go()

    def _press(self) -> None:
        if not self._is_held:
            self._is_held = True
            self.held.emit(True)
