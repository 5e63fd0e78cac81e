"""Which edits of a text are one stretch of typing, to be undone as one."""

from __future__ import annotations


class TypingRun:
    """Follows a person's edits.

    Typing and deleting at one place on one line go on as one run. A new line, a paste, or a cursor
    that was put elsewhere begins another.
    """

    def __init__(self) -> None:
        """Start before the first edit."""
        self._number = 0
        self._end: int | None = None

    @property
    def is_going_on(self) -> bool:
        """Say whether the next edit may belong to the same run."""
        return self._end is not None

    def key_for(self, start: int, end: int, *, removed: str, added: str) -> tuple[str, int]:
        """Return what is equal for edits of one run, given the next: `removed` became `added`."""
        is_typed = len(added) <= 1 or added.isspace()
        if not (is_typed and self._continues(start, end, removed, added)):
            self._number += 1
        self._end = start + len(added) if is_typed else None
        return "yaml", self._number

    def place_cursor(self, offset: int) -> None:
        """End the run when the cursor is not where typing left it."""
        if offset != self._end:
            self._end = None

    def _continues(self, start: int, end: int, removed: str, added: str) -> bool:
        if self._end is None or any(char in "\r\n" for char in removed + added):
            return False
        return start == end == self._end if added else self._end in (start, end)
