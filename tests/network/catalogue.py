"""The catalogue of Azure's errors as answers for a server: as written, and varied."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from editor import resources
from tests.network.server import response

_NO_ANSWER = ("transport", "preflight")
_ANSWERED_TRANSPORT = ("proxy_407", "html_login", "redirect", "not_json")
_REASONS = {424: "Failed Dependency", 401: "Unauthorized", 404: "Not Found"}
_HOLE = re.compile(r"<(token\|call|completion\|embeddings\|imageGenerations|[a-z]+)>")
_CHOICES = {
    "token|call": ("token", "call"),
    "completion|embeddings|imageGenerations": ("completion", "imageGenerations"),
    "guid": ("0b0e8f54-3c3e-4f0a-8f8c-7d0c7f1f2a11", "9f0c2b7e-1111-4222-8333-444455556666"),
    "region": ("Sweden Central", "eastus2"),
    "v": ("2024-10-21", "0.2", "2025-04-01-preview"),
    "s": ("7", "60"),
    "ms": ("700",),
    "n": ("12", "0"),
    "tier": ("S0", "free"),
    "model": ("gpt-4o-mini", "text-embedding-3-large"),
    "name": ("reasoning_effort", "verbosity"),
    "p": ("user", "frequency_penalty"),
}
_ANYTHING = ("", "For more information see https://aka.ms/oai/x.", "Trace: 4f1c.\nSorry!")


@cache
def entries() -> tuple[dict[str, Any], ...]:
    """Return the entries that a server can answer with."""
    rows = json.loads(resources.text("errors/azure-errors.json"))
    return tuple(
        row for row in rows if row["surface"] not in _NO_ANSWER or row["id"] in _ANSWERED_TRANSPORT
    )


def with_match() -> Iterator[dict[str, Any]]:
    """Yield the entries that a text tells from all others."""
    yield from (row for row in entries() if row["match"])


def as_written(row: dict[str, Any]) -> bytes:
    """Return an entry's answer with its body to the letter."""
    body = row["body"]
    text = body["text"] if set(body) == {"text"} else json.dumps(body, ensure_ascii=False)
    return _response(row, text, row["headers"])


def varied(row: dict[str, Any], chance: random.Random) -> bytes:
    """Return an entry's answer with other names, ids, white space and fields."""
    body = row["body"]
    if set(body) == {"text"}:
        text = f"{body['text'].replace('…', chance.choice(_ANYTHING))}\r\n"
    else:
        value = _with_extras(_filled(body, chance), chance)
        text = json.dumps(value, indent=chance.choice((None, 2, 4)), ensure_ascii=False)
    headers = {
        name: " ".join(_filled(text, chance).split()) for name, text in row["headers"].items()
    }
    return _response(row, text, {**headers, "x-request-id": str(chance.random())})


def _response(row: dict[str, Any], text: str, headers: dict[str, str]) -> bytes:
    status = row["status"] or 404
    sent = {name: _latin(value) for name, value in headers.items() if name != "content-length"}
    return response(status, text, sent, _REASONS.get(status, "Answer"))


def _latin(value: str) -> str:
    return value.replace("…", "/login")


def _filled(value: Any, chance: random.Random) -> Any:
    if isinstance(value, str):
        text = _HOLE.sub(lambda hole: chance.choice(_CHOICES[hole[1]]), value)
        text = text.replace("…", chance.choice(_ANYTHING))
        text = re.sub(r"\bN\b", str(chance.randrange(2, 900)), text)
        return _respaced(text, chance) if " " in text else text
    if isinstance(value, dict):
        items = [(key, _filled(part, chance)) for key, part in value.items()]
        chance.shuffle(items)
        return dict(items)
    return [_filled(part, chance) for part in value] if isinstance(value, list) else value


def _respaced(text: str, chance: random.Random) -> str:
    """Return a text with other white space: doubled, as line ends, and around it."""
    place = chance.choice([found.start() for found in re.finditer(" ", text)])
    other = chance.choice(("  ", "\n", " \n "))
    return chance.choice(("", " ")) + text[:place] + other + text[place + 1 :]


def _with_extras(value: Any, chance: random.Random) -> Any:
    """Return an object with fields that nobody asked for, in it and in its error."""
    if not isinstance(value, dict):
        return value
    extras = {"requestId": "5f1d", "timestamp": "2026-11-23T08:00:00Z", "traceId": None}
    name = chance.choice(list(extras))
    error = value.get("error")
    if isinstance(error, dict):
        value = {**value, "error": {**error, "details": [], "target": "openai"}}
    return {name: extras[name], **value}
