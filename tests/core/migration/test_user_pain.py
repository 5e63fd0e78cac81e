"""What administrators reported about variables of the old settings is found, and mended.

The numbers are those of issues and pull requests of danny-avila/LibreChat.
"""

import json

import pytest

from editor.core.document import Document
from editor.core.schema.field import Target
from editor.core.validation.problem import Problem
from editor.core.yaml.values import Value
from tests.core.migration.settings import BY_NAME, DEFAULT, SECRET, SINGLE, migrated, the_group
from tests.core.validation.configs import ENVIRON, config, group


def problem(value: Value, env_text: str) -> tuple[Document, Problem]:
    document = Document(json.dumps(value), env_text, environ=ENVIRON)
    (found,) = [one for one in document.problems if one.code == "legacy-variable"]
    assert (found.file, found.line) == ("env", 1)
    return document, found


def test_2221_a_leftover_of_plugins_can_be_commented_out() -> None:
    document, found = problem(config(), "PLUGINS_USE_AZURE=true\n")
    assert "`PLUGINS_USE_AZURE` environment variable" in str(found.server_message)
    mended = document.edited(document.fix_edit(found.fixes[0]))
    assert (mended.env_text, mended.legacy) == ("# PLUGINS_USE_AZURE=true\n", ())


def test_1863_the_warning_ends_when_the_keys_variable_has_another_name() -> None:
    mine = config(group(apiKey="${AZURE_API_KEY}"))
    document, found = problem(mine, f"AZURE_API_KEY={SECRET}\n")
    assert "`AZURE_API_KEY` environment variable" in str(found.server_message)
    mended = document.migrate().document
    assert mended.env_text == f"AZURE_MAIN_API_KEY={SECRET}\n"
    assert "${AZURE_MAIN_API_KEY}" in mended.text
    assert (mended.legacy, mended.valid) == ((), True)


def test_2172_a_key_that_each_person_enters_is_named_beside_azure_assistants() -> None:
    mine = config(group(assistants=True), assistants=True)
    _, found = problem(mine, "ASSISTANTS_API_KEY=user_provided\n")
    assert found.severity == "info"
    assert "for a key for Azure's assistants" in found.message


def test_702_a_key_under_the_wrong_name_is_found_and_used() -> None:
    text = "AZURE_OPENAI_API_KEY=x\n"
    found = Document('version: "1.3.17"', text).legacy[0]
    assert "the name that it looks for is AZURE_API_KEY" in found.effect
    variables = {**SINGLE, **DEFAULT, "AZURE_OPENAI_API_KEY": SECRET}
    del variables["AZURE_API_KEY"]
    assert migrated(variables).groups[0]["apiKey"] == "${AZURE_OPENAI_API_KEY}"


def test_1165_a_models_name_loses_its_dots_where_it_was_the_deployments() -> None:
    found = the_group(migrated(BY_NAME | {"AZURE_OPENAI_MODELS": "gpt-3.5-turbo"}))
    assert found["models"] == {"gpt-3.5-turbo": {"deploymentName": "gpt-35-turbo"}}


@pytest.mark.parametrize("target", Target)
def test_1177_titles_go_to_a_model_that_is_there(target: Target) -> None:
    migration = migrated(SINGLE | DEFAULT, target=target)
    found = [one.code for one in migration.document.problems if "title" in one.code]
    assert found == []
