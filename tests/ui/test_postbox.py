"""What other threads send is heard in the window's thread, until its address is closed."""

import gc
import threading
import weakref
from threading import Event

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.system.errors import FileError
from editor.ui.postbox import postbox
from editor.ui.tasks import Tasks


class Listener:
    """Notes what it hears, and in which thread."""

    def __init__(self) -> None:
        self.heard: list[tuple[object, str]] = []

    def hear(self, what: object) -> None:
        self.heard.append((what, threading.current_thread().name))

    def refuse(self, error: FileError) -> None:
        raise error


def in_another_thread(send: object, *letter: object) -> None:
    assert callable(send)
    thread = threading.Thread(target=send, args=letter, name="worker")
    thread.start()
    thread.join()


def test_letters_come_in_order_and_in_the_windows_thread(qtbot: QtBot) -> None:
    listener = Listener()
    address = postbox().address(listener.hear)
    in_another_thread(address.send, 1)
    in_another_thread(address.send, 2)
    assert listener.heard == []
    qtbot.waitUntil(lambda: len(listener.heard) == 2)
    assert listener.heard == [(1, "MainThread"), (2, "MainThread")]
    address.close()


def test_nobody_hears_of_what_comes_to_a_closed_address(qapp: QApplication) -> None:
    listener = Listener()
    address = postbox().address(listener.hear)
    in_another_thread(address.send, 1)
    address.close()
    in_another_thread(address.send, 2)
    qapp.processEvents()
    assert listener.heard == []


def test_who_waited_for_work_is_forgotten_when_it_has_ended(qtbot: QtBot) -> None:
    gate, listener, tasks = Event(), Listener(), Tasks()
    tasks.run(gate.wait, listener.hear, listener.refuse, 0)
    gate.set()
    qtbot.waitUntil(lambda: listener.heard == [(True, "MainThread")])
    waited = weakref.ref(tasks)
    del tasks
    gc.collect()
    assert waited() is None
