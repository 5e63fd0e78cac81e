"""What takes long is shown with its time and the way out; what does not, is not."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.system.errors import FileError
from editor.ui.tasks import Tasks
from editor.ui.workprogress import WorkProgress


class Told:
    """Notes what a task reports."""

    def __init__(self) -> None:
        self.results: list[object] = []
        self.errors: list[FileError] = []
        self.is_cancelled = False

    def cancel(self) -> None:
        self.is_cancelled = True


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def gate() -> Iterator[Event]:
    """What slow work waits for."""
    gate = Event()
    yield gate
    gate.set()


@pytest.fixture
def tasks(qapp: QApplication, gate: Event) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    gate.set()
    tasks.wait()


@pytest.fixture
def progress(tasks: Tasks, qtbot: QtBot) -> WorkProgress:
    progress = WorkProgress(tasks)
    qtbot.addWidget(progress)
    progress.resize(400, 32)
    return progress


def test_slow_work_is_shown_with_its_time_until_it_ends(
    tasks: Tasks, progress: WorkProgress, gate: Event, told: Told, qtbot: QtBot
) -> None:
    tasks.work("Opening a.yaml", gate.wait, told.results.append, told.errors.append, told.cancel)
    assert progress.isHidden()
    qtbot.waitUntil(progress.isVisible)
    assert progress.words.full_text().startswith("Opening a.yaml · 0.")
    first = progress.words.full_text()
    qtbot.waitUntil(lambda: progress.words.full_text() != first)
    gate.set()
    qtbot.waitUntil(progress.isHidden)
    assert told.results == [True]


def test_given_up_work_reports_to_nobody(
    tasks: Tasks, progress: WorkProgress, gate: Event, told: Told, qtbot: QtBot
) -> None:
    tasks.work("Opening a.yaml", gate.wait, told.results.append, told.errors.append, told.cancel)
    qtbot.waitUntil(progress.isVisible)
    qtbot.mouseClick(progress.cancel, Qt.MouseButton.LeftButton)
    assert told.is_cancelled
    assert progress.isHidden()
    gate.set()
    tasks.wait()
    QApplication.processEvents()
    assert told.results == []


def test_what_cannot_be_given_up_offers_no_way_out(
    tasks: Tasks, progress: WorkProgress, gate: Event, told: Told, qtbot: QtBot
) -> None:
    tasks.work("Saving a.yaml", gate.wait, told.results.append, told.errors.append)
    qtbot.waitUntil(progress.isVisible)
    assert progress.cancel.isHidden()
    tasks.cancel()
    assert progress.isVisible()
    gate.set()
    qtbot.waitUntil(lambda: told.results == [True])


def test_quick_work_and_its_refusal_are_told_without_a_show(
    tasks: Tasks, progress: WorkProgress, told: Told
) -> None:
    def refuse() -> None:
        raise FileError(Path("a"), "No.", "Try b.")

    tasks.work("Opening a", lambda: 3, told.results.append, told.errors.append, told.cancel)
    tasks.work("Opening a", refuse, told.results.append, told.errors.append, told.cancel)
    assert told.results == [3]
    assert [error.message for error in told.errors] == ["No."]
    assert tasks.long_work is None
    assert progress.isHidden()
