"""One run of connection tests beside the window: made and sent elsewhere, heard of here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from editor.ui.postbox import postbox

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from editor.core.probe import Probe
    from editor.core.result import Result
    from editor.system import settings
    from editor.system.testing import TestRun

    Hearer = Callable[..., object]


def load() -> None:
    """Load what speaks HTTP, which takes a moment, so that the first run begins without it."""
    from editor.system import http

    http.load()


class Run:
    """One run of tests, heard on the GUI thread until it has ended."""

    def __init__(
        self,
        started: Callable[[Run, Probe], object],
        told: Callable[[Run, Probe, Result], object],
        finished: Callable[[Run], object],
    ) -> None:
        """Call `started`, `told` and `finished`, each with the run, as it goes on."""
        box = postbox()
        self._finished = finished
        self._started = box.address(partial(started, self))
        self._told = box.address(partial(told, self))
        self._ended = box.address(self.end)
        self._test_run: TestRun | None = None
        self._is_stopped = False

    def preparing(
        self, probes: tuple[Probe, ...], variables: Mapping[str, str], kept: settings.Testing
    ) -> Callable[[], TestRun]:
        """Return what makes the sender of the probes, in a thread of its own; raises FileError."""
        hearers = self._started.send, self._told.send, self._ended.send
        return partial(_prepare, probes, variables, kept, hearers)

    def start(self, test_run: TestRun) -> None:
        """Begin to send, unless it was stopped meanwhile."""
        if self._is_stopped:
            self.end()
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

    def end(self) -> None:
        """Hear nothing more, as after the last result."""
        for address in (self._started, self._told, self._ended):
            address.close()
        self._finished(self)


def _prepare(
    probes: tuple[Probe, ...],
    variables: Mapping[str, str],
    kept: settings.Testing,
    hearers: tuple[Hearer, Hearer, Hearer],
) -> TestRun:
    """Load what speaks HTTP, which takes a moment, and return what sends the probes."""
    from editor.system.http import Settings
    from editor.system.testing import TestRun

    how = Settings(kept.concurrency, kept.first_byte, variables, kept.ca_file)
    return TestRun(probes, how, *hearers)
