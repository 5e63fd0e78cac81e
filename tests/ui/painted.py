"""What Qt draws of a widget, and what is on the screen."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect
from PySide6.QtGui import QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget


class Painted(QObject):
    """Notes which part of a widget is drawn."""

    def __init__(self, widget: QWidget) -> None:
        """Begin to note."""
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a paint event."""
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return False

    def of_next(self) -> QRect:
        """Return what holds all that is drawn from now on until nothing is left to do."""
        self.region = QRegion()
        QCoreApplication.processEvents()
        return self.region.boundingRect()


def on_screen(widget: QWidget, part: QRect | None = None) -> QImage:
    """Return what a person sees of a widget; drawing it for the picture would hide a lack."""
    window, area = widget.window(), QRect(part or widget.rect())
    area.moveTopLeft(widget.mapTo(window, area.topLeft()))
    return widget.screen().grabWindow(window.winId()).copy(area).toImage()


def drawn_anew(widget: QWidget) -> QImage:
    """Return what a widget looks like when all of it is drawn."""
    widget.update()
    QCoreApplication.processEvents()
    return on_screen(widget)
