"""The ways to open another config or LibreChat folder: to choose one, or to drop it here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent

from editor.ui import dialogs

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QFileDialog, QWidget

    from editor.ui.filing import Filing
    from editor.ui.window import MainWindow

    Choose = Callable[[QWidget, Path | None, Callable[[Path], None]], QFileDialog]


class Opening(QObject):
    """Opens what a person chooses or drops, once they have decided about unsaved changes."""

    def __init__(self, window: MainWindow, filing: Filing) -> None:
        """Let the window accept drops, but of what its panels take themselves."""
        super().__init__(window)
        self._window, self._filing = window, filing
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def choose_file(self) -> None:
        """Ask which file to open."""
        self._choose(dialogs.choose_file)

    def choose_folder(self) -> None:
        """Ask which LibreChat folder to open."""
        self._choose(dialogs.choose_folder)

    def _choose(self, choose: Choose) -> None:
        start, chosen = self._filing.suggestion, self._filing.open
        self._window.notices.guard(lambda: choose(self._window, start, chosen))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept one file or folder of this machine."""
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            return False
        assert isinstance(event, QDropEvent)
        path = _path(event.mimeData())
        if path is None:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._window.notices.guard(lambda: self._filing.open(path))
        return True


def _path(dragged: QMimeData) -> Path | None:
    """Return the one file or folder of this machine that is dragged, if that is all there is."""
    urls = dragged.urls()
    is_one = len(urls) == 1 and urls[0].isLocalFile()
    return Path(urls[0].toLocalFile()) if is_one else None
