"""A request is checked as Azure does: address, key, version, deployment, body, in this order."""

from typing import Any

import httpx
import pytest

from editor.system.simulator import Simulator
from editor.system.simulator.azure import Azure, Deployment, Resource
from editor.system.simulator.catalogue import entries
from tests.system.simulator.conftest import BODY, CHAT, KEY, Ask, Simulators

EAST = Resource(
    "east",
    (
        Deployment("prod", "gpt-4o", frozenset({KEY})),
        Deployment("thinker", "gpt-5", frozenset({KEY})),
        Deployment("dall-e-3", keys=frozenset({KEY})),
    ),
)
WEST = Resource("west", (Deployment("prod", "gpt-4o", frozenset({"a-key-of-west"})),))
AZURE = Azure((EAST, WEST))
BEARER = f"Bearer {KEY}"


@pytest.fixture
def simulator(simulators: Simulators) -> Simulator:
    return simulators(azure=AZURE)


def is_error(response: httpx.Response, id: str) -> bool:
    """Say whether a response is the table's error of that id, its blanks filled."""
    entry = entries()[id]
    texts = [response.text, response.text.replace(": ", ":")]
    return response.status_code == entry.status and any(entry.gist in text for text in texts)


def chat(deployment: str, resource: str = "/east", version: str = "2024-10-21") -> str:
    return resource + CHAT.format(deployment).replace("2024-10-21", version)


OLD_CHAT = chat("prod", version="2024-02-01")


@pytest.mark.parametrize("resource", ["", "/east", "/proxy/of/mine/EAST"])
@pytest.mark.parametrize("deployment", ["prod", "PROD", "%70rod"])
def test_a_right_request_is_answered(
    simulator: Simulator, ask: Ask, resource: str, deployment: str
) -> None:
    assert ask(simulator, chat(deployment, resource)).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/openai/deployments//prod/chat/completions",
        "/openai/deployments/other/prod/chat/completions",
        "/prod/deployments/prod/chat/completions",
        "/openai/prod/deployments/prod/chat/completions",
        "/openai/chat/completions",
        "/openai/deployments/prod",
        "/openai/assistants",
        "/",
    ],
)
def test_an_address_that_azure_does_not_know_is_not_found(
    simulator: Simulator, ask: Ask, path: str
) -> None:
    response = ask(simulator, f"{path}?api-version=2024-10-21")
    assert response.status_code == 404
    assert response.json()["error"] == {"code": "404", "message": "Resource not found"}


def test_a_doubled_path_of_a_serverless_endpoint_is_not_found(
    simulator: Simulator, ask: Ask
) -> None:
    response = ask(simulator, "/v1/chat/completions/chat/completions", authorization=BEARER)
    assert (response.status_code, response.json()) == (404, {"detail": "Not Found"})


@pytest.mark.parametrize(
    ("target", "headers", "id"),
    [
        (chat("prod"), {"api_key": "wrong"}, "aoai_401_bad_key"),
        (chat("prod"), {"api_key": "a-key-of-west"}, "aoai_401_bad_key"),
        (chat("prod"), {"api_key": None}, "aoai_401_bad_key"),
        (chat("ghost"), {"api_key": "wrong"}, "aoai_401_bad_key"),
        (chat("prod", version="1"), {"api_key": "wrong"}, "aoai_401_bad_key"),
        (
            chat("prod"),
            {"api_key": None, "authorization": BEARER},
            "aoai_401_token_not_key",
        ),
        ("/v1/chat/completions", {}, "serverless_400_no_auth"),
        (
            "/models/chat/completions?api-version=2024-05-01-preview",
            {"api_key": None, "authorization": BEARER},
            "aoai_401_token_not_key",
        ),
    ],
)
def test_a_wrong_key_is_refused_in_the_words_of_the_api(
    simulator: Simulator, ask: Ask, target: str, headers: dict[str, str | None], id: str
) -> None:
    body = BODY | {"model": "prod"}
    assert is_error(ask(simulator, target, body, **headers), id)


def test_a_wrong_token_of_a_serverless_endpoint_is_refused(simulator: Simulator, ask: Ask) -> None:
    body = BODY | {"model": "prod"}
    response = ask(simulator, "/v1/chat/completions", body, authorization="Bearer wrong")
    assert (response.status_code, response.text) == (401, "401 Unauthorized")


@pytest.mark.parametrize("headers", [{}, {"api_key": None, "authorization": BEARER}])
def test_the_v1_api_takes_the_key_in_either_header(
    simulator: Simulator, ask: Ask, headers: dict[str, str | None]
) -> None:
    body = BODY | {"model": "prod"}
    assert ask(simulator, "/openai/v1/chat/completions", body, **headers).status_code == 200


