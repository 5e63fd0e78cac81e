"""Pages under tabs, of which only what changed is drawn anew."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QTabWidget, QWidget


class Tabs(QTabWidget):
    """Lays its parts out, and draws all of them, only where one has another size.

    WORKAROUND: QTabWidget does both whenever anything on a page asks for a layout.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without pages."""
        super().__init__(parent)
        self._laid_out: list[QSize] = []

    def event(self, event: QEvent) -> bool:
        """Pass over a layout that would change nothing."""
        if event.type() == QEvent.Type.LayoutRequest:
            before, self._laid_out = self._laid_out, self._wanted_sizes()
            if self._laid_out == before:
                return True
        return super().event(event)

    def _wanted_sizes(self) -> list[QSize]:
        corner = self.cornerWidget(Qt.Corner.TopRightCorner)
        sizes = [self.minimumSizeHint(), self.sizeHint(), self.tabBar().sizeHint()]
        return sizes if corner is None else [*sizes, corner.sizeHint()]
