"""While workers compute, garbage is collected in the window's thread alone, and all is undone."""

import gc
import sys
import threading
import weakref
from collections.abc import Iterator

import pytest

from editor.ui.besideworkers import BesideWorkers


class Node:
    """Something that only a cycle keeps alive."""

    def __init__(self) -> None:
        self.itself = self


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


def test_all_is_as_before_when_nobody_needs_it_any_longer(beside: BesideWorkers) -> None:
    before = sys.getswitchinterval()
    other = BesideWorkers()
    other.begin()
    other.begin()
    beside.end()
    assert not gc.isenabled()
    assert sys.getswitchinterval() == before
    other.end()
    other.end()
    assert gc.isenabled() == (BesideWorkers._holders == 0)