@pytest.mark.parametrize(
    ("target", "id"),
    [
        (chat("prod", version="1106-Preview"), "aoai_404_resource"),
        (chat("prod", version=""), "aoai_404_resource"),
        (chat("prod", version="2023-03-15-preview"), "aoai_404_resource"),
        (chat("prod").partition("?")[0], "aoai_404_resource"),
        ("/openai/v1/chat/completions?api-version=2024-10-21", "aoai_400_version_unsupported"),
        ("/openai/responses?api-version=2024-10-21", "aoai_400_responses_version"),
    ],
)
def test_a_version_that_does_not_fit_is_refused(
    simulator: Simulator, ask: Ask, target: str, id: str
) -> None:
    assert is_error(ask(simulator, target, BODY | {"model": "prod", "input": "Hi"}), id)


@pytest.mark.parametrize(
    ("target", "id"),
    [
        (chat("ghost"), "aoai_404_deployment"),
        ("/east/openai/v1/chat/completions", "aoai_404_deployment_v1"),
        ("/east/openai/v1/responses", "aoai_model_not_found_responses"),
        (
            "/east/models/chat/completions?api-version=2024-05-01-preview",
            "foundry_404_unknown_model",
        ),
    ],
)
def test_a_missing_deployment_is_said_in_the_words_of_the_api(
    simulator: Simulator, ask: Ask, target: str, id: str
) -> None:
    body = BODY | {"model": "ghost", "input": "Hi"}
    response = ask(simulator, target, body)
    assert response.status_code == 404
    assert response.json()["error"]["code"] == entries()[id].body["error"]["code"]


def test_the_model_router_wants_a_model(simulator: Simulator, ask: Ask) -> None:
    target = "/east/models/chat/completions?api-version=2024-05-01-preview"
    assert is_error(ask(simulator, target), "foundry_400_no_model")


@pytest.mark.parametrize(
    ("target", "parameters", "id"),
    [
        (chat("thinker"), {"max_tokens": 16}, "aoai_400_max_tokens"),
        (chat("thinker"), {"temperature": 0.5}, "aoai_400_unsupported_value"),
        (chat("thinker"), {"max_completion_tokens": 1}, "aoai_400_min_tokens"),
        (OLD_CHAT, {"stream_options": {}}, "aoai_400_stream_options"),
        (OLD_CHAT, {"max_completion_tokens": 16}, "aoai_400_max_completion_tokens_unknown"),
        (chat("prod", version="2023-05-15"), {"tools": []}, "aoai_400_tools_unsupported"),
        (chat("dall-e-3"), {}, "aoai_400_operation_not_supported_chat"),
    ],
)
def test_a_parameter_that_the_model_or_version_does_not_take_is_refused(
    simulator: Simulator, ask: Ask, target: str, parameters: dict[str, Any], id: str
) -> None:
    response = ask(simulator, target, BODY | parameters)
    assert response.status_code == 400
    expected = entries()[id].body["error"]
    assert response.json()["error"].get("code") == expected.get("code")
    assert response.json()["error"]["message"][:30] == expected["message"][:30]


@pytest.mark.parametrize("parameters", [{"max_completion_tokens": 16}, {"temperature": 1}, {}])
def test_a_reasoning_model_takes_what_it_knows(
    simulator: Simulator, ask: Ask, parameters: dict[str, Any]
) -> None:
    assert ask(simulator, chat("thinker"), BODY | parameters).status_code == 200


@pytest.mark.parametrize(
    ("name", "is_reasoning"),
    [
        ("o1", True),
        ("o4-mini", True),
        ("gpt-5", True),
        ("gpt-5.1-uk", True),
        ("my-gpt-5-mini", True),
        ("gpt-5-chat", False),
        ("gpt-4o", False),
        ("foo1", False),
    ],
)
def test_a_name_tells_a_reasoning_model(name: str, is_reasoning: bool) -> None:
    assert Deployment(name).is_reasoning is is_reasoning


@pytest.mark.parametrize(
    ("deployment", "body", "id"),
    [
        ("dall-e-3", {"prompt": "A cat", "size": "1x1"}, "image_400_invalid_payload"),
        ("gpt-image-1", {"prompt": "A cat", "size": "1x1"}, "image_400_invalid_value"),
        ("gpt-4o", {"prompt": "A cat"}, "aoai_400_operation_not_supported_other"),
    ],
)
def test_an_image_request_is_checked_too(
    simulators: Simulators, ask: Ask, deployment: str, body: dict[str, str], id: str
) -> None:
    target = f"/openai/deployments/{deployment}/images/generations?api-version=2025-04-01-preview"
    response = ask(simulators(), target, body)
    assert response.status_code == 400
    assert response.json()["error"]["code"] == entries()[id].body["error"]["code"]


@pytest.mark.parametrize("content", [b"", b"Hi", b"[]", b"\xff", b"[" * 100_000, b"{}"])
def test_a_body_that_is_no_chat_is_refused(
    simulator: Simulator, client: httpx.Client, content: bytes
) -> None:
    url = simulator.url + chat("prod")
    response = client.post(url, content=content, headers={"api-key": KEY})
    assert response.status_code == 400
    assert response.json()["error"]["type"] == "invalid_request_error"


def test_reading_where_one_should_post_is_not_found(
    simulator: Simulator, client: httpx.Client
) -> None:
    response = client.get(simulator.url + chat("prod"), headers={"api-key": KEY})
    assert response.json()["error"]["message"] == "Resource not found"
