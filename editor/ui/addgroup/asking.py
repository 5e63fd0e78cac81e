"""When the assistant for a group opens: by its action, and by an address that was pasted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from editor.core.address_filling import filling
from editor.core.outline import name_of
from editor.ui.addgroup.dialog import AddGroupDialog

if TYPE_CHECKING:
    from editor.core.document import Document
    from editor.core.target_uri import TargetUri
    from editor.core.yaml.values import Path
    from editor.ui.window import MainWindow


class Asking(QObject):
    """Opens the assistant over a window."""

    def __init__(self, window: MainWindow) -> None:
        """Listen to the window's action."""
        super().__init__(window)
        self._window = window
        self._offered: Path | None = None
        window.actions_by_name["addGroupFromAzure"].triggered.connect(self._open)
        window.transfers.address_pasted.connect(self._offer_group)
        window.session.document_changed.connect(self._look_at_typing)

    def _open(self) -> None:
        self.open()

    def open(self, address: TargetUri | None = None) -> None:
        """Ask for a group, with the fields filled from an address if there is one."""
        AddGroupDialog(self._window.session, self._window, address).open()

    def _offer_group(self, address: TargetUri) -> None:
        """Offer to add a group for an address that was pasted into the tree."""
        self._window.notices.offer(
            self.tr("This is an address: {0}").format(address.host),
            self.tr("A group can be added for it; you see what LibreChat will call."),
            self.tr("Add group…"),
            partial(self.open, address),
        )

    def _look_at_typing(self, document: Document) -> None:
        """Offer to fill the fields of a group when a whole address came into one of them."""
        path = _typed_field(self._window.session.typing)
        found = None if path is None else filling(document, path)
        if found is None or path is None:
            if self._offered is not None:
                self._offered = None
                self._window.notices.withdraw(self._fill)
            return
        self._offered = path
        self._window.notices.offer(
            self.tr("This is a whole address: {0}").format(found.target.host),
            self.tr("Its parts belong into fields of their own."),
            self.tr("Fill the fields"),
            self._fill,
        )

    def _fill(self) -> None:
        path, self._offered = self._offered, None
        session = self._window.session
        found = None if path is None else filling(session.document, path)
        if found is not None and path is not None:
            name = name_of(session.document.value, path[:-1])
            session.operate(found.operations, self.tr("Fill the fields of {0}").format(name))


def _typed_field(typing: object) -> Path | None:
    """Return the path of the field that was typed into, if it was one of the form's."""
    match typing:
        case ("field", tuple() as path):
            return cast("Path", path)
        case _:
            return None
