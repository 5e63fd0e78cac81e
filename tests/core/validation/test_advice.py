"""What LibreChat accepts and then ignores, misreads or fails on is said, and can be mended."""

import json

import pytest

from editor.core.document import Document
from editor.core.schema.field import Target
from editor.core.validation.problem import Origin, Severity
from editor.core.yaml.values import Value
from tests.core.validation.configs import ENVIRON, config, group, only, remarks

OTHER: Value = {"gpt-4o-mini": True}
AZURE = "https://contoso-eastus.openai.azure.com"
HOST = f"{AZURE}/openai/deployments"
PLACED = "https://${INSTANCE_NAME}.openai.azure.com/openai/deployments"
TARGET_URI = f"{HOST}/gpt-4o/chat/completions?api-version=2024-10-21"


def serverless(base: str = "https://x.example/v1", /, **settings: Value) -> dict[str, Value]:
    return {
        "group": "foundry",
        "apiKey": "${EASTUS_KEY}",
        "baseURL": base,
        "serverless": True,
        "models": {"mistral-large": True},
        **settings,
    }


GROUPS: list[tuple[dict[str, Value], list[str]]] = [
    (group(), []),
    (serverless(), []),
    (group(group=""), ["empty-name"]),
    (group(group="${A}"), ["unfilled-reference"]),
    (group(models={"": True}), ["empty-name"]),
    (group(models={"gpt-4o ${A}": True}), ["unfilled-reference"]),
    (group(apiKey=""), ["empty-key"]),
    (group(apiKey="0123456789abcdef"), ["literal-key"]),
    (group(apiKey="Bearer ${UNSET}"), ["unresolved-reference"]),
    (group(apiKey="${UNSET}"), ["missing-variable"]),
    (group(apiKey="${EASTUS_KEY}${EASTUS_KEY}"), ["missing-variable"]),
    (group(version="${UNSET}"), ["missing-variable"]),
    (group(models={"gpt-4o": False}), ["enabled-by-false"]),
    (group(models={"gpt-4o": True, "assistants": True}), ["misplaced-option"]),
    (group(models={"gpt-4o": {"assistants": True}}), ["ineffective-assistants"]),
    (group(models={"gpt-5-codex": True}, version="2025-04-01-preview"), ["responses-only"]),
    (group(models={"gpt-5-codex": True}, addParams={"useResponsesApi": True}), []),
    (group(instanceName="contoso.openai.azure.com"), ["full-domain"]),
    (group(instanceName="https://contoso.openai.azure.com/"), ["full-domain"]),
    (group(instanceName="contoso.cognitiveservices.azure.com"), ["full-domain"]),
    (group(instanceName=TARGET_URI), ["full-domain"]),
    (group(instanceName="con toso"), ["invalid-url"]),
    (group(instanceName=" contoso "), []),
    (group(instanceName="a.b.example", baseURL=f"{HOST}/${{DEPLOYMENT_NAME}}"), []),
    (group(baseURL=HOST), []),
    (group(baseURL=f"{HOST}/gpt-4o"), []),
    (group(baseURL=TARGET_URI), []),
    (group(baseURL=f"{PLACED}/x"), ["misrouted-url"]),
    (group(baseURL=f"{HOST}/"), ["misrouted-url"]),
    (group(baseURL=f"{HOST}/other"), ["misrouted-url"]),
    (group(baseURL=AZURE), ["misrouted-url"]),
    (group(baseURL=f"{AZURE}/openai"), ["misrouted-url"]),
    (group(baseURL="https://x.services.ai.azure.com/models"), ["misrouted-url"]),
    (group(baseURL="https://gw.example/${INSTANCE_NAME}/${DEPLOYMENT_NAME}"), ["misrouted-url"]),
    (group(baseURL="https://gw.example/openai/deployments/${DEPLOYMENT_NAME}"), []),
    (group(deploymentName="openai", baseURL=f"{HOST}/openai"), []),
    (group(deploymentName="dep", baseURL=f"{HOST}/dep"), ["misrouted-url"]),
    (
        group(
            instanceName="gpt-4o-west",
            baseURL=f"{PLACED}/${{DEPLOYMENT_NAME}}",
        ),
        ["misrouted-url"],
    ),
    (group(baseURL="contoso.openai.azure.com/openai/deployments/gpt-4o"), ["invalid-url"]),
    (group(baseURL="${UNSET}"), ["unresolved-reference"]),
    (group(baseURL="https://x/${UNSET}/openai/deployments"), ["unresolved-reference"]),
    (group(baseURL="${EASTUS_KEY}/deployments/${DEPLOYMENT_NAME}"), ["unresolved-reference"]),
    (serverless("https://x.example/v1/chat/completions"), ["doubled-suffix"]),
    (serverless("https://x.example/models?api-version=2024-06-01"), ["doubled-suffix"]),
    (serverless("https://x.services.ai.azure.com/models/", version="2024-05-01-preview"), []),
    (serverless("https://${INSTANCE_NAME}.example/v1"), ["unresolved-reference"]),
    (serverless("https://${UNSET}/v1"), ["unresolved-reference"]),
    (serverless("x.example/v1"), ["invalid-url"]),
    (serverless(version="${UNSET}"), ["unresolved-reference"]),
    (serverless(apiKey="${UNSET}"), ["missing-variable"]),
    (serverless(deploymentName="d"), ["serverless-setting"]),
    (serverless(models={"m": {"version": "2024-10-21"}}), ["serverless-setting"]),
    (group(additionalHeaders={"x-a": "${UNSET}"}), ["unresolved-reference"]),
    (group(additionalHeaders={"x-a": "{{LIBRECHAT_USER_ID}}"}), []),
    (group(additionalHeaders={"Ocp-Apim-Subscription-Key": "0123"}), ["literal-key"]),
    (group(addParams={"max_tokens": 5}), ["ineffective-parameter"]),
    (group(addParams={"maxTokens": 5, "stop": ["${A}"]}), ["unfilled-reference"]),
    (group(dropParams=["frequency_penalty", "user"]), ["ineffective-parameter"]),
    (group(dropParams=["frequency_penalty", "frequencyPenalty"]), []),
    (group(version="0613"), ["unknown-api-version"]),
    (group(version="1106-Preview"), ["unknown-api-version"]),
    (group(version="2024-10-21-preview"), ["unknown-api-version"]),
    (group(version="2023-03-15-preview"), ["retired-api-version"]),
    (group(version="2030-01-01"), ["unknown-api-version"]),
    (group(version="preview"), []),
    (group(version="2024-02-01"), ["old-api-version"]),
    (group(models={"o1": True}), ["old-api-version"]),
    (group(models={"gpt-4o": {"deploymentName": "o3-mini"}}), ["old-api-version"]),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "codes"), GROUPS)
