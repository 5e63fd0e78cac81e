"""Work off the GUI thread: run a function, get its result or its refusal back on this thread."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from editor.system.errors import FileError

if TYPE_CHECKING:
    from collections.abc import Callable

_UNNOTICEABLE_SECONDS = 0.1
_MOST_AT_ONCE = 4


class Tasks(QObject):
    """Runs functions in worker threads.

    It has no parent, and workers hold on to it, so that it outlives the widgets that it reports to
    as long as anything runs.
    """

    _ended = Signal(object)

    def __init__(self) -> None:
        """Start with nothing running."""
        super().__init__()
        self._workers = ThreadPoolExecutor(_MOST_AT_ONCE, thread_name_prefix="task")
        self._running: dict[Future[object], _Listener] = {}
        self._ended.connect(self._report)

    def run(
        self,
        function: Callable[[], object],
        succeeded: Callable[[Any], None],
        failed: Callable[[FileError], None],
        patience: float = _UNNOTICEABLE_SECONDS,
    ) -> None:
        """Run a function; one of the two others is called on this thread with what came of it.

        When it takes less time than anybody notices, that happens before this returns; `patience`
        is this time in seconds. An error that is not the world's is raised on this thread.
        """
        future = self._workers.submit(function)
        self._running[future] = _Listener(succeeded, failed)
        wait([future], patience)
        if future.done():
            self._report(future)
        else:
            future.add_done_callback(self._ended.emit)

    def wait(self) -> None:
        """Wait until everything has run and reported; for the end of the program."""
        for future in tuple(self._running):
            wait([future])
            self._report(future)

    def _report(self, future: Future[object]) -> None:
        listener = self._running.pop(future, None)
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
