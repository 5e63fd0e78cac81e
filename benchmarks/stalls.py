"""How long the window makes a person wait while it tests many models."""

import os
import subprocess
import sys
import time
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.connections import config_of
from benchmarks.keystrokes import shown_window
from benchmarks.timing import duration
from editor.system import settings
from editor.ui.window import MainWindow

_BEAT_MS = 1
_PATIENCE_SECONDS = 60


class Waits(NamedTuple):
    """Milliseconds of a run in the window: its length, the longest stall, and of cancelling.

    `computing` is what the longest stall spent on the processor; the rest of it was waiting.
    """

    models: int
    took: float
    stall: float
    computing: float
    cancelling: float


def waits(models: int, concurrency: int, rounds: int) -> Waits:
    """Measure the longest time in which the event loop did nothing else; the median of rounds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    command = [sys.executable, "-m", "benchmarks.slow_server"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            text = config_of(models, int(server.stdout.readline()))
            with shown_window(text) as window:
                _allow(concurrency)
                found = sorted(_run(window, application) for _ in range(rounds))
                cancelling = _cancelled(window, application)
        finally:
            server.terminate()
    stall, computing, took = found[len(found) // 2]
    return Waits(models, took, stall, computing, cancelling)


def _allow(concurrency: int) -> None:
    folder = settings.default_folder()
    kept = settings.load(folder)
    testing = replace(kept.testing, concurrency=concurrency, asks_first=False)
    settings.save(folder, replace(kept, testing=testing))


def _run(window: MainWindow, application: QApplication) -> tuple[float, float, float]:
    """Test all; return the longest time between two beats, its computing, and the whole time."""
    beats = [(0.0, 0.0)]
    last = [time.perf_counter(), time.thread_time()]

    def beat() -> None:
        now = [time.perf_counter(), time.thread_time()]
        beats.append(((now[0] - last[0]) * 1000, (now[1] - last[1]) * 1000))
        last[:] = now

    heart = QTimer(interval=_BEAT_MS)
    heart.timeout.connect(beat)
    heart.start()
    start = time.perf_counter()
    window.actions_by_name["testAll"].trigger()
    _wait(window, application)
    took = (time.perf_counter() - start) * 1000
    heart.stop()
    assert all(standing.state == "ok" for standing in window.tests.standings)
    return (*max(beats), took)


def _wait(window: MainWindow, application: QApplication) -> None:
    end = time.perf_counter() + _PATIENCE_SECONDS
    while window.tests.is_running:
        assert time.perf_counter() < end
        application.processEvents()
        time.sleep(0)


def _cancelled(window: MainWindow, application: QApplication) -> float:
    """Return how long it takes to cancel a run, and to show it."""
    window.actions_by_name["testAll"].trigger()
    while not window.tests.progress.done:
        application.processEvents()

    def cancel() -> None:
        window.actions_by_name["cancelTests"].trigger()
        application.processEvents()

    took = duration(cancel)
    assert not window.tests.is_running
    return took
