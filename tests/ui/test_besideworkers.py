"""While workers compute, garbage is collected in the window's thread alone, and all is undone."""

import gc
import sys
import threading
import weakref
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.ui.besideworkers import BesideWorkers


class Node:
    """Something that only a cycle keeps alive."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def _windows_of_earlier_tests_are_gone(qapp: QApplication) -> None:
    qapp.processEvents()


@pytest.fixture
def beside() -> Iterator[BesideWorkers]:
    held = BesideWorkers()
    held.begin()
    yield held
    held.end()


def test_another_thread_collects_nothing(beside: BesideWorkers) -> None:
    died: list[str] = []
    node = Node()
    weakref.finalize(node, lambda: died.append(threading.current_thread().name))
    del node

    def allocate() -> None:
        kept = [[number] for number in range(200_000)]
        assert kept

    worker = threading.Thread(target=allocate, name="worker")
    worker.start()
    worker.join()
    assert died == []
    kept = [[number] for number in range(50_000)]
    beside.collect()
    assert kept
    assert died == ["MainThread"]


@pytest.mark.parametrize("was_enabled", [True, False])
def test_all_is_as_before_when_nobody_needs_it_any_longer(was_enabled: bool) -> None:
    whole, seconds = gc.isenabled(), sys.getswitchinterval()
    (gc.enable if was_enabled else gc.disable)()
    first, second = BesideWorkers(), BesideWorkers()
    for held in (first, first, second):
        held.begin()
    first.end()
    assert not gc.isenabled()
    assert sys.getswitchinterval() < seconds
    second.end()
    second.end()
    assert gc.isenabled() == was_enabled
    assert sys.getswitchinterval() == seconds
    (gc.enable if whole else gc.disable)()


def test_what_dies_with_a_window_is_collected_when_qt_has_destroyed_it(
    qtbot: QtBot,
) -> None:
    """Else Qt may wait for ever: it holds a lock that the garbage needs."""
    held = BesideWorkers()
    held.begin()
    dying, told = QObject(), list[str]()
    dying.destroyed.connect(held.end_after_destruction)
    dying.destroyed.connect(lambda: told.append("destroyed"))

    def note(phase: str, _: object) -> None:
        told.append(phase)

    gc.callbacks.append(note)
    try:
        shiboken6.delete(dying)
        assert told == ["destroyed"]
        qtbot.waitUntil(lambda: told == ["destroyed", "start", "stop"])
    finally:
        gc.callbacks.remove(note)


def test_a_large_file_is_left_out_of_later_rounds(beside: BesideWorkers) -> None:
    node = Node()
    died = weakref.ref(node)
    beside.keep()
    del node
    gc.collect()
    assert died() is not None
    gc.unfreeze()
    gc.collect()
    assert died() is None
