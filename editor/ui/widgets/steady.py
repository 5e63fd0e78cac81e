"""Widgets that are not drawn anew for another height: what they show stays where it is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from editor.ui.look.appearance import current_look


def hold_still(widget: QWidget) -> None:
    """Draw of a widget that grows only what is new, given that it fills all of its ground.

    Qt draws a widget, and what stands on it, anew for every other size unless it is told so.
    """
    widget.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
    widget.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)


def fill_ground(widget: QWidget, event: QPaintEvent, surface: str) -> None:
    """Fill the ground with the colour of a surface where it is to be drawn."""
    painter = QPainter(widget)
    painter.fillRect(event.rect(), current_look().colour(surface))


class Ground(QWidget):
    """A plain surface for widgets, which hold still on it."""

    def __init__(self, surface: str) -> None:
        """Have the colour of a surface."""
        super().__init__()
        self.setProperty("surface", surface)
        self._surface = surface
        hold_still(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the ground."""
        fill_ground(self, event, self._surface)
