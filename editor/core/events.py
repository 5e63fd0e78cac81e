"""Server-sent events, decoded from pieces of text as the HTML standard says."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\n|\r(?!\Z)")


class Event(NamedTuple):
    """One event: its name, "" for none, and its data."""

    name: str
    data: str


class EventDecoder:
    """Text in, events out; what follows the last blank line waits for more."""

    def __init__(self) -> None:
        """Start before the first event."""
        self._rest = ""
        self._name = ""
        self._data: list[str] = []

    def feed(self, text: str) -> list[Event]:
        """Return the events that the text completes."""
        *lines, self._rest = _LINE_END.split(self._rest + text)
        events = (self._line(line) for line in lines)
        return [event for event in events if event is not None]

    def _line(self, line: str) -> Event | None:
        if not line:
            return self._completed()
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "event":
            self._name = value
        elif name == "data":
            self._data.append(value)
        return None

    def _completed(self) -> Event | None:
        event = Event(self._name, "\n".join(self._data)) if self._data else None
        self._name, self._data = "", []
        return event
