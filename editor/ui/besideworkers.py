"""What the interpreter keeps to while other threads compute beside the window."""

import gc
import sys

from PySide6.QtCore import QCoreApplication, QTimer

_SWITCH_SECONDS = 0.00001
_MUCH_GARBAGE = 20_000


class BesideWorkers:
    """Lets the window go first, and collects garbage in its thread alone, from `begin` to `end`.

    An object of Qt that only a cycle keeps alive dies in the thread that collects the cycle, and
    Qt crashes when that is not the object's own. Qt also waits for ever when garbage is collected
    while it destroys an object: both may need the same lock. Each callback into Python waits until
    a thread that computes gives way, so a shorter time for that keeps painting smooth.
    """

    _holders = 0
    _before = gc.isenabled(), sys.getswitchinterval()

    def __init__(self) -> None:
        """Change nothing yet."""
        self._is_held = False

    def begin(self) -> None:
        """Be considerate from now on."""
        if not self._is_held:
            self._is_held = True
            if not BesideWorkers._holders:
                BesideWorkers._before = gc.isenabled(), sys.getswitchinterval()
            BesideWorkers._holders += 1
            gc.disable()
            sys.setswitchinterval(_SWITCH_SECONDS)

    def collect(self) -> None:
        """Collect what has gathered lately; for the window's thread, now and then."""
        if self._is_held and gc.get_count()[0] > _MUCH_GARBAGE:
            gc.collect(1)

    def keep(self) -> None:
        """Leave all that there is out of later rounds, as when a large file was read.

        They would find nothing in it, and take longer than a frame: a document goes when nobody
        refers to it any longer.
        """
        if self._is_held:
            gc.freeze()

    def collect_all(self) -> None:
        """Collect also what has gathered for long, if it is time; that takes a moment."""
        if self._is_held and gc.get_count()[2] > gc.get_threshold()[2]:
            gc.collect()
        self.collect()

    def end_after_destruction(self) -> None:
        """Be as before when the event loop is back and Qt destroys nothing any longer."""
        application = QCoreApplication.instance()
        if application is not None:
            QTimer.singleShot(0, application, self.end)

    def end(self) -> None:
        """Be as before, unless others still need it."""
        if self._is_held:
            self._is_held = False
            BesideWorkers._holders -= 1
            if not BesideWorkers._holders:
                gc.collect()
                was_enabled, seconds = BesideWorkers._before
                sys.setswitchinterval(seconds)
                if was_enabled:
                    gc.enable()
