"""A probe is the routed request with a small output; what cannot be sent is explained."""

import json
from typing import Any

import pytest

from editor.core.probe import OUTPUT_CAP, Probe
from editor.core.probes import assistants_notice
from editor.core.reading import read
from editor.core.result import Outcome
from editor.core.routing.route import Kind, Route
from tests.network.sending import KEY, config, probes, serverless

_GATEWAY = "https://gw.example"


def _probe(text: str, variables: dict[str, str] | None = None) -> Probe:
    (probe,) = probes(text, variables)
    return probe


def _body(probe: Probe) -> dict[str, Any]:
    assert probe.request is not None
    return json.loads(probe.request.content)


@pytest.mark.parametrize(
    ("model", "deployment", "name"),
    [
        ("gpt-4o", "prod-chat", "max_tokens"),
        ("gpt-5", "prod-chat", "max_completion_tokens"),
        ("azure/GPT-7-mini", "x", "max_completion_tokens"),
        ("gpt-4", "o3-mini", "max_completion_tokens"),
        ("gpt-4", "O1", "max_completion_tokens"),
        ("gpt-4", "gpt-5-nano", "max_completion_tokens"),
        ("gpt-4", "gpt-5-chat", "max_tokens"),
        ("gpt-4", "our-o3", "max_tokens"),
        ("gpt-4", "omni", "max_tokens"),
        ("o3", "prod", "max_tokens"),
    ],
)
def test_the_cap_has_the_name_that_librechats_client_gives_it(
    model: str, deployment: str, name: str
) -> None:
    body = _body(_probe(config(_GATEWAY, model=model, deployment=deployment)))
    caps = {key for key in body if key.startswith("max_")}
    assert (caps, body[name]) == ({name}, OUTPUT_CAP)
    assert OUTPUT_CAP >= 16


def test_all_but_the_cap_is_as_routed() -> None:
    probe = _probe(config(_GATEWAY))
    body = _body(probe)
    del body["max_tokens"]
    assert body == dict(probe.route.body)
    assert probe.request is not None
    assert (probe.request.method, probe.request.url) == ("POST", probe.route.url)
    assert probe.route.headers.items() <= probe.request.headers.items()


def test_the_responses_api_names_the_cap_otherwise() -> None:
    more = "\n        addParams: {useResponsesApi: true}"
    body = _body(_probe(config(_GATEWAY, more=more)))
    assert body["max_output_tokens"] == OUTPUT_CAP
    assert "max_tokens" not in body


def test_a_cap_of_the_config_is_sent_as_librechat_sends_it() -> None:
    body = _body(_probe(config(_GATEWAY, more="\n        addParams: {maxTokens: 2048}")))
    assert body["max_tokens"] == 2048
    assert "max_completion_tokens" not in body


def test_a_name_that_the_config_drops_is_not_used_for_the_cap() -> None:
    more = "\n        dropParams: [max_tokens, maxTokens]"
    assert "max_tokens" not in _body(_probe(config(_GATEWAY, more=more)))
    assert "max_tokens" not in _body(_probe(serverless(_GATEWAY, more=more)))


def test_an_image_is_asked_for_in_a_size_that_no_model_makes() -> None:
    route = Route(model="dall-e-3", group="", kind=Kind.IMAGE, url=_GATEWAY, body={"prompt": "x"})
    assert _body(Probe(route)) == {"prompt": "x", "size": "1x1"}


