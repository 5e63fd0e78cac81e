"""The place for buttons at the right of a row of tabs."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QWidget


class TabCorner(QWidget):
    """Is as high as the tabs, so that Qt, which stands it on their lower edge, centres buttons."""

    def __init__(self, tabs: QTabWidget, *buttons: QWidget) -> None:
        """Go to the right of some tabs, with buttons from left to right."""
        super().__init__()
        self._tabs = tabs
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in buttons:
            row.addWidget(button)
        tabs.setCornerWidget(self, Qt.Corner.TopRightCorner)

    def sizeHint(self) -> QSize:
        """Return the width of the buttons and the height of the tabs."""
        return QSize(super().sizeHint().width(), self._tabs.tabBar().sizeHint().height())
