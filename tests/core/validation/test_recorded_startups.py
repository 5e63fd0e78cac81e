"""We say of the recorded configs what LibreChat's own packages said when they started them."""

import pytest

from editor.core.schema.field import Target
from editor.core.yaml.values import Value
from tests.core.validation import recorded
from tests.core.validation.configs import config, everything, group
from tests.oracle.startup import start_from
from tests.oracle.startup_comparison import start_differences


@pytest.mark.parametrize("target", Target)
def test_recorded_starts_go_as_librechat_goes(target: Target) -> None:
    cases = [case for case_target, case in recorded.startups() if case_target is target]
    assert len(cases) > 30
    for case in cases:
        start = start_from(case)
        assert start_differences(case["config"], target, case["environ"], start) == [], case


def test_records_hold_every_text_of_a_start() -> None:
    said = " ".join(str(case["error"]) + str(case["warnings"]) for _, case in recorded.startups())
    for text in (
        "was not found.",
        "No Azure models are configured to support assistants",
        "Invalid Vertex AI configuration:",
        "not included in the ENDPOINTS environment variable",
        "both 'supportedIds' and 'excludedIds' defined",
        "both 'privateAssistants' and 'supportedIds' or 'excludedIds' defined",
    ):
        assert text in said


def test_a_config_version_is_called_outdated_in_librechats_words() -> None:
    value: dict[str, Value] = {**config(), "version": "1.0.5"}
    (found,) = (one for one in everything(value) if one.code == "config-version")
    assert found.server_message == "Outdated Config version: 1.0.5\nLatest version: 1.3.17"


def test_legacy_variables_are_warned_of_in_librechats_words() -> None:
    environ = {"EASTUS_KEY": "x", "PLUGINS_USE_AZURE": "true", "INSTANCE_NAME": "x"}
    found = everything(config(group()), environ=environ)
    assert [one.server_message for one in found if one.variable] == [
        "The `PLUGINS_USE_AZURE` environment variable (related to using Azure for Plugins) should "
        "not be used in combination with the `azureOpenAI` endpoint configuration, as you will "
        "experience conflicts and errors.",
        "The `INSTANCE_NAME` environment variable should not be used in combination with the "
        "`azureOpenAI` endpoint configuration, as you may experience with the defined "
        "placeholders for mapping to the current model grouping using the same name.",
    ]
