"""The panel that compares the text with the file on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from editor.core.secret import mask_entries
from editor.ui.widgets.differences import RowKind
from editor.ui.widgets.diffview import DiffView
from editor.ui.widgets.emptystate import EmptyState

if TYPE_CHECKING:
    from editor.core.document import Document
    from editor.ui.session import Session

_MARGIN = 24
_PAUSE = 150
_CHARACTERS_PER_MILLISECOND = 2_000


class ChangesPanel(QWidget):
    """Shows what saving would change; keys and passwords are masked.

    It compares when it is visible and nothing has changed for a moment, for a large text a longer
    one, so that it never stands in the way of typing.
    """

    def __init__(self, session: Session) -> None:
        """Follow a session."""
        super().__init__()
        self.setObjectName("changesView")
        self.setAccessibleName(self.tr("Changes"))
        self._session = session
        self._shown: tuple[str, str] | None = None
        self._view = DiffView(self.tr("Changes against the file on disk"))
        self._empty = EmptyState("changes", self.tr("Same as on disk."))
        self._pages = QStackedWidget()
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.refresh)
        self._arrange()
        session.document_changed.connect(self.show_document)
        session.cleanliness_changed.connect(self._show_later)
        self.refresh()

    def show_document(self, document: Document) -> None:
        """Compare a document with the file, soon."""
        self._soon.start(_PAUSE + len(document.text) // _CHARACTERS_PER_MILLISECOND)

    def showEvent(self, event: QShowEvent) -> None:
        """Compare now that it is seen."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Compare now, if anybody looks."""
        texts = (self._session.saved_text, self._session.document.text)
        if not self.isVisible() or texts == self._shown:
            return
        self._soon.stop()
        self._shown = texts
        saved, current = texts
        if saved != current:
            self._view.show_texts(mask_entries(saved), mask_entries(current))
        self._show_page(is_same=saved == current)

    def _show_page(self, *, is_same: bool) -> None:
        calm = (RowKind.SAME, RowKind.FOLD)
        is_hidden = not is_same and all(row.kind in calm for row in self._view.rows())
        if is_hidden:
            meaning = self.tr("What changed is a key or password, which is not shown here.")
            self._empty.show_words(self.tr("Only a hidden value differs."), meaning)
        else:
            self._empty.show_words(self.tr("Same as on disk."))
        self._pages.setCurrentIndex(1 if is_same or is_hidden else 0)

    def _show_later(self, _is_clean: bool) -> None:
        self.show_document(self._session.document)

    def _arrange(self) -> None:
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(_MARGIN, _MARGIN // 2, _MARGIN, 0)
        inside.addWidget(self._empty, alignment=Qt.AlignmentFlag.AlignTop)
        self._pages.addWidget(self._view)
        self._pages.addWidget(holder)
        self._pages.setCurrentIndex(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
