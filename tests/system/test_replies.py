"""A model's answer is understood in every form in which LibreChat asks for one."""

import json
from collections.abc import Iterator

import pytest

from editor.core.result import Outcome
from tests.network.sending import config, send
from tests.network.server import (
    DONE,
    FILTER_RESULTS,
    LAST_CHUNK,
    STREAM_HEAD,
    USAGE,
    Received,
    Server,
    always,
    chunk,
    event,
    response,
    said,
    stream,
)

_RESPONSES = "\n        addParams: {useResponsesApi: true}"
_WHOLE = "\n        addParams: {disableStreaming: true}"


def _typed(kind: str, **fields: object) -> str:
    return f"event: {kind}\n" + event({"type": kind, **fields})


def _response(status: str, **fields: object) -> str:
    return _typed(f"response.{status}", response={"object": "response", "status": status, **fields})


@pytest.mark.parametrize(
    ("last", "outcome", "id"),
    [
        (_response("completed"), Outcome.OK, "ok"),
        (
            _response("incomplete", incomplete_details={"reason": "max_output_tokens"}),
            Outcome.OK,
            "ok",
        ),
        (
            _response("incomplete", incomplete_details={"reason": "content_filter"}),
            Outcome.LIMITED,
            "aoai_200_finish_content_filter",
        ),
        (
            _response("failed", error={"code": "server_error", "message": "no healthy upstream"}),
            Outcome.FAILED,
            "aoai_5xx",
        ),
        (_typed("error", message="DeploymentNotFound"), Outcome.FAILED, "aoai_404_deployment_v1"),
        ("", Outcome.FAILED, "stream_cut"),
    ],
)
def test_the_responses_api_is_understood(last: str, outcome: Outcome, id: str) -> None:
    events = (_typed("response.created"), _typed("response.output_text.delta", delta="Hi"), last)

    def answer(_: Received) -> Iterator[bytes]:
        yield from stream(*filter(None, events))

    with Server(answer) as server:
        result = send(config(server.url, more=_RESPONSES))
    assert (result.outcome, result.diagnosis.id) == (outcome, id)
    assert result.reply == "Hi"
    assert "max_output_tokens" in server.received[0].value


def test_an_answer_in_one_piece_is_fine_where_it_was_asked_for() -> None:
    message = {"message": {"content": "Hi"}, "finish_reason": "length"}
    body = json.dumps({"choices": [message], "usage": {"total_tokens": 3}})
    with Server(always(response(200, body))) as server:
        result = send(config(server.url, more=_WHOLE))
    assert server.received[0].value["stream"] is False
    assert (result.outcome, result.reply) == (Outcome.OK, "Hi")


def test_a_model_that_only_thought_is_connected() -> None:
    events = (FILTER_RESULTS, said(""), said(finish="length"), USAGE, DONE)

    def answer(_: Received) -> Iterator[bytes]:
        yield from stream(*events)

    with Server(answer) as server:
        result = send(config(server.url))
    assert (result.outcome, result.reply, result.first_token_ms) == (Outcome.OK, "", None)


def test_the_times_of_first_word_and_end_are_told() -> None:
    def answer(_: Received) -> Iterator[bytes]:
        yield STREAM_HEAD + chunk(FILTER_RESULTS)
        yield chunk(said("Hi"))
        yield chunk(said(finish="stop") + DONE) + LAST_CHUNK

    with Server(answer) as server:
        result = send(config(server.url))
    assert result.first_token_ms is not None
    assert result.latency_ms is not None
    assert 0 < result.first_token_ms <= result.latency_ms


def test_a_request_is_as_it_is_routed_byte_for_byte() -> None:
    with Server(always(response(500))) as server:
        base = f"{server.url}/a%2Fb//c d/openai/deployments/prod-chat?own=1"
        send(config(server.url).replace(f"{server.url}/openai", f"{base}&x=/openai"))
        (request,) = server.received
    assert request.method == "POST"
    assert request.target == (
        "/a%2Fb//c%20d/openai/deployments/prod-chat/chat/completions?api-version=2024-10-21"
    )
    assert request.headers["host"] == f"127.0.0.1:{server.port}"
    assert "authorization" not in request.headers
