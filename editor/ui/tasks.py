"""Work off the GUI thread: run a function, get its result or its refusal back on this thread."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from editor.system.errors import FileError
from editor.ui.postbox import postbox

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.ui.postbox import Address

_UNNOTICEABLE_SECONDS = 0.02
_MOST_AT_ONCE = 4
_LONG_MS = 300
"""What takes longer is shown to people."""


@dataclass(frozen=True, slots=True)
class Work:
    """Something that takes long: what it does in words, since which second, and the way out.

    `cancelled` is called when a person gives it up; None where it cannot be given up.
    """

    title: str
    since: float
    cancelled: Callable[[], object] | None = None


class Tasks(QObject):
    """Runs functions in worker threads; the functions refer to no object of Qt.

    It has no parent and outlives the widgets that it reports to as long as anything runs.
    `long_work_changed()`: something has come to take long, or has ended.
    """

    long_work_changed = Signal()

    def __init__(self) -> None:
        """Start with nothing running."""
        super().__init__()
        self._workers = ThreadPoolExecutor(_MOST_AT_ONCE, thread_name_prefix="task")
        self._running: dict[Future[object], _Listener] = {}
        self._long: dict[Future[object], Work] = {}

    @property
    def long_work(self) -> Work | None:
        """Return what has taken long for the longest time."""
        return next(iter(self._long.values()), None)

    @property
    def is_busy(self) -> bool:
        """Say whether anything runs."""
        return bool(self._running)

    def now(self) -> float:
        """Return the seconds of the clock by which work is timed."""
        return monotonic()

    def work(
        self,
        title: str,
        function: Callable[[], object],
        succeeded: Callable[[Any], None],
        failed: Callable[[FileError], None],
        cancelled: Callable[[], object] | None = None,
    ) -> Future[object]:
        """Run a function as `run` does; if it takes long, people are shown the title.

        With `cancelled`, they can give it up: the function runs on, but nobody hears of it.
        """
        work = Work(title, self.now(), cancelled)
        future = self.run(function, succeeded, failed)
        if future in self._running:
            QTimer.singleShot(_LONG_MS, self, lambda: self._show(future, work))
        return future

    def cancel(self) -> None:
        """Give up what is shown as taking long, where that is possible."""
        future, work = next(iter(self._long.items()), (None, None))
        if future is None or work is None or work.cancelled is None:
            return
        self.forget(future)
        work.cancelled()

    def _show(self, future: Future[object], work: Work) -> None:
        if future in self._running:
            self._long[future] = work
            self.long_work_changed.emit()

    def _hide(self, future: Future[object]) -> None:
        if self._long.pop(future, None) is not None:
            self.long_work_changed.emit()

    def run(
        self,
        function: Callable[[], object],
        succeeded: Callable[[Any], None],
        failed: Callable[[FileError], None],
        patience: float = _UNNOTICEABLE_SECONDS,
    ) -> Future[object]:
        """Run a function; one of the two others is called on this thread with what came of it.

        When it takes less time than anybody notices, that happens before this returns; `patience`
        is this time in seconds. An error that is not the world's is raised on this thread.
        """
        future = self._workers.submit(function)
        self._running[future] = listener = _Listener(succeeded, failed)
        wait([future], patience)
        if future.done():
            self._report(future)
        else:
            listener.address = postbox().address(self._report)
            future.add_done_callback(listener.address.send)
        return future

    def wait(self) -> None:
        """Wait until everything has run and reported; for the end of the program."""
        for future in tuple(self._running):
            wait([future])
            self._report(future)

    def forget(self, future: Future[object]) -> None:
        """Let nobody hear of something any longer, which may run on."""
        self._taken(future)

    def _taken(self, future: Future[object]) -> _Listener | None:
        """Take something from what runs; return who waits for it."""
        listener = self._running.pop(future, None)
        if listener is not None and listener.address is not None:
            listener.address.close()
        self._hide(future)
        return listener

    def _report(self, future: Future[object]) -> None:
        listener = self._taken(future)
        if listener is None:
            return
        error = future.exception()
        if error is None:
            listener.succeeded(future.result())
        elif isinstance(error, FileError):
            listener.failed(error)
        else:
            raise error


class _Listener:
    """Who is told about a task."""

    def __init__(
        self, succeeded: Callable[[Any], None], failed: Callable[[FileError], None]
    ) -> None:
        self.succeeded = succeeded
        self.failed = failed
        self.address: Address | None = None
