"""What the interpreter keeps to while other threads compute beside the window."""

import gc
import sys

_SWITCH_SECONDS = 0.00005
_MUCH_GARBAGE = 20_000


class BesideWorkers:
    """Lets the window go first, and collects garbage in its thread alone, from `begin` to `end`.

    An object of Qt that only a cycle keeps alive dies in the thread that collects the cycle, and
    Qt crashes when that is not the object's own. Each callback into Python waits until a thread
    that computes gives way, so a shorter time for that keeps painting smooth.
    """

    _holders = 0
    _before = sys.getswitchinterval()

    def __init__(self) -> None:
        """Change nothing yet."""
        self._is_held = False

    def begin(self) -> None:
        """Be considerate from now on."""
        if not self._is_held:
            self._is_held = True
            BesideWorkers._holders += 1
            gc.disable()
            sys.setswitchinterval(_SWITCH_SECONDS)

    def collect(self) -> None:
        """Collect what has gathered lately; for the window's thread, now and then."""
        if self._is_held and gc.get_count()[0] > _MUCH_GARBAGE:
            gc.collect(1)

    def collect_all(self) -> None:
        """Collect also what has gathered for long, if it is time; that takes a moment."""
        if self._is_held and gc.get_count()[2] > gc.get_threshold()[2]:
            gc.collect()
        self.collect()

    def end(self) -> None:
        """Be as before, unless others still need it."""
        if self._is_held:
            self._is_held = False
            BesideWorkers._holders -= 1
            if not BesideWorkers._holders:
                gc.enable()
                sys.setswitchinterval(BesideWorkers._before)
