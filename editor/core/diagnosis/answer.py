"""An answer as the rules look at it: its body in one spelling, and the parts of its error."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from editor.core.lazily import lazy

if TYPE_CHECKING:
    from collections.abc import Mapping

_HTML = re.compile(r"\s*(<!--.*?-->\s*)*<(!doctype|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_LONG_PARTS = ("callstack",)
_TELLING_HEADERS = ("policy-id",)


@dataclass(frozen=True)
class Answer:
    """What a server said; `status` is None for an error within a stream.

    The names of `headers` are in lower case; `text` is the body as far as it was read.
    """

    status: int | None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    text: str = ""

    @lazy
    def value(self) -> object:
        """The body as JSON with single blanks in its texts, None where it is none."""
        try:
            return _with_single_blanks(json.loads(self.text))
        except (ValueError, RecursionError):
            return None

    @lazy
    def searched(self) -> str:
        """The body in which entries' texts are looked for: JSON without blanks between its parts.

        Runs of blanks count as one, and headers that tell a cause stand behind.
        """
        texts = [" ".join(self.text.split()) if self.value is None else compact(self.value)]
        texts += [self.headers[name] for name in _TELLING_HEADERS if name in self.headers]
        return "\n".join(texts)

    @property
    def is_html(self) -> bool:
        """Say whether a web page answered."""
        if _HTML.match(self.text):
            return True
        return "html" in self.headers.get("content-type", "") and "<html" in self.text.lower()

    @lazy
    def error(self) -> Mapping[str, object]:
        """The object that describes the error: `error` of the body, or the body itself."""
        value = self.value
        if isinstance(value, list) and value:
            value = cast("list[object]", value)[0]
        if not isinstance(value, dict):
            return {}
        body = cast("dict[str, object]", value)
        error = body.get("error")
        return cast("dict[str, object]", error) if isinstance(error, dict) else body

    def said(self, key: str) -> str:
        """Return a text or number of the error, "" where there is none."""
        value = self.error.get(key)
        return str(value) if isinstance(value, str | int) else ""

    def shown(self) -> str:
        """Return the body for people: without a long trace of calls within the server."""
        if not any(f'"{name}"' in self.text for name in _LONG_PARTS):
            return self.text
        return self.text if self.value is None else compact(_without_long_parts(self.value))


def compact(value: object) -> str:
    """Return JSON without blanks between its parts."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _with_single_blanks(value: object) -> object:
    """Return a JSON value whose texts have single blanks, and none around them."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        entries = cast("dict[str, object]", value)
        return {key: _with_single_blanks(part) for key, part in entries.items()}
    if isinstance(value, list):
        return [_with_single_blanks(part) for part in cast("list[object]", value)]
    return value


def _without_long_parts(value: object) -> object:
    if isinstance(value, dict):
        entries = cast("dict[str, object]", value)
        return {
            key: "…" if key in _LONG_PARTS else _without_long_parts(part)
            for key, part in entries.items()
        }
    if isinstance(value, list):
        return [_without_long_parts(part) for part in cast("list[object]", value)]
    return value
