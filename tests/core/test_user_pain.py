"""Failures that administrators have reported are found, and mended where a machine can.

The numbers are those of issues and pull requests of danny-avila/LibreChat.
"""

import json
from dataclasses import dataclass, field
from typing import Any

import pytest

from editor.core.compose.project import File, Project
from editor.core.document import Document
from editor.core.outline import value_at
from editor.core.validation.problem import Problem
from editor.core.yaml.values import Path, Value
from tests.core.validation.configs import ENVIRON, GROUPS, config, group

AZURE = ("endpoints", "azureOpenAI")
FIRST = (*GROUPS, 0)
PLACED = "https://contoso-eastus.openai.azure.com/openai/deployments/${DEPLOYMENT_NAME}"
SERVED = "https://x.services.ai.azure.com/models"
FOUNDRY: dict[str, Value] = {
    "group": "foundry",
    "apiKey": "${EASTUS_KEY}",
    "serverless": True,
    "models": {"Llama-3.3": True},
}


@dataclass(frozen=True)
class Case:
    """A config, the problem that it must show, and what the named fix makes of it, if any."""

    issue: str
    value: Value
    code: str
    fix: str | None = None
    mended: tuple[Path, Value] = ((), None)
    environ: dict[str, str] = field(default_factory=dict[str, str])


def without_version(**settings: Any) -> Value:
    value = config(group(**settings))
    del value["version"]
    return value


CASES = (
    Case(
        "2797",
        config(group(baseURL="https://contoso-eastus.openai.azure.com")),
        "misrouted-url",
        "replace",
        ((*FIRST, "baseURL"), PLACED),
    ),
    Case("3810", without_version(), "missing-key", "add-version", (("version",), "1.3.17")),
    Case(
        "3810",
        config(group(baseURL="contoso-eastus.openai.azure.com/openai/deployments")),
        "invalid-url",
        "add-scheme",
        ((*FIRST, "baseURL"), "https://contoso-eastus.openai.azure.com/openai/deployments"),
    ),
    Case(
        "3810",
        config(group(version="1106-Preview")),
        "unknown-api-version",
        "replace",
        ((*FIRST, "version"), "2024-10-21"),
    ),
    Case(
        "3810",
        config(group(models={"gpt-4o": True, "assistants": True})),
        "misplaced-option",
        "move-to-group",
        ((*FIRST, "assistants"), True),
    ),
    Case("7425", without_version(baseURL="https://c.openai.azure.com/"), "misrouted-url"),
    Case(
        "5519",
        config(group(models={"gpt4o": True}), titleModel="gpt-4o"),
        "unknown-title-model",
        "replace",
        ((*AZURE, "titleModel"), "gpt4o"),
    ),
    Case(
        "5519",
        config(group(models={"gpt4o": True}), titleModel="gpt-4o"),
        "unknown-title-model",
        "current-model",
        ((*AZURE, "titleModel"), "current_model"),
    ),
    Case(
        "3029",
        config(
            group(models={"GPT-3.5-Turbo": {"deploymentName": "GPT-35-Turbo"}}),
            titleModel="GPT-35-Turbo",
        ),
        "unknown-title-model",
        "replace",
        ((*AZURE, "titleModel"), "GPT-3.5-Turbo"),
    ),
    Case("7363", config(group(models={"foo": True})), "unknown-context-window"),
    Case("2352", {**config(), "azureOpenAI": {}}, "unknown-section"),
    Case("13198", json.dumps(json.dumps(json.dumps(config()))), "wrapped-file"),
    Case("13198", {"librechat": {"configYamlContent": "version: 1.3.17"}}, "unknown-section"),
    Case("2221", config(), "legacy-variable", environ={"PLUGINS_USE_AZURE": "true"}),
    Case("1863", config(), "legacy-variable", environ={"AZURE_API_KEY": "x"}),
    Case(
        "4931",
        config(group(assistants=True, version="2023-05-15"), assistants=True),
        "old-api-version",
        "replace",
        ((*FIRST, "version"), "2024-05-01-preview"),
    ),
    Case("5668", config(), "placeholder-variable", environ={"INSTANCE_NAME": "contoso-eastus"}),
    Case(
        "2929",
        config(group("a", models={"gpt-4o": True}), group("b", models={"gpt-4o": True})),
        "duplicate-model",
        "rename-model",
        ((*GROUPS, 1, "models", "gpt-4o-2"), True),
    ),
    Case("2313", config(group("")), "empty-name"),
    Case("2313", config(group(apiKey="")), "empty-key"),
    Case(
        "4767",
        config({**FOUNDRY, "baseURL": f"{SERVED}/chat/completions?api-version=2024-05-01-preview"}),
        "doubled-suffix",
        "strip-suffix",
        ((*FIRST, "baseURL"), SERVED),
    ),
    Case(
        "4767",
        config({**FOUNDRY, "baseURL": f"{SERVED}/chat/completions?api-version=2024-05-01-preview"}),
        "doubled-suffix",
        "strip-suffix",
        ((*FIRST, "version"), "2024-05-01-preview"),
    ),
    Case("6564", config({**FOUNDRY, "baseURL": "${FOUNDRY_URL}"}), "unresolved-reference"),
    Case("6564", config({**FOUNDRY, "baseURL": "x.services.ai.azure.com"}), "invalid-url"),
    Case(
        "7998",
        config(group(models={"o3-pro": True}, version="preview")),
        "responses-only",
        "use-responses-api",
        ((*FIRST, "addParams", "useResponsesApi"), True),
    ),
    Case(
        "3062",
        {
            **config(),
            "modelSpecs": {"list": [{"preset": {"endpoint": "azureOpenAI", "model": "gone"}}]},
        },
        "unknown-model",
    ),
    Case("10289", config(group(instanceName="c.services.ai.azure.com")), "full-domain"),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.issue}-{case.code}")
