"""What stops or worries LibreChat when it starts is said in its words."""

from editor.core.document import Document
from editor.core.schema.field import Target
from editor.core.validation.problem import Severity
from editor.core.yaml.values import Value
from tests.core.validation.configs import GROUPS, config, everything, group, remarks


def test_only_the_first_of_several_missing_variables_is_reported() -> None:
    found = remarks(
        config(group(), group("b", apiKey="${OTHER}", models={"gpt-4o": True})), environ={}
    )
    assert [one.reported for one in found] == [True, False]
    assert [one.path for one in found] == [(*GROUPS, 0, "apiKey"), (*GROUPS, 1, "apiKey")]
    assert found[0].server_message == (
        'Azure configuration environment variable "${EASTUS_KEY}" was not found.'
    )


def test_a_variable_that_several_models_need_is_reported_once() -> None:
    found = remarks(config(group(version="${V}", models={"gpt-4o": True, "gpt-4.1": True})))
    assert [one.path for one in found] == [(*GROUPS, 0, "version")]


def test_a_group_without_models_needs_no_variables() -> None:
    assert remarks(config(group(models={}, apiKey="${UNSET}"))) == ()


def test_a_near_name_of_the_env_text_is_offered() -> None:
    text = (
        'version: "1.3.17"\nendpoints: {azureOpenAI: {groups: [{group: a, apiKey: "${EAST_KEY}", '
    )
    text += 'instanceName: i, deploymentName: d, version: "2024-10-21", models: {gpt-4o: true}}]}}'
    document = Document(text, "EASTUS_KEY=1\n")
    (problem,) = document.problems
    assert [fix.title for fix in problem.fixes] == ["Use ${EASTUS_KEY}"]
    assert document.apply(problem.fixes[0].operations).valid


def test_a_variable_that_refers_to_another_is_not_followed() -> None:
    (found,) = remarks(config(), environ={"EASTUS_KEY": "${OTHER}"})
    assert "itself a reference" in found.message
    assert found.server_message == (
        'Azure configuration environment variable "${OTHER}" was not found.'
    )


def test_a_config_version_that_is_not_current_is_an_info() -> None:
    for target, current in ((Target.V0_8, "1.3.17"), (Target.V0_7, "1.2.1")):
        value: Value = {"version": "9.9.9"}
        (found,) = everything(value, target)
        assert (found.code, found.severity) == ("config-version", Severity.INFO)
        assert found.fixes[0].operations[0]["value"] == current


def test_an_address_that_breaks_the_schema_is_what_librechat_reports() -> None:
    value = {**config(), "version": 1, "mcpServers": {"a": {"url": "${MCP}"}}}
    found = [one for one in everything(value) if one.severity is Severity.ERROR]
    assert [one.server_message for one in found] == [
        "Invalid URL",
        "Expected string, received number",
    ]
    assert [one.reported for one in found] == [True, False]
