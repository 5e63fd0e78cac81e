"""The offer to bring places up to date that still name a model which was renamed or deleted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu, QWidget

from editor.core.leftovers import Leftovers, Remedy, leftovers, remedies
from editor.ui.form.modelpage import MODEL_NAME
from editor.ui.form.uses import place_name
from editor.ui.language import counted, in_language

if TYPE_CHECKING:
    from editor.core.document import Document
    from editor.ui.session import Session

_REST = 700
"""How long typing must rest before an offer, in milliseconds."""
_LONGEST_NAME = 40
_MOST_PLACES = 6


class FollowUps(QObject):
    """Watches a session for models that get another name or go, from wherever that is done.

    Signals: `offered(fact, consequence, button)` when places are left behind, and `withdrawn()`
    when none are any more. The form's own field offers to follow a name that is typed there.
    """

    offered = Signal(str, str, str)
    withdrawn = Signal()

    def __init__(self, session: Session) -> None:
        """Watch a session."""
        super().__init__()
        self._session = session
        self._before = session.readable.value
        self._found: Leftovers | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._offer)
        session.document_changed.connect(self._follow)

    def forget(self, *_: object) -> None:
        """Take the document as it is: it is another file's."""
        self._take(None)

    def _follow(self, document: Document) -> None:
        if not document.is_readable:
            return
        typing = self._session.typing
        is_followed = isinstance(typing, tuple) and MODEL_NAME in typing
        before, value = self._found, document.value
        found = None if is_followed else leftovers(before, self._before, value)
        self._take(found)
        if found is None or found == before:
            return
        if typing is None:
            self._offer()
        else:
            self._rest.start()

    def _take(self, found: Leftovers | None) -> None:
        was_there, self._found = self._found is not None, found
        self._before = self._session.readable.value
        if found is None:
            self._rest.stop()
        if found is None and was_there:
            self.withdrawn.emit()

    def _offer(self) -> None:
        found = self._found
        if found is None:
            return
        count, (name, *others) = len(found.uses), found.names
        places = [place_name(self._before, use.path) for use in found.uses[:_MOST_PLACES]]
        more = [counted(count - len(places), "%n more", "%n more")] if count > len(places) else []
        if others:
            fact = counted(
                count,
                "%n place names a model that is gone.",
                "%n places name models that are gone.",
            )
        else:
            fact = counted(
                count,
                "%n other place still names “{0}”.",
                "%n other places still name “{0}”.",
                _short(name),
            )
        renamed = counted(count, "Update it", "Update them")
        button = self.tr("Choose…") if found.new_name is None else renamed
        self.offered.emit(fact, ", ".join([*places, *more]), button)

    def accept(self, parent: QWidget) -> None:
        """Update the places of a renamed model; after a deletion, ask in which way."""
        if self._found is None:
            return
        ways = remedies(self._before, self._found)
        if self._found.new_name is not None:
            self._do(ways[0])
            return
        menu = QMenu(parent)
        menu.setObjectName("followUpMenu")
        for way in ways:
            menu.addAction(in_language(way.title).replace("&", "&&")).triggered.connect(
                partial(self._do, way)
            )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.aboutToHide.connect(self._offer)
        menu.popup(parent.mapToGlobal(parent.rect().bottomLeft()))

    def _do(self, way: Remedy, _checked: bool = False) -> None:
        found = self._found
        label = way.title
        if found is not None and found.new_name is not None:
            label = counted(
                len(found.uses), "Name {0} in %n place", "Name {0} in %n places", found.new_name
            )
        self._session.operate(way.operations, label)


def _short(name: str) -> str:
    """Return a name that leaves room for the rest of the sentence."""
    half = _LONGEST_NAME // 2
    return name if len(name) <= _LONGEST_NAME else f"{name[:half]}…{name[-half:]}"
