"""What a group's parameters and a model's name do to the body, in LibreChat 0.8."""

from collections.abc import Mapping
from typing import Any

import pytest

from editor.core.routing.body import body_of
from editor.core.routing.parameters import merged
from editor.core.yaml.values import Value
from tests.core.routing.configs import NORMAL, routed, with_group


def _body(
    model: str = "gpt-4o",
    personal: Mapping[str, Value] | None = None,
    added: Value = None,
    dropped: Value = None,
    deployment: str = "gpt4o-prod",
) -> dict[str, Value]:
    """Return what is sent besides model, user, messages and the stream's options."""
    parameters = merged(model, {**(personal or {}), "user": "u"}, added, dropped)
    parameters.fields["model"] = deployment
    body, _ = body_of(parameters, is_azure=not parameters.uses_responses)
    kept = {"model", "user", "messages", "input", "stream_options"}
    return {key: value for key, value in body.items() if key not in kept}


_STREAM = {"stream": True}


@pytest.mark.parametrize(
    ("added", "sent"),
    [
        ({"max_tokens": 2048}, {}),
        ({"maxTokens": 2048}, {"max_tokens": 2048}),
        ({"temperature": 0.7}, {"temperature": 0.7}),
        ({"top_p": 0.5}, {"top_p": 0.5}),
        ({"topP": 0.5}, {"top_p": 0.5}),
        ({"frequency_penalty": 0.3}, {"frequency_penalty": 0.3}),
        ({"safe_prompt": True}, {"safe_prompt": True}),
        ({"logit_bias": {"1": 2}}, {"logit_bias": {"1": 2}}),
        ({"seed": 5}, {}),
        ({"response_format": {"type": "json_object"}}, {}),
        ({"model": "x"}, {}),
        ({"reasoning_effort": "high"}, {}),
        ({"verbosity": "low"}, {}),
        ({"max_completion_tokens": 99}, {"max_completion_tokens": 99}),
        ({"web_search": False}, {}),
        ({"promptCache": True, "promptCacheTtl": "1h"}, {}),
    ],
)
def test_added_parameters_are_sent_or_lost(added: Value, sent: dict[str, Any]) -> None:
    assert _body(added=added) == {**_STREAM, **sent}


def test_streaming_can_be_switched_off() -> None:
    assert _body(added={"stream": False, "streaming": False}) == {"stream": False}
    assert _body(added={"disableStreaming": True}) == {"stream": False}
    assert _body(added={"stream": False}) == _STREAM


def test_the_usage_at_the_end_of_the_stream_can_be_switched_off() -> None:
    parameters = merged("gpt-4o", {}, {"streamUsage": False}, None)
    assert "stream_options" not in body_of(parameters, is_azure=True)[0]


def test_added_parameters_override_a_persons_own() -> None:
    assert _body(personal={"temperature": 0.2}, added={"temperature": 0.7})["temperature"] == 0.7


def test_empty_settings_of_a_person_are_not_sent() -> None:
    assert _body(personal={"temperature": "", "topP": None}) == _STREAM


def test_max_tokens_that_the_client_refuses_do_not_hide_a_persons_own() -> None:
    assert _body(personal={"max_tokens": 100}, added={"max_tokens": 2048})["max_tokens"] == 100


@pytest.mark.parametrize(
    ("dropped", "is_left"),
    [
        ("frequency_penalty", True),
        ("frequencyPenalty", False),
        ("presence_penalty", True),
        ("presencePenalty", False),
        ("max_tokens", True),
        ("maxTokens", False),
        ("temperature", False),
        ("stop", False),
        ("stream", True),
        ("streaming", True),
    ],
)
def test_only_the_clients_names_drop_something(dropped: str, is_left: bool) -> None:
    personal: dict[str, Value] = {
        "frequency_penalty": 0.1, "presence_penalty": 0.2, "max_tokens": 9, "temperature": 1,
        "stop": ["x"],
    }  # fmt: skip
    before = _body(personal=personal)
    assert (_body(personal=personal, dropped=[dropped]) == before) is is_left


def test_an_added_name_can_be_dropped_again() -> None:
    assert _body(added={"safe_prompt": True}, dropped=["safe_prompt"]) == _STREAM


def test_the_user_can_be_dropped() -> None:
    assert "user" in routed(NORMAL).body
    assert "user" not in routed(with_group("dropParams: [user]")).body


