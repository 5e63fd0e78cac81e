"""What a person does to the whole window, before any of its widgets: Alt alone, buttons of a mouse.

A widget under the pointer or with the keyboard would take these for itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_SPOILING = (
    QEvent.Type.ShortcutOverride,
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.WindowDeactivate,
)


class Gestures(QObject):
    """Watches the window of the system that a widget stands in.

    Signals: `menu_wanted()` when Alt was pressed and released alone, `back_wanted()` and
    `forward_wanted()` for the buttons of a mouse that mean this.
    """

    menu_wanted = Signal()
    back_wanted = Signal()
    forward_wanted = Signal()

    def __init__(self, widget: QWidget) -> None:
        """Watch from the first time that the widget is shown."""
        super().__init__(widget)
        self._widget = widget
        self._is_alt_alone = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Find the window once there is one; look at what reaches it."""
        if watched is self._widget:
            window = self._widget.windowHandle()
            if event.type() == QEvent.Type.Show and window is not None:
                self._widget.removeEventFilter(self)
                window.installEventFilter(self)
            return False
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Alt:
            self._note_alt(event)
        elif event.type() in _SPOILING:
            self._is_alt_alone = False
        is_press = event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWindow)
        return is_press and isinstance(event, QMouseEvent) and self._press(event.button())

    def _note_alt(self, event: QKeyEvent) -> None:
        """Watch everything from the press of Alt to its release: shortcuts reach no window."""
        application = QCoreApplication.instance()
        assert application is not None
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            others = event.modifiers() & ~Qt.KeyboardModifier.AltModifier
            self._is_alt_alone = not others
            application.installEventFilter(self)
        elif event.type() == QEvent.Type.KeyRelease and not event.isAutoRepeat():
            was_alone, self._is_alt_alone = self._is_alt_alone, False
            application.removeEventFilter(self)
            if was_alone:
                self.menu_wanted.emit()

    def _press(self, button: Qt.MouseButton) -> bool:
        """Do what a button of the mouse means; say whether it meant anything."""
        if button == Qt.MouseButton.BackButton:
            self.back_wanted.emit()
        elif button == Qt.MouseButton.ForwardButton:
            self.forward_wanted.emit()
        else:
            return False
        return True
