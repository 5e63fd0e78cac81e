"""Every fix that is offered mends what it is offered for."""

from collections import Counter

import pytest

from editor.core.validation import mending
from editor.core.validation.problem import Finding, Origin
from editor.core.yaml.values import Timestamp, Value
from tests.core.validation import recorded
from tests.core.validation.configs import config, findings, group, only
from tests.core.validation.edited import edited
from tests.oracle.zod import decoded


def _kinds(found: tuple[Finding, ...]) -> Counter[tuple[object, ...]]:
    return Counter((finding.code, finding.node_path, finding.server_message) for finding in found)


def test_every_fix_offered_for_a_recorded_config_mends_its_problem() -> None:
    offered = 0
    for target, case in recorded.verdicts():
        value = decoded(case["config"])
        before = findings(value, target)
        for found in before:
            for fix in found.fixes:
                offered += 1
                after = _kinds(findings(edited(value, fix), target))
                (kind,) = _kinds((found,))
                assert after[kind] < _kinds(before)[kind], (found, fix)
    assert offered > 100


@pytest.mark.parametrize(
    ("settings", "mended"),
    [
        ({"serverless": "False"}, {"serverless": False}),
        ({"assistants": "yes"}, {"assistants": True}),
        ({"version": False}, {"version": "false"}),
        ({"dropParams": "user"}, {"dropParams": ["user"]}),
        ({"models": ["a", "b"]}, {"models": {"a": True, "b": True}}),
        ({"models": {"m": None}}, {"models": {"m": True}}),
        ({"models": {"m": "dep"}}, {"models": {"m": {"deploymentName": "dep"}}}),
        ({"additionalHeaders": {"x": 5}}, {"additionalHeaders": {"x": "5"}}),
    ],
)
def test_the_fix_leaves_the_value_that_was_meant(
    settings: dict[str, Value], mended: dict[str, Value]
) -> None:
    value = config(group(**settings))
    (fix,) = only(value).fixes
    assert edited(value, fix) == config(group(**mended))


@pytest.mark.parametrize(
    ("settings", "mended"),
    [
        (
            {"deploymentName": "", "models": {"gpt-4o": True}},
            {"models": {"gpt-4o": {"deploymentName": "gpt-4o"}}},
        ),
        (
            {"version": "", "models": {"gpt-5": {"deploymentName": "five"}}},
            {"models": {"gpt-5": {"deploymentName": "five", "version": "2025-04-01-preview"}}},
        ),
        (
            {"deploymentName": "", "version": "", "models": {"gpt-4o": {}}},
            {"models": {"gpt-4o": {"deploymentName": "gpt-4o", "version": "2024-10-21"}}},
        ),
        (
            {"instanceName": "", "baseURL": "https://contoso.openai.azure.com/openai/deployments"},
            {"instanceName": "contoso"},
        ),
        (
            {"instanceName": "", "baseURL": "https://m.eastus.models.ai.azure.com/v1"},
            {"serverless": True},
        ),
        ({"serverless": True}, {"serverless": False}),
    ],
)
def test_what_a_group_lacks_is_offered(
    settings: dict[str, Value], mended: dict[str, Value]
) -> None:
    value = config(group(**settings))
    errors = [found for found in findings(value) if found.origin is Origin.GROUPS]
    (fix,) = errors[0].fixes
    assert edited(value, fix) == config(group(**{**settings, **mended}))


def test_a_model_whose_name_is_no_deployment_is_left_to_people() -> None:
    for name in ("", "${MODEL}"):
        settings: dict[str, Value] = {"deploymentName": "", "models": {name: True}}
        errors = [one for one in findings(config(group(**settings))) if one.origin is Origin.GROUPS]
        assert [one.fixes for one in errors] == [()]


@pytest.mark.parametrize(("text", "number"), [("25", 25), (" -3 ", -3), ("1.5", 1.5)])
def test_a_number_written_as_text_becomes_the_number(text: str, number: float) -> None:
    (fix,) = mending.unquote(("streamRate",), "number", text)
    assert fix.operations[0]["value"] == number


@pytest.mark.parametrize("text", ["fast", "", "1e3", "0x10", "٣"])
def test_text_that_is_no_plain_number_is_not_guessed_at(text: str) -> None:
    assert mending.unquote(("streamRate",), "number", text) == ()


def test_a_date_beyond_the_calendar_is_not_guessed_at() -> None:
    assert mending.day_of(Timestamp(10**16)) is None
    assert mending.day_of(Timestamp(0)) == "1970-01-01"
