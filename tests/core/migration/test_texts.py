"""What a migration does to the two texts: groups beside others, names, comments, diffs."""

import pytest

from editor.core.document import Document
from editor.core.validation.problem import Severity
from tests.core.migration.settings import (
    BY_NAME,
    DEFAULT,
    LISTED,
    PLACED,
    SECRET,
    SINGLE,
    TODAY,
    asked,
    based,
    messages,
    migrated,
    the_group,
)
from tests.core.validation.configs import config, group


def test_a_config_without_groups_keeps_every_byte() -> None:
    text = "# mine\r\nversion: '1.2.1'  # old\r\n\r\ncache: true\r\n"
    migration = migrated(SINGLE | DEFAULT, text)
    assert migration.document.text.startswith(text)
    assert migration.document.text.count("version:") == 2
    assert "\n" not in migration.document.text.replace("\r\n", "")


def test_a_group_is_added_to_others() -> None:
    text = str(config(group("azure-legacy"))).replace("True", "true")
    migration = migrated(SINGLE | DEFAULT | {"EASTUS_KEY": "x"}, text)
    assert [one["group"] for one in migration.groups] == ["azure-legacy-2"]
    assert migration.document.groups == ("azure-legacy", "azure-legacy-2")


def test_a_model_of_another_group_is_asked_about() -> None:
    text = str(config(group(models={"gpt-4o": True}))).replace("True", "true")
    variables = SINGLE | LISTED | {"EASTUS_KEY": "x"}
    migration = migrated(variables, text)
    assert asked(migration) == [("AZURE_OPENAI_MODELS", "models")]
    assert "“gpt-4o” (in group “eastus”)" in messages(migration, Severity.ERROR)[0]
    assert migration.notes[0].suggestion == "gpt-3.5-turbo"
    chosen = migrated(variables, text, models="gpt-3.5-turbo")
    assert chosen.document.models == ("gpt-4o", "gpt-3.5-turbo")


def test_a_name_of_another_group_is_refused() -> None:
    text = str(config(group())).replace("True", "true")
    migration = migrated(SINGLE | DEFAULT | {"EASTUS_KEY": "x"}, text, group="eastus")
    assert [choice for _, choice in asked(migration)] == ["group"]


def test_a_group_that_does_the_same_makes_another_needless() -> None:
    same = group("mine", apiKey="${AZURE_API_KEY}", instanceName="acme", deploymentName="four")
    text = str(config({**same, "models": {"gpt-4o": True}})).replace("True", "true")
    migration = migrated(SINGLE | DEFAULT, text)
    assert migration.groups == ()
    assert "${AZURE_MAIN_API_KEY}" in migration.document.text
    assert migration.document.valid
    assert not [one for one in migration.document.legacy if one.server_message]


def test_references_of_the_config_follow_a_renamed_variable() -> None:
    text = """\
version: "1.3.17"
# ${AZURE_API_KEY} in a comment
shared: &key "${AZURE_API_KEY}"
speech: {stt: {azureOpenAI: {instanceName: "${AZURE_OPENAI_API_INSTANCE_NAME}", apiKey: *key}}}
"""
    migration = migrated(SINGLE | DEFAULT, text, models="")
    expected = text.replace('"${AZURE_API_KEY}"', '"${AZURE_MAIN_API_KEY}"')
    expected = expected.replace("AZURE_OPENAI_API_INSTANCE_NAME", "AZURE_MAIN_API_INSTANCE_NAME")
    assert migration.document.text == expected
    assert "AZURE_MAIN_API_INSTANCE_NAME='acme'\n" in migration.document.env_text


def test_what_the_variables_did_to_other_groups_is_said() -> None:
    text = str(config(group())).replace("True", "true")
    variables = {"AZURE_OPENAI_BASEURL": "https://gate.example", "EASTUS_KEY": "x"}
    migration = migrated(variables, text)
    (warning,) = messages(migration, Severity.WARNING)
    assert "Until now: Every group is sent to https://gate.example" in warning


def test_variables_of_the_process_are_named_and_the_second_run_finds_nothing_to_do() -> None:
    document = Document("", "EMPTY=\n", environ=SINGLE | DEFAULT)
    migration = document.migrate({}, TODAY)
    assert migration.document.env_text == document.env_text
    assert migration.groups[0]["apiKey"] == "${AZURE_API_KEY}"
    said = " ".join(messages(migration, Severity.WARNING))
    assert "AZURE_OPENAI_API_VERSION is still set by the environment of the server" in said
    again = migration.document.migrate({}, TODAY)
    assert (again.is_decided, again.groups, again.edit.is_empty) == (True, (), True)


def test_a_variable_with_the_name_of_a_placeholder_is_filled_in_and_named() -> None:
    migration = migrated(SINGLE | DEFAULT | based(PLACED) | {"INSTANCE_NAME": "wrong"})
    base = the_group(migration)["baseURL"]
    assert base == PLACED.replace("${INSTANCE_NAME}", "acme")
    assert any("INSTANCE_NAME is still set" in one for one in messages(migration, Severity.WARNING))


