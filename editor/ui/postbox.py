"""What other threads say, told in the window's thread."""

from __future__ import annotations

from contextlib import suppress
from itertools import count
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

_NUMBERS = count()


class Address:
    """Where other threads send to: plain, so that they hold on to no object of Qt.

    An object of Qt dies in the thread that lets go of it last, and Qt crashes or waits for ever
    when that is not the object's own.
    """

    def __init__(self, box: Postbox) -> None:
        self.number = next(_NUMBERS)
        self._box = box

    def send(self, *letter: object) -> None:
        """Let the listener be called with this, soon; nobody hears of it once it was closed."""
        self._box.put(self.number, letter)

    def close(self) -> None:
        """Forget the listener; for the window's thread."""
        self._box.forget(self.number)


class Postbox(QObject):
    """Brings letters of other threads to listeners in its own; it lives as long as the program."""

    _came = Signal()

    def __init__(self, parent: QObject) -> None:
        """Start without listeners."""
        super().__init__(parent)
        self._letters: SimpleQueue[tuple[int, tuple[object, ...]]] = SimpleQueue()
        self._listeners: dict[int, Callable[..., object]] = {}
        self._came.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def address(self, listener: Callable[..., object]) -> Address:
        """Return where to send what this listener is to hear."""
        address = Address(self)
        self._listeners[address.number] = listener
        return address

    def forget(self, number: int) -> None:
        """Let the listener of an address hear nothing more."""
        self._listeners.pop(number, None)

    def put(self, number: int, letter: tuple[object, ...]) -> None:
        """Take a letter; any thread may bring one."""
        self._letters.put((number, letter))
        with suppress(RuntimeError):  # the program has ended
            self._came.emit()

    def _deliver(self) -> None:
        with suppress(Empty):
            while True:
                number, letter = self._letters.get_nowait()
                listener = self._listeners.get(number)
                if listener is not None:
                    listener(*letter)


def postbox() -> Postbox:
    """Return the application's postbox."""
    application = QCoreApplication.instance()
    assert application is not None
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    return application.findChild(Postbox, "", direct) or Postbox(application)
