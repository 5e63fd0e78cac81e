"""The state of one window: the current document, what is selected, and the way back.

Every change of the texts, from a form, the tree, a fix or typing, goes through `Session.apply` and
is one named step on one undo stack.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from editor.core.document import Document, EditError
from editor.core.schema.table import AZURE_PATH
from editor.core.text import Edit, Patch, apply, difference, inverse
from editor.core.validation.problem import Fix
from editor.ui.language import in_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from editor.core.yaml.values import Path

    EditOf = Callable[[Document], Edit]

_TYPING = 1


class Session(QObject):
    """Holds the document that a window shows and changes it on request.

    `document_changed(Document)`: the texts or the target are new. `selection_changed(tuple)`: the
    path of the current node is new. `refused(str)`: an operation was not possible, and why.
    `lines_offered(Fix)`: a person wants to see the lines that only they can add elsewhere.
    `cleanliness_changed(bool)`: the texts differ from those on disk, or no longer do. While
    `read_only_reason` says why a text can only be looked at, every change is refused; while
    `env_read_only_reason` does, every change of the `.env` text. `saved_value` is what the config
    on disk means, None where that was not read. `typing` says what the newest
    change typed in, None where it was no typing. `apart(title, edit_of, select)`, where there is
    something, makes and does beside the window what takes long.
    """

    document_changed = Signal(object)
    selection_changed = Signal(object)
    cleanliness_changed = Signal(bool)
    refused = Signal(str)
    lines_offered = Signal(object)

    def __init__(self, document: Document) -> None:
        """Start with a document that equals what is on disk."""
        super().__init__()
        self.undo_stack = QUndoStack(self)
        self.document = document
        self.readable = document
        self._saved_texts = (document.text, document.env_text)
        self.saved_value = document.value
        self._selection: Path = ()
        self.read_only_reason = ""
        self.env_read_only_reason = ""
        self.apart: Callable[[str, EditOf, Path | None], object] | None = None
        self.typing: object = None

    @property
    def selection(self) -> Path:
        """Return the path of the current node; `()` is the whole file."""
        return self._selection

    @property
    def is_clean(self) -> bool:
        """Say whether the texts equal those on disk."""
        return (self.document.text, self.document.env_text) == self._saved_texts

    @property
    def saved_text(self) -> str:
        """Return the config's text as it is on disk."""
        return self._saved_texts[0]

    @property
    def saved_env_text(self) -> str:
        """Return the `.env` text as it is on disk."""
        return self._saved_texts[1]

    @property
    def env_typing_obstacle(self) -> str:
        """Say why the `.env` text and its values cannot be typed in, "" where they can."""
        environment = self.document.environment
        if self.env_read_only_reason or not environment.is_large:
            return self.env_read_only_reason
        size = self.tr(
            "The .env is large, with {0:,} variables, so its text is not shown and values are not "
            "typed here: each key would take a moment."
        ).format(len(environment.variables))
        rest = self.tr(
            "Variables can be added and moved here, and problems fixed; for the rest, use another "
            "editor."
        )
        return f"{size} {rest}"

    @property
    def steps_since_saved(self) -> tuple[str, ...]:
        """Return the labels of the steps that led here from what is on disk, the oldest first.

        There are none where steps were taken back that had been saved.
        """
        stack = self.undo_stack
        first = stack.cleanIndex()
        return (
            tuple(stack.text(index) for index in range(first, stack.index())) if first >= 0 else ()
        )

    def load(self, document: Document, *, saved_text: str | None = None) -> None:
        """Start over with another document; `saved_text` is what is on disk, if that differs."""
        self.undo_stack.clear()
        self._saved_texts = (document.text if saved_text is None else saved_text, document.env_text)
        self.saved_value = document.value if saved_text is None else None
        self._selection = ()
        self.typing = None
        self.readable = document
        self._show(document)
        self.selection_changed.emit(self._selection)

    def mark_saved(self, text: str | None = None, env_text: str | None = None) -> None:
        """Remember what is on disk now, None for a text that was not written.

        Later typing is a step of its own.
        """
        self.end_typing()
        self.undo_stack.setClean()
        config, env = self._saved_texts
        if text == self.document.text:
            self.saved_value = self.document.value
        self._saved_texts = (
            config if text is None else text,
            env if env_text is None else env_text,
        )
        self.cleanliness_changed.emit(self.is_clean)

    def select(self, path: Path) -> None:
        """Make a node the current one; of a path that does not exist, the nearest node above.

        The endpoint can be selected before it exists.
        """
        if self._nearest(path) != self._selection:
            self.end_typing()
            self._follow(path)

    def _follow(self, path: Path) -> None:
        path = self._nearest(path)
        if path != self._selection:
            self._selection = path
            self.selection_changed.emit(path)

    def _nearest(self, path: Path) -> Path:
        tree = self.readable.tree
        place, missing = (None, path) if tree is None else tree.nearest(path)
        if path == AZURE_PATH:
            return path
        return path[: len(path) - len(missing)] if place is not None else ()

    def judge(self, document: Document) -> None:
        """Show the same texts as they were judged anew: by other rules, or beside other files."""
        self._show(document)

    def operate(
        self,
        operations: Iterable[Mapping[str, object]],
        label: str,
        *,
        typing: object = None,
        select: Path | None = None,
    ) -> bool:
        """Do operations as one named step; say whether they were possible.

        Steps with the same `typing` that follow each other become one. `select` is the node that
        is current afterwards.
        """
        try:
            edit = self.document.edit(operations, label)
        except EditError as error:
            return self._refuse(error)
        self.apply(edit, typing=typing, select=select)
        return True

    def fix(self, fix: Fix) -> bool:
        """Do what a fix proposes, in both texts, as one step; say whether it was possible.

        Lines that only a person can add are shown.
        """
        if fix.lines:
            self.lines_offered.emit(fix)
            return True
        try:
            if fix.env:
                self.make(fix.title, partial(Document.fix_edit, fix=fix))
            else:
                self.apply(self.document.fix_edit(fix))
        except EditError as error:
            return self._refuse(error)
        return True

    def _refuse(self, error: EditError) -> bool:
        reason = in_language(error.reason)
        where = "" if error.line is None else self.tr(" (line {0})").format(error.line)
        self.refused.emit(f"{reason[:1].upper()}{reason[1:]}{where}")
        return False

    def apply(
        self,
        edit: Edit,
        *,
        typing: object = None,
        select: Path | None = None,
        outcome: Document | None = None,
    ) -> None:
        """Change the texts by one undoable step; an empty edit is no step.

        `outcome` is the current document after the edit, where that was worked out beforehand.
        """
        reason = self.read_only_reason or (self.env_read_only_reason if edit.env else "")
        if reason:
            self.refused.emit(reason)
        elif edit.env and outcome is None and self._is_slow():
            self.make(edit.label, partial(_still, self.document, edit), select)
        elif not edit.is_empty:
            self.undo_stack.push(_Step(self, edit, typing, select, outcome))
        elif select is not None:
            self.select(select)

    def make(self, title: str, edit_of: EditOf, select: Path | None = None) -> None:
        """Do the edit that a function makes of the document, which touches the `.env` text.

        The function is called in another thread where the text is large. It may raise EditError or
        Unwritable; elsewhere that is the caller's.
        """
        if self._is_slow():
            self.work_out(title, edit_of, select)
        else:
            self.apply(edit_of(self.document), select=select)

    def work_out(self, title: str, edit_of: EditOf, select: Path | None = None) -> None:
        """Do the edit that a function makes of the document, which takes long for a large one.

        The function is called in another thread, where there is somebody to do that.
        """
        if self.apart is not None:
            self.apart(title, edit_of, select)
        else:
            self.apply(edit_of(self.document), select=select)

    def _is_slow(self) -> bool:
        """Say whether an edit of the `.env` text would make people wait, and need not."""
        return self.apart is not None and self.document.environment.is_large

    def end_typing(self) -> None:
        """Let the next step stand on its own, though it types in the same field."""
        last = self.undo_stack.command(self.undo_stack.count() - 1)
        if isinstance(last, _Step):
            last.typing = None

    def change(
        self,
        edit: Edit,
        select: Path | None,
        typing: object = None,
        outcome: Document | None = None,
    ) -> None:
        """Change the document without a step; only steps call this."""
        self.typing = typing
        self._show(self.document.edited(edit) if outcome is None else outcome)
        self._follow(self._selection if select is None else select)

    def _show(self, document: Document) -> None:
        was_clean = self.is_clean
        self.document = document
        if document.is_readable:
            self.readable = document
        self.document_changed.emit(document)
        if self.is_clean != was_clean:
            self.cleanliness_changed.emit(self.is_clean)


