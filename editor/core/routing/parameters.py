"""Which parameters LibreChat hands to its client: a person's own, the group's, the model's rules.

LibreChat 0.8.8. `fields` have the names of the client's options, `extra` goes into the request
as it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editor.core.routing.javascript import is_true
from editor.core.validation.javascript import members
from editor.core.yaml.values import keys_in_javascript_order

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.core.yaml.values import Value

_KNOWN_FIELDS = frozenset((
    "model", "modelName", "temperature", "topP", "frequencyPenalty", "presencePenalty", "n",
    "logitBias", "stop", "stopSequences", "user", "timeout", "stream", "maxTokens",
    "maxCompletionTokens", "logprobs", "topLogprobs", "apiKey", "organization", "audio",
    "modalities", "reasoning", "zdrEnabled", "service_tier", "supportsStrictToolCalling",
    "useResponsesApi", "configuration", "tools", "tool_choice", "functions", "function_call",
    "response_format", "seed", "stream_options", "parallel_tool_calls", "strict", "prediction",
    "promptIndex", "text", "truncation", "include", "previous_response_id", "__includeRawResponse",
    "maxConcurrency", "maxRetries", "verbose", "streaming", "streamUsage", "disableStreaming",
))  # fmt: skip
_REASONING = ("effort", "summary", "mode", "context")
_REASONING_KEYS = tuple(f"reasoning_{part}" for part in _REASONING)
_SAMPLING = (
    "frequencyPenalty",
    "presencePenalty",
    "temperature",
    "topP",
    "logitBias",
    "n",
    "logprobs",
)
_UNKNOWN_TO_SEARCH = (
    "frequency_penalty",
    "presence_penalty",
    "reasoning",
    "reasoning_effort",
    "temperature",
    "top_p",
    "top_k",
    "stop",
    "logit_bias",
    "seed",
    "response_format",
    "n",
    "logprobs",
    "user",
)
_REASONING_MODEL = re.compile(r"\b(o[13]|gpt-5)(?!\.|-chat)(?:-|\Z)", re.ASCII)
_SEARCH_MODEL = re.compile(r"gpt-4o.*search")
_NEW_LIMIT_MODEL = re.compile(r"\bgpt-[5-9](?:\.[0-9]+)?\b", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True)
class Parameters:
    """What the client is given besides addresses and keys."""

    fields: dict[str, Value]
    extra: dict[str, Value]
    tools: list[Value] = field(default_factory=list["Value"])

    @property
    def uses_responses(self) -> bool:
        """Say whether LibreChat configures the client for the Responses API."""
        return is_true(self.fields.get("useResponsesApi"))


def merged(model: str, personal: Mapping[str, Value], added: Value, dropped: Value) -> Parameters:
    """Return the parameters for a model.

    `personal` are a person's own settings; `added` and `dropped` the group's `addParams` and
    `dropParams`, whatever they are.
    """
    return _Merge(model, personal).result(members(added) or {}, _names(dropped))


def for_title(parameters: Parameters) -> Parameters:
    """Return the parameters with which LibreChat asks a title: unlimited and in one piece."""
    fields = {key: value for key, value in parameters.fields.items() if key != "maxTokens"}
    limits = ("max_completion_tokens", "max_output_tokens")
    extra = {key: value for key, value in parameters.extra.items() if key not in limits}
    return Parameters({**fields, "streaming": False}, extra)


def _names(dropped: Value) -> tuple[str, ...]:
    return tuple(name for name in dropped if isinstance(name, str)) if type(dropped) is list else ()


class _Merge:
    """The parameters on their way, in LibreChat's order of steps."""

    def __init__(self, model: str, personal: Mapping[str, Value]) -> None:
        fields = {key: value for key, value in personal.items() if value not in (None, "")}
        self._model = model
        self._search = fields.pop("web_search", None)
        self._reasoning = {key: fields.pop(key, None) for key in _REASONING_KEYS}
        verbosity = fields.pop("verbosity", None)
        self._extra: dict[str, Value] = {} if verbosity is None else {"verbosity": verbosity}
        for key, name in (
            ("frequency_penalty", "frequencyPenalty"),
            ("presence_penalty", "presencePenalty"),
        ):
            if key in fields:
                fields[name] = fields.pop(key)
        for key in ("promptCache", "promptCacheTtl"):
            fields.pop(key, None)
        self._fields: dict[str, Value] = {"streaming": True, "model": model, **fields}

    def result(self, added: dict[str, Value], dropped: tuple[str, ...]) -> Parameters:
        for key in keys_in_javascript_order(added):
            self._add(key, added[key])
        if self._fields.get("max_tokens") is not None:
            self._fields["maxTokens"] = self._fields.pop("max_tokens")
        tools: list[Value] = []
        if is_true(self._search) and "web_search" not in dropped:
            self._fields["useResponsesApi"] = True
            tools.append({"type": "web_search"})
        self._place_reasoning()
        for name in (*dropped, *self._refused()):
            self._drop(name)
        self._rename_for_responses()
        self._rename_limit()
        return Parameters(self._fields, self._extra, tools)

    def _add(self, key: str, value: Value) -> None:
        if key == "web_search":
            self._search = value if isinstance(value, bool) else self._search
        elif key in _REASONING_KEYS:
            if value is None or isinstance(value, str):
                self._reasoning[key] = value
        elif key == "verbosity":
            if isinstance(value, str) and value:
                self._extra[key] = value
        elif key in _KNOWN_FIELDS:
            self._fields[key] = value
        elif key not in {"promptCache", "promptCacheTtl"}:
            self._extra[key] = value

    def _place_reasoning(self) -> None:
        wanted: dict[str, Value] = {
            part: value
            for part, value in zip(_REASONING, self._reasoning.values(), strict=True)
            if value not in (None, "")
        }
        if not wanted:
            return
        if self._fields.get("useResponsesApi") is True:
            self._fields["reasoning"] = wanted
        elif "effort" in wanted:
            self._fields["reasoning_effort"] = wanted["effort"]

    def _refused(self) -> tuple[str, ...]:
        """Return what LibreChat takes away because of the model's name in the config."""
        if _REASONING_MODEL.search(self._model):
            return _SAMPLING
        return _UNKNOWN_TO_SEARCH if _SEARCH_MODEL.search(self._model) else ()

    def _drop(self, name: str) -> None:
        for values in (self._fields, self._extra):
            if name == "reasoning_effort":
                values.pop("reasoning", None)
            elif name in _REASONING_KEYS:
                _drop_reasoning(values, name.removeprefix("reasoning_"))
            values.pop(name, None)

    def _rename_for_responses(self) -> None:
        if self._fields.get("useResponsesApi") is True and self._extra.get("verbosity"):
            text = self._extra.get("text")
            known = text if isinstance(text, dict) else {}
            self._extra["text"] = {**known, "verbosity": self._extra.pop("verbosity")}

    def _rename_limit(self) -> None:
        model = self._fields.get("model")
        if not isinstance(model, str) or not _NEW_LIMIT_MODEL.search(model):
            return
        limit = self._fields.get("maxTokens")
        if limit is not None:
            for_responses = self._fields.get("useResponsesApi") is True
            name = "max_output_tokens" if for_responses else "max_completion_tokens"
            self._extra[name] = limit
            del self._fields["maxTokens"]


def _drop_reasoning(values: dict[str, Value], part: str) -> None:
    reasoning = values.get("reasoning")
    if isinstance(reasoning, dict):
        rest = {key: value for key, value in reasoning.items() if key != part}
        if rest:
            values["reasoning"] = rest
        else:
            del values["reasoning"]
