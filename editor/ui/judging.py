"""What takes long to judge, judged beside the window: other rules, and edits of much at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor.core.schema.field import Target

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.core.compose.project import Project
    from editor.core.document import Document
    from editor.core.text import Edit
    from editor.system.errors import FileError
    from editor.ui.session import Session
    from editor.ui.tasks import Tasks


class Judging(QObject):
    """Changes a session's document by what another thread worked out; until then the old one stays.

    What the session shows when a result arrives may be newer than what the result was made from.
    Then that is worked out again, which is quick, as most of it was judged already.
    """

    def __init__(self, session: Session, tasks: Tasks) -> None:
        """Judge for a session."""
        super().__init__()
        self._session = session
        self._tasks = tasks
        self._target: Target | None = None
        self._compose: Project | None = None
        self._newest = 0

    def set_target(self, target: Target) -> None:
        """Judge the texts by another release's rules."""
        self._target = target
        self._judge(None)

    def surround(self, compose: Project) -> None:
        """Judge the texts with other compose files beside them."""
        self._compose = compose
        self._judge(None)

    def forget_surroundings(self) -> None:
        """Wish for no other compose files any longer, as the config is another one now."""
        self._compose = None

    def apply(self, title: str, edit_of: Callable[[Document], Edit]) -> None:
        """Do an edit of much at once as one step, when its outcome is worked out.

        `edit_of` returns the edit of a document. It is called in another thread, and once more
        where the text changed meanwhile.
        """
        before = self._session.document
        self._tasks.work(
            title,
            partial(_edited, before, edit_of),
            partial(self._take_step, before, title, edit_of),
            self._ignore,
            self._give_up,
        )

    def _judge(self, known: Document | None) -> None:
        """Work out what becomes of the document under all that is wished for by now."""
        self._newest += 1
        before = self._session.document
        target = Target(before.target) if self._target is None else self._target
        compose = before.compose if self._compose is None else self._compose
        if (target, compose) == (before.target, before.compose):
            self._target = self._compose = None
            return
        self._tasks.work(
            self.tr("Judging by LibreChat {0}").format(target.value),
            lambda: before.under(target, compose, known).worked_out(),
            partial(self._show, self._newest, before),
            self._ignore,
        )

    def _show(self, number: int, before: Document, judged: Document) -> None:
        """Show what was judged, unless something else is wished for, or there is newer text."""
        if number != self._newest:
            return
        if before is self._session.document:
            self._target = self._compose = None
            self._session.judge(judged)
        else:
            self._judge(judged)

    def _take_step(
        self,
        before: Document,
        title: str,
        edit_of: Callable[[Document], Edit],
        edited: tuple[Edit, Document],
    ) -> None:
        if before is self._session.document:
            edit, outcome = edited
            self._session.apply(edit, outcome=outcome)
        else:
            self.apply(title, edit_of)

    def _give_up(self) -> None:
        """Leave everything as it is: nothing was changed yet."""

    def _ignore(self, _error: FileError) -> None:
        """Need nothing: judging reads no file."""


def _edited(before: Document, edit_of: Callable[[Document], Edit]) -> tuple[Edit, Document]:
    """Return the edit of a document, and the document after it with everything worked out."""
    edit = edit_of(before)
    return edit, before.edited(edit).worked_out()
