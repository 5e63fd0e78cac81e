"""What happens behind the doors of the start page."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from editor.core.document import EditError
from editor.core.new_groups import adding
from editor.system.errors import FileError
from editor.ui import dialogs
from editor.ui.language import in_language

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editor.system.opening import Opened
    from editor.ui.filing import Filing
    from editor.ui.tasks import Tasks
    from editor.ui.window import MainWindow


class Starting(QObject):
    """Leads from the start page to an open config."""

    def __init__(
        self, window: MainWindow, filing: Filing, tasks: Tasks, recent: Sequence[Path]
    ) -> None:
        """Listen to the start page of a window, which shows the recent files."""
        super().__init__(window)
        self._window, self._filing, self._tasks = window, filing, tasks
        self._wanted: Path | None = None
        self._next: Callable[[], None] | None = None
        self._demo = ExitStack()
        page = window.start_page
        page.recent.show_paths(recent)
        window.toolbar.offer_recent(page.recent.menu, window.actions_by_name["save"])
        page.azure.requested.connect(self._ask_where)
        page.env_wanted.connect(self._ask_for_env)
        page.demo_wanted.connect(self._open_demo)
        page.recent.chosen.connect(self._open_recent)
        filing.opened.connect(self._go_on)
        filing.failed.connect(self._give_up)
        application = QCoreApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self.end_demo)

    def _ask_where(self) -> None:
        """Ask for the LibreChat folder that gets the new groups."""
        start = self._filing.suggestion
        self._guard(partial(dialogs.choose_home, self._window, start, self._create))

    def _create(self, folder: Path) -> None:
        self._open(folder, None, self._add_groups)

    def _add_groups(self) -> None:
        """Add the groups to what is in the folder already, and test them."""
        window, session = self._window, self._window.session
        door = window.start_page.azure
        groups = door.groups(session.document)
        label = self.tr("Add {0}").format(", ".join(group.name for group in groups))
        try:
            found = adding(session.document, groups, label)
        except EditError as error:
            session.refused.emit(in_language(str(error)))
            return
        session.apply(found.edit, select=found.path)
        if session.selection != found.path:
            return
        door.clear()
        window.notices.offer(
            self.tr("{0} is ready, but not saved yet.").format(groups[0].name),
            self.tr("Saving writes librechat.yaml and .env, where the key is."),
            self.tr("Save"),
            window.save,
        )
        window.actions_by_name["testGroup"].trigger()

    def _ask_for_env(self) -> None:
        self._guard(
            partial(dialogs.choose_env, self._window, self._filing.suggestion, self._migrate)
        )

    def _migrate(self, env: Path) -> None:
        """Open the config beside a `.env`, or the one that will be there, and migrate."""
        self._open(env.parent, env, self._start_migration)

    def _start_migration(self) -> None:
        action = self._window.actions_by_name["migrate"]
        if action.isEnabled():
            action.trigger()
            return
        fact = self.tr("There is nothing to migrate.")
        words = self.tr("{0} has no settings of the time before groups.")
        env = self._filing.env_target()
        self._window.notices.remark(fact, words.format(".env" if env is None else env.name))

    def _open_recent(self, path: Path) -> None:
        self._guard(partial(self._filing.open, path))

    def _open_demo(self) -> None:
        self._guard(
            partial(
                self._tasks.run, partial(_started_demo, self._demo), self._show_demo, self._refuse
            )
        )

    def end_demo(self) -> None:
        """Stop the simulator and forget the copy of the sample, if the demo was opened."""
        self._demo.close()

    def _show_demo(self, folder: Path) -> None:
        self._filing.open(folder)

    def _refuse(self, error: FileError) -> None:
        self._filing.failed.emit(error)

    def _guard(self, action: Callable[[], object]) -> None:
        self._window.notices.guard(action)

    def _open(self, path: Path, env: Path | None, then: Callable[[], None]) -> None:
        self._wanted, self._next = path, then
        self._filing.open(path, env)

    def _go_on(self, opened: Opened) -> None:
        """Do what is to be done with the folder that was opened for it, and with no other."""
        wanted, action, self._next = self._wanted, self._next, None
        entry = opened.folder.entry
        if action is not None and wanted is not None and wanted in (entry, *entry.parents):
            action()

    def _give_up(self, _error: FileError) -> None:
        self._next = None


def _started_demo(kept: ExitStack) -> Path:
    """Start the simulator, and end the one before; raises FileError."""
    from editor.system.demo import demo  # it loads what speaks HTTP

    kept.close()
    try:
        return kept.enter_context(demo())
    except OSError as error:
        fact = QCoreApplication.translate("Starting", "The demo cannot start: {0}").format(error)
        remedy = QCoreApplication.translate("Starting", "Try it again.")
        raise FileError(Path(), fact, remedy) from error
