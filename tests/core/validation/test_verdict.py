"""What a person reads about a config, where it points, and what mends it."""

import math

import pytest

from editor.core.schema.field import Target
from editor.core.validation.codes import Code
from editor.core.validation.problem import Origin, Severity, Spot
from editor.core.yaml.values import Path, Timestamp, Value
from tests.core.validation import recorded
from tests.core.validation.configs import GROUPS, config, findings, group, only

_DATE = Timestamp(1_729_468_800_000)
_AZURE: Path = ("endpoints", "azureOpenAI")


def test_a_good_config_has_no_findings() -> None:
    assert findings(config(group("a"), group("b", serverless=True, baseURL="https://x"))) == ()


def test_an_unquoted_date_is_named_and_quoted() -> None:
    found = only(config(group(version=_DATE)))
    assert found.code == Code.UNQUOTED_DATE
    assert found.message == '`version` is read as a date. Put it in quotes: "2024-10-21".'
    assert found.server_message == "Expected string, received date"
    (fix,) = found.fixes
    path = (*GROUPS, 0, "version")
    assert fix.operations == ({"op": "set", "path": list(path), "value": "2024-10-21"},)
    assert fix.safe
    assert fix.quoted == path


def test_a_date_inside_a_model_is_named_although_librechat_hides_it() -> None:
    found = only(config(group(models={"m": {"version": _DATE}})))
    assert found.server_message == "Invalid input"
    assert found.path == (*GROUPS, 0, "models", "m")
    assert found.node_path == (*GROUPS, 0, "models", "m", "version")
    assert '"2024-10-21"' in found.message
    assert found.fixes[0].quoted == found.node_path


def test_a_date_with_a_time_gets_no_guessed_spelling() -> None:
    found = only(config(group(version=Timestamp(_DATE.milliseconds + 1))))
    assert found.message == "`version` is read as a date. Put it in quotes."
    assert found.fixes == ()


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"version": 1.2}, "`version` is read as a number. Put it in quotes."),
        ({"group": True}, "`group` is read as true or false. Put it in quotes."),
        ({"apiKey": None}, "`apiKey` is empty. Give it a value."),
        ({"version": None}, "`version` is empty. Give it a value or remove the key."),
        ({"serverless": "no"}, "`serverless` is text. "
         "Write true or false, without quotes."),
        ({"apiKey": {"KEY": None}}, "`apiKey` is a mapping. "
         "A text that begins with { needs quotes."),
        ({"models": ["a"]}, "`models` is a list. Write each model as a key: name, colon, true."),
        ({"models": None}, "`models` is empty. Add a model below it."),
        ({"models": {"m": None}}, "Model “m” is empty. Write true to use the group's settings."),
        ({"models": {"m": "d"}}, "Model “m” must be true or a mapping of its own settings."),
        ({"dropParams": "user"}, "`dropParams` is text. It must be a list: "
         "begin each item with a dash."),
        ({"dropParams": [1]}, "Item 1 of `dropParams` is read as a number. Put it in quotes."),
        ({"addParams": {"a": [_DATE]}}, "Item 1 of `a` is read as a date. "
         'Put it in quotes: "2024-10-21".'),
        ({"addParams": {"a": math.nan}}, "`a` holds .nan, which cannot be sent. "
         "Write a number or remove it."),
        ({"addParams": {"web_search": "yes"}}, "`web_search` must be true or false, "
         "without quotes."),
        ({"additionalHeaders": {"a": 1}}, "`a` is read as a number. Put it in quotes."),
    ],
)  # fmt: skip
def test_a_wrong_value_in_a_group_is_explained(settings: dict[str, Value], message: str) -> None:
    assert only(config(group(**settings))).message == message


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"titleMethod": "function"}, "`titleMethod` must be completion, functions or structured."),
        ({"streamRate": -1}, "`streamRate` must be 0 or more."),
        ({"activityMaxPerRun": 0}, "`activityMaxPerRun` must be greater than 0."),
        ({"activityMaxPerRun": 1.5}, "`activityMaxPerRun` must be a whole number."),
        ({"streamRate": "25"}, "`streamRate` is text. "
         "Write the number without quotes."),
    ],
)  # fmt: skip
def test_a_wrong_value_of_the_endpoint_is_explained(
    settings: dict[str, Value], message: str
) -> None:
    assert only(config(**settings)).message == message