def test_a_reported_failure_is_found_and_mended(case: Case) -> None:
    text = case.value if isinstance(case.value, str) else json.dumps(case.value)
    document = Document(text, environ=ENVIRON | case.environ)
    problem = _problem(document, case.code)
    if case.fix is None:
        return
    fix = next(fix for fix in problem.fixes if fix.id == case.fix)
    mended = document.apply(fix.operations)
    path, value = case.mended
    assert value_at(mended.value, path) == value
    assert (problem.code, problem.path) not in {(one.code, one.path) for one in mended.problems}


def _problem(document: Document, code: str) -> Problem:
    return next(problem for problem in document.problems if problem.code == code)


def test_all_mistakes_of_one_file_are_shown_at_once() -> None:
    value = without_version(
        baseURL="contoso.openai.azure.com/openai/deployments",
        version="1106-Preview",
        models={"gpt-4o": True, "assistants": True},
    )
    codes = {problem.code for problem in Document(json.dumps(value), environ=ENVIRON).problems}
    assert codes == {"missing-key", "invalid-url", "unknown-api-version", "misplaced-option"}


def test_a_config_that_parses_nowhere_says_the_line() -> None:
    document = Document('version: "1"\nendpoints:\n  azureOpenAI:\n    a: 1\n   b: 2\n')
    (problem,) = document.problems
    assert (problem.code, problem.line) == ("syntax", 5)
    assert "bad indentation of a mapping entry" in str(problem.server_message)


def test_a_whole_target_address_is_taken_apart() -> None:
    address = "https://east.openai.azure.com/openai/deployments/four/chat/completions"
    pasted = {
        "group": "east",
        "apiKey": "${EASTUS_KEY}",
        "baseURL": f"{address}?api-version=2024-10-21",
        "models": {"gpt-4o": True},
    }
    document = Document(json.dumps(config(pasted)), environ=ENVIRON)
    (fix,) = _problem(document, "pasted-address").fixes
    mended = document.apply(fix.operations)
    assert (mended.valid, mended.problems) == (True, ())
    assert value_at(mended.value, FIRST) == {
        "group": "east",
        "apiKey": "${EASTUS_KEY}",
        "instanceName": "east",
        "deploymentName": "four",
        "version": "2024-10-21",
        "models": {"gpt-4o": True},
    }


