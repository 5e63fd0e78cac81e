"""Each field offers what LibreChat can use in it, by the rules of the target."""

from __future__ import annotations

import pytest

from editor.core import api_versions
from editor.core.api_versions import Standing
from editor.core.completion import parameters
from editor.core.completion.offering import MODEL_NAME, meaning_at, model_names, offers_at
from editor.core.completion.suggestion import Suggestion
from editor.core.context_windows import context_window
from editor.core.document import Document
from editor.core.routing.parameters import merged
from editor.core.schema.field import Target
from editor.core.yaml.values import Path, Value

GROUP: Path = ("endpoints", "azureOpenAI", "groups", 0)
TEXT = """endpoints:
  azureOpenAI:
    groups:
    - group: east
      baseURL: https://x
      models:
        gpt-4o: true
        own: true
    - group: west
      serverless: true
      baseURL: https://y
      models: {mistral: true}
"""
RESPONSES: dict[str, Value] = {"useResponsesApi": True}
ENVIRON = {"AZURE_WEST_KEY": "topsecret", "HOME": "/home/x"}


def document(target: Target = Target.V0_8) -> Document:
    return Document(TEXT, "EAST_KEY=hidden\nNONE=\n", target=target, environ=ENVIRON)


def names(suggestions: tuple[Suggestion, ...]) -> list[str]:
    return [one.text for one in suggestions]


@pytest.mark.parametrize("key", ["apiKey", "instanceName", "deploymentName", "version"])
def test_resolved_fields_offer_variables_with_their_standing_and_no_value(key: str) -> None:
    offered = offers_at(document(), (*GROUP, key)).variables
    assert offered == (
        Suggestion("EAST_KEY", "set in .env"),
        Suggestion("NONE", "empty"),
        Suggestion("AZURE_WEST_KEY", "set in process"),
    )


def test_fields_that_librechat_does_not_resolve_offer_no_variables() -> None:
    for key in ("titleModel", "titlePrompt"):
        assert offers_at(document(), (*GROUP[:2], key)).variables == ()
    assert offers_at(document(), (*GROUP, "addParams", "user")).variables == ()


def test_a_base_url_offers_its_placeholders_unless_serverless() -> None:
    offered = names(offers_at(document(), (*GROUP, "baseURL")).variables)
    assert offered[:2] == ["INSTANCE_NAME", "DEPLOYMENT_NAME"]
    serverless = names(offers_at(document(), (*GROUP[:3], 1, "baseURL")).variables)
    assert "INSTANCE_NAME" not in serverless


@pytest.mark.parametrize("key", ["titleModel", "activityModel"])
def test_a_helping_model_is_one_of_the_config_or_the_one_in_use(key: str) -> None:
    offered = offers_at(document(), (*GROUP[:2], key)).whole
    assert names(offered) == ["current_model", "gpt-4o", "own", "mistral"]
    assert offered[1].meaning == "east · 127,500 tokens · sees pictures"


def test_header_values_offer_placeholders_that_the_target_fills_in() -> None:
    path = (*GROUP, "additionalHeaders", "x-user")
    offered = names(offers_at(document(), path).placeholders)
    assert {
        "LIBRECHAT_USER_EMAIL",
        "LIBRECHAT_BODY_CONVERSATIONID",
        "LIBRECHAT_OPENID_ACCESS_TOKEN",
    } <= set(offered)
    assert offers_at(document(Target.V0_7), path).placeholders == ()


def test_header_names_are_those_of_azure_and_its_gateways() -> None:
    offered = names(offers_at(document(), (*GROUP, "additionalHeaders"), is_key=True).whole)
    assert {"api-key", "Ocp-Apim-Subscription-Key", "cf-aig-authorization"} <= set(offered)


@pytest.mark.parametrize(
    ("target", "has", "lacks"),
    [
        (Target.V0_8, "frequencyPenalty", "frequency_penalty"),
        (Target.V0_7, "frequency_penalty", "frequencyPenalty"),
        (Target.V0_8, "web_search", "seed"),
        (Target.V0_7, "max_tokens", "useResponsesApi"),
    ],
)
def test_dropped_names_are_those_of_the_target(target: Target, has: str, lacks: str) -> None:
    offered = names(offers_at(document(target), (*GROUP, "dropParams", 0)).whole)
    assert has in offered
    assert lacks not in offered


@pytest.mark.parametrize("name", names(parameters.dropped_names(Target.V0_8)))
def test_every_dropped_name_takes_something_out_of_a_request(name: str) -> None:
    known = parameters.parameter(name, Target.V0_8)
    assert known is not None
    added: dict[str, Value] = {**RESPONSES, name: known.start}
    whole, without = merged("m", {}, added, None), merged("m", {}, added, [name])
    assert whole != without


@pytest.mark.parametrize("name", names(parameters.added_names(Target.V0_8)))
def test_every_added_name_puts_something_into_a_request(name: str) -> None:
    known = parameters.parameter(name, Target.V0_8)
    assert known is not None
    without = {key: value for key, value in RESPONSES.items() if key != name}
    assert merged("m", {}, {**without, name: known.start}, None) != merged("m", {}, without, None)


def test_a_parameter_with_few_values_offers_them() -> None:
    offered = offers_at(document(), (*GROUP, "addParams", "verbosity")).whole
    assert names(offered) == ["low", "medium", "high"]


@pytest.mark.parametrize("target", list(Target))
def test_model_names_are_those_with_a_context_window(target: Target) -> None:
    offered = model_names(target)
    assert len(offered) > 30
    for name, meaning in offered:
        assert meaning.startswith(f"{context_window(name, target):,} tokens")


def test_versions_come_newest_first_and_say_how_they_stand() -> None:
    offered = offers_at(document(), (*GROUP, "version")).whole
    assert names(offered) == sorted(names(offered), reverse=True)
    said = dict(offered)
    assert said["2024-10-21"].startswith("latest stable · chat")
    assert said["2024-12-01-preview"].endswith("may end without notice")
    for text, meaning in offered:
        is_retired = api_versions.standing(text) is Standing.RETIRED
        assert meaning.endswith("retirement announced") is is_retired


def test_a_value_is_explained_in_its_field() -> None:
    assert meaning_at(document(), (*GROUP, "version"), "2024-10-21").startswith("latest stable")
    assert meaning_at(document(), (*GROUP, "version"), "2024-10") == ""
    assert meaning_at(document(), (*GROUP, "group"), "2024-10-21") == ""
    path = (*GROUP, "models", "own", MODEL_NAME)
    assert meaning_at(document(), path, "own") == "context window not known to LibreChat"
