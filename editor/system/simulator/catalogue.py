"""Azure's known errors as answers: the shipped table with its blanks filled in."""

from __future__ import annotations

import json
import re
import uuid
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from editor import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLE = "errors/azure-errors.json"
REGION = "Sweden Central"
RETRY_SECONDS = "26"

_ANYTHING = "…"
_BLANK = re.compile(r"<([^<>]+)>")
_OPEN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\bN (?=seconds)"), f"{RETRY_SECONDS} "),
    (re.compile(r"\bN (?=tokens)"), "128000 "),
    (re.compile("'…'"), "'<model>'"),
    (re.compile("deployment name …"), "deployment name <model>"),
    (re.compile(r"(?<=\S)…(?=\S)"), "example"),
    (re.compile(r"\s*…\s*"), " "),
)
"""What the table leaves open without a name, and what to put there."""

_TEXTS = {"serverless_401": "401 Unauthorized", "not_json": "It works!\n"}
"""Bodies of which the table only says what they are like."""

_AZURES_OWN = frozenset({"aoai", "aoai_v1", "foundry", "image", "assistants", "embeddings"})
_HEADERS = {
    "proxy-authenticate": 'Basic realm="proxy"',
    "x-ratelimit-limit-requests": "250",
    "x-ratelimit-remaining-requests": "0",
    "x-ratelimit-limit-tokens": "250000",
    "x-ratelimit-remaining-tokens": "0",
    "x-ms-region": REGION,
}
_FACTS = {
    "region": REGION,
    "s": RETRY_SECONDS,
    "ms": RETRY_SECONDS + "000",
    "n": "0",
    "v": "2024-10-21",
    "token|call": "token",
    "tier": "S0",
    "name": "metadata",
    "model": "gpt-5",
    "p": "user",
    "completion|embeddings|imageGenerations": "imageGenerations",
}
_OWN_FACTS = {
    "aoai_400_unsupported_value": {"v": "0.7"},
    "foundry_404_unknown_model": {"name": "gpt-5"},
}
_STATUS_UNKNOWN = 400


class Ending(Enum):
    """How an answer ends: WHOLE; CUT: the line breaks before the end; NEVER: nothing comes."""

    WHOLE = 1
    CUT = 2
    NEVER = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent: a body, or events of a stream one after the other.

    `wait` is the time before the first byte and `gap` the one between events, in seconds.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes = b""
    events: tuple[str, ...] = ()
    wait: float = 0.0
    gap: float = 0.0
    ending: Ending = field(default=Ending.WHOLE)


@dataclass(frozen=True, slots=True)
class Entry:
    """An error of the table that a server can send; `gist` is what to say where it says nothing."""

    id: str
    status: int
    surface: str
    body: Mapping[str, Any]
    headers: Mapping[str, str]
    gist: str

    @property
    def is_before_the_key(self) -> bool:
        """Say whether Azure, or what stands before it, sends this without a look at the key."""
        return self.status in (401, 403, 407)

    @property
    def text(self) -> str | None:
        """Return the body where it is no JSON."""
        return self.body["text"] if list(self.body) == ["text"] else None


@cache
def entries() -> Mapping[str, Entry]:
    """Return the errors of the table that have a body to send, by id."""
    rows: list[dict[str, Any]] = json.loads(resources.text(TABLE))
    return {row["id"]: _entry(row) for row in rows if _is_sendable(row)}


def _is_sendable(row: Mapping[str, Any]) -> bool:
    return row["surface"] != "preflight" and "transport_error" not in row["body"]


def _entry(row: Mapping[str, Any]) -> Entry:
    gist = row["match"][0] if row["match"] else row["meaning"]
    status = row["status"] or _STATUS_UNKNOWN
    return Entry(row["id"], status, row["surface"], row["body"], row["headers"], gist)


def error(id: str, **facts: str) -> Answer:
    """Return an error of the table as an answer; `facts` fill in the blanks of that name."""
    entry = entries()[id]
    blanks = _Blanks(_FACTS | _OWN_FACTS.get(id, {}) | facts, entry.gist)
    headers = {name: _HEADERS.get(name, blanks.text(text)) for name, text in entry.headers.items()}
    headers.pop("content-length", None)
    if entry.surface in _AZURES_OWN:
        headers = azures_headers() | headers
    if entry.text is None:
        headers.setdefault("content-type", "application/json")
        return Answer(entry.status, headers, json.dumps(blanks.value(entry.body)).encode())
    headers.setdefault("content-type", "text/plain")
    return Answer(entry.status, headers, _TEXTS.get(id, blanks.text(entry.text)).encode())


def refusal(message: str, parameter: str | None = None) -> Answer:
    """Return a model's objection to a request, of which the table has no example."""
    fields = {"message": message, "type": "invalid_request_error", "param": parameter, "code": None}
    headers = azures_headers() | {"content-type": "application/json"}
    return Answer(400, headers, json.dumps({"error": fields}).encode())


def azures_headers() -> dict[str, str]:
    """Return the headers that every answer of Azure has, with an id of its own."""
    return {"apim-request-id": str(uuid.uuid4()), "x-ms-region": REGION}


class _Blanks:
    """Fills in what the table leaves open: `<name>`, N seconds, and `…` for anything."""

    def __init__(self, facts: Mapping[str, str], gist: str) -> None:
        self.facts = facts
        self.gist = gist

    def text(self, text: str) -> str:
        if text == _ANYTHING:
            return self.gist
        for pattern, plain in _OPEN:
            text = pattern.sub(plain, text)
        return _BLANK.sub(self._fact, text).strip()

    def value(self, value: Any) -> Any:  # noqa: ANN401 - a value of JSON
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.value(one) for one in cast("list[Any]", value)]
        if isinstance(value, dict):
            members = cast("dict[str, Any]", value)
            return {key: self.value(one) for key, one in members.items()}
        return value

    def _fact(self, blank: re.Match[str]) -> str:
        name = blank[1]
        return str(uuid.uuid4()) if name == "guid" else self.facts.get(name, name)