def test_a_missing_key_points_at_its_parent() -> None:
    entry = group()
    del entry["apiKey"]
    found = only(config(entry))
    assert found.path == (*GROUPS, 0, "apiKey")
    assert found.node_path == (*GROUPS, 0)
    assert found.message == '`apiKey` is missing. Add it, for example "${AZURE_EASTUS_API_KEY}".'


def test_a_missing_version_can_be_added() -> None:
    value = config()
    del value["version"]
    (fix,) = only(value, Target.V0_7).fixes
    assert fix.operations == ({"op": "insert", "path": ["version"], "value": "1.2.1"},)


def test_an_unknown_section_points_at_its_key_and_guesses() -> None:
    found = only({**config(), "endpoint": {}, "azureOpenAI": {}})
    assert found.path == ()
    assert found.node_path == ("endpoint",)
    assert found.spot is Spot.KEY
    assert found.server_message == "Unrecognized key(s) in object: 'endpoint', 'azureOpenAI'"
    assert "Move `azureOpenAI` under `endpoints`." in found.message
    titles = [fix.title for fix in found.fixes]
    assert titles == ["Remove “endpoint”", "Remove “azureOpenAI”"]


def test_a_misspelt_section_can_be_renamed() -> None:
    value = config()
    value["endpoint"] = value.pop("endpoints")
    found = only(value)
    assert found.message.endswith("Did you mean `endpoints` instead of `endpoint`?")
    assert found.fixes[0].operations == (
        {"op": "rename", "path": ["endpoint"], "name": "endpoints"},
    )


def test_only_the_first_of_many_unknown_sections_are_explained() -> None:
    found = only({**config(), **dict.fromkeys([f"extra-{number}" for number in range(100)], 1)})
    assert "and 92 more" in found.message
    assert len(found.fixes) == 8
    assert str(found.server_message).count("extra-") == 100


def test_a_file_that_is_one_text_says_so() -> None:
    found = only("version: 1")
    assert found.code == Code.WRAPPED_FILE
    assert found.server_message == "Expected object, received string"
    assert "one text" in found.message


def test_an_empty_azure_section_is_reported_as_often_as_librechat_does() -> None:
    first, second = findings({"version": "1", "endpoints": {"azureOpenAI": None}})
    assert first.path == second.path == _AZURE
    assert (first.reported, second.reported) == (True, False)


def test_the_first_schema_issue_is_the_reported_one() -> None:
    value = config(group("a", version=1), group("a"))
    reported = [found.origin for found in findings(value) if found.reported]
    assert reported == [Origin.SCHEMA]


def test_unknown_keys_are_warnings_that_never_refuse_the_file() -> None:
    value = config(group(instancename="x", models={"m": {"deployment": "d"}}), titleModle="m")
    found = findings(value)
    assert {finding.severity for finding in found} == {Severity.WARNING}
    assert [finding.path[-1] for finding in found] == ["titleModle", "instancename", "deployment"]
    assert [finding.reported for finding in found] == [False] * 3


@pytest.mark.parametrize("target", Target)
def test_issues_come_in_the_order_of_librechat(target: Target) -> None:
    known = recorded.keys(target)
    all_wrong: dict[str, Value] = dict.fromkeys(known["group"], _DATE)
    found = findings(config(all_wrong), target)
    assert [finding.path[-1] for finding in found] == known["group"]
    known["endpoint"].remove("groups")
    settings: dict[str, Value] = dict.fromkeys(known["endpoint"], _DATE)
    found = findings(config(**settings), target)
    assert [finding.path[-1] for finding in found] == known["endpoint"]


def test_web_search_is_only_judged_among_sound_parameters() -> None:
    found = findings(config(group(addParams={"web_search": "on", "a": _DATE})))
    assert [finding.path[-1] for finding in found] == ["a"]


def test_the_older_target_takes_a_negative_stream_rate() -> None:
    assert findings(config(streamRate=-1), Target.V0_7) == ()


def test_binary_data_counts_as_a_mapping_of_its_bytes() -> None:
    found = findings(config(group(models=b"ab")))
    assert [finding.path[-1] for finding in found] == ["0", "1"]
    assert {finding.server_message for finding in found} == {"Invalid input"}


def test_binary_and_endless_values_are_judged_too() -> None:
    loop: list[Value] = ["x"]
    for _ in range(60):
        loop = [loop, loop]
    assert findings(config(group(addParams={"a": loop, "b": b"\xff"}))) == ()
