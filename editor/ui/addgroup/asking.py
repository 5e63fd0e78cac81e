"""When the assistant for a group opens: by its action, and by an address that was pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor.ui.addgroup.dialog import AddGroupDialog

if TYPE_CHECKING:
    from editor.core.target_uri import TargetUri
    from editor.ui.window import MainWindow


class Asking(QObject):
    """Opens the assistant over a window."""

    def __init__(self, window: MainWindow) -> None:
        """Listen to the window's action."""
        super().__init__(window)
        self._window = window
        window.actions_by_name["addGroupFromAzure"].triggered.connect(self._open)

    def _open(self) -> None:
        self.open()

    def open(self, address: TargetUri | None = None) -> None:
        """Ask for a group, with the fields filled from an address if there is one."""
        AddGroupDialog(self._window.session, self._window, address).open()
