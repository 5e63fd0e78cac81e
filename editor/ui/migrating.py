"""The migration of a window's legacy settings, from the question to one step on the undo stack."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor.core.outline import groups_in
from editor.core.preparing import prepared
from editor.core.schema.table import AZURE_PATH, GROUPS_PATH
from editor.core.text import Edit
from editor.ui.look.shapes import Shape
from editor.ui.migration.dialog import MigrationDialog

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.core.document import Document
    from editor.core.migration import Migration
    from editor.system.errors import FileError
    from editor.ui.filing import Filing
    from editor.ui.tasks import Tasks
    from editor.ui.window import MainWindow

_PATIENCE = 0.03
"""Seconds that an answer may take on the GUI thread, since people type while they wait for it."""


class Migrating(QObject):
    """Opens the dialog, works migrations out off the GUI thread, and applies the chosen one."""

    def __init__(self, window: MainWindow, filing: Filing, tasks: Tasks) -> None:
        """Follow the window's action."""
        super().__init__(window)
        self._window, self._session = window, window.session
        self._filing, self._tasks = filing, tasks
        self._dialog: MigrationDialog | None = None
        self._newest = 0
        window.actions_by_name["migrate"].triggered.connect(self.open)

    def open(self) -> None:
        """Ask how to migrate the document as it is now; on the start page, ask for a `.env`."""
        if self._dialog is not None:
            return
        if self._window.is_at_start:
            self._window.start_page.env_wanted.emit()
            return
        config, env = self._filing.path, self._filing.env_target()
        config_name = config.name if config is not None and self._session.document.text else ""
        dialog = MigrationDialog(self._window, config_name, ".env" if env is None else env.name)
        self._dialog = dialog
        dialog.wanted.connect(self._work_out)
        dialog.chosen.connect(self._apply)
        dialog.finished.connect(self._forget)
        self._work_out({})
        dialog.open()

    def _work_out(self, choices: Mapping[str, object]) -> None:
        self._newest += 1
        document, today = self._session.document, date.today()
        self._tasks.run(
            lambda: _prepared(document, choices, today),
            partial(self._show, self._newest),
            self._ignore,
            _PATIENCE,
        )

    def _show(self, number: int, migration: Migration) -> None:
        """Show an answer, unless there is a newer question."""
        if self._dialog is not None and number == self._newest:
            self._dialog.show_migration(migration)

    def _ignore(self, _error: FileError) -> None:
        """Need nothing: working a migration out reads no file."""

    def _forget(self, _result: int) -> None:
        self._dialog = None

    def _apply(self, migration: Migration) -> None:
        """Change both texts in one step, and say what comes next."""
        edit = migration.edit
        label = self.tr("Migrate legacy settings")
        first_new = len(groups_in(migration.document.value)) - len(migration.groups)
        path = (*GROUPS_PATH, first_new) if migration.groups else AZURE_PATH
        step = Edit(label, edit.config, edit.env)
        self._session.apply(step, select=path, outcome=migration.document)
        self._offer_tests()

    def _offer_tests(self) -> None:
        fact = self.tr("Migrated.")
        next_step = self.tr("Save both files and restart LibreChat; test the connections before.")
        test = self._window.actions_by_name["testAll"]
        if test.isEnabled():
            button = test.iconText()
            self._window.notices.offer(fact, next_step, button, test.trigger, Shape.OK)
        else:
            self._window.notices.remark(fact, self.tr("Save both files and restart LibreChat."))


def _prepared(document: Document, choices: Mapping[str, object], today: date) -> Migration:
    """Return a migration with all that the dialog asks of it worked out already."""
    migration = document.migrate(choices, today)
    _ = migration.config_texts, migration.env_texts, prepared(migration.document)
    return migration
