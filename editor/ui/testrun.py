"""One run of connection tests beside the window: made and sent elsewhere, heard of here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.core.probe import Probe
    from editor.core.result import Result
    from editor.system import settings
    from editor.system.testing import TestRun


class Run(QObject):
    """One run of tests, heard on the GUI thread.

    It has no parent, and the worker holds on to it, so that it outlives the window if it must.
    Signals: `started(run, probe)`, `told(run, probe, result)`, `finished(run)`.
    """

    started = Signal(object, object)
    told = Signal(object, object, object)
    finished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._test_run: TestRun | None = None
        self._is_stopped = False

    def prepare(
        self, probes: tuple[Probe, ...], variables: Mapping[str, str], kept: settings.Testing
    ) -> TestRun:
        """Return what sends the probes; raises FileError. It loads what speaks HTTP."""
        from editor.system.http import Settings
        from editor.system.testing import TestRun

        how = Settings(kept.concurrency, kept.first_byte, variables, kept.ca_file)
        return TestRun(probes, how, self._tell_start, self._tell_result, self._tell_end)

    def start(self, test_run: TestRun) -> None:
        """Begin to send, unless it was stopped meanwhile."""
        if self._is_stopped:
            self.finished.emit(self)
        else:
            self._test_run = test_run
            test_run.start()

    def wait(self, seconds: float) -> None:
        """Wait until nothing is told any longer, but not for ever."""
        if self._test_run is not None:
            self._test_run.wait(seconds)

    def stop(self) -> None:
        """Send nothing more."""
        self._is_stopped = True
        if self._test_run is not None:
            self._test_run.cancel()

    def _tell_start(self, probe: Probe) -> None:
        self.started.emit(self, probe)

    def _tell_result(self, probe: Probe, result: Result) -> None:
        self.told.emit(self, probe, result)

    def _tell_end(self) -> None:
        self.finished.emit(self)
