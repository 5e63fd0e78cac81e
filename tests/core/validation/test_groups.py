"""LibreChat's rules about groups: its words, its order, and all of them at once."""

import pytest

from editor.core.schema.field import Target
from editor.core.validation.codes import Code
from editor.core.validation.groups import accepted_groups, accepted_models
from editor.core.validation.memory import Memory
from editor.core.validation.problem import Origin
from editor.core.yaml.values import Timestamp, Value
from tests.core.validation.configs import GROUPS, config, findings, group, only


def _rules(value: Value) -> list[str | None]:
    return [found.server_message for found in findings(value) if found.origin is Origin.GROUPS]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (
            group("g", serverless=True),
            'Group "g" is serverless but missing mandatory "baseURL."',
        ),
        (
            group("g", instanceName=""),
            'Group "g" is missing an "instanceName" for non-serverless configuration.',
        ),
        (
            group("g", version="", models={"m": False}),
            'Model "m" in group "g" is missing a deploymentName or version.',
        ),
        (
            group("g", deploymentName="", models={"m": {"deploymentName": ""}}),
            'Model "m" in group "g" is missing a required deploymentName or version.',
        ),
    ],
)
def test_a_broken_rule_has_the_words_of_librechat(entry: Value, message: str) -> None:
    assert _rules(config(entry)) == [message]


def test_a_serverless_group_needs_no_deployment() -> None:
    entry = group(serverless=True, baseURL="https://x", deploymentName="", version="")
    assert findings(config(entry)) == ()


def test_all_broken_rules_are_listed_and_the_first_is_reported() -> None:
    spoilt = group("b", instanceName="", version="", models={"z": True, "7": {}})
    found = findings(config(group("b"), spoilt))
    assert [finding.code for finding in found] == [
        Code.DUPLICATE_GROUP,
        Code.MISSING_INSTANCE_NAME,
        Code.MISSING_DEPLOYMENT,
        Code.MISSING_DEPLOYMENT,
    ]
    assert [finding.reported for finding in found] == [True, False, False, False]
    assert [finding.path[-1] for finding in found[2:]] == ["7", "z"]


def test_a_repeated_model_names_the_first_group_and_offers_a_free_name() -> None:
    models: dict[str, Value] = {"gpt-4o": True, "gpt-4o-2": True}
    found = only(config(group("a", models=models), group("b", models={"gpt-4o": True})))
    assert found.path == (*GROUPS, 1, "models", "gpt-4o")
    assert found.message.startswith("Group 1 has a model “gpt-4o” too.")
    (fix,) = found.fixes
    assert (fix.id, fix.title, fix.safe) == ("rename-model", "Rename to “gpt-4o-3”", False)


def test_names_differ_by_case() -> None:
    value = config(group("a", models={"GPT-4": True}), group("A", models={"gpt-4": True}))
    assert findings(value) == ()


@pytest.mark.parametrize("name", ["toString", "constructor", "hasOwnProperty", "__proto__"])
def test_a_built_in_name_of_javascript_counts_as_taken(name: str) -> None:
    found = only(config(group(name, models={"m": True})))
    assert found.code == Code.RESERVED_NAME
    assert found.server_message == (
        f'Duplicate group name detected: "{name}". Group names must be unique.'
    )


def test_a_model_called_proto_is_lost_without_a_word() -> None:
    value = config(group(models={"__proto__": True, "m": True}))
    assert findings(value) == ()
    assert accepted_models(value, Memory()) == ("m",)


def test_names_come_in_the_order_of_librechat() -> None:
    value = config(group("b", models={"x": True, "10": True, "2": True}), group("a", models={}))
    assert accepted_groups(value) == ("b", "a")
    assert accepted_models(value, Memory()) == ("2", "10", "x")


def test_groups_with_schema_issues_are_still_held_to_the_rules() -> None:
    dated = group("a", version=Timestamp(0), instanceName="")
    assert _rules(config(dated, group("a", models={"gpt-4o-of-a": True}))) == [
        'Group "a" is missing an "instanceName" for non-serverless configuration.',
        'Duplicate group name detected: "a". Group names must be unique.',
        'Duplicate model name detected: "gpt-4o-of-a". Model names must be unique across groups.',
    ]


@pytest.mark.parametrize("entry", [None, "x", [], 1, {}, {"models": {"m": None}, "group": 1}])
@pytest.mark.parametrize("target", Target)
def test_entries_that_are_no_groups_break_no_rule(entry: Value, target: Target) -> None:
    sound = [found for found in findings(config(entry, group()), target)
             if found.origin is Origin.GROUPS and found.path[:4] != (*GROUPS, 0)]  # fmt: skip
    assert sound == []
