"""Each way of setting Azure up by variables becomes the group that does the same."""

from typing import Any

import pytest

from editor.core.document import Document
from editor.core.schema.field import Target
from editor.core.validation.problem import Severity
from tests.core.migration.settings import (
    BY_NAME,
    DEFAULT,
    DEPLOYED,
    GATEWAY,
    INSTANCE,
    KEY,
    LISTED,
    LITERAL,
    PLACED,
    SECRET,
    SINGLE,
    Variables,
    asked,
    based,
    messages,
    migrated,
    the_group,
)

PLAIN = {"instanceName": "acme", "deploymentName": "four", "version": "2024-10-21"}
BOTH = {"gpt-3.5-turbo": True, "gpt-4o": True}
ROWS: list[tuple[Variables, dict[str, Any]]] = [
    (SINGLE | DEFAULT, PLAIN | {"models": {"gpt-4o": True}}),
    (SINGLE | DEFAULT | LISTED, PLAIN | {"models": {"gpt-4o": True}}),
    (SINGLE | LISTED, PLAIN | {"models": BOTH}),
    (
        SINGLE | LISTED | {"AZURE_USE_MODEL_AS_DEPLOYMENT_NAME": "1"},
        PLAIN | {"models": BOTH},
    ),
    (
        BY_NAME | LISTED | DEFAULT | {"AZURE_OPENAI_API_DEPLOYMENT_NAME": "four"},
        {
            "instanceName": "acme",
            "version": "2024-10-21",
            "models": {
                "gpt-3.5-turbo": {"deploymentName": "gpt-35-turbo"},
                "gpt-4o": {"deploymentName": "gpt-4o"},
            },
        },
    ),
    (SINGLE | DEFAULT | based(PLACED), PLAIN | {"baseURL": PLACED, "models": {"gpt-4o": True}}),
    (
        LITERAL | DEFAULT,
        {
            "instanceName": "acme",
            "deploymentName": "one",
            "version": "2024-10-21",
            "baseURL": DEPLOYED,
            "models": {"gpt-4o": True},
        },
    ),
    (
        SINGLE | DEFAULT | based(f"{DEPLOYED}/chat/completions"),
        PLAIN | {"deploymentName": "one", "baseURL": DEPLOYED, "models": {"gpt-4o": True}},
    ),
    (
        BY_NAME | LISTED | based(DEPLOYED),
        PLAIN | {"deploymentName": "one", "baseURL": DEPLOYED, "models": BOTH},
    ),
    (
        SINGLE | DEFAULT | {"PLUGINS_USE_AZURE": "true"},
        PLAIN | {"models": {"gpt-4o": True}},
    ),
]


@pytest.mark.parametrize("target", Target)
@pytest.mark.parametrize(("variables", "expected"), ROWS)
def test_the_variables_become_a_group(
    variables: Variables, expected: dict[str, Any], target: Target
) -> None:
    migration = migrated(variables, target=target)
    assert the_group(migration) == expected
    assert migration.groups[0]["apiKey"] == "${AZURE_MAIN_API_KEY}"
    assert f"AZURE_MAIN_API_KEY='{SECRET}'\n" in migration.document.env_text
    assert migration.document.valid


def test_a_gateway_is_kept_and_the_longer_address_said() -> None:
    migration = migrated(SINGLE | DEFAULT | based(GATEWAY))
    assert the_group(migration)["baseURL"] == GATEWAY
    assert [note.key for note in migration.notes if note.choice == "serverless"] == [
        "AZURE_OPENAI_BASEURL"
    ]


def test_a_gateway_is_called_as_it_stands_by_a_serverless_group() -> None:
    migration = migrated(SINGLE | DEFAULT | based(GATEWAY), serverless=True)
    assert the_group(migration) == {
        "baseURL": "https://gate.example/acme/four",
        "version": "2024-10-21",
        "serverless": True,
        "models": {"gpt-4o": True},
    }
    (route,) = migration.document.routes
    assert str(route.url).startswith("https://gate.example/acme/four/chat/completions?")


