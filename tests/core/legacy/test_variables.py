"""What each legacy variable does to a config is said in one sentence, and where it stands."""

import json

import pytest

from editor.core.document import Document
from editor.core.legacy import DEPRECATED, PLACEHOLDERS, LegacyVariable
from editor.core.legacy.effects import address_without_secrets
from editor.core.schema.field import Target
from editor.core.validation.problem import Severity
from editor.core.yaml.values import Value
from tests.core.validation.configs import ENVIRON, config, group

BASED = group(baseURL="https://${INSTANCE_NAME}.openai.azure.com/openai/deployments")
RENAMED = group(models={"gpt-4.1": {"deploymentName": "four"}})
WITHOUT: Value = {"version": "1.3.17"}
KEY = "0123456789abcdef"
OFFERED = {"AZURE_API_KEY": KEY}


def found(
    value: Value, variables: dict[str, str], target: Target = Target.V0_8
) -> dict[str, LegacyVariable]:
    env_text = "".join(f"{name}={text}\n" for name, text in variables.items())
    document = Document(json.dumps(value), env_text, target, ENVIRON)
    return {variable.key: variable for variable in document.legacy}


EFFECTS: list[tuple[Value, dict[str, str], Target | None, str]] = [
    (config(), {"AZURE_API_KEY": KEY}, None, "does nothing: the groups have keys of their own"),
    (
        config(group(apiKey="${AZURE_API_KEY}")),
        {"AZURE_API_KEY": KEY},
        None,
        "Group “eastus” refers to it, which works; LibreChat warns all the same.",
    ),
    (WITHOUT, OFFERED, None, "LibreChat calls Azure with this key"),
    (WITHOUT, {"AZURE_API_KEY": "user_provided"}, None, "asks each person for an Azure key"),
    (WITHOUT, OFFERED | {"AZURE_OPENAI_MODELS": "a"}, None, "offers the models that are listed"),
    (WITHOUT, {"AZURE_OPENAI_MODELS": "a"}, None, "neither groups nor AZURE_API_KEY"),
    (
        WITHOUT,
        OFFERED | {"AZURE_OPENAI_API_INSTANCE_NAME": "acme"},
        None,
        "calls the resource “acme”",
    ),
    (
        WITHOUT,
        OFFERED | {"AZURE_OPENAI_API_DEPLOYMENT_NAME": "four"},
        None,
        "Every model is sent to the deployment “four”.",
    ),
    (
        WITHOUT,
        OFFERED
        | {"AZURE_OPENAI_API_DEPLOYMENT_NAME": "x", "AZURE_USE_MODEL_AS_DEPLOYMENT_NAME": " TRUE "},
        None,
        "It does nothing: AZURE_USE_MODEL_AS_DEPLOYMENT_NAME replaces it.",
    ),
    (
        config(RENAMED),
        {"AZURE_USE_MODEL_AS_DEPLOYMENT_NAME": "true"},
        None,
        "overrides the deployments of group “eastus”: “gpt-4.1” is sent to “gpt-41” instead of "
        "“four”.",
    ),
    (
        config(RENAMED),
        {"AZURE_USE_MODEL_AS_DEPLOYMENT_NAME": "yes"},
        None,
        "LibreChat looks for the value true",
    ),
    (
        config(group(models={"gpt-4.1": {"deploymentName": "gpt-41"}})),
        {"AZURE_USE_MODEL_AS_DEPLOYMENT_NAME": "true"},
        None,
        "which changes nothing in these groups",
    ),
    (
        config(),
        {"AZURE_OPENAI_BASEURL": "https://me:secret@gate.example/a?key=secret"},
        None,
        "Every group is sent to https://gate.example/a, for want of a `baseURL`.",
    ),
    (
        config(group(), {**BASED, "group": "west", "models": {"m": True}}),
        {"AZURE_OPENAI_BASEURL": "https://gate.example/a"},
        None,
        "Group “eastus” is sent to https://gate.example/a",
    ),
    (config(BASED), {"AZURE_OPENAI_BASEURL": "https://x.example"}, None, "It does nothing here"),
    (
        config(),
        {"AZURE_OPENAI_BASEURL": "user_provided"},
        None,
        "Every group is sent to an address that each person enters",
    ),
    (
        config(),
        {"AZURE_OPENAI_BASE_PATH": "https://x.example/y"},
        None,
        "Every group is sent to https://x.example/y/<deployment>",
    ),
    (
        config(),
        {"AZURE_OPENAI_BASE_PATH": "https://x.example/y"},
        Target.V0_7,
        "does not read it",
    ),
    (
        config(),
        {"AZURE_OPENAI_BASE_PATH": "https://x/", "AZURE_OPENAI_BASEURL": "https://y/"},
        None,
        "AZURE_OPENAI_BASEURL comes before it",
    ),
    (config(), {"AZURE_OPENAI_API_KEY": KEY}, None, "no group refers to it"),
    (WITHOUT, {"AZURE_OPENAI_API_KEY": KEY}, None, "the name that it looks for is AZURE_API_KEY"),
    (config(BASED), {"INSTANCE_NAME": "x"}, None, "in the `baseURL` of group “eastus”"),
    (config(), {"DEPLOYMENT_NAME": "x"}, None, "no group has it so far"),
    (config(), {"PLUGINS_USE_AZURE": "true"}, None, "no plugins since release 0.7.9"),
    (config(), {"PLUGINS_USE_AZURE": "true"}, Target.V0_7, "past the groups"),
    (
        config(plugins=True),
        {"PLUGINS_USE_AZURE": "true"},
        Target.V0_7,
        "`plugins: true` in the config",
    ),
    (config(), {"AZURE_OPENAI_DEFAULT_MODEL": "gpt-4"}, Target.V0_7, "counts the tokens"),
    (config(), {"OPENAI_TITLE_MODEL": "gpt-4"}, Target.V0_7, "which no group has"),
    (
        config(),
        {"OPENAI_TITLE_MODEL": "gpt-4o-of-eastus"},
        Target.V0_7,
        "Titles are written by “gpt-4o-of-eastus”.",
    ),
    (config(), {"OPENAI_TITLE_MODEL": "gpt-4"}, None, "does nothing for Azure"),
    (config(), {"OPENAI_FORCE_PROMPT": "true"}, Target.V0_7, "text completions"),
    (
        config(group(assistants=True), assistants=True),
        {"ASSISTANTS_API_KEY": "user_provided"},
        None,
        "Up to release 0.7.2",
    ),
]


