"""A finding leads to the field that counts, says what is proven, and sees LibreChat's traps."""

import json
from typing import Any

import pytest

from editor.core.diagnosis.answer import Answer
from editor.core.diagnosis.catalogue import catalogue
from editor.core.diagnosis.diagnose import Fault, answered, unanswered, verdict
from editor.core.diagnosis.facts import FACTS
from editor.core.diagnosis.finding import Answerer, Diagnosis, Part
from editor.core.diagnosis.places import Subject
from editor.core.document import Document
from editor.core.probe import Probe
from editor.core.result import Outcome
from editor.core.routing.route import Kind, Route
from tests.network.sending import config, serverless

_KEY, _DEPLOYMENT, _VERSION = Part.KEY, Part.DEPLOYMENT, Part.VERSION
_RESOURCE = {"error": {"code": "404", "message": "Resource not found"}}
_BAD_KEY = {"error": {"message": "invalid subscription key or wrong API endpoint."}}
_NO_DEPLOYMENT = {"error": {"code": "DeploymentNotFound", "message": ""}}


def _subject(text: str, **variables: str) -> Subject:
    document = Document(text, environ={"AZURE_KEY": "0123456789abcdef", **variables})
    return Subject(document.routes[0], document.value)


def _group(*lines: str, model: str = "gpt-4o: {deploymentName: prod}") -> Subject:
    rows = "".join(f"        {line}\n" for line in lines)
    head = "version: 1.3.17\nendpoints:\n  azureOpenAI:\n    groups:\n      - group: east\n"
    return _subject(
        f"{head}        apiKey: 0123456789abcdef\n{rows}        models:\n          {model}\n"
    )


def _found(status: int, body: Any, subject: Subject) -> Diagnosis:
    return answered(Answer(status, {}, json.dumps(body)), subject).diagnosis


_PLAIN = ("instanceName: contoso", 'version: "2024-10-21"')


@pytest.mark.parametrize(
    ("id", "lines", "model", "path"),
    [
        ("aoai_401_bad_key", _PLAIN, None, "apiKey"),
        ("aoai_404_deployment", _PLAIN, None, "models.gpt-4o.deploymentName"),
        ("aoai_404_deployment", (*_PLAIN, "deploymentName: d"), "gpt-4o: true", "deploymentName"),
        ("aoai_404_deployment", ("serverless: true",), "m: true", "models.m"),
        ("aoai_404_resource", _PLAIN, None, "version"),
        (
            "aoai_404_resource",
            _PLAIN,
            'gpt-4o: {deploymentName: d, version: "2024-06-01"}',
            "models.gpt-4o.version",
        ),
        ("aoai_404_resource", ("serverless: true", "baseURL: https://x.y"), None, "baseURL"),
        ("aoai_400_temperature", _PLAIN, None, "dropParams"),
        ("dns_not_found", _PLAIN, None, "instanceName"),
        ("dns_not_found", (*_PLAIN, "baseURL: https://x/deployments"), None, "baseURL"),
        (
            "dns_not_found",
            (*_PLAIN, 'baseURL: "https://${INSTANCE_NAME}.x/deployments"'),
            None,
            "instanceName",
        ),
        ("aoai_401_token_not_key", _PLAIN, None, "serverless"),
        ("aoai_401_token_not_key", ("serverless: true", "baseURL: https://x.y"), None, "baseURL"),
        ("foundry_404_unknown_model", _PLAIN, None, "models.gpt-4o"),
        ("aoai_403_blocked_abuse", _PLAIN, None, "models.gpt-4o"),
    ],
)
def test_the_field_is_the_one_that_counts(
    id: str, lines: tuple[str, ...], model: str | None, path: str
) -> None:
    subject = _group(*lines) if model is None else _group(*lines, model=model)
    found = verdict(id, subject).diagnosis.path
    assert ".".join(map(str, found)) == f"endpoints.azureOpenAI.groups.0.{path}"


