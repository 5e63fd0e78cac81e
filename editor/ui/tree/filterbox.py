"""The box above the tree that says which nodes to show."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from editor.ui.widgets.chip import icon_button
from editor.ui.widgets.searchline import SearchLine

_LEAVING = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PROBLEM = "problem:"


class FilterBox(SearchLine):
    """A line edit with a magnifying glass, and a menu of what can be asked; Escape clears it.

    `left()`: a person wants to go on to what was found (Down or Enter).
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__("filter", parent)
        self.setObjectName("treeFilter")
        self.setAccessibleName(self.tr("Filter the tree"))
        self.setPlaceholderText(self.tr("Filter"))
        self.setToolTip(
            self.tr(
                "Show only nodes whose name, deployment or host has this; "
                "host:… problem:… status:failed ask for one thing"
            )
        )
        self.menu = QMenu(self)
        self.menu.setObjectName("filterMenu")
        for words, term in (
            (self.tr("Name…"), "name:"),
            (self.tr("Deployment…"), "deployment:"),
            (self.tr("Host…"), "host:"),
            (self.tr("Text of a problem…"), _PROBLEM),
            (self.tr("Test failed"), "status:failed"),
            (self.tr("Test limited"), "status:limited"),
            (self.tr("Test is stale"), "status:stale"),
            (self.tr("Not tested"), "status:untested"),
            (self.tr("Connected"), "status:connected"),
        ):
            self.menu.addAction(words).triggered.connect(partial(self._ask, term))
        options = self.offer_more("filterOptions", self.tr("What to filter by (Alt+Down)"))
        options.setObjectName("filterOptions")
        options.clicked.connect(self.open_menu)

    def open_menu(self) -> None:
        """Offer what can be asked."""
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _ask(self, term: str, _checked: bool = False) -> None:
        """Put a condition behind the others; one for a word waits for that word."""
        kind = term.partition(":")[0]
        others = [word for word in self.text().split() if not word.startswith(f"{kind}:")]
        self.setText(" ".join([*others, term]))
        self.setFocus()
        self.end(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear on Escape, go on to the tree on Down and Enter."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_menu()
        elif event.key() in _LEAVING:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FilterBar(QWidget):
    """The box, and beside it a switch for nodes with problems.

    `changed()`: something else is to be shown.
    """

    changed = Signal()

    def __init__(self) -> None:
        """Start with nothing filtered out."""
        super().__init__()
        self.box = FilterBox()
        self.switch: QToolButton = icon_button(
            "onlyProblems", self.tr("Show only nodes with errors or warnings")
        )
        self.switch.setObjectName("onlyProblems")
        self.switch.setCheckable(True)
        self.switch.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.box, stretch=1)
        row.addWidget(self.switch)
        self.box.textChanged.connect(self.changed)
        self.switch.toggled.connect(self.changed)

    @property
    def query(self) -> str:
        """Return what is asked for, empty where everything is wanted."""
        only = [_PROBLEM] if self.switch.isChecked() else []
        return " ".join([*only, self.box.text().strip()]).strip()

    def clear(self) -> None:
        """Ask for nothing."""
        self.switch.setChecked(False)
        self.box.clear()

    def nothing_found(self) -> str:
        """Return what to say when no node is left."""
        text = self.box.text().strip()
        if not self.switch.isChecked():
            return self.tr("No node matches ‘{0}’").format(text)
        if not text:
            return self.tr("No node has an error or a warning")
        return self.tr("No node with a problem matches ‘{0}’").format(text)