@pytest.mark.parametrize(("value", "variables", "target", "sentence"), EFFECTS)
def test_the_effect_on_this_config_is_said(
    value: Value, variables: dict[str, str], target: Target | None, sentence: str
) -> None:
    *_, key = variables
    if "AZURE_OPENAI_API_DEPLOYMENT_NAME" in variables:
        key = "AZURE_OPENAI_API_DEPLOYMENT_NAME"
    if "AZURE_OPENAI_BASE_PATH" in variables:
        key = "AZURE_OPENAI_BASE_PATH"
    effect = found(value, variables, target or Target.V0_8)[key].effect
    assert sentence in effect
    assert effect.endswith(".")
    assert "secret" not in effect
    assert KEY not in effect


@pytest.mark.parametrize(
    "variables",
    [
        {"ASSISTANTS_API_KEY": "user_provided"},
        {"ASSISTANTS_API_KEY": "sk-1"},
        {"OPENAI_FORCE_PROMPT": "true"},
        {"AZURE_API_KEY": ""},
        {"AZURE_OPENAI_ENDPOINT": "https://x"},
    ],
)
def test_what_does_not_concern_the_config_is_not_mentioned(variables: dict[str, str]) -> None:
    assert found(config(), variables) == {}


def test_a_key_of_that_name_that_a_group_uses_is_no_legacy_variable() -> None:
    mentioned = config(group(apiKey="${AZURE_OPENAI_API_KEY}"))
    assert found(mentioned, {"AZURE_OPENAI_API_KEY": KEY}) == {}


def test_placeholders_matter_only_beside_groups() -> None:
    assert found(WITHOUT, {"INSTANCE_NAME": "x"}) == {}


