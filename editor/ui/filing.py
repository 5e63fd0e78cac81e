"""Opening and saving: which file the session's text belongs to, and what the disk says about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from editor.core.document import Document
from editor.core.text import Edit, difference
from editor.system import drafts, files
from editor.system.drafts import Draft
from editor.system.errors import ChangedOnDisk, FileError, InvalidText
from editor.system.location import Location, locate

if TYPE_CHECKING:
    from editor.system.files import FileText
    from editor.ui.session import Session
    from editor.ui.tasks import Tasks

_DRAFT_DELAY = 1500
"""Milliseconds without an edit after which unsaved work is put aside."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What reading a config and its surroundings gave.

    `stamp` is None for a file that does not exist yet. `flaw` says why the text can only be looked
    at. `draft` is unsaved work of an earlier run that differs from the file.
    """

    location: Location
    text: str
    stamp: str | None
    env_text: str
    draft: Draft | None = None
    flaw: FileError | None = None


def read_config(path: Path, env: Path | None, draft_folder: Path | None) -> Opened:
    """Read a config, its `.env`, and a draft of it; raises FileError when there is no text."""
    location = locate(path, env)
    env_text = _env_text(location.env)
    try:
        config = files.read(location.config)
    except InvalidText as error:
        return Opened(location, error.text, None, env_text, flaw=error)
    except FileError:
        if location.config.exists() or not (path.is_dir() or location.config.parent.is_dir()):
            raise
        if not path.is_dir():
            raise
        return Opened(location, "", None, env_text)
    draft = None if draft_folder is None else drafts.find(draft_folder, location.config)
    if draft is not None and draft.text == config.text:
        draft = None
    return Opened(location, config.text, config.stamp, env_text, draft)


def _env_text(env: Path | None) -> str:
    try:
        return "" if env is None else files.read(env).text
    except InvalidText as error:
        return error.text
    except FileError:
        return ""


class Filing(QObject):
    """Keeps the session's config in step with a file.

    `opened(Opened)`: another file is shown. `saved(Path)`: the text is on disk.
    `failed(FileError)`: reading or writing was refused. `conflicted(ChangedOnDisk)`: saving would
    lose somebody's change. `changed_outside()`: another program wrote the file.
    """

    opened = Signal(object)
    saved = Signal(object)
    failed = Signal(object)
    conflicted = Signal(object)
    changed_outside = Signal()

    def __init__(self, session: Session, tasks: Tasks, draft_folder: Path) -> None:
        """Start without a file."""
        super().__init__()
        self._session = session
        self._tasks = tasks
        self._draft_folder = draft_folder
        self._stamp: str | None = None
        self._has_draft = False
        self.path: Path | None = None
        self.env: Path | None = None
        self.saved_at: datetime | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._look_at_disk)
        self._draft_timer = QTimer(self, singleShot=True, interval=_DRAFT_DELAY)
        self._draft_timer.timeout.connect(self.keep_draft)
        session.document_changed.connect(self._schedule_draft)

    def open(self, path: Path, env: Path | None = None) -> None:
        """Read a config or a LibreChat folder in the background, then show it."""
        folder = self._draft_folder
        self._tasks.run(lambda: read_config(path, env, folder), self.show_opened, self.failed.emit)

    def show_opened(self, opened: Opened) -> None:
        """Let the session start over with what was read."""
        self.path, self.env = opened.location.config, opened.location.env
        self._stamp = opened.stamp
        self.saved_at = None
        self._has_draft = opened.draft is not None
        old = self._session.document
        self._session.read_only_reason = opened.flaw.message if opened.flaw else ""
        self._session.load(Document(opened.text, opened.env_text, old.target, old.environ))
        self._watch()
        self.opened.emit(opened)

    def restore(self, draft: Draft) -> None:
        """Bring unsaved work of an earlier run back, as one step that can be undone."""
        text = self._session.document.text
        self._session.apply(Edit(self.tr("Restore unsaved work"), difference(text, draft.text)))

    def reload(self) -> None:
        """Read the file again and forget all edits."""
        if self.path is not None:
            self.open(self.path, self.env)

    def save(self, path: Path | None = None, *, overwrite: bool = False) -> None:
        """Write the text to its file, or to another one, which becomes its file.

        `overwrite` replaces what another program wrote; only a person may ask for that.
        """
        target = path or self.path
        if target is None:
            return
        text, stamp = self._session.document.text, self._stamp

        def write() -> FileText:
            is_other = target != self.path
            expected = files.stamp_on_disk(target) if overwrite or is_other else stamp
            return files.save(target, text, expected)

        self._tasks.run(write, self._note_saved, self._note_refused)

    def _note_saved(self, saved: FileText) -> None:
        self.path, self._stamp = saved.path, saved.stamp
        self.saved_at = datetime.now().astimezone()
        self._session.mark_saved(saved.text)
        self._watch()
        self.discard_draft()
        self.saved.emit(saved.path)

    def _note_refused(self, error: FileError) -> None:
        if isinstance(error, ChangedOnDisk):
            self.conflicted.emit(error)
        else:
            self.failed.emit(error)

    def _watch(self) -> None:
        watched = self._watcher.files()
        if watched:
            self._watcher.removePaths(watched)
        if self.path is not None and self._stamp is not None:
            self._watcher.addPath(str(self.path))

    def _look_at_disk(self) -> None:
        """Compare the file with what was read; editors replace files, so watch the new one."""
        path = self.path
        if path is None:
            return
        self._tasks.run(lambda: files.stamp_on_disk(path), self._compare, self._ignore)

    def _compare(self, stamp: str | None) -> None:
        self._watch()
        if stamp != self._stamp:
            self.changed_outside.emit()

    def _ignore(self, _error: FileError) -> None:
        """Say nothing now: saving will tell what is wrong with the file."""

    def _schedule_draft(self) -> None:
        self._draft_timer.start()

    def keep_draft(self) -> None:
        """Put unsaved work aside where it survives a crash; drop it when there is none."""
        if self.path is None or self._session.read_only_reason:
            return
        if self._session.is_clean:
            self.discard_draft()
            return
        draft = Draft(self.path, self._session.document.text, self._stamp)
        self._has_draft = True
        folder = self._draft_folder
        self._tasks.run(lambda: drafts.keep(folder, draft), self._kept, self._ignore)

    def _kept(self, _nothing: object) -> None:
        """Need nothing more."""

    def discard_draft(self) -> None:
        """Forget the work that was put aside."""
        self._draft_timer.stop()
        path, folder = self.path, self._draft_folder
        if not self._has_draft or path is None:
            return
        self._has_draft = False
        self._tasks.run(lambda: drafts.discard(folder, path), self._kept, self._ignore)
