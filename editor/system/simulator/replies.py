"""What Azure sends when all is well: replies whole and in events, images and lists of models.

The shapes are those of Azure's API: a chat's stream begins with a chunk that has no choices but the
prompt's filter results, and ends with the usage, if it was asked for, and with `[DONE]`.
"""

from __future__ import annotations

import base64
import json
import re
import time
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Json = dict[str, Any]

DONE = "data: [DONE]"

_PROMPT_TOKENS = 8
_KINDS = ("hate", "self_harm", "sexual", "violence")
_SAFE = {kind: {"filtered": False, "severity": "safe"} for kind in _KINDS}
_PROMPT_FILTER = [
    {"prompt_index": 0, "content_filter_results": _SAFE | {"jailbreak": {"filtered": False}}}
]
_PIXEL = base64.b64encode(
    bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
        "0000000d49444154789c6360f8cf500f0003860180e0c6d6e50000000049454e44ae426082"
    )
).decode()


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply of a model: its words, why it ended, and what identifies it."""

    model: str
    words: tuple[str, ...]
    finish_reason: str
    id: str
    created: int

    @property
    def text(self) -> str:
        """Return the reply as one text."""
        return "".join(self.words)

    @property
    def usage(self) -> Mapping[str, int]:
        """Return how many tokens it took."""
        count = len(self.words)
        return {
            "completion_tokens": count,
            "prompt_tokens": _PROMPT_TOKENS,
            "total_tokens": _PROMPT_TOKENS + count,
        }


def reply_of(name: str, model: str, most_tokens: int | None, *, is_filtered: bool) -> Reply:
    """Return what a deployment says; more than the most tokens are cut off."""
    words = re.findall(r"\s*\S+", f"Hello from {name}, a deployment of the Azure simulator.")
    kept = words[: most_tokens if most_tokens and most_tokens > 0 else None]
    ending = "stop" if len(kept) == len(words) else "length"
    return Reply(
        model,
        tuple(kept[:3] if is_filtered else kept),
        "content_filter" if is_filtered else ending,
        uuid.uuid4().hex[:29],
        int(time.time()),
    )


def chat(reply: Reply) -> bytes:
    """Return a chat completion that is sent as a whole."""
    message: Json = {"annotations": [], "content": reply.text, "refusal": None, "role": "assistant"}
    choice: Json = {
        "content_filter_results": _SAFE,
        "finish_reason": reply.finish_reason,
        "index": 0,
        "logprobs": None,
        "message": message,
    }
    filters = {"prompt_filter_results": _PROMPT_FILTER, "usage": reply.usage}
    return _json(_envelope(reply, "chat.completion", [choice]) | filters)


def chat_events(reply: Reply, *, has_usage: bool, has_filters: bool) -> tuple[str, ...]:
    """Return a chat completion as server-sent events, the last one `[DONE]`."""
    events = ["data: " + _text(chunk) for chunk in _chunks(reply, has_filters=has_filters)]
    if has_usage:
        envelope = _envelope(reply, "chat.completion.chunk", [])
        events.append("data: " + _text(envelope | {"usage": reply.usage}))
    return (*events, DONE)


def _chunks(reply: Reply, *, has_filters: bool) -> Iterator[Mapping[str, Any]]:
    if has_filters:
        first: Json = {"choices": [], "created": 0, "id": "", "model": "", "object": ""}
        yield first | {"prompt_filter_results": _PROMPT_FILTER}
    yield _chunk(reply, {"content": "", "refusal": None, "role": "assistant"}, None)
    for word in reply.words:
        yield _chunk(reply, {"content": word}, None)
    yield _chunk(reply, {}, reply.finish_reason)


def _chunk(reply: Reply, delta: Mapping[str, Any], finish_reason: str | None) -> Mapping[str, Any]:
    choice = {
        "content_filter_results": _SAFE if delta.get("content") else {},
        "delta": delta,
        "finish_reason": finish_reason,
        "index": 0,
        "logprobs": None,
    }
    return _envelope(reply, "chat.completion.chunk", [choice])


def _envelope(reply: Reply, kind: str, choices: list[Mapping[str, Any]]) -> Json:
    return {
        "choices": choices,
        "created": reply.created,
        "id": f"chatcmpl-{reply.id}",
        "model": reply.model,
        "object": kind,
        "system_fingerprint": "fp_simulator",
    }


def response(reply: Reply) -> bytes:
    """Return an answer of the Responses API that is sent as a whole."""
    return _json(_response(reply, "completed"))


def response_events(reply: Reply) -> tuple[str, ...]:
    """Return an answer of the Responses API as server-sent events."""
    item, whole = _message(reply, ""), _message(reply, reply.text)
    part: Json = {"type": "output_text", "text": "", "annotations": []}
    place = {"item_id": item["id"], "output_index": 0, "content_index": 0}
    deltas = [("response.output_text.delta", place | {"delta": word}) for word in reply.words]
    events: list[tuple[str, Mapping[str, Any]]] = [
        ("response.created", {"response": _response(reply, "in_progress")}),
        ("response.in_progress", {"response": _response(reply, "in_progress")}),
        ("response.output_item.added", {"output_index": 0, "item": item}),
        ("response.content_part.added", place | {"part": part}),
        *deltas,
        ("response.output_text.done", place | {"text": reply.text}),
        ("response.content_part.done", place | {"part": part | {"text": reply.text}}),
        ("response.output_item.done", {"output_index": 0, "item": whole}),
        ("response.completed", {"response": _response(reply, "completed")}),
    ]
    return tuple(
        f"event: {kind}\ndata: " + _text({"type": kind, "sequence_number": number, **fields})
        for number, (kind, fields) in enumerate(events)
    )


def _message(reply: Reply, text: str) -> Json:
    part: Json = {"type": "output_text", "text": text, "annotations": []}
    return {
        "id": f"msg_{reply.id}",
        "type": "message",
        "role": "assistant",
        "status": "completed" if text else "in_progress",
        "content": [part] if text else [],
    }


def _response(reply: Reply, status: str) -> Json:
    is_done = status == "completed"
    usage = {
        "input_tokens": _PROMPT_TOKENS,
        "output_tokens": len(reply.words),
        "total_tokens": _PROMPT_TOKENS + len(reply.words),
    }
    return {
        "id": f"resp_{reply.id}",
        "object": "response",
        "created_at": reply.created,
        "status": status,
        "error": None,
        "model": reply.model,
        "output": [_message(reply, reply.text)] if is_done else [],
        "parallel_tool_calls": True,
        "tools": [],
        "usage": usage if is_done else None,
    }


def image() -> bytes:
    """Return an answer with one image, a single pixel."""
    return _json({"created": int(time.time()), "data": [{"b64_json": _PIXEL}]})


def models(names: Iterable[str]) -> bytes:
    """Return the list of a region's models."""
    capabilities = {"chat_completion": True, "inference": True, "embeddings": False}
    data = [
        {"capabilities": capabilities, "id": name, "object": "model", "status": "succeeded"}
        for name in names
    ]
    return _json({"data": data, "object": "list"})


def _json(value: Mapping[str, Any]) -> bytes:
    return _text(value).encode()


def _text(value: Mapping[str, Any]) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
