"""What a healthy deployment sends has Azure's shapes."""

import json
from typing import Any

import httpx
import pytest

from tests.system.simulator.conftest import BODY, CHAT, KEY, Ask, Simulators


def data_of(response: httpx.Response) -> list[Any]:
    """Return the data of a stream's events; the last one of a chat stays a text."""
    lines = [line.removeprefix("data: ") for line in response.text.splitlines()]
    return [json.loads(line) if line.startswith("{") else line for line in lines if line]


def test_a_stream_begins_with_the_prompts_filter_and_ends_with_usage_and_done(
    simulators: Simulators, ask: Ask
) -> None:
    options = {"stream": True, "stream_options": {"include_usage": True}}
    response = ask(simulators(), CHAT.format("gpt-4o"), BODY | options)
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/event-stream")
    first, *deltas, finish, usage, done = data_of(response)
    assert first["choices"] == []
    assert first["prompt_filter_results"][0]["prompt_index"] == 0
    text = "".join(delta["choices"][0]["delta"]["content"] for delta in deltas)
    assert text == "Hello from gpt-4o, a deployment of the Azure simulator."
    assert finish["choices"][0]["finish_reason"] == "stop"
    assert (usage["choices"], usage["usage"]["total_tokens"]) == ([], 17)
    assert done == "[DONE]"


def test_the_usage_comes_only_when_it_is_asked_for(simulators: Simulators, ask: Ask) -> None:
    *_, last, done = data_of(ask(simulators(), CHAT.format("gpt-4o"), BODY | {"stream": True}))
    assert last["choices"][0]["finish_reason"] == "stop"
    assert done == "[DONE]"


def test_azures_headers_are_there_and_each_answer_has_its_own_id(
    simulators: Simulators, ask: Ask
) -> None:
    simulator = simulators()
    first, second = (ask(simulator, CHAT.format("gpt-4o")).headers for _ in range(2))
    assert first["x-ms-region"] == "Sweden Central"
    assert first["x-ratelimit-remaining-tokens"] == "249984"
    assert first["apim-request-id"] != second["apim-request-id"]


def test_without_a_stream_the_reply_comes_whole(simulators: Simulators, ask: Ask) -> None:
    body = ask(simulators(), CHAT.format("gpt-4o")).json()
    assert body["object"] == "chat.completion"
    assert body["choices"][0]["message"]["content"].startswith("Hello from gpt-4o")
    assert body["usage"]["prompt_tokens"] == 8


@pytest.mark.parametrize("limit", ["max_tokens", "max_completion_tokens"])
def test_a_reply_is_cut_at_the_most_tokens(simulators: Simulators, ask: Ask, limit: str) -> None:
    choice = ask(simulators(), CHAT.format("gpt-4o"), BODY | {limit: 2}).json()["choices"][0]
    assert choice["message"]["content"] == "Hello from"
    assert choice["finish_reason"] == "length"


def test_the_responses_api_streams_numbered_events(simulators: Simulators, ask: Ask) -> None:
    body = {"model": "gpt-5", "input": "Hi", "stream": True}
    response = ask(simulators(), "/openai/v1/responses?api-version=preview", body)
    lines = response.text.splitlines()
    names = [line.removeprefix("event: ") for line in lines if line.startswith("event: ")]
    events = [json.loads(line[6:]) for line in lines if line.startswith("data: ")]
    assert [event["type"] for event in events] == names
    assert [event["sequence_number"] for event in events] == list(range(len(events)))
    assert (names[0], names[-1]) == ("response.created", "response.completed")
    deltas = [event["delta"] for event in events if event["type"].endswith("output_text.delta")]
    assert "".join(deltas) == events[-1]["response"]["output"][0]["content"][0]["text"]


def test_the_responses_api_answers_whole_too(simulators: Simulators, ask: Ask) -> None:
    target = "/openai/responses?api-version=2025-03-01-preview"
    body = ask(simulators(), target, {"model": "gpt-5", "input": "Hi"}).json()
    assert (body["object"], body["status"]) == ("response", "completed")


def test_an_image_is_a_picture(simulators: Simulators, ask: Ask) -> None:
    target = "/openai/deployments/dall-e-3/images/generations?api-version=2024-02-01"
    body = ask(simulators(), target, {"prompt": "A cat", "size": "1024x1024"}).json()
    assert body["data"][0]["b64_json"].startswith("iVBORw0KGgo")


def test_the_models_are_listed(simulators: Simulators, client: httpx.Client) -> None:
    url = simulators().url + "/openai/models?api-version=2024-10-21"
    body = client.get(url, headers={"api-key": KEY}).json()
    assert body["object"] == "list"
    assert "gpt-5" in [model["id"] for model in body["data"]]