@pytest.mark.parametrize(
    ("url", "id"),
    [
        ("gw.example", "cfg_invalid_url"),
        ("https://gw.example:99999", "cfg_invalid_url"),
        ("https://[::1", "cfg_invalid_url"),
        ("ftp://gw.example", "url_scheme"),
        ("https://user:geheim-123456@gw.example", "url_credentials"),
        ("https://user@gw.example", "url_credentials"),
        ("${GATEWAY}", "cfg_env_missing"),
        ("https://${GATEWAY}/x", "cfg_env_missing"),
    ],
)
@pytest.mark.parametrize("make", [config, serverless])
def test_an_address_that_cannot_be_called_is_not(make: Any, url: str, id: str) -> None:
    probe = _probe(make(url))
    result = probe.skipped()
    assert probe.request is None
    assert (result.outcome, result.diagnosis.id, result.request) == (Outcome.SKIPPED, id, None)
    assert result.diagnosis.path[-1] == "baseURL"
    assert "geheim" not in repr(result)


def test_a_name_that_makes_no_address_is_not_said_to_lack_a_scheme() -> None:
    text = config(_GATEWAY).replace("contoso", "my inst").replace("baseURL", "comment")
    diagnosis = _probe(text).skipped().diagnosis
    assert diagnosis.id == "cfg_invalid_url"
    assert "baseURL" not in diagnosis.summary + diagnosis.cause + diagnosis.fix


@pytest.mark.parametrize(
    ("url", "called"),
    [
        ("https://[::1]:8443", "https://[::1]:8443/chat/completions"),
        ("https://bücher.example", "https://xn--bcher-kva.example/chat/completions"),
        ("https://GW.example:443/v1/", "https://gw.example/v1/chat/completions"),
        ("http://gw.example:8080", "http://gw.example:8080/chat/completions"),
    ],
)
def test_unusual_hosts_and_ports_are_called(url: str, called: str) -> None:
    request = _probe(serverless(url)).request
    assert request is not None
    assert request.url == called


def test_a_variable_without_a_value_is_named_with_its_field() -> None:
    text = config(_GATEWAY, more='\n        additionalHeaders: {X-Token: "${TOKEN_X}"}')
    result = _probe(text).skipped()
    assert "TOKEN_X" in result.diagnosis.summary
    assert result.diagnosis.path[-2:] == ("additionalHeaders", "X-Token")
    (without_key,) = probes(config(_GATEWAY), {"AZURE_KEY": ""})
    assert without_key.skipped().diagnosis.path[-1] == "apiKey"


@pytest.mark.parametrize("value", ['"a\\nb"', '"日本"'])
def test_a_header_that_cannot_be_sent_is_explained(value: str) -> None:
    text = config(_GATEWAY, more=f"\n        additionalHeaders: {{X-Note: {value}}}")
    assert _probe(text).skipped().diagnosis.id == "bad_header"


def test_a_probe_prints_no_secret() -> None:
    probe = _probe(config(f"https://gw.example/{KEY}"))
    assert KEY not in repr(probe)
    assert KEY not in repr(probe.sent_request)
    assert "***abcd" in repr(probe.sent_request)


def test_secrets_are_shown_only_when_asked_for() -> None:
    probe = _probe(config(_GATEWAY))
    shown = Probe(probe.route, probe.config, shows_secrets=True)
    assert KEY in repr(shown.sent_request)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("endpoints: {azureOpenAI: {assistants: true, groups: []}}", "azureOpenAI.assistants"),
        ("endpoints: {azureAssistants: {disableBuilder: false}}", "azureAssistants"),
        (
            "endpoints: {azureOpenAI: {groups: [{group: a}, {assistants: true}]}}",
            "azureOpenAI.groups.1.assistants",
        ),
    ],
)
def test_assistants_get_a_notice_and_no_call(text: str, path: str) -> None:
    notice = assistants_notice(read(text).config)
    assert notice is not None
    assert (notice.outcome, notice.request) == (Outcome.SKIPPED, None)
    assert notice.diagnosis.id == "assistants_retired"
    assert ".".join(map(str, notice.diagnosis.path)) == f"endpoints.{path}"


def test_without_assistants_there_is_no_notice() -> None:
    assert assistants_notice(read("endpoints: {azureOpenAI: {groups: []}}").config) is None
    assert assistants_notice(None) is None
