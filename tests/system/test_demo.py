"""The demo shows the whole product: what its models answer, and that mending the sample helps."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from editor.core.document import Document
from editor.core.probes import probes_of
from editor.core.result import Outcome, Result
from editor.system.demo import demo
from tests.network.sending import send_all

PROMISED = {
    "gpt-5": (Outcome.OK, "ok"),
    "gpt-5-mini": (Outcome.LIMITED, "aoai_429_rate"),
    "gpt-5-nano": (Outcome.OK, "ok"),
    "gpt-5-chat": (Outcome.OK, "ok"),
    "DeepSeek-V3.1": (Outcome.OK, "ok"),
    "mistral-large": (Outcome.FAILED, "aoai_404_deployment_v1"),
    "gpt-5-partners": (Outcome.FAILED, "stream_cut"),
    "gpt-4.1": (Outcome.FAILED, "aoai_400_max_tokens"),
    "gpt-5.1": (Outcome.FAILED, "aoai_401_bad_key"),
}
"""What comes of testing each model, once the unquoted date is mended."""

AZURE = ["endpoints", "azureOpenAI"]


@pytest.fixture
def folder() -> Iterator[Path]:
    with demo(pace=0) as folder:
        yield folder


def document(folder: Path, target: str = "0.8") -> Document:
    """Return the demo's document, its one error mended."""
    text, env = ((folder / name).read_text("utf-8") for name in ("librechat.yaml", ".env"))
    found = Document(text, env, target)
    (date,) = (problem for problem in found.problems if problem.code == "unquoted-date")
    return found.apply(date.fixes[0].operations)


def results(document: Document, *models: str) -> dict[str, Result]:
    """Return what comes of testing the models, all of them if none is named."""
    routes = [route for route in document.routes if not models or route.model in models]
    return {result.model: result for result in send_all(probes_of(routes, document.value))}


def outcome(document: Document, model: str) -> tuple[Outcome, str]:
    """Return what comes of testing a model, and why."""
    result = results(document, model)[model]
    return result.outcome, result.diagnosis.id


@pytest.mark.parametrize("target", ["0.8", "0.7"])
def test_each_model_answers_as_promised(folder: Path, target: str) -> None:
    found = results(document(folder, target)).items()
    assert {model: (one.outcome, one.diagnosis.id) for model, one in found} == PROMISED


def test_there_is_something_of_everything() -> None:
    outcomes = [outcome for outcome, _ in PROMISED.values()]
    assert (outcomes.count(Outcome.OK), outcomes.count(Outcome.LIMITED)) == (4, 1)
    assert len({id for outcome, id in PROMISED.values() if outcome is Outcome.FAILED}) == 4


def test_until_the_date_is_quoted_the_model_cannot_be_tested(folder: Path) -> None:
    text, env = ((folder / name).read_text("utf-8") for name in ("librechat.yaml", ".env"))
    assert outcome(Document(text, env), "gpt-5-chat") == (Outcome.SKIPPED, "aoai_404_yaml_date")


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
        (
            "gpt-4.1",
            {"op": "insert", "path": [*AZURE, "groups", 3, "dropParams"], "value": ["maxTokens"]},
        ),
    ],
)
def test_what_is_mended_in_the_config_answers(
    folder: Path, model: str, operation: dict[str, object]
) -> None:
    assert outcome(document(folder).apply([operation]), model) == (Outcome.OK, "ok")


def test_the_key_of_the_comment_is_the_right_one(folder: Path) -> None:
    found = document(folder)
    old, new = (f"not-a-real-key-uksouth-000{digit}" for digit in (5, 6))
    assert f"# The portal has shown another one since Monday: {new}" in found.env_text
    mended = Document(found.text, found.env_text.replace(old, new))
    assert outcome(mended, "gpt-5.1") == (Outcome.OK, "ok")


def test_a_resource_that_does_not_exist_is_said_so(folder: Path) -> None:
    path = [*AZURE, "groups", 0, "instanceName"]
    renamed = document(folder).apply([{"op": "set", "path": path, "value": "contoso-east"}])
    assert outcome(renamed, "gpt-5") == (Outcome.FAILED, "aoai_404_subdomain")


def test_the_simulator_is_gone_with_the_demo() -> None:
    with demo() as folder:
        url = next(route.url for route in document(folder).routes)
    assert url is not None
    with pytest.raises(httpx.ConnectError):
        httpx.get(url, verify=False, trust_env=False)
    assert not folder.exists()