@pytest.mark.parametrize("dropped", [None, "user", {"user": True}, [1, None], []])
def test_a_list_that_is_none_drops_nothing(dropped: Value) -> None:
    assert _body(dropped=dropped) == _STREAM


@pytest.mark.parametrize(
    ("model", "keeps"),
    [
        ("o1", False), ("o3-mini", False), ("o1-preview", False), ("gpt-5", False),
        ("gpt-5-mini", False), ("my-gpt-5", False), ("o4-mini", True), ("gpt-5-chat", True),
        ("gpt-5.1", True), ("gpt-4o", True), ("GPT-5", True), ("gpt-50", True), ("o1x", True),
    ],
)  # fmt: skip
def test_reasoning_models_lose_what_steers_the_sampling(model: str, keeps: bool) -> None:
    body = _body(model, {"temperature": 1, "topP": 0.5, "frequency_penalty": 0.1})
    assert set(body) == {
        "stream",
        *({"temperature", "top_p", "frequency_penalty"} if keeps else ()),
    }


def test_a_reasoning_model_keeps_what_is_added_under_the_services_own_name() -> None:
    assert _body("o1", added={"top_p": 0.5})["top_p"] == 0.5


def test_search_models_lose_nearly_everything() -> None:
    personal: dict[str, Value] = {"temperature": 1, "max_tokens": 50, "stop": ["x"]}
    assert _body("gpt-4o-search-preview", personal) == {**_STREAM, "max_tokens": 50}


@pytest.mark.parametrize(
    ("model", "deployment", "name"),
    [
        ("gpt-4o", "gpt4o-prod", "max_tokens"),
        ("gpt-5", "gpt4o-prod", "max_completion_tokens"),
        ("gpt-5.1", "x", "max_completion_tokens"),
        ("gpt-5-chat", "gpt4o-prod", "max_completion_tokens"),
        ("o1", "gpt4o-prod", "max_tokens"),
        ("o3-mini", "o3-mini", "max_completion_tokens"),
        ("x", "gpt-5-global", "max_completion_tokens"),
        ("x", "gpt-5-chat", "max_tokens"),
    ],
)
def test_the_limit_is_called_by_the_models_or_the_deployments_name(
    model: str, deployment: str, name: str
) -> None:
    body = _body(model, {"max_tokens": 50}, deployment=deployment)
    assert body == {**_STREAM, name: 50}


def test_a_deployment_named_gpt_5_loses_the_limit_of_a_model_of_that_name() -> None:
    personal: dict[str, Value] = {"max_tokens": 50, "verbosity": "low"}
    assert _body("gpt-5", personal, deployment="gpt-5") == _STREAM


def test_a_deployment_named_gpt_5_is_sent_added_max_tokens() -> None:
    assert _body("gpt-5", added={"max_tokens": 7}, deployment="gpt-5") == {
        **_STREAM,
        "max_tokens": 7,
    }


class TestResponses:
    def test_the_body_has_a_text_and_a_reasoning_of_its_own(self) -> None:
        body = _body(added={"useResponsesApi": True, "reasoning_effort": "low", "verbosity": "low"})
        assert body == {**_STREAM, "text": {"verbosity": "low"}, "reasoning": {"effort": "low"}}

    @pytest.mark.parametrize("model", ["gpt-4o", "gpt-5"])
    def test_the_limit_is_for_the_output(self, model: str) -> None:
        body = _body(model, {"max_tokens": 50}, {"useResponsesApi": True})
        assert body["max_output_tokens"] == 50

    def test_web_search_switches_it_on(self) -> None:
        assert _body(added={"web_search": True})["tools"] == [{"type": "web_search"}]

    @pytest.mark.parametrize("added", [{"web_search": True}, {}])
    def test_web_search_can_be_dropped(self, added: Value) -> None:
        assert _body(personal={"web_search": True}, added=added, dropped=["web_search"]) == _STREAM

    def test_the_responses_api_can_be_dropped(self) -> None:
        assert _body(added={"useResponsesApi": True}, dropped=["useResponsesApi"]) == _STREAM

    def test_stop_words_are_not_sent(self) -> None:
        assert "stop" not in _body(personal={"stop": ["x"]}, added={"useResponsesApi": True})
