"""A window that is drawn before threads beside it go on."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QMainWindow

from editor.system.precedence import window_first


class DrawnFirst(QMainWindow):
    """Has threads that give way to the window wait while all that changed is drawn."""

    def event(self, event: QEvent) -> bool:
        """Draw first."""
        if event.type() != QEvent.Type.UpdateRequest:
            return super().event(event)
        with window_first.taken():
            return super().event(event)
