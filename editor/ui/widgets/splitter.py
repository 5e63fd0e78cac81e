"""A splitter that looks like one line and can be grabbed beside it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle

from editor.ui.look.appearance import current_look


class Splitter(QSplitter):
    """Divides panes by a line; a double click on it returns to the sizes set with `set_start`."""

    def __init__(self, orientation: Qt.Orientation = Qt.Orientation.Horizontal) -> None:
        """Start empty; panes do not fold by dragging."""
        super().__init__(orientation)
        self._start: list[int] = []
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def set_start(self, sizes: list[int]) -> None:
        """Set the sizes to begin with and to return to."""
        self._start = sizes
        self.setSizes(sizes)

    def reset(self) -> None:
        """Return to the sizes of the start."""
        if self._start:
            self.setSizes(self._start)

    def createHandle(self) -> QSplitterHandle:
        """Return the line between two panes."""
        return _Line(self.orientation(), self)


class _Line(QSplitterHandle):
    """Draws one pixel and takes the pointer on 8."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        grab = current_look().tokens.size["splitter_grab"]
        before, after = grab // 2, grab - grab // 2 - 1
        self.setAttribute(Qt.WidgetAttribute.WA_MouseNoMask)
        if self.orientation() == Qt.Orientation.Horizontal:
            self.setContentsMargins(before, 0, after, 0)
        else:
            self.setContentsMargins(0, before, 0, after)
        self.setMask(QRegion(self.contentsRect()))

    def paintEvent(self, event: QPaintEvent) -> None:
        role = "focus" if self.underMouse() else "divider"
        QPainter(self).fillRect(self.contentsRect(), current_look().colour(role))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        splitter = self.splitter()
        if isinstance(splitter, Splitter):
            splitter.reset()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)
