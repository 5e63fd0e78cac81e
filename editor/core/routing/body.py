"""The body of a chat request as LibreChat's client writes it, and the path that it goes to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.core.routing.javascript import as_json, is_true
from editor.core.validation.javascript import members

if TYPE_CHECKING:
    from editor.core.routing.parameters import Parameters
    from editor.core.yaml.values import Value

GREETING = "Hi"
_NAMES = {
    "temperature": "temperature",
    "topP": "top_p",
    "frequencyPenalty": "frequency_penalty",
    "presencePenalty": "presence_penalty",
    "n": "n",
}
"""Options that are left out when they are null, with their names in the request."""

_NULLABLE = {"logprobs": "logprobs", "topLogprobs": "top_logprobs", "logitBias": "logit_bias"}
_LOST = ("prompt_cache_key", "prompt_cache_retention", "verbosity")
"""Keys that the client overwrites with nothing, whatever the config adds."""

_RESPONSES_MODELS = ("gpt-5.2-pro", "gpt-5.4-pro", "gpt-5.5-pro", "codex")
"""Parts of names that make the client take the Responses API of its own accord."""

_DEFAULT_MODEL = "gpt-3.5-turbo"
_THINKING = re.compile(r"\b(o[0-9]|gpt-[5-9])\b", re.ASCII | re.IGNORECASE)
_ENCRYPTED = re.compile(r"gpt-5\.6(?:-|\Z)", re.IGNORECASE)


def body_of(parameters: Parameters, *, is_azure: bool) -> tuple[dict[str, Value], str]:
    """Return the body and the path below the base URL."""
    client = _Client(parameters, is_azure)
    if client.prefers_responses:
        body, path = client.responses_body(), "/responses"
    else:
        body, path = client.completions_body(), "/chat/completions"
    return {key: as_json(value) for key, value in body.items()}, path


def takes_new_limit(model: str) -> bool:
    """Say whether the client calls the limit `max_completion_tokens` because of a model's name."""
    is_gpt_5 = model.startswith("gpt-5") and not model.startswith("gpt-5-chat")
    return is_gpt_5 or re.match(r"o[0-9]", model) is not None


class _Client:
    """A client with its options."""

    def __init__(self, parameters: Parameters, is_azure: bool) -> None:
        self._fields = parameters.fields
        self._extra = parameters.extra
        self._tools = parameters.tools
        self._is_azure = is_azure
        named = next(
            (name for key in ("model", "modelName") if (name := self._fields.get(key)) is not None),
            _DEFAULT_MODEL,
        )
        self._model = str(named)
        self._is_streaming = not (
            self._fields.get("disableStreaming") is True or self._fields.get("streaming") is False
        )

    @property
    def prefers_responses(self) -> bool:
        reasoning = members(self._fields.get("reasoning")) or {}
        return (
            is_true(self._fields.get("useResponsesApi"))
            or bool(self._tools)
            or reasoning.get("summary") is not None
            or any(part in self._model for part in _RESPONSES_MODELS)
        )

    def completions_body(self) -> dict[str, Value]:
        body: dict[str, Value] = {"model": self._model}
        body |= self._given({**_NAMES, **_NULLABLE})
        stop = next(
            (self._fields[key] for key in ("stopSequences", "stop") if self._has(key)), None
        )
        if stop is not None or self._fields.get("stop", "") is None:
            body["stop"] = stop
        body |= self._given({"user": "user"})
        body["stream"] = self._is_streaming
        usage = self._fields.get("streamUsage")
        if self._is_streaming and (usage is None or is_true(usage)):
            body["stream_options"] = {"include_usage": True}
        for key in ("audio", "modalities"):
            if is_true(self._fields.get(key)):
                body[key] = self._fields[key]
        body |= {key: value for key, value in self._extra.items() if key not in _LOST}
        body |= self._given({"service_tier": "service_tier"})
        reasoning = self._reasoning() or {}
        if "effort" in reasoning:
            body["reasoning_effort"] = reasoning["effort"]
        limit = "max_completion_tokens" if takes_new_limit(self._model) else "max_tokens"
        body.pop(limit, None)
        body |= self._limit(limit)
        body["messages"] = [{"role": "user", "content": GREETING}]
        body["stream"] = self._is_streaming
        return body

    def responses_body(self) -> dict[str, Value]:
        body: dict[str, Value] = {"model": self._model}
        body |= self._given(
            {"temperature": "temperature", "topP": "top_p", "user": "user"}
            | {"service_tier": "service_tier"}
        )
        if self._tools:
            body["tools"] = self._tools
        body["text"] = {}
        body |= self._limit("max_output_tokens")
        if is_true(self._fields.get("zdrEnabled")):
            body["store"] = False
        body |= self._extra
        reasoning = self._reasoning()
        if reasoning is not None:
            body["reasoning"] = reasoning
        if self._includes_encrypted(body):
            included = body.get("include")
            known = included if isinstance(included, list) else []
            body["include"] = list(dict.fromkeys([*map(str, known), "reasoning.encrypted_content"]))
        if self._is_streaming or "input" not in self._extra:
            body["input"] = [{"type": "message", "role": "user", "content": GREETING}]
        body["stream"] = self._is_streaming
        return body

    def _has(self, key: str) -> bool:
        return self._fields.get(key) is not None

    def _given(self, names: dict[str, str]) -> dict[str, Value]:
        return {
            name: self._fields[key]
            for key, name in names.items()
            if key in self._fields and (self._has(key) or key not in _NAMES)
        }

    def _limit(self, name: str) -> dict[str, Value]:
        key = "maxCompletionTokens" if self._has("maxCompletionTokens") else "maxTokens"
        if key not in self._fields or self._fields[key] == -1:
            return {}
        return {name: self._fields[key]}

    def _reasoning(self) -> dict[str, Value] | None:
        if self._is_azure and not self._is_thinking():
            return None
        if "reasoning" not in self._fields:
            return None
        return members(self._fields["reasoning"]) or {}

    def _is_thinking(self) -> bool:
        if self._has_foreign_parts:
            return takes_new_limit(self._model)
        return _THINKING.search(self._model) is not None

    @property
    def _has_foreign_parts(self) -> bool:
        """Say whether the tools made LangChain's client for Azure stand in for LibreChat's."""
        return self._is_azure and bool(self._tools)

    def _includes_encrypted(self, body: dict[str, Value]) -> bool:
        if self._has_foreign_parts:
            return False
        context = (members(body.get("reasoning")) or {}).get("context")
        is_kept = body.get("store") is not False and context == "current_turn"
        return _ENCRYPTED.match(self._model) is not None and not is_kept