@pytest.mark.parametrize("name", [*DEPRECATED, *PLACEHOLDERS])
@pytest.mark.parametrize("target", Target)
def test_what_the_server_warns_of_is_a_warning_with_its_words(name: str, target: Target) -> None:
    variable = found(config(), {name: "x"}, target)[name]
    assert variable.severity is Severity.WARNING
    assert str(variable.server_message).startswith(f"The `{name}` environment variable")


def test_without_groups_the_legacy_settings_are_worth_an_info() -> None:
    variables = found(WITHOUT, OFFERED | {"AZURE_OPENAI_API_VERSION": "2024-10-21"})
    assert {variable.severity for variable in variables.values()} == {Severity.INFO}


@pytest.mark.parametrize("target", Target)
def test_the_server_is_silent_without_groups(target: Target) -> None:
    text = f"AZURE_API_KEY={KEY}\nAZURE_OPENAI_DEFAULT_MODEL=gpt-4o\n"
    problems = Document(json.dumps(WITHOUT), text, target).problems
    legacy = [problem for problem in problems if problem.code == "legacy-variable"]
    assert [(one.severity, one.server_message) for one in legacy] == [("info", None)] * 2


def test_the_line_is_that_of_the_last_assignment() -> None:
    document = Document(json.dumps(config()), "A=1\r\nAZURE_API_KEY=x\r\n\nAZURE_API_KEY=y\n")
    assert [variable.line for variable in document.legacy] == [4]


def test_a_variable_of_the_process_has_no_line() -> None:
    document = Document(json.dumps(config()), "AZURE_API_KEY=x", environ={"AZURE_API_KEY": "y"})
    assert [variable.line for variable in document.legacy] == [None]


def test_legacy_variables_are_problems_of_the_env_file() -> None:
    text = "AZURE_API_KEY=x\nAZURE_OPENAI_BASEURL=https://gate.example\n"
    problems = Document(json.dumps(config()), text, environ=ENVIRON).problems
    legacy = [problem for problem in problems if problem.code == "legacy-variable"]
    assert [(problem.file, problem.line, problem.severity) for problem in legacy] == [
        ("env", 1, "warning"),
        ("env", 2, "warning"),
    ]
    assert legacy[1].server_message is None
    assert "is sent to https://gate.example" in legacy[1].message


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://u:p@h.example:8/a?b#c", "https://h.example:8/a"),
        ("u:p@h.example/a?b", "h.example/a"),
        ("https://u:p@h.example/http://y", "https://h.example/http://y"),
        ("${GATE}/a#b", "${GATE}/a"),
        ("nonsense", "nonsense"),
    ],
)
def test_addresses_are_shown_without_secrets(text: str, shown: str) -> None:
    assert address_without_secrets(text) == shown


@pytest.mark.parametrize(
    ("variables", "fix", "after"),
    [
        ("AZURE_OPENAI_MODELS=a\nB=1\n", "comment-out", "# AZURE_OPENAI_MODELS=a\nB=1\n"),
        (
            "AZURE_OPENAI_BASEURL=https://x.example\n",
            "comment-out",
            "# AZURE_OPENAI_BASEURL=https://x.example\n",
        ),
        (f"B=1\nAZURE_API_KEY={KEY}\n", "remove-variable", "B=1\n"),
    ],
)
def test_what_nothing_needs_can_be_taken_out(variables: str, fix: str, after: str) -> None:
    document = Document(json.dumps(config()), variables, environ=ENVIRON)
    (problem,) = [one for one in document.problems if one.code == "legacy-variable"]
    (offered,) = problem.fixes
    assert (offered.id, offered.safe) == (fix, False)
    assert document.edited(document.fix_edit(offered)).env_text == after


def test_a_variable_of_the_process_cannot_be_taken_out() -> None:
    document = Document(json.dumps(config()), environ={"AZURE_OPENAI_MODELS": "a", **ENVIRON})
    (problem,) = [one for one in document.problems if one.code == "legacy-variable"]
    assert problem.fixes == ()