@pytest.mark.parametrize(
    ("id", "answered_by", "proven"),
    [
        ("ok", Answerer.MODEL, {_KEY, _DEPLOYMENT, _VERSION}),
        ("aoai_401_bad_key", Answerer.FRONT_DOOR, set()),
        ("aoai_403_firewall", Answerer.FRONT_DOOR, set()),
        ("aoai_404_resource", Answerer.FRONT_DOOR, set()),
        ("aoai_404_deployment", Answerer.SERVICE, {_KEY}),
        ("aoai_400_max_tokens", Answerer.MODEL, {_KEY, _DEPLOYMENT, _VERSION}),
        ("aoai_429_rate", Answerer.SERVICE, {_KEY, _DEPLOYMENT, _VERSION}),
        ("apim_401_missing", Answerer.GATEWAY, set()),
        ("proxy_407", Answerer.PROXY, set()),
        ("conn_refused", Answerer.NOBODY, set()),
    ],
)
def test_who_answered_proves_what_comes_before_it(
    id: str, answered_by: Answerer, proven: set[Part]
) -> None:
    found = verdict(id, _group(*_PLAIN)).diagnosis
    assert (found.answered_by, found.proven) == (answered_by, proven)


def test_a_version_that_is_not_sent_is_not_proven() -> None:
    subject = _group("serverless: true", "baseURL: https://x.example")
    assert verdict("ok", subject).diagnosis.proven == {_KEY, _DEPLOYMENT}


@pytest.mark.parametrize("id", [id for id, fact in FACTS.items() if fact.is_local])
def test_what_holds_for_this_network_only_says_so(id: str) -> None:
    assert (
        "This holds for the network of this machine" in verdict(id, _group(*_PLAIN)).diagnosis.cause
    )


@pytest.mark.parametrize(
    "id",
    ["aoai_400_min_tokens", "aoai_400_content_filter", "aoai_429_rate", "aoai_429_86400",
     "aoai_429_simple", "aoai_429_capacity", "aoai_200_finish_content_filter"],
)  # fmt: skip
def test_throttled_filtered_and_cut_short_count_as_connected(id: str) -> None:
    assert verdict(id, _group(*_PLAIN)).outcome is Outcome.LIMITED


@pytest.mark.parametrize(
    ("id", "lines", "model"),
    [
        ("aoai_404_yaml_date", ("instanceName: contoso", "version: 2024-10-21"), None),
        ("cfg_missing_instance", ('version: "2024-10-21"',), None),
        ("cfg_serverless_no_url", ("serverless: true",), None),
        ("cfg_missing_dep_or_version", ("instanceName: contoso",), None),
        ("cfg_env_missing", ('instanceName: "${NOT_SET}"', 'version: "2024-10-21"'), None),
        ("cfg_invalid_url", (*_PLAIN, "baseURL: contoso.openai.azure.com"), None),
    ],
)
def test_a_model_that_librechat_refuses_says_why(
    id: str, lines: tuple[str, ...], model: str | None
) -> None:
    subject = _group(*lines)
    result = Probe(subject.route, subject.config).skipped()
    assert result.diagnosis.id == id


def test_a_model_of_two_groups_says_why() -> None:
    text = config("https://x.example/a")
    doubled = text + text[text.index("      - group") :].replace("group: east", "group: west")
    document = Document(doubled, environ={"AZURE_KEY": "0123456789abcdef"})
    second = Probe(document.routes[1], document.value)
    assert second.skipped().diagnosis.id == "cfg_duplicate_model"


def test_a_models_version_in_the_apis_place_is_seen() -> None:
    subject = _group("instanceName: contoso", "version: 1106-Preview")
    found = _found(404, _RESOURCE, subject)
    assert (found.id, found.path[-1]) == ("cfg_version_is_model_version", "version")


def test_an_option_among_the_models_is_seen() -> None:
    subject = _group(*_PLAIN, "deploymentName: d", model="assistants: true")
    assert _found(404, _NO_DEPLOYMENT, subject).id == "cfg_models_not_models"


def test_an_address_cut_in_its_host_is_seen() -> None:
    subject = _group(*_PLAIN, "baseURL: https://prod-eastus.example/openai/deployments/prod")
    found = unanswered(Fault.NO_SUCH_HOST, subject, has_begun=False).diagnosis
    assert (found.id, found.path[-1]) == ("cfg_deployment_in_host", "baseURL")