def test_a_group_gets_exactly_the_advice_that_it_needs(
    entry: dict[str, Value], codes: list[str]
) -> None:
    assert [found.code for found in remarks(config(entry))] == codes


@pytest.mark.parametrize(("entry", "codes"), [case for case in GROUPS if case[1]])
def test_every_fix_of_a_group_ends_its_problem(entry: dict[str, Value], codes: list[str]) -> None:
    document = Document(json.dumps(config(entry)), environ=ENVIRON)
    for problem in document.problems:
        for fix in problem.fixes:
            after = document.apply(fix.operations).problems
            left = [one for one in after if one.node_path == problem.node_path]
            assert problem.code not in {one.code for one in left}, fix
            errors = [one for one in after if one.severity is Severity.ERROR]
            assert not (fix.safe and errors), fix


ENDPOINTS: list[tuple[dict[str, Value], list[str]]] = [
    (config(titleModel="gpt-4o-of-eastus"), []),
    (config(titleModel="current_model"), []),
    (config(titleModel="gpt-4-of-eastus"), ["unknown-title-model"]),
    (config(titleModel="gpt-4-of-eastus", titleConvo=False), []),
    (config(titleModel="gpt-4-of-eastus", titleEndpoint="openAI"), []),
    (config(titleModel="gpt-4-of-eastus", titleEndpoint="azureOpenAI"), ["unknown-title-model"]),
    (config(groupMap={}), ["internal-key"]),
    (config(assistants=True), ["no-assistant-group", "retired-assistants"]),
    (config(group(assistants=True), assistants=True), ["retired-assistants"]),
    (
        config(group(assistants=True), group("b", assistants=True, models=OTHER), assistants=True),
        ["retired-assistants", "several-assistant-groups"],
    ),
]


@pytest.mark.parametrize(("value", "codes"), ENDPOINTS)
def test_the_endpoint_gets_exactly_the_advice_that_it_needs(
    value: dict[str, Value], codes: list[str]
) -> None:
    assert [found.code for found in remarks(value)] == codes


