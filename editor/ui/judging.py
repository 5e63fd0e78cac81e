"""What takes long to judge, judged beside the window: other rules, and edits of much at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor.core.document import EditError
from editor.core.dotenv import Unwritable
from editor.core.preparing import prepared
from editor.core.schema.field import Target
from editor.ui.language import in_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.core.compose.project import Project
    from editor.core.document import Document
    from editor.core.text import Edit
    from editor.core.yaml.values import Path
    from editor.system.errors import FileError
    from editor.ui.session import Session
    from editor.ui.tasks import Tasks

    EditOf = Callable[[Document], Edit]


class Judging(QObject):
    """Changes a session's document by what another thread worked out; until then the old one stays.

    What the session shows when a result arrives may be newer than what the result was made from.
    Then that is worked out again, which is quick, as most of it was judged already.
    `shown()`: the session shows what was worked out.
    """

    shown = Signal()

    def __init__(self, session: Session, tasks: Tasks) -> None:
        """Judge for a session."""
        super().__init__()
        self._session = session
        self._tasks = tasks
        session.apart = self.apply
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

    def apply(self, title: str, edit_of: EditOf, select: Path | None = None) -> None:
        """Do an edit of much at once as one step, when its outcome is worked out.

        `edit_of` returns the edit of a document, or raises EditError or Unwritable. It is called
        in another thread, and once more where the text changed meanwhile.
        """
        before = self._session.document
        self._tasks.work(
            title,
            partial(_edited, before, edit_of),
            partial(self._take_step, before, partial(self.apply, title, edit_of, select), select),
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
            lambda: prepared(before.under(target, compose, known)),
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
            self.shown.emit()
        else:
            self._judge(judged)

    def _take_step(
        self,
        before: Document,
        again: Callable[[], None],
        select: Path | None,
        edited: tuple[Edit, Document] | str,
    ) -> None:
        if isinstance(edited, str):
            self._session.refused.emit(in_language(edited))
        elif before is self._session.document:
            self._session.apply(edited[0], select=select, outcome=edited[1])
            self.shown.emit()
        else:
            again()

    def _give_up(self) -> None:
        """Leave everything as it is: nothing was changed yet."""

    def _ignore(self, _error: FileError) -> None:
        """Need nothing: judging reads no file."""


def _edited(before: Document, edit_of: EditOf) -> tuple[Edit, Document] | str:
    """Return the edit of a document and the document after it, worked out; or why there is none."""
    try:
        edit = edit_of(before)
    except (EditError, Unwritable) as error:
        return str(error)
    return edit, prepared(before.edited(edit))
