"""When the assistant for a group opens: by its action, and by an address that was pasted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from editor.core import target_uri
from editor.core.address_filling import filling
from editor.core.completion import offering
from editor.core.outline import models_in, node_path, value_at
from editor.core.schema.table import level_of
from editor.core.yaml.nodes import Scalar
from editor.ui.addgroup.dialog import AddGroupDialog
from editor.ui.tree.nodes import node_name

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
        self._last = self._before = window.session.document
        self._typing: object = None
        self._is_in_source = False
        window.actions_by_name["addGroupFromAzure"].triggered.connect(self._open)
        window.transfers.address_pasted.connect(self._offer_group)
        window.palette_box.address_chosen.connect(self.open)
        window.installEventFilter(self)
        window.session.document_changed.connect(self._look_at_typing)

    def _open(self) -> None:
        self.open()

    def open(self, address: TargetUri | None = None) -> None:
        """Ask for a group, with the fields filled from an address if there is one."""
        AddGroupDialog(self._window.session, self._window, address).open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take an address that is pasted where nothing else takes what is pasted."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return event.matches(QKeySequence.StandardKey.Paste) and self._paste()

    def _paste(self) -> bool:
        """Say whether the clipboard holds an address; the start page takes it, and a list too."""
        text = QGuiApplication.clipboard().text()
        if self._window.is_at_start:
            return self._window.start_page.azure.take(text)
        address = target_uri.read(text)
        if address is not None:
            self._offer_group(address)
        return address is not None

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
        typing = self._window.session.typing
        if typing is None or typing != self._typing:
            self._before = self._last
        path = self._typed_path(typing, document)
        self._typing, self._last = typing, document
        found = None if path is None else filling(document, path, self._before)
        if found is not None:
            self._offered, self._is_in_source = path, self._window.yaml.pane.hasFocus()
            self._window.notices.offer(
                self.tr("This is a whole address: {0}").format(found.target.host),
                self.tr("Its parts belong into fields of their own."),
                self.tr("Fill the fields"),
                self._fill,
            )
        elif self._offered is not None:
            self._offered = None
            self._window.notices.withdraw(self._fill)

    def _typed_path(self, typing: object, document: Document) -> Path | None:
        """Return the path of the field that was typed into; that of a model for its name."""
        match typing:
            case ("field", tuple() as path):
                return cast("Path", path)
            case (offering.MODEL_NAME, tuple() as group):
                return self._renamed_model(document, cast("Path", group))
            case ("yaml", int()):
                return self._path_in_source(document)
            case _:
                return None

    def _renamed_model(self, document: Document, group: Path) -> Path | None:
        old = models_in(value_at(self._last.value, group))
        names = [name for name in models_in(value_at(document.value, group)) if name not in old]
        return (*group, "models", names[0]) if names else None

    def _path_in_source(self, document: Document) -> Path | None:
        """Return the path of the text that the cursor of the YAML pane is in."""
        tree = document.tree
        place = None if tree is None else tree.place_at(self._window.yaml.pane.offset())
        if place is None or not isinstance(place.node, Scalar) or level_of(place.path) is not None:
            return None
        return place.path

    def _fill(self) -> None:
        path, self._offered = self._offered, None
        session = self._window.session
        found = None if path is None else filling(session.document, path, self._before)
        if found is not None:
            node = node_path(found.path)
            label = self.tr("Fill the fields of {0}").format(node_name(self._before.value, node))
            session.operate(found.operations, label, select=node)
            self._return(found.path)

    def _return(self, path: Path) -> None:
        """Move the keyboard back to where the address was put."""
        if self._is_in_source:
            self._window.yaml.pane.setFocus()
        else:
            self._window.middle.focus_field(path)
