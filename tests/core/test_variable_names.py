"""A suggested name tells what it holds, and giving it a value changes nothing else."""

import pytest

from editor.core.environment import Environment
from editor.core.variable_names import is_free, obstacle, suggested_name

NONE = Environment({})


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        ("eastus", "EASTUS_API_KEY"),
        ("Sweden Central (prod)", "SWEDEN_CENTRAL_PROD_API_KEY"),
        ("Zürich", "ZURICH_API_KEY"),
        ("2nd", "AZURE_2ND_API_KEY"),
        ("", "AZURE_MAIN_API_KEY"),
        ("日本", "AZURE_MAIN_API_KEY"),
        ("azure", "AZURE_GROUP_API_KEY"),
        ("azure-openai", "AZURE_OPENAI_GROUP_API_KEY"),
        ("openai", "OPENAI_GROUP_API_KEY"),
    ],
)
def test_a_name_is_made_of_its_owner_and_means_nothing_to_librechat(owner: str, name: str) -> None:
    assert suggested_name(owner, "API_KEY", "secret", NONE) == name


@pytest.mark.parametrize(
    ("environment", "name"),
    [
        (Environment({}, "EASTUS_API_KEY=secret\n"), "EASTUS_API_KEY"),
        (Environment({}, "EASTUS_API_KEY=\n"), "EASTUS_API_KEY"),
        (Environment({}, "EASTUS_API_KEY=other\n"), "EASTUS_API_KEY_2"),
        (Environment({}, "EASTUS_API_KEY=a\nEASTUS_API_KEY_2=b\n"), "EASTUS_API_KEY_3"),
        (Environment({"EASTUS_API_KEY": "secret"}), "EASTUS_API_KEY"),
        (Environment({"EASTUS_API_KEY": "other"}), "EASTUS_API_KEY_2"),
        (Environment({"EASTUS_API_KEY": ""}), "EASTUS_API_KEY_2"),
        (Environment({"EASTUS_API_KEY": "secret"}, "EASTUS_API_KEY=x\n"), "EASTUS_API_KEY_2"),
    ],
)
def test_a_name_with_another_value_is_left_alone(environment: Environment, name: str) -> None:
    assert suggested_name("eastus", "API_KEY", "secret", environment) == name


@pytest.mark.parametrize(
    "name", ["A B", "1A", "A.B", "", "MONGO_URI", "AZURE_API_KEY", "toString()"]
)
def test_what_the_config_cannot_name_or_librechat_reads_is_not_free(name: str) -> None:
    assert not is_free(name, "secret", NONE)


@pytest.mark.parametrize(
    ("name", "environment", "words"),
    [
        ("1A", NONE, "no digit first"),
        ("OPENAI_API_KEY", NONE, "LibreChat itself reads"),
        ("MONGO_URI", NONE, "a secret of its own"),
        ("MINE", Environment({}, "MINE=other\n"), "another value in the .env file"),
        ("MINE", Environment({"MINE": "other"}), "where LibreChat runs"),
    ],
)
def test_why_a_name_cannot_be_taken_is_said(
    name: str, environment: Environment, words: str
) -> None:
    assert words in obstacle(name, "secret", environment)