def _with(value: dict[str, Value], section: str, content: Value) -> dict[str, Value]:
    endpoints = value["endpoints"]
    assert isinstance(endpoints, dict)
    return {**value, "endpoints": {**endpoints, section: content}}


def test_settings_for_all_endpoints_hide_those_for_titles() -> None:
    value = _with(config(titleModel="nobody", titleConvo=True), "all", {"streamRate": 5})
    assert [found.code for found in remarks(value)] == ["hidden-title-setting"] * 2
    value = _with(config(), "all", {"titleModel": "nobody"})
    (found,) = remarks(value)
    assert (found.code, found.path) == ("unknown-title-model", ("endpoints", "all", "titleModel"))


@pytest.mark.parametrize("section", [{}, {"capabilities": ["retrieval", "tools"]}])
def test_retrieval_is_taken_from_the_capabilities(section: dict[str, Value]) -> None:
    value = _with(config(group(assistants=True), assistants=True), "azureAssistants", section)
    found = remarks(value)[-1]
    assert (found.code, found.fixes[0].safe) == ("retrieval-capability", True)
    mended = Document(json.dumps(value), environ=ENVIRON).apply(found.fixes[0].operations)
    assert "retrieval-capability" not in {problem.code for problem in mended.problems}


@pytest.mark.parametrize(
    "content",
    [
        {"modelSpecs": {"list": [{"preset": {"endpoint": "azureOpenAI", "model": "gone"}}]}},
        {"memory": {"agent": {"provider": "azureOpenAI", "model": "gone"}}},
        {"summarization": {"provider": "azureOpenAI", "model": "gone"}},
    ],
)
def test_a_model_that_other_sections_miss_is_a_warning(content: dict[str, Value]) -> None:
    (found,) = remarks({**config(), **content})
    assert (found.code, found.severity) == ("unknown-model", Severity.WARNING)


def test_release_0_7_needs_a_title_model_and_instances_for_plugins() -> None:
    codes = [found.code for found in remarks(config(), Target.V0_7)]
    assert codes == ["config-version", "no-title-model"]
    value = config(serverless(), plugins=True, titleModel="mistral-large")
    codes = [found.code for found in remarks(value, Target.V0_7)]
    assert codes == ["config-version", "plugins-without-instance"]


def test_release_0_7_names_the_model_that_answers_pictures() -> None:
    blind = config(group(models={"o1": True, "gpt-4o": True, "gpt-4-turbo": True}), titleModel="o1")
    found = [one for one in remarks(blind, Target.V0_7) if one.code == "vision-model"]
    assert [one.path[-1] for one in found] == ["gpt-4o"]
    assert "vision-model" not in {one.code for one in remarks(blind)}


@pytest.mark.parametrize(
    ("environ", "code"),
    [
        ({"AZURE_OPENAI_MODELS": "a"}, "legacy-variable"),
        ({"AZURE_OPENAI_MODELS": ""}, None),
        ({"INSTANCE_NAME": "a"}, "placeholder-variable"),
        ({"ENDPOINTS": "openAI"}, "left-out-endpoint"),
        ({"ENDPOINTS": "openAI, azureOpenAI"}, None),
    ],
)
def test_the_environment_is_looked_at(environ: dict[str, str], code: str | None) -> None:
    codes = [found.code for found in remarks(config(), environ=ENVIRON | environ)]
    assert codes == ([] if code is None else [code])


def test_our_own_opinion_is_never_an_error() -> None:
    found = [one for entry, _ in GROUPS for one in remarks(config(entry))]
    refusing = {one.origin for one in found if one.severity is Severity.ERROR}
    assert refusing == {Origin.STARTUP, Origin.REQUEST}
    assert all(one.severity is not Severity.ERROR for one in found if one.origin is Origin.ADVICE)


def test_an_empty_deployment_of_a_model_stops_the_start() -> None:
    value = config(group(models={"gpt-4o": {"deploymentName": "", "version": "2024-06-01"}}))
    found = only(value)
    assert found.server_message == (
        'Model "gpt-4o" in group "eastus" is missing a deploymentName ("") or version '
        '("2024-06-01").'
    )
    mended = Document(json.dumps(value), environ=ENVIRON).apply(found.fixes[0].operations)
    assert mended.valid