UNCOMMENTED = """\
version: "1.3.17"
endpoints:
  azureOpenAI:
    titleConvo: true
      note: one group for each resource
    groups:
      - group: east
"""


def test_an_example_that_lost_a_comment_sign_says_the_line() -> None:
    """Issue 4939, and the Azure example of the Helm chart once it is uncommented."""
    (problem,) = Document(UNCOMMENTED).problems
    assert problem.code == "syntax"
    assert problem.line == 5
    assert Document(UNCOMMENTED.replace("      note", "    # note")).is_readable


def test_a_file_that_compose_does_not_mount_is_told() -> None:
    """Issues 3754, 5538 and 5161."""
    service = (
        "services:\n  api:\n    image: librechat/librechat-dev\n    volumes: [./.env:/app/.env]\n"
    )
    folder = "/srv/librechat"
    project = Project(
        (File("docker-compose.yml", service),),
        folder=folder,
        config=f"{folder}/librechat.yaml",
        env=f"{folder}/.env",
    )
    document = Document(json.dumps(config()), environ=ENVIRON, compose=project)
    problem = _problem(document, "not-mounted")
    assert problem.severity == "warning"


def test_a_key_that_users_should_give_reaches_azure_assistants() -> None:
    """Issue 2172."""
    value = config(group(assistants=True), assistants=True)
    document = Document(json.dumps(value), "ASSISTANTS_API_KEY=user_provided\n", environ=ENVIRON)
    assert "ASSISTANTS_API_KEY" in {legacy.key for legacy in document.legacy}


def test_serverless_models_are_only_a_warning_where_plugins_were_on() -> None:
    """Issues 6401 and 6425: agents of that time could not use serverless groups."""
    serverless = {**FOUNDRY, "baseURL": SERVED, "models": {"Phi-4": True}}
    value = config(serverless, plugins=True, titleModel="Phi-4")
    codes = {
        target: {problem.code for problem in Document(json.dumps(value), target=target).problems}
        for target in ("0.7", "0.8")
    }
    assert "plugins-without-instance" in codes["0.7"]
    assert "plugins-without-instance" not in codes["0.8"]


CHART = """\
version: 1.3.17
endpoints:
  azureOpenAI:
    # Settings of the endpoint
    titleModel: gpt-4o
    groups:
    # Settings of a group
    - group: east
      apiKey: ${EASTUS_KEY}
      Settings of the models
      instanceName: contoso-east
"""


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (CHART, 10),
        (CHART.replace("\n", "\r\n"), 10),
        (CHART.replace("    # Settings of the endpoint", "    Settings of the endpoint"), 4),
        ("version: 1.3.17\ncache: true\nThe next part is optional\nspeech:\n  x: 1\n", 3),
    ],
)
def test_an_example_in_which_a_comment_lacks_its_mark_names_that_line(text: str, line: int) -> None:
    problem = Document(text).problems[0]
    assert problem.code == "syntax"
    assert problem.message.startswith(f"Line {line}, “")
    assert problem.message.endswith("looks like a comment without its #. Put a # before it.")


@pytest.mark.parametrize("text", ["a: b: c\n", "a: 'open\nb: 1\n", "a:\n  - b\n  c\n"])
def test_other_mistakes_are_not_taken_for_comments(text: str) -> None:
    assert "comment" not in Document(text).problems[0].message


@pytest.mark.parametrize(
    "text",
    [
        "configYamlContent: |\n  version: 1.0.3\n",
        "librechat:\n  configYamlContent: |\n    version: 1.0.3\n",
    ],
)
def test_a_charts_values_file_is_told_from_the_config_in_it(text: str) -> None:
    (problem,) = (one for one in Document(text).problems if one.code == "unknown-section")
    assert "the config is the text under `configYamlContent`" in problem.message


def test_a_config_that_a_chart_wrapped_once_more_is_read_and_said() -> None:
    document = Document("|\n  version: 1.3.17\n  cache: true\n")
    assert [(one.code, one.severity) for one in document.problems] == [
        ("wrapped-file", "warning"),
    ]
    assert document.valid
