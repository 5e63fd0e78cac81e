"""What a model says in its answer: the reply's text and how it ended.

Chat completions come as `choices` with deltas, or with a message when they are not streamed;
the Responses API sends events of a `type`. Azure's first and last events have no choices.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from editor.core.events import Event

FILTERED = "content_filter"
_DONE = "[DONE]"
_COMPLETED, _INCOMPLETE, _FAILED = "response.completed", "response.incomplete", "response.failed"

Object = dict[str, object]


class Reply:
    """Collects a reply; `finish` is why it ended, None as long as nobody said.

    `error` is the JSON text of an error within the stream, `is_garbled` says that something in it
    was no JSON, `has_begun` that an event came, `is_answer` that it was one of a model's.
    """

    def __init__(self) -> None:
        """Start with nothing said."""
        self._parts: list[str] = []
        self.finish: str | None = None
        self.error: str | None = None
        self.is_garbled = False
        self.has_begun = False
        self.is_answer = False
        self.is_done = False

    @property
    def text(self) -> str:
        """The words so far."""
        return "".join(self._parts)

    def take(self, event: Event) -> None:
        """Take in one event."""
        self.has_begun = True
        if event.data.startswith(_DONE):
            self.is_done = True
            return
        try:
            value: object = json.loads(event.data)
        except (ValueError, RecursionError):
            self.is_garbled = True
            return
        self.take_value(value)
        if event.name == "error" and self.error is None:
            self.error = event.data

    def take_value(self, value: object) -> None:
        """Take in the JSON value of an event, or of a whole answer."""
        if not isinstance(value, dict):
            return
        fields = cast("Object", value)
        if fields.get("error"):
            self.error = json.dumps(fields)
        elif isinstance(fields.get("type"), str):
            self._take_typed(cast("str", fields["type"]), fields)
        elif fields.get("object") == "response":
            self._take_response(fields)
        for choice in _objects(fields.get("choices")):
            self._take_choice(choice)

    def _take_choice(self, choice: Object) -> None:
        self.is_answer = True
        said = choice.get("delta") or choice.get("message")
        words = cast("Object", said).get("content") if isinstance(said, dict) else None
        self._say(words or choice.get("text"))
        finish = choice.get("finish_reason")
        if isinstance(finish, str) and finish:
            self.finish = finish

    def _take_typed(self, kind: str, fields: Object) -> None:
        """Take in an event of the Responses API."""
        if not kind.startswith("response."):
            self.error = json.dumps(fields) if kind == "error" else self.error
            return
        self.is_answer = True
        if kind == "response.output_text.delta":
            self._say(fields.get("delta"))
        response = fields.get("response")
        if kind in (_COMPLETED, _INCOMPLETE, _FAILED) and isinstance(response, dict):
            self._end(cast("Object", response))

    def _take_response(self, response: Object) -> None:
        """Take in a whole answer of the Responses API."""
        self.is_answer = True
        for item in _objects(response.get("output")):
            for part in _objects(item.get("content")):
                self._say(part.get("text"))
        self._end(response)

    def _end(self, response: Object) -> None:
        if response.get("error"):
            self.error = json.dumps({"error": response["error"]})
            return
        details = response.get("incomplete_details")
        reason = cast("Object", details).get("reason") if isinstance(details, dict) else None
        self.finish = str(reason or "stop")

    def _say(self, words: object) -> None:
        if isinstance(words, str) and words:
            self._parts.append(words)


def _objects(value: object) -> list[Object]:
    items = cast("list[object]", value) if isinstance(value, list) else []
    return [cast("Object", item) for item in items if isinstance(item, dict)]