def test_each_deployment_behind_a_gateway_gets_a_serverless_group() -> None:
    migration = migrated(BY_NAME | LISTED | based(GATEWAY), serverless=True)
    assert [(one["group"], one["baseURL"]) for one in migration.groups] == [
        ("azure-legacy-gpt-35-turbo", "https://gate.example/acme/gpt-35-turbo"),
        ("azure-legacy-gpt-4o", "https://gate.example/acme/gpt-4o"),
    ]
    assert migration.document.models == ("gpt-3.5-turbo", "gpt-4o")


def test_a_literal_gateway_needs_a_serverless_group_or_a_resource() -> None:
    variables = LITERAL | DEFAULT | based("https://gate.example/azure")
    assert asked(migrated(variables)) == [("AZURE_OPENAI_BASEURL", "serverless")]
    chosen = the_group(migrated(variables, serverless=True))
    assert (chosen["baseURL"], chosen["serverless"]) == ("https://gate.example/azure", True)


def test_release_0_7_calls_a_gateway_as_it_stands_without_a_serverless_group() -> None:
    variables = LITERAL | DEFAULT | based("https://gate.example/azure")
    migration = migrated(variables, target=Target.V0_7, serverless=True)
    assert "serverless" not in the_group(migration)
    assert "A serverless group is not needed" in " ".join(messages(migration, Severity.INFO))


ASKED: list[tuple[Variables, list[tuple[str | None, str | None]]]] = [
    (SINGLE, [("AZURE_OPENAI_MODELS", "models")]),
    (BY_NAME, [("AZURE_OPENAI_MODELS", "models")]),
    (INSTANCE | DEFAULT, [("AZURE_OPENAI_API_DEPLOYMENT_NAME", None)]),
    (
        KEY,
        [
            ("AZURE_OPENAI_API_INSTANCE_NAME", None),
            ("AZURE_OPENAI_API_DEPLOYMENT_NAME", None),
            ("AZURE_OPENAI_API_VERSION", None),
        ],
    ),
    (SINGLE | DEFAULT | {"AZURE_OPENAI_API_VERSION": ""}, [("AZURE_OPENAI_API_VERSION", None)]),
    (SINGLE | DEFAULT | {"AZURE_API_KEY": ""}, [("AZURE_API_KEY", "key_variable")]),
    (SINGLE | DEFAULT | {"AZURE_API_KEY": "user_provided"}, [("AZURE_API_KEY", "key_variable")]),
    (SINGLE | DEFAULT | based("user_provided"), [("AZURE_OPENAI_BASEURL", None)]),
    (SINGLE | DEFAULT | based("https://me:pw@gate.example/a"), [("AZURE_OPENAI_BASEURL", None)]),
]


@pytest.mark.parametrize(("variables", "expected"), ASKED)
def test_what_nobody_else_knows_is_asked(
    variables: Variables, expected: list[tuple[str | None, str | None]]
) -> None:
    assert asked(migrated(variables)) == expected


def test_a_model_is_suggested_from_the_deployment() -> None:
    migration = migrated(SINGLE | {"AZURE_OPENAI_API_DEPLOYMENT_NAME": "gpt-35-turbo"})
    assert [note.suggestion for note in migration.notes if note.choice == "models"] == [
        "gpt-3.5-turbo"
    ]


def test_the_models_can_be_chosen() -> None:
    assert the_group(migrated(SINGLE, models="a, b,a"))["models"] == {"a": True, "b": True}
    by_name = the_group(migrated(BY_NAME | LISTED, models=["gpt-4.1"]))
    assert by_name["models"] == {"gpt-4.1": {"deploymentName": "gpt-41"}}


def test_no_models_means_that_the_settings_are_only_taken_out() -> None:
    migration = migrated(SINGLE | DEFAULT, models="")
    assert (migration.groups, migration.document.text) == ((), "")
    assert "# AZURE_OPENAI_DEFAULT_MODEL='gpt-4o'" in migration.document.env_text
    (warning,) = messages(migration, Severity.WARNING)
    assert "does not offer Azure any more" in warning


