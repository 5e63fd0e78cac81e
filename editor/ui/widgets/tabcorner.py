"""The place for buttons at the right of a row of tabs."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QWidget

_SPARE = 24
_LOOKS_AGAIN = (QEvent.Type.LayoutRequest, QEvent.Type.StyleChange)


class TabCorner(QWidget):
    """Is as high as the tabs, so that Qt, which stands it on their lower edge, centres buttons.

    It may be some pixels wider than it needs: Qt draws all of the tabs' page anew when it changes,
    which would be at each of many results.
    """

    def __init__(self, tabs: QTabWidget, *buttons: QWidget) -> None:
        """Go to the right of some tabs, with buttons from left to right."""
        super().__init__()
        self._tabs = tabs
        self._size = QSize()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch()
        for button in buttons:
            row.addWidget(button)
        self._fit()
        tabs.setCornerWidget(self, Qt.Corner.TopRightCorner)

    def sizeHint(self) -> QSize:
        """Return the width of the buttons, or a little more, and the height of the tabs."""
        return self._size

    def event(self, event: QEvent) -> bool:
        """Look whether the buttons still fit when one of them is another."""
        is_done = super().event(event)
        if event.type() in _LOOKS_AGAIN:
            self._fit()
        return is_done

    def _fit(self) -> None:
        wanted = QSize(super().sizeHint().width(), self._tabs.tabBar().sizeHint().height())
        spare = self._size.width() - wanted.width()
        if not 0 <= spare <= _SPARE or wanted.height() != self._size.height():
            self._size = wanted
            self.setFixedSize(wanted)
            self.updateGeometry()
