"""What came of testing one route: the outcome, the masked exchange, and what it means."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.core.diagnosis.finding import Diagnosis


class Outcome(StrEnum):
    """How a test ended; LIMITED: connected, but throttled, filtered or cut by its small budget."""

    OK = "ok"
    LIMITED = "limited"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class SentRequest:
    """The request as it went out, its secrets masked; header names are in lower case."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Response:
    """What came back, masked; of the body at most 4 KiB."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    body: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """The result of one probe; times are milliseconds from the start of sending.

    `kind` is `chat`, `title` or `image`, or `assistants` for the notice that replaces a test.
    `latency_ms` lasts to the end of the answer, `first_token_ms` to the first piece of a reply.
    """

    kind: str
    model: str
    group: str
    outcome: Outcome
    diagnosis: Diagnosis
    status: int | None = None
    latency_ms: float | None = None
    first_token_ms: float | None = None
    reply: str = ""
    request: SentRequest | None = None
    response: Response | None = None

    @property
    def is_connected(self) -> bool:
        """Say whether the model answered, or would have."""
        return self.outcome in (Outcome.OK, Outcome.LIMITED)