def test_a_deployment_that_comes_twice_explains_an_unknown_path() -> None:
    subject = _group(*_PLAIN, "baseURL: https://gateway.example/azure-openai/contoso/prod")
    found = _found(404, _RESOURCE, subject)
    assert found.id == "aoai_404_resource"
    assert found.cause == catalogue()["cfg_baseurl_no_deployments_segment"].cause
    assert _found(404, {}, subject).id == "cfg_baseurl_no_deployments_segment"


def test_a_pasted_target_address_is_seen() -> None:
    pasted = "https://x.example/models/chat/completions?api-version=2024-05-01-preview"
    subject = _group("serverless: true", f"baseURL: {pasted}")
    found = _found(404, _RESOURCE, subject)
    assert found.id == "serverless_target_uri_pasted"
    assert found.path[-1] == "baseURL"
    other = _found(404, {"detail": "Not Found"}, subject)
    assert (other.id, other.path[-1]) == ("cfg_model_pasted_full_url", "baseURL")


@pytest.mark.parametrize(
    ("url", "id"),
    [
        ("https://contoso.openai.azure.com/openai/deployments", "aoai_401_bad_key"),
        ("http://127.0.0.1:8080/openai/deployments", "aoai_401_bad_key"),
        ("https://contoso.azure-api.net/openai/deployments", "apim_backend_401"),
        ("https://ai.contoso.example/openai/deployments", "apim_backend_401"),
    ],
)
def test_a_refused_key_behind_a_gateway_is_the_gateways(url: str, id: str) -> None:
    assert _found(401, _BAD_KEY, _group(*_PLAIN, f"baseURL: {url}")).id == id


def test_an_image_deployment_that_is_gone_may_be_retired() -> None:
    url = "https://contoso.openai.azure.com/openai/deployments/dall-e-3/images/generations"
    route = Route(model="dall-e-3", group="", kind=Kind.IMAGE, url=url)
    found = _found(404, _NO_DEPLOYMENT, Subject(route))
    assert (found.id, found.variable) == ("image_model_retired", "DALLE3_BASEURL")


@pytest.mark.parametrize("id", ["image_400_invalid_payload", "image_400_invalid_value"])
def test_a_refused_size_is_what_an_image_probe_hopes_for(id: str) -> None:
    route = Route(model="gpt-image-1", group="", kind=Kind.IMAGE, url="https://x.example/")
    assert verdict(id, Subject(route)).outcome is Outcome.OK


def test_an_answer_names_the_field_that_it_refuses() -> None:
    body = {"detail": [{"type": "extra_forbidden", "loc": ["body", "user"], "msg": ""}]}
    found = _found(422, body, _subject(serverless("https://x.example")))
    assert "“user”" in found.summary
    assert found.path[-1] == "dropParams"


def test_an_answer_names_the_category_that_was_filtered() -> None:
    filtered = {"hate": {"filtered": False}, "jailbreak": {"filtered": True}}
    inner = {"code": "ResponsibleAIPolicyViolation", "content_filter_results": filtered}
    body = {"error": {"code": "content_filter", "inner_error": inner}}
    assert "Filtered for: jailbreak." in _found(400, body, _group(*_PLAIN)).summary


def test_a_throttled_answer_says_how_long_to_wait() -> None:
    answer = Answer(429, {"retry-after": "7"}, '{"error": {"message": "have exceeded"}}')
    assert "wait 7 s" in answered(answer, _group(*_PLAIN)).diagnosis.summary
    answer = Answer(429, {"retry-after": "86400"}, "")
    assert answered(answer, _group(*_PLAIN)).diagnosis.id == "aoai_429_86400"


@pytest.mark.parametrize(("host", "is_warned"), [("x.example", True), ("127.0.0.1", False)])
def test_a_key_that_goes_unencrypted_is_mentioned(host: str, is_warned: bool) -> None:
    summary = verdict("ok", _subject(serverless(f"http://{host}"))).diagnosis.summary
    assert ("unencrypted" in summary) is is_warned
