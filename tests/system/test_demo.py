"""The demo shows the whole product: what its models answer, and that mending the sample helps."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from editor.core.document import Document
from editor.core.routing.route import Route
from editor.system.demo import demo
from editor.system.simulator.catalogue import entries

PROMISED = {
    "gpt-5": "healthy",
    "gpt-5-mini": "aoai_429_rate",
    "gpt-5-nano": "healthy",
    "DeepSeek-V3.1": "healthy",
    "mistral-large": "aoai_404_deployment_v1",
    "gpt-5-partners": "cut",
    "gpt-4.1": "aoai_400_max_tokens",
    "gpt-5.1": "aoai_401_bad_key",
}
AZURE = ["endpoints", "azureOpenAI"]


@pytest.fixture
def folder() -> Iterator[Path]:
    with demo(pace=0) as folder:
        yield folder


def document(folder: Path) -> Document:
    """Return the demo's document, its one error mended."""
    text, env = ((folder / name).read_text("utf-8") for name in ("librechat.yaml", ".env"))
    found = Document(text, env)
    fixes = [
        fix
        for problem in found.problems
        if problem.code == "unquoted-date"
        for fix in problem.fixes
    ]
    return found.apply(fixes[0].operations)


def route(document: Document, model: str) -> Route:
    (found,) = [route for route in document.routes if route.model == model]
    return found


def outcome(route: Route) -> str:
    """Send a route's request and say how it went: healthy, cut, or the error's id."""
    assert route.url is not None
    try:
        answer = httpx.post(
            route.url, json=route.body, headers=dict(route.headers), verify=False, trust_env=False
        )
    except httpx.RemoteProtocolError:
        return "cut"
    if answer.is_success:
        return "healthy" if answer.text.endswith("data: [DONE]\n\n") else answer.text
    of_status = [entry for entry in entries().values() if entry.status == answer.status_code]
    return next(entry.id for entry in of_status if entry.gist in answer.text)


@pytest.mark.parametrize("model", PROMISED)
def test_a_model_answers_as_promised(folder: Path, model: str) -> None:
    known = {"aoai_404_deployment": "aoai_404_deployment_v1"}
    result = outcome(route(document(folder), model))
    assert known.get(result, result) == PROMISED[model]


def test_there_is_something_of_everything() -> None:
    kinds = list(PROMISED.values())
    assert kinds.count("healthy") >= 1
    assert kinds.count("aoai_429_rate") == 1
    assert len(set(kinds) - {"healthy", "aoai_429_rate"}) == 4


def test_every_model_of_the_sample_is_promised_or_mended(folder: Path) -> None:
    names = {route.model for route in document(folder).routes}
    assert names == {*PROMISED, "gpt-5-chat"}


def test_the_unquoted_date_once_mended_the_model_answers(folder: Path) -> None:
    assert outcome(route(document(folder), "gpt-5-chat")) == "healthy"


@pytest.mark.parametrize(
    ("model", "operation"),
    [
        (
            "Mistral-Large-3",
            {
                "op": "rename",
                "path": [*AZURE, "groups", 2, "models", "mistral-large"],
                "name": "Mistral-Large-3",
            },
        ),
        ("gpt-4.1", {"op": "unset", "path": [*AZURE, "groups", 3, "addParams", "maxTokens"]}),
    ],
)
def test_what_is_mended_in_the_config_answers(
    folder: Path, model: str, operation: dict[str, object]
) -> None:
    assert outcome(route(document(folder).apply([operation]), model)) == "healthy"


def test_the_key_of_the_comment_is_the_right_one(folder: Path) -> None:
    found = document(folder)
    env = found.env_text.replace("UKSOUTH_KEY=not-a-real-key-uksouth-0005", "", 1)
    assert "not-a-real-key-uksouth-0006" in env
    mended = Document(found.text, f"{env}\nUKSOUTH_KEY=not-a-real-key-uksouth-0006")
    assert outcome(route(mended, "gpt-5.1")) == "healthy"


def test_a_resource_that_does_not_exist_is_said_so(folder: Path) -> None:
    path = [*AZURE, "groups", 0, "instanceName"]
    renamed = document(folder).apply([{"op": "set", "path": path, "value": "contoso-east"}])
    assert outcome(route(renamed, "gpt-5")) == "aoai_404_subdomain"


def test_the_simulator_is_gone_with_the_demo() -> None:
    with demo() as folder:
        url = route(document(folder), "gpt-5").url
    assert url is not None
    with pytest.raises(httpx.ConnectError):
        httpx.get(url, verify=False, trust_env=False)
    assert not folder.exists()