def test_group_and_key_variable_can_be_named() -> None:
    migration = migrated(SINGLE | DEFAULT, group="main", key_variable="MAIN_KEY")
    (found,) = migration.groups
    assert (found["group"], found["apiKey"]) == ("main", "${MAIN_KEY}")
    assert f"MAIN_KEY='{SECRET}'" in migration.document.env_text


@pytest.mark.parametrize(
    "name", ["AZURE_API_KEY", "INSTANCE_NAME", "CREDS_KEY", "A B", "", "1A", "TAKEN"]
)
def test_a_name_that_cannot_hold_the_key_is_refused(name: str) -> None:
    variables = SINGLE | DEFAULT | {"TAKEN": "x"}
    choices = asked(migrated(variables, key_variable=name))
    assert choices == [("AZURE_API_KEY", "key_variable")]


def test_a_variable_that_holds_the_key_already_is_used() -> None:
    migration = migrated(SINGLE | DEFAULT | {"MINE": SECRET}, key_variable="MINE")
    assert migration.groups[0]["apiKey"] == "${MINE}"
    assert migration.document.env_text.count(SECRET) == 1
    assert "# AZURE_API_KEY=\n" in migration.document.env_text


def test_the_suggested_name_of_the_key_avoids_others() -> None:
    migration = migrated(SINGLE | DEFAULT | {"AZURE_MAIN_API_KEY": "other"})
    assert migration.groups[0]["apiKey"] == "${AZURE_MAIN_API_KEY_2}"


def test_a_real_key_replaces_user_provided() -> None:
    variables = SINGLE | DEFAULT | {"AZURE_API_KEY": "user_provided"}
    migration = migrated(variables, key_variable="MINE")
    assert migration.groups[0]["apiKey"] == "${MINE}"
    assert "# AZURE_API_KEY='user_provided'" in migration.document.env_text
    assert any("MINE" in message for message in messages(migration, Severity.WARNING))


def test_the_spare_key_is_used_where_it_is() -> None:
    variables = {**SINGLE, **DEFAULT, "AZURE_OPENAI_API_KEY": SECRET}
    del variables["AZURE_API_KEY"]
    migration = migrated(variables)
    assert migration.groups[0]["apiKey"] == "${AZURE_OPENAI_API_KEY}"
    assert "did not offer Azure" in " ".join(messages(migration, Severity.WARNING))


@pytest.mark.parametrize(
    ("choices", "why"),
    [
        ({"nope": 1}, "There is no choice “nope”"),
        ({"models": 1}, "models must be names"),
        ({"models": [1]}, "models must be names"),
        ({"group": 1}, "group must be a text"),
        ({"serverless": "x"}, "serverless must be true or false"),
    ],
)
def test_choices_that_are_none_are_refused(choices: dict[str, object], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        Document("").migrate(choices)


def test_plugins_are_kept_for_release_0_7_only() -> None:
    variables = SINGLE | DEFAULT | {"PLUGINS_USE_AZURE": "true"}
    assert "plugins: true" in migrated(variables, target=Target.V0_7).document.text
    assert "plugins" not in migrated(variables).document.text


@pytest.mark.parametrize("target", Target)
def test_the_title_model_is_kept_where_a_group_has_it(target: Target) -> None:
    variables = SINGLE | LISTED | {"OPENAI_TITLE_MODEL": "gpt-4o"}
    assert 'titleModel: "gpt-4o"' in migrated(variables, target=target).document.text
    missing = migrated(SINGLE | LISTED | {"OPENAI_TITLE_MODEL": "o1"}, target=target)
    assert "titleModel" not in missing.document.text
    assert any("“o1”" in message for message in messages(missing, Severity.WARNING))


def test_summaries_are_switched_on_where_the_config_does_it() -> None:
    variables = SINGLE | DEFAULT | {"OPENAI_SUMMARIZE": "true"}
    today = migrated(variables)
    assert today.document.value["summarization"] == {"enabled": True}  # type: ignore[index, call-overload]
    assert today.document.valid
    assert "summarization" not in migrated(variables, target=Target.V0_7).document.text
