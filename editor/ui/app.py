"""The composition root: the one place where the parts of the window are made and joined."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from editor.core.document import Document
from editor.system import drafts, settings
from editor.system.errors import FileError
from editor.ui.addgroup.asking import Asking
from editor.ui.asides import Asides
from editor.ui.asides.asides import wear
from editor.ui.besideworkers import BesideWorkers
from editor.ui.collector import settle
from editor.ui.filing import Filing
from editor.ui.language import speak
from editor.ui.look.appearance import apply_look
from editor.ui.migrating import Migrating
from editor.ui.saving import Saving
from editor.ui.session import Session
from editor.ui.start.starting import Starting
from editor.ui.tasks import Tasks
from editor.ui.testing import Tests
from editor.ui.testrun import load
from editor.ui.widgets.focusring import FocusRing
from editor.ui.window import MainWindow

if TYPE_CHECKING:
    from editor.core.schema.field import Target

_COLLECTING_MS = 2000
_FIRST_LOOK_MS = 150
_LARGE = 100_000
"""Characters of a file that the collector of garbage takes longer than a frame for."""


def create_window(
    path: Path | str | None, env: Path | str | None = None, target: Target | str = "0.8"
) -> MainWindow:
    """Return the window for a config or a LibreChat folder, not shown; None opens the last file.

    A file that cannot be read leaves the start page and says why. Raises ValueError for a target
    that does not exist.
    """
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    _dress(application)
    broken = _set_broken_aside()
    kept = settings.load(settings.default_folder())
    if kept.appearance != settings.Appearance():
        wear(application, kept)
    session = Session(Document("", target=target, environ=dict(os.environ)))
    tasks = Tasks()
    filing = Filing(session, tasks, drafts.default_folder())
    tests = Tests(session, tasks, settings.default_folder())
    window = MainWindow(session, filing, tests)
    filing.setParent(window)  # the system watches files for few programs: it ends with the window
    beside = _work_beside(window, tasks)
    for read in (filing.opened, filing.judging.shown):
        read.connect(lambda *_: _keep_large(beside, session))
    asides = Asides(window, filing, tasks, settings.default_folder())
    _prepare_tests(window, filing, tasks)
    _add_assistants(window, filing, tasks)
    Starting(window, filing, tasks, kept.recent_files)
    window.restore_layout(kept.window)
    filing.opened.connect(lambda opened: _remember(window, opened.folder.entry))
    last = kept.last_file if kept.restores_last else None
    chosen = Path(path) if path is not None else last
    if chosen is None or (path is None and not chosen.exists()):
        window.show_start_page()
    else:
        _open_first(window, filing, chosen, Path(env) if env is not None else None)
    if broken is not None:
        asides.say_reset(broken)
    return window


def _work_beside(window: MainWindow, tasks: Tasks) -> BesideWorkers:
    """Let work go on beside a window: garbage is the window's, and no work outlives it."""
    beside = BesideWorkers()
    beside.begin()
    window.destroyed.connect(window.tests.close)
    window.destroyed.connect(tasks.wait)
    window.destroyed.connect(lambda: beside.end_after_destruction())
    timer = QTimer(window, interval=_COLLECTING_MS)
    timer.timeout.connect(lambda: _collect(beside, window, tasks))
    timer.start()
    return beside


def _prepare_tests(window: MainWindow, filing: Filing, tasks: Tasks) -> None:
    """Load what tests need while a person looks at a file for the first time."""
    soon = QTimer(window, singleShot=True, interval=_FIRST_LOOK_MS)
    soon.timeout.connect(lambda: tasks.run(load, _ignore, _ignore, 0))
    filing.opened.connect(lambda _: soon.start())


def _ignore(_: object) -> None:
    """Have no use for what came of something."""


def _collect(beside: BesideWorkers, window: MainWindow, tasks: Tasks) -> None:
    """Collect garbage while nothing works: what workers make meanwhile is none."""
    if not window.tests.is_running and not tasks.is_busy:
        beside.collect_all()


def _keep_large(beside: BesideWorkers, session: Session) -> None:
    """Let no round of the collector look through a large file that a worker made a document of."""
    if len(session.document.text) + len(session.document.env_text) > _LARGE:
        beside.keep()


def _add_assistants(window: MainWindow, filing: Filing, tasks: Tasks) -> None:
    """Let the window migrate, save and add groups, and show what takes long."""
    Migrating(window, filing, tasks)
    Saving(window, filing, tasks, settings.default_folder())
    window.toolbar.follow_tasks(tasks)
    Asking(window)


def _dress(application: QApplication) -> None:
    """Give an application its look, and a ring around what has the focus."""
    apply_look(application)
    FocusRing.wear(application)


def _set_broken_aside() -> Path | None:
    """Put settings aside that cannot be read; return where they are, if that was needed."""
    try:
        return settings.set_aside(settings.default_folder())
    except FileError:
        return None


def _open_first(window: MainWindow, filing: Filing, path: Path, env: Path | None) -> None:
    """Read the first file before the window is shown: there is nothing yet that could wait."""
    try:
        filing.show_first(path, env)
    except FileError as error:
        window.show_start_page()
        filing.failed.emit(error)


def _remember(window: MainWindow, path: Path | None = None) -> None:
    """Keep the layout and, if given, the file for the next run; not being able to is no harm."""
    folder = settings.default_folder()
    kept = replace(settings.load(folder), window=window.layout_state())
    if path is not None:
        kept = kept.with_recent(path.absolute())
        window.start_page.recent.show_paths(kept.recent_files)
    try:
        settings.save(folder, kept)
    except FileError:
        return


def run(path: Path | None, env: Path | None, target: str, *, demo: bool) -> int:
    """Show the window until it is closed and return the exit code."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("librechat-azure-editor")
    application.setApplicationDisplayName("LibreChat Azure editor")
    application.setDesktopFileName("librechat-azure-editor")
    speak(application, QLocale.system())
    window = create_window(path, env, target)
    settle()
    if not demo:
        application.aboutToQuit.connect(lambda: _remember(window))
    window.show()
    return application.exec()
