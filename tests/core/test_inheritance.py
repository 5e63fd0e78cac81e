"""What a model takes from its group, and what it is lacking."""

import pytest

from editor.core.inheritance import (
    Fact,
    Source,
    inherited,
    missing_key,
    own_settings,
    resolve,
)
from editor.core.yaml.values import Timestamp, Value

GROUP: dict[str, Value] = {
    "group": "east",
    "apiKey": "${KEY}",
    "instanceName": "contoso",
    "deploymentName": "shared",
    "version": "v1",
    "models": {
        "own": {"deploymentName": "d", "version": None},
        "all": True,
        "empty": {"version": ""},
    },
}
SERVERLESS: dict[str, Value] = {
    "apiKey": "0123456789abcdef",
    "baseURL": "https://west.example.com",
    "serverless": True,
    "deploymentName": "ignored",
    "version": "v2",
    "models": {"mistral": {"deploymentName": "ignored too", "version": "v3"}},
}


def test_own_settings_win_and_an_empty_one_counts() -> None:
    own, empty = resolve(GROUP, "own"), resolve(GROUP, "empty")
    assert own.deployment == Fact("d", Source.MODEL)
    assert own.version == Fact("v1", Source.GROUP)
    assert empty.version == Fact("", Source.MODEL)
    assert missing_key(empty) == "version"


def test_a_model_that_is_true_takes_everything_from_the_group() -> None:
    resolution = resolve(GROUP, "all")
    assert resolution.deployment == Fact("shared", Source.GROUP)
    assert resolution.resource == Fact("contoso", Source.GROUP)
    assert resolution.api_key == Fact("${KEY}", Source.GROUP)
    assert missing_key(resolution) is None


def test_a_serverless_group_sends_the_name_and_ignores_the_models_settings() -> None:
    resolution = resolve(SERVERLESS, "mistral")
    assert resolution.deployment == Fact("mistral", Source.NAME)
    assert resolution.version == Fact("v2", Source.GROUP)
    assert resolution.resource == Fact("https://west.example.com", Source.GROUP)
    assert resolution.api_key == Fact("***cdef", Source.GROUP)
    assert missing_key(resolve({"serverless": True}, "x")) is None
    assert inherited(SERVERLESS, "deploymentName") == ""


@pytest.mark.parametrize("group", [None, "text", {}, {"models": []}, {"models": {"a": 3}}])
def test_what_is_missing_everywhere_comes_from_nowhere(group: Value) -> None:
    resolution = resolve(group, "a")
    assert resolution.deployment == Fact("", Source.NOWHERE)
    assert missing_key(resolution) == "deploymentName"


def test_a_date_in_place_of_a_version_is_shown_as_written() -> None:
    group: dict[str, Value] = {**GROUP, "version": Timestamp(1_729_468_800_000)}
    assert resolve(group, "all").version == Fact("2024-10-21", Source.GROUP)


def test_settings_of_its_own_mean_what_was_inherited() -> None:
    assert own_settings(GROUP, "all") == {"deploymentName": "shared"}
    assert own_settings({}, "gpt") == {"deploymentName": "gpt"}
    assert own_settings(SERVERLESS, "mistral") == {}
