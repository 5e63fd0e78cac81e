"""The schema is printed as JSON that describes each version's fields."""

import json

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize("target", ["0.8", "0.7"])
@pytest.mark.parametrize("style", ["text", "json"])
def test_the_schema_describes_a_group(run: Run, target: str, style: str) -> None:
    result = run("schema", "--target", target, "--format", style)
    assert result.exit_code == 0
    schema = json.loads(result.stdout)
    azure = schema["properties"]["endpoints"]["properties"]["azureOpenAI"]
    assert "instanceName" in azure["properties"]["groups"]["items"]["properties"]


def test_the_targets_differ(run: Run) -> None:
    assert run("schema", "--target", "0.7").stdout != run("schema", "--target", "0.8").stdout


@pytest.mark.parametrize("target", ["0.8", "0.7"])
def test_the_schema_describes_the_other_sections_too(run: Run, target: str) -> None:
    schema = json.loads(run("schema", "--target", target).stdout)
    model_select = schema["properties"]["interface"]["properties"]["modelSelect"]
    assert model_select["type"] == "boolean"
    custom = schema["properties"]["endpoints"]["properties"]["custom"]
    assert "baseURL" in custom["items"]["properties"]


def test_an_unknown_target_is_refused_by_name(run: Run) -> None:
    result = run("schema", "--target", "0.9")
    assert result.exit_code == 2
    assert "0.9" in result.stderr
    assert result.stdout == ""
