"""Who computes first: threads give way to the one that draws the window."""

from __future__ import annotations

import selectors
from contextlib import contextmanager
from threading import Event
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

_LONGEST_SECONDS = 0.03
_AT_ONCE = 2


class Precedence:
    """Lets a thread compute while others wait for it, as long as they wait of their own accord.

    Threads share the interpreter, and one that has to ask for it hundreds of times to draw a list
    waits each time until another gives it up.
    """

    def __init__(self) -> None:
        """Have nobody wait."""
        self._is_free = Event()
        self._is_free.set()

    @property
    def is_taken(self) -> bool:
        """Say whether a thread goes first now."""
        return not self._is_free.is_set()

    @contextmanager
    def taken(self) -> Generator[None, None, None]:
        """Go first until the end of the outermost block."""
        is_outermost = not self.is_taken
        self._is_free.clear()
        try:
            yield
        finally:
            if is_outermost:
                self._is_free.set()

    def wait(self) -> None:
        """Wait while another goes first, but 30 ms at most, so that none is stopped for good."""
        self._is_free.wait(_LONGEST_SECONDS)


window_first = Precedence()
"""The precedence of the window's thread; one for all, as the interpreter is."""


class GivingWay(selectors.DefaultSelector):
    """What an event loop waits with; it gives way to the window before each few answers."""

    def __init__(self) -> None:
        """Wait for nothing yet."""
        super().__init__()
        self._turn = 0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Return what is ready, but little of it at once, each in its turn."""
        window_first.wait()
        ready = super().select(timeout)
        window_first.wait()
        if len(ready) <= _AT_ONCE:
            return ready
        self._turn = (self._turn + _AT_ONCE) % len(ready)
        return [*ready[self._turn :], *ready[: self._turn]][:_AT_ONCE]
