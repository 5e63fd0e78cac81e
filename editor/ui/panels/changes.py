"""The panel that compares the texts with the files on disk."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from editor.core.review import masked_config, masked_env
from editor.core.variables import secret_names
from editor.ui.look.appearance import current_look
from editor.ui.look.direction import margins
from editor.ui.widgets.differences import RowKind
from editor.ui.widgets.diffview import DiffView
from editor.ui.widgets.emptystate import EmptyState
from editor.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.core.document import Document
    from editor.ui.session import Session

_MARGIN = 24
_SIDES_FROM = 760
_PAUSE = 150
_CHARACTERS_PER_MILLISECOND = 2_000


class _Difference(Enum):
    """What there is to see between two texts: nothing, nothing but masked values, or lines.

    LARGE: comparing the texts would make people wait.
    """

    NONE = auto()
    HIDDEN = auto()
    LARGE = auto()
    SHOWN = auto()


class ChangesPanel(QWidget):
    """Shows what saving would change in either file; keys and passwords are masked.

    It compares when it is visible and nothing has changed for a moment, for a large text a longer
    one, so that it never stands in the way of typing.
    """

    def __init__(self, session: Session) -> None:
        """Follow a session."""
        super().__init__()
        self.setObjectName("changesView")
        self.setAccessibleName(self.tr("Changes"))
        self._session = session
        self._shown: tuple[str, str, str, str] | None = None
        self._config = _FileDifference(
            self.tr("Config"), self.tr("Changes against the file on disk")
        )
        self._env = _FileDifference(".env", self.tr("Changes against the .env file on disk"))
        self._empty = EmptyState("changes", self.tr("Same as on disk."))
        self._pages = QStackedWidget()
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.refresh)
        self._arrange()
        session.document_changed.connect(self.show_document)
        session.cleanliness_changed.connect(self._show_later)
        self.refresh()

    def show_document(self, document: Document) -> None:
        """Compare a document with the files, soon."""
        length = len(document.text) + len(document.env_text)
        self._soon.start(_PAUSE + length // _CHARACTERS_PER_MILLISECOND)

    def showEvent(self, event: QShowEvent) -> None:
        """Compare now that it is seen."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Compare now, if anybody looks."""
        session, document = self._session, self._session.document
        config = (session.saved_text, document.text)
        env = (session.saved_env_text, document.env_text)
        if not self.isVisible() or (*config, *env) == self._shown:
            return
        self._soon.stop()
        self._shown = (*config, *env)
        found = [self._config.show_texts(*config, masked_config)]
        is_large = document.environment.is_large and env[0] != env[1]
        self._env.setHidden(is_large)
        found.append(
            _Difference.LARGE if is_large else self._env.show_texts(*env, self._masked_env)
        )
        self._config.set_titled(_Difference.NONE not in found)
        self._show_page(found)

    def _masked_env(self, text: str) -> str:
        session = self._session
        names = {*secret_names(session.readable.value), *secret_names(session.saved_value)}
        return masked_env(text, names)

    def _show_page(self, found: list[_Difference]) -> None:
        if _Difference.LARGE in found:
            meaning = self.tr("It is too large to be compared while you work. Saving does.")
            self._empty.show_words(self.tr("The .env differs."), meaning)
        elif _Difference.HIDDEN in found:
            meaning = self.tr("What changed is a key or password, which is not shown here.")
            self._empty.show_words(self.tr("Only a hidden value differs."), meaning)
        else:
            self._empty.show_words(self.tr("Same as on disk."))
        self._pages.setCurrentIndex(0 if _Difference.SHOWN in found else 1)

    def _show_later(self, _is_clean: bool) -> None:
        self.show_document(self._session.document)

    def _arrange(self) -> None:
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        files = QWidget()
        below = QVBoxLayout(files)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self._config, stretch=1)
        below.addWidget(self._env, stretch=1)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(_MARGIN, _MARGIN // 2, _MARGIN, 0)
        inside.addWidget(self._empty, alignment=Qt.AlignmentFlag.AlignTop)
        self._pages.addWidget(files)
        self._pages.addWidget(holder)
        self._pages.setCurrentIndex(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)


class _FileDifference(QWidget):
    """What differs in one file, under its name; hidden where nothing is to be seen."""

    def __init__(self, title: str, name: str) -> None:
        super().__init__()
        self._view = DiffView(name)
        self._is_wide = False
        self._title = label(title, "section")
        self._title.setContentsMargins(margins(_MARGIN // 2, 8, 0, 4))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self._view, stretch=1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both texts side by side where there is room."""
        super().resizeEvent(event)
        is_wide = self.width() >= current_look().pixels(_SIDES_FROM)
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._view.set_side_by_side(is_wide)

    def set_titled(self, is_titled: bool) -> None:
        """Show the title, or leave it out where there is no other file."""
        self._title.setVisible(is_titled)

    def show_texts(self, saved: str, current: str, masked: Callable[[str], str]) -> _Difference:
        """Compare two texts as they look with their secrets masked."""
        found = _Difference.NONE
        if saved != current:
            self._view.show_texts(masked(saved), masked(current))
            calm = (RowKind.SAME, RowKind.FOLD)
            is_calm = all(row.kind in calm for row in self._view.rows())
            found = _Difference.HIDDEN if is_calm else _Difference.SHOWN
        self.setVisible(found is _Difference.SHOWN)
        return found