def test_a_text_from_one_reference_to_another_is_written_out() -> None:
    base = "${GATE}/openai/deployments/${DEPLOYMENT_NAME}"
    variables = SINGLE | DEFAULT | based(base) | {"GATE": "https://gate.example"}
    assert the_group(migrated(variables))["baseURL"] == "${GATE}/openai/deployments/four"
    several = migrated(BY_NAME | LISTED | based(base))
    assert ("AZURE_OPENAI_BASEURL", None) in asked(several)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: [", "cannot be read (line 1)"),
        ("- a", "does not begin with keys and values"),
        ("endpoints: []", "`endpoints` of the config is no mapping"),
        ("endpoints: {azureOpenAI: {groups: {}}}", "is no list"),
    ],
)
def test_a_config_that_takes_no_group_is_refused(text: str, said: str) -> None:
    migration = migrated(SINGLE | DEFAULT, text)
    assert said in messages(migration, Severity.ERROR)[0]
    assert asked(migration) == [(None, None)]


@pytest.mark.parametrize(
    "text", ["# only a comment\n", "endpoints:\n", "endpoints:\n  azureOpenAI:\n    groups: []\n"]
)
def test_empty_places_are_filled(text: str) -> None:
    migration = migrated(SINGLE | DEFAULT, text)
    assert migration.document.valid
    assert migration.document.groups == ("azure-legacy",)


def test_what_librechat_would_refuse_is_not_written() -> None:
    migration = migrated(SINGLE, models="toString")
    assert "would refuse the config" in messages(migration, Severity.ERROR)[0]
    assert migration.document is migration.before


def test_nothing_is_done_without_legacy_settings() -> None:
    migration = migrated({"AZURE_MAIN_API_KEY": "x", "AZURE_OPENAI_API_VERSION": ""})
    assert (migration.is_decided, migration.notes, migration.edit.is_empty) == (True, (), True)


def test_no_date_no_date_in_the_note() -> None:
    env_text = "".join(f"{name}={value}\n" for name, value in (SINGLE | DEFAULT).items())
    migration = Document("", env_text).migrate()
    assert "\n# replaced by the group azure-legacy of librechat.yaml\n" in (
        migration.document.env_text
    )


@pytest.mark.parametrize("quote", ["", "'", '"', "`"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_way_of_writing_a_line_survives_as_a_comment(quote: str, end: str) -> None:
    lines = [
        f"export AZURE_API_KEY={quote}{SECRET}{quote}  # the key",
        f"  AZURE_OPENAI_API_INSTANCE_NAME = {quote}acme{quote}",
        f"AZURE_OPENAI_API_VERSION: {quote}2024-10-21{quote} # v",
        f"AZURE_OPENAI_API_DEPLOYMENT_NAME={quote}old{quote}",
        f"AZURE_OPENAI_API_DEPLOYMENT_NAME={quote}four{quote}",
        f"AZURE_OPENAI_DEFAULT_MODEL={quote}gpt-4o{quote}",
    ]
    document = Document("", "\ufeff" + end.join(lines))
    after = document.migrate({}, TODAY).document.env_text
    assert after.startswith("\ufeff" + lines[0].replace("AZURE_API_KEY", "AZURE_MAIN_API_KEY"))
    assert all(f"# {line}" in after.split(end) for line in lines[1:])
    assert after.count("2026-11-23") == 1


def test_a_diff_masks_all_that_is_not_known_to_be_harmless() -> None:
    around = {
        "PEM": "-----BEGIN\nMIIEvQIBADANBgkqhkiG9w0BAQ\n-----END",
        "MONGO_URI": "mongodb://me:hunter2@db",
    }
    env_text = f"# OLD_KEY={SECRET}\n# {SECRET}\nnonsense TOKEN: {SECRET}\n"
    env_text += "".join(f'{name}="{value}"\n' for name, value in (around | SINGLE).items())
    diff = Document("", env_text).migrate({"models": "a"}, TODAY).env_diff
    assert "-AZURE_API_KEY=***d835" in diff
    assert "+AZURE_MAIN_API_KEY=***d835" in diff
    assert '-AZURE_OPENAI_API_INSTANCE_NAME="acme"' in diff
    assert not [text for text in (SECRET, "hunter2", "MIIEvQ") if text in diff]


BROKEN = "X='a\nAZURE_OPENAI_MODELS=b\nAZURE_API_KEY='c\nAZURE_OPENAI_DEFAULT_MODEL=d'\n"


def test_quotes_that_are_never_closed_are_minded() -> None:
    before = Document("", f"{BROKEN}AZURE_OPENAI_API_INSTANCE_NAME=acme\n")
    after = before.migrate({"models": ""}, TODAY).document
    left = {one.key for one in after.legacy if one.server_message}
    assert left <= {one.key for one in before.legacy}
    assert all(
        after.environment.value(name) == value
        for name, value in before.environment.variables.items()
        if not name.startswith("AZURE_")
    )


def test_a_config_that_is_refused_anyway_is_said_to_be() -> None:
    migration = migrated(SINGLE | DEFAULT, "version: '1.3.17'\nnonsense: 1\n")
    assert migration.groups
    (warning,) = messages(migration, Severity.WARNING)
    assert "for another reason: LibreChat 0.8 refuses `nonsense`" in warning


def test_a_line_that_the_config_refers_to_is_not_commented_out() -> None:
    text = str(config(group(apiKey="${AZURE_API_KEY}"))).replace("True", "true")
    variables = SINGLE | DEFAULT | {"AZURE_API_KEY": "user_provided", "MINE": "x"}
    migration = migrated(variables, text, key_variable="MINE")
    assert "\nAZURE_API_KEY='user_provided'\n" in f"\n{migration.document.env_text}"
    assert migration.document.valid