class _Step(QUndoCommand):
    """An edit on the undo stack, with the way back and what was selected before.

    Where its outcome was worked out beforehand, it keeps that and the document before, so that
    undoing it costs as little as doing it.
    """

    def __init__(
        self,
        session: Session,
        edit: Edit,
        typing: object,
        select: Path | None,
        outcome: Document | None,
    ) -> None:
        super().__init__(in_language(edit.label))
        self._session = session
        self.edit = edit
        self.back = _way_back(session.document, edit)
        self.typing = typing
        self._before = session.selection
        self._after = select
        self._documents = None if outcome is None else (session.document, outcome)

    def redo(self) -> None:
        outcome = self._known(0, 1)
        self._session.change(self.edit, self._after, self.typing, outcome)

    def undo(self) -> None:
        self._session.change(self.back, self._before, outcome=self._known(1, 0))

    def _known(self, start: int, end: int) -> Document | None:
        """Return the document that this leads to, if it is known from one like the current one."""
        documents = self._documents
        if documents is None or documents[start] != self._session.document:
            return None
        return documents[end]

    def id(self) -> int:
        return _TYPING

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in the next step when both type in the same field."""
        if not isinstance(other, _Step) or self.typing is None or self.typing != other.typing:
            return False
        new = self._session.document
        config = _joined(new.text, self.back.config, other.back.config)
        env = _joined(new.env_text, self.back.env, other.back.env)
        self.edit = Edit(other.edit.label, config[0], env[0])
        self.back = Edit(other.edit.label, config[1], env[1])
        self.setText(other.text())
        self._after = other._after
        self.setObsolete(self.edit.is_empty)
        return True


def _still(before: Document, edit: Edit, document: Document) -> Edit:
    """Return an edit for a document of the texts that it was made for; raises EditError."""
    if (document.text, document.env_text) != (before.text, before.env_text):
        raise EditError(
            0,
            QCoreApplication.translate("Session", "The text changed meanwhile. Try it again."),
            None,
        )
    return edit


def _way_back(document: Document, edit: Edit) -> Edit:
    config = inverse(document.text, edit.config)
    return Edit(edit.label, config, inverse(document.env_text, edit.env))


def _joined(
    new: str, first_back: tuple[Patch, ...], second_back: tuple[Patch, ...]
) -> tuple[tuple[Patch, ...], tuple[Patch, ...]]:
    """Return the patches of two steps as those of one, there and back."""
    old = apply(apply(new, second_back), first_back)
    return difference(old, new), difference(new, old)
