"""Opening and saving: which file the session's text belongs to, and what the disk says about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal

from editor.core.compose.lead import shown_url
from editor.core.document import Document
from editor.core.preparing import prepared
from editor.core.schema.field import Target
from editor.core.text import Edit, difference
from editor.system import drafts, files
from editor.system.drafts import Draft
from editor.system.errors import ChangedOnDisk, FileError
from editor.system.folder import Folder, survey
from editor.system.location import ENV
from editor.system.opening import Opened, read_config, read_remote
from editor.system.saving import Outcome, Unsaved, save_all
from editor.ui.judging import Judging
from editor.ui.language import in_language

if TYPE_CHECKING:
    from collections.abc import Mapping
    from concurrent.futures import Future

    from editor.ui.session import Session
    from editor.ui.tasks import Tasks

    Read = tuple[Opened, Document]

_DRAFT_DELAY = 1500
"""Milliseconds without an edit after which unsaved work is put aside."""


class Filing(QObject):
    """Keeps the session's config and `.env` text in step with their files.

    `opened(Opened)`: another file is shown. `saved(Path)`: the texts are on disk, the config at
    this path. `failed(FileError)`: reading or writing was refused. `conflicted(ChangedOnDisk)`:
    saving would lose somebody's change. `changed_outside(Path)`: another program wrote the file.
    `fetched(Read)`: the config that LibreChat fetches is there, but unsaved work is shown.
    `unfetched(FileError)`: it cannot be fetched. `overtaken(Read)`: the file is there, but what
    was shown before was changed meanwhile. `judging` is what judges texts beside the window.
    """

    opened = Signal(object)
    saved = Signal(object)
    failed = Signal(object)
    conflicted = Signal(object)
    changed_outside = Signal(object)
    fetched = Signal(object)
    unfetched = Signal(object)
    overtaken = Signal(object)

    def __init__(self, session: Session, tasks: Tasks, draft_folder: Path) -> None:
        """Start without a file."""
        super().__init__()
        self._session = session
        self._tasks = tasks
        self.judging = Judging(session, tasks)
        self._opening: Future[object] | None = None
        self._draft_folder = draft_folder
        self._stamp: str | None = None
        self._env_stamp: str | None = None
        self._has_draft = False
        self._opened: Opened | None = None
        self.path: Path | None = None
        self.env: Path | None = None
        self.saved_at: datetime | None = None
        self._watcher = QFileSystemWatcher(self)
        # Queued: where the system cannot watch, Qt looks at one file after the other, and crashes
        # when the list of them changes meanwhile.
        self._watcher.fileChanged.connect(self._look_at_disk, Qt.ConnectionType.QueuedConnection)
        self._draft_timer = QTimer(self, singleShot=True, interval=_DRAFT_DELAY)
        self._draft_timer.timeout.connect(self.keep_draft)
        session.document_changed.connect(self._schedule_draft)

    def open(self, path: Path, env: Path | None = None) -> None:
        """Read and judge a config or a LibreChat folder in the background, then show it.

        Of several, the last one is shown.
        """
        folder, rules = self._draft_folder, self._rules()
        if self._opening is not None:
            self._tasks.forget(self._opening)
        self._opening = self._tasks.work(
            self.tr("Opening {0}").format(path.name),
            lambda: _judged(read_config(path, env, folder, rules[1]), *rules),
            partial(self._show_read, self._session.document),
            self.failed.emit,
            self._give_up,
        )

    def _show_read(self, before: Document, read: Read) -> None:
        """Show what was read, unless that would lose what was done while it was read."""
        if self._session.document is not before and not self._session.is_clean:
            self.overtaken.emit(read)
        else:
            self.show_opened(*read)

    def _rules(self) -> tuple[Target, Mapping[str, str]]:
        """Return what the next config is judged by: the release, and the environment."""
        document = self._session.document
        return Target(document.target), document.environ

    def show_opened(self, opened: Opened, document: Document) -> None:
        """Let the session start over with what was read, as a document that is judged already."""
        self._opened = opened
        self.path = None if opened.is_fetched else opened.location.config
        self.env = opened.location.env
        self._stamp, self._env_stamp = opened.stamp, opened.env_stamp
        self.saved_at = None
        self._has_draft = opened.draft is not None
        self._session.read_only_reason = in_language(opened.flaw.message) if opened.flaw else ""
        self._session.env_read_only_reason = (
            in_language(opened.env_flaw.message) if opened.env_flaw else ""
        )
        self.judging.forget_surroundings()
        self._session.load(document)
        self._watch()
        self.opened.emit(opened)
        if opened.needs_fetching:
            self._fetch(opened)

    def show_first(self, path: Path, env: Path | None) -> None:
        """Read a config and show it before there is a window that could wait; raises FileError."""
        target, environ = self._rules()
        self.show_opened(
            *_judged(read_config(path, env, self._draft_folder, environ), target, environ)
        )

    def _fetch(self, opened: Opened) -> None:
        """Get the config from the address that LibreChat gets it from."""
        path, rules = opened.location.config, self._rules()
        given_up = FileError(
            path, self.tr("The config was not fetched."), self.tr("Open the folder again to try.")
        )
        self._tasks.work(
            self.tr("Fetching the config"),
            lambda: _judged(read_remote(opened), *rules),
            partial(self._show_fetched, opened),
            self.unfetched.emit,
            lambda: self.unfetched.emit(given_up),
        )

    def _give_up(self) -> None:
        """Leave everything as it is: the file that a person gave up is not shown."""

    def _show_fetched(self, before: Opened, fetched: Read) -> None:
        """Show the config that LibreChat fetches, unless something else is shown meanwhile."""
        if self._opened is not before:
            return
        if self._session.is_clean:
            self.show_opened(*fetched)
        else:
            self.fetched.emit(fetched)

    @property
    def suggestion(self) -> Path | None:
        """Return where to save: the config's file, or the one that LibreChat would read here."""
        return self.path or (self._opened and self._opened.location.config)

    @property
    def name(self) -> str:
        """Return what a person calls the config: its file's name, or its address."""
        if self.path is not None:
            return self.path.name
        url = self._opened.folder.url if self._opened is not None else None
        return "" if url is None else shown_url(url)

    def restore(self, draft: Draft) -> None:
        """Bring unsaved work of an earlier run back, as one step that can be undone."""
        title = self.tr("Restore unsaved work")
        self.judging.apply(title, partial(_restoring, draft, title))

    def reload(self) -> None:
        """Read the file again and forget all edits."""
        if self._opened is not None:
            self.open(self._opened.folder.entry, self.env)

    def save(self, path: Path | None = None, *, overwrite: bool = False) -> None:
        """Write the texts that changed to their files; the config may go to another file.

        That file then is the config's. The `.env` is written first: a server that starts in
        between finds every variable that the old config needs, and most that the new one does.
        `overwrite` replaces what another program wrote; only a person may ask for that.
        """
        target = path or self.path
        if target is None:
            return
        env = self.env_target(target)
        unsaved = self._unsaved(target, env, overwrite=overwrite)
        self._tasks.work(
            self.tr("Saving {0}").format(target.name),
            lambda: save_all(unsaved),
            lambda outcome: self._note_saved(outcome, env),
            self._note_refused,
        )

    def env_target(self, config: Path | None = None) -> Path | None:
        """Return the `.env` file, which need not exist; without one, that beside the config.

        While it is not on disk, it goes where the config goes.
        """
        config = config or self.path
        if config is None:
            return self.env
        has_moved = self.path is not None and config.parent != self.path.parent
        is_there = self.env is not None and not (has_moved and self._env_stamp is None)
        return self.env if is_there else config.parent / ENV

    def _unsaved(self, target: Path, env: Path | None, *, overwrite: bool) -> list[Unsaved]:
        """Return what differs from disk; where nothing does, the config, so that it is checked."""
        session, document = self._session, self._session.document
        unsaved: list[Unsaved] = []
        if env is not None and document.env_text != session.saved_env_text:
            unsaved.append(Unsaved(env, document.env_text, self._env_stamp, overwrite))
        is_other = target != self.path
        if is_other or document.text != session.saved_text or not unsaved:
            unsaved.append(Unsaved(target, document.text, self._stamp, overwrite or is_other))
        return unsaved

    def _note_saved(self, outcome: Outcome, env: Path | None) -> None:
        old, texts = self.path, dict[str, str]()
        for file in outcome.saved:
            if file.path == env:
                self.env, self._env_stamp, texts["env_text"] = env, file.stamp, file.text
            else:
                self.path, self._stamp, texts["text"] = file.path, file.stamp, file.text
        self.saved_at = datetime.now().astimezone()
        self._session.mark_saved(**texts)
        self._watch()
        if self.path != old:
            self.env = env
            self._settle()
        if outcome.refusal is not None:
            self._note_refused(outcome.refusal)
            return
        self._forget_draft(old)
        assert self.path is not None
        self.saved.emit(self.path)

    def _settle(self) -> None:
        """Look at what surrounds the config in its new place, where it can be changed."""
        path, env, environ = self.path, self.env, self._session.document.environ
        assert path is not None
        self._session.read_only_reason = ""
        self._tasks.run(lambda: survey(path, env, environ), self._show_surroundings, self._ignore)

    def _show_surroundings(self, folder: Folder) -> None:
        if self._opened is not None and folder.location.config == self.path:
            self._opened = replace(self._opened, folder=folder, is_fetched=False)
            self.judging.surround(folder.compose)

    def _note_refused(self, error: FileError) -> None:
        if isinstance(error, ChangedOnDisk):
            self.conflicted.emit(error)
        else:
            self.failed.emit(error)

    def _watch(self) -> None:
        watched = self._watcher.files()
        if watched:
            self._watcher.removePaths(watched)
        for path, stamp in ((self.path, self._stamp), (self.env, self._env_stamp)):
            if path is not None and stamp is not None:
                self._watcher.addPath(str(path))

    def _look_at_disk(self, name: str) -> None:
        """Compare a file with what was read; editors replace files, so watch the new one."""
        path = Path(name)
        self._tasks.run(
            lambda: files.stamp_on_disk(path),
            lambda stamp: self._compare(path, stamp),
            self._ignore,
        )

    def _compare(self, path: Path, stamp: str | None) -> None:
        self._watch()
        if path in (self.path, self.env):
            known = self._stamp if path == self.path else self._env_stamp
            if stamp != known:
                self.changed_outside.emit(path)

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
        document = self._session.document
        is_same = document.env_text == self._session.saved_env_text
        env_text = None if is_same else document.env_text
        draft = Draft(self.path, document.text, self._stamp, env_text, self._env_stamp)
        self._has_draft = True
        folder = self._draft_folder
        self._tasks.run(lambda: drafts.keep(folder, draft), self._kept, self._ignore)

    def _kept(self, _nothing: object) -> None:
        """Need nothing more."""

    def discard_draft(self) -> None:
        """Forget the work that was put aside."""
        self._forget_draft(self.path)

    def _forget_draft(self, path: Path | None) -> None:
        self._draft_timer.stop()
        folder = self._draft_folder
        if not self._has_draft or path is None:
            return
        self._has_draft = False
        self._tasks.run(lambda: drafts.discard(folder, path), self._kept, self._ignore)


def _judged(opened: Opened, target: Target, environ: Mapping[str, str]) -> Read:
    """Return what was read with the document that it makes, judged already."""
    document = Document(opened.text, opened.env_text, target, environ, opened.compose)
    return opened, prepared(document)


def _restoring(draft: Draft, title: str, document: Document) -> Edit:
    """Return what makes a document the unsaved work of an earlier run."""
    env = difference(document.env_text, draft.env_text) if draft.env_text is not None else ()
    return Edit(title, difference(document.text, draft.text), env)
