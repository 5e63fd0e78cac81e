"""Work off the GUI thread: run a function, get its result or its refusal back on this thread."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from editor.system.errors import FileError

if TYPE_CHECKING:
    from collections.abc import Callable

_UNNOTICEABLE_SECONDS = 0.1


class Tasks(QObject):
    """Runs functions in worker threads and keeps their tasks alive until they have reported."""

    def __init__(self) -> None:
        """Start with nothing running."""
        super().__init__()
        self._running: set[Task] = set()

    def run(
        self,
        function: Callable[[], object],
        succeeded: Callable[[Any], None],
        failed: Callable[[FileError], None],
    ) -> None:
        """Run a function; one of the two others is called on this thread with what came of it."""
        task = Task(function)
        self._running.add(task)
        task.succeeded.connect(succeeded)
        task.failed.connect(failed)
        task.reported.connect(self._running.discard)
        task.start()

    def wait(self) -> None:
        """Wait until everything has run and reported; for the end of the program."""
        QThreadPool.globalInstance().waitForDone()
        for task in tuple(self._running):
            task.report()


class Task(QObject):
    """One run of a function in a worker thread.

    `succeeded(object)`: what the function returned. `failed(FileError)`: how the world refused.
    `reported(Task)`: either was said. They arrive on the thread that made the task. It has no
    parent, so that no widget takes it along when it dies while the worker runs.
    """

    succeeded = Signal(object)
    failed = Signal(object)
    reported = Signal(object)
    _ended = Signal()

    def __init__(self, function: Callable[[], object]) -> None:
        """Prepare to run a function; `start` runs it."""
        super().__init__()
        self._function = function
        self._done = Event()
        self._value: object = None
        self._error: Exception | None = None
        self._is_reported = False
        self._ended.connect(self.report)

    def start(self) -> None:
        """Run in the background; when it takes less than anybody notices, report at once."""
        QThreadPool.globalInstance().start(_Run(self))
        if self._done.wait(_UNNOTICEABLE_SECONDS):
            self.report()

    def work(self) -> None:
        """Run the function; the worker calls this."""
        try:
            self._value = self._function()
        except Exception as error:  # noqa: BLE001 - forwarded, so that no bug dies in a thread
            self._error = error
        self._done.set()
        self._ended.emit()

    def report(self) -> None:
        """Say what came of it, once; an error that is not the world's is raised here."""
        if self._is_reported or not self._done.is_set():
            return
        self._is_reported = True
        self.reported.emit(self)
        if self._error is None:
            self.succeeded.emit(self._value)
        elif isinstance(self._error, FileError):
            self.failed.emit(self._error)
        else:
            raise self._error


class _Run(QRunnable):
    """Hands a task to the thread pool."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        self._task.work()
