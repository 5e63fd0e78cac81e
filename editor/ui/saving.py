"""Saving as a person sees it: the look at the changes before, and what to run afterwards."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from editor.core.compose.restart import is_by_npm, restart_command
from editor.core.review import review
from editor.core.validation.problem import Severity
from editor.system import settings
from editor.system.errors import FileError
from editor.system.settings import Review
from editor.ui.language import in_language
from editor.ui.look.shapes import Shape
from editor.ui.review.dialog import ChangedFile, ReviewDialog

if TYPE_CHECKING:
    from pathlib import Path

    from editor.core.document import Document
    from editor.core.review import Changes
    from editor.ui.filing import Filing
    from editor.ui.tasks import Tasks
    from editor.ui.window import MainWindow


class Saving(QObject):
    """Saves when the window wants it, once a person has seen the changes, if they wish to."""

    def __init__(self, window: MainWindow, filing: Filing, tasks: Tasks, folder: Path) -> None:
        """Follow a window; `folder` holds the settings."""
        super().__init__(window)
        self._window, self._session = window, window.session
        self._filing, self._tasks, self._folder = filing, tasks, folder
        self._has_shown = False
        self._dialog: ReviewDialog | None = None
        self._config: Path | None = None
        window.save_wanted.connect(self.save)
        filing.opened.connect(self._note_config)
        filing.saved.connect(self._tell_saved)

    def save(self) -> None:
        """Show what saving changes, or save at once where nothing does or nobody wants to see."""
        session = self._session
        if session.is_clean or not self._is_review_wanted():
            self._filing.save()
            return
        document, texts = session.document, (session.saved_text, session.saved_env_text)
        self._tasks.run(
            lambda: review(document, *texts), partial(self._open, document), self._ignore
        )

    def _is_review_wanted(self) -> bool:
        wish = settings.load(self._folder).review
        return wish is Review.ALWAYS or (wish is Review.FIRST and not self._has_shown)

    def _open(self, document: Document, changes: Changes) -> None:
        """Show changes, unless they are on screen already; those of older texts are sought anew."""
        if self._dialog is not None:
            return
        if document is not self._session.document:
            self.save()
            return
        env = self._filing.env_target()
        files = [
            ChangedFile(name, icon_name, change)
            for name, icon_name, change in (
                (self._filing.name, "yamlFile", changes.config),
                (".env" if env is None else env.name, "envFile", changes.env),
            )
            if change is not None
        ]
        is_always = settings.load(self._folder).review is Review.ALWAYS
        dialog = ReviewDialog(
            self._window, files, self._session.steps_since_saved, is_always_shown=is_always
        )
        dialog.show_verdict(document)
        self._dialog = dialog
        dialog.accepted.connect(partial(self._save_reviewed, document))
        dialog.finished.connect(self._forget)
        dialog.open()

    def _save_reviewed(self, document: Document) -> None:
        """Save what was shown; what changed meanwhile is shown again."""
        if self._dialog is not None:
            self._keep_wish(is_always=self._dialog.is_always_wanted)
        if self._session.document is document:
            self._has_shown = True
            self._filing.save()
        else:
            self._dialog = None
            self.save()

    def _keep_wish(self, *, is_always: bool) -> None:
        kept = settings.load(self._folder)
        wish = Review.ALWAYS if is_always else Review.FIRST
        if kept.review is wish:
            return
        try:
            settings.save(self._folder, replace(kept, review=wish))
        except FileError as error:
            self._window.notices.remark(in_language(error.message), in_language(error.remedy))

    def _forget(self, _result: int) -> None:
        self._dialog = None

    def _ignore(self, _error: FileError) -> None:
        """Need nothing: comparing texts reads no file."""

    def _note_config(self, *_: object) -> None:
        self._config = self._filing.path

    def _fact(self) -> str:
        """Return what was done; where the config went elsewhere, that its `.env` did not."""
        old, path, env = self._config, self._filing.path, self._filing.env
        fact = self.tr("Saved, and read back.")
        if old is None or path is None or env is None:
            return fact
        still = self.tr("The .env file is still {0}.").format(env)
        return f"{fact} {still}" if env.parent == old.parent != path.parent else fact

    def _tell_saved(self, _path: Path) -> None:
        """Say that the files are written, and what lets LibreChat read them."""
        notices = self._window.notices
        fact = self._fact()
        self._note_config()
        document = self._session.document
        if not document.valid:
            self._warn_of(document, fact)
            return
        command = restart_command(document.environment)
        if command is None:
            notices.remark(fact, self.tr("Restart LibreChat, so that it reads the new files."))
            return
        restart = self.tr("Restart LibreChat: {0}")
        if is_by_npm(command):
            restart = self.tr("Stop LibreChat, then start it again: {0}")
        copy = partial(self._copy, command)
        notices.offer(fact, restart.format(command), self.tr("Copy command"), copy, Shape.OK)

    def _warn_of(self, document: Document, fact: str) -> None:
        """Say that LibreChat would not start with what is saved, and lead to the reason."""
        errors = (one for one in document.problems if one.severity is Severity.ERROR)
        show = partial(self._session.select, next(errors).node_path)
        refusal = self.tr("LibreChat {0} would refuse it: mend it before you restart.")
        words = refusal.format(document.target)
        self._window.notices.offer(fact, words, self.tr("Show why"), show, Shape.WARNING)

    def _copy(self, command: str) -> None:
        QGuiApplication.clipboard().setText(command)
        self._window.notices.remark(self.tr("Copied."), command)
