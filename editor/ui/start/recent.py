"""The files that were opened lately, to be opened again."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from editor.ui.look.icons import icon
from editor.ui.widgets.labels import ElidedLabel, label

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_SHOWN = 5


class Recent(QWidget):
    """Lists files, the last one first; `menu` is the same list. Signals: `chosen(Path)`."""

    chosen = Signal(object)

    def __init__(self) -> None:
        """Start without files, and hidden."""
        super().__init__()
        self._paths: tuple[Path, ...] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)
        self._rows.addWidget(label(self.tr("Recent"), "section"))
        self.menu = QMenu(self.tr("Open recent"), self)
        self.menu.setEnabled(False)
        self.menu.triggered.connect(self._choose_in_menu)
        self.hide()

    def show_paths(self, paths: Sequence[Path]) -> None:
        """Show other files."""
        shown = tuple(paths[:_MOST_SHOWN])
        if shown == self._paths:
            return
        self._paths = shown
        while self._rows.count() > 1:
            item = self._rows.takeAt(1)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for path in shown:
            self._rows.addWidget(self._row(path))
        self._rows.addStretch(1)
        self._fill_menu()
        self.setVisible(bool(shown))

    def _fill_menu(self) -> None:
        self.menu.clear()
        for path in self._paths:
            words = self.tr("{0} in {1}").format(path.name, _shown(path.parent))
            self.menu.addAction(icon("recentFile"), words.replace("&", "&&")).setData(str(path))
        self.menu.setEnabled(bool(self._paths))

    def _row(self, path: Path) -> QWidget:
        row = QWidget()
        row.setToolTip(str(path))
        button = QPushButton(icon("recentFile"), path.name)
        button.setProperty("role", "link")
        button.setAccessibleName(self.tr("Open {0}").format(path))
        button.clicked.connect(partial(self._choose, path))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(button)
        line.addWidget(ElidedLabel(_shown(path.parent), "small", "text_3"), stretch=1)
        return row

    def _choose_in_menu(self, action: QAction) -> None:
        self.chosen.emit(Path(action.data()))

    def _choose(self, path: Path, _checked: bool = False) -> None:
        self.chosen.emit(path)


def _shown(folder: Path) -> str:
    """Return a folder as people write it, `~` for their own."""
    home = Path.home()
    return f"~/{folder.relative_to(home).as_posix()}" if home in folder.parents else str(folder)
