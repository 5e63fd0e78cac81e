"""How long the window makes a person wait while it tests many models."""

import os
import statistics
import subprocess
import sys
import time
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.connections import config_of
from benchmarks.keystrokes import shown_window
from benchmarks.timing import duration
from editor.system import settings
from editor.ui.window import MainWindow

_BEAT_MS = 1
_PATIENCE_SECONDS = 60
_REST = 500
"""Milliseconds after opening until a person clicks."""


class Pass(NamedTuple):
    """The longest pass through the event loop, in milliseconds.

    `clock` is how long a person waits in it. `computing` is the most that one pass, maybe another,
    spends on the processor: on a machine with other work, all the rest is waiting for that.
    """

    clock: float
    computing: float


class Waits(NamedTuple):
    """Milliseconds of testing in the window: a whole run, its longest pass, and cancelling.

    `first_took` and `first` are of the run right after opening, when nothing was drawn yet; `took`,
    `middle` and `worst` are of the runs after it.
    """

    models: int
    first_took: float
    took: float
    first: Pass
    middle: Pass
    worst: Pass
    cancelling: float


def waits(models: int, concurrency: int, rounds: int) -> Waits:
    """Measure the longest time in which the event loop did nothing else, in several runs."""
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
                QTest.qWait(_REST)
                runs = [_run(window, application) for _ in range(rounds + 1)]
                cancelling = _cancelled(window, application)
        finally:
            server.terminate()
    passes, times = zip(*runs, strict=True)
    clocks, computing = zip(*passes[1:], strict=True)
    return Waits(
        models,
        times[0],
        statistics.median(times[1:]),
        passes[0],
        Pass(statistics.median(clocks), statistics.median(computing)),
        Pass(max(clocks), max(computing)),
        cancelling,
    )


def _allow(concurrency: int) -> None:
    folder = settings.default_folder()
    kept = settings.load(folder)
    testing = replace(kept.testing, concurrency=concurrency, asks_first=False)
    settings.save(folder, replace(kept, testing=testing))


def _run(window: MainWindow, application: QApplication) -> tuple[Pass, float]:
    """Test all; return the longest time between two beats, and the whole time."""
    clocks, computing = [0.0], [0.0]
    last = [time.perf_counter(), time.thread_time()]

    def beat() -> None:
        now = [time.perf_counter(), time.thread_time()]
        clocks.append((now[0] - last[0]) * 1000)
        computing.append((now[1] - last[1]) * 1000)
        last[:] = now

    heart = QTimer(interval=_BEAT_MS)
    heart.timeout.connect(beat)
    heart.start()
    start = time.perf_counter()
    window.actions_by_name["testAll"].trigger()
    _wait(window, application)
    took = (time.perf_counter() - start) * 1000
    application.processEvents()
    heart.stop()
    assert all(standing.state == "ok" for standing in window.tests.standings)
    return Pass(max(clocks), max(computing)), took


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
