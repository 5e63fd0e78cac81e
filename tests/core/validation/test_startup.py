"""What stops or worries LibreChat when it starts is said in its words."""

import json

import pytest

from editor.core.document import Document
from editor.core.outline import value_at
from editor.core.schema.field import Target
from editor.core.validation.problem import Origin, Severity
from editor.core.yaml.values import Value
from tests.core.validation.configs import ENVIRON, GROUPS, config, everything, group, remarks


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


BOTH: Value = {"supportedIds": ["a"], "excludedIds": ["b"]}


def serving(**endpoints: Value) -> dict[str, Value]:
    """Return a good config with other endpoints beside Azure's."""
    value = config()
    azure = value["endpoints"]
    assert isinstance(azure, dict)
    return {**value, "endpoints": {**azure, **endpoints}}


@pytest.mark.parametrize("name", ["assistants", "azureAssistants"])
def test_ids_left_out_beside_ids_supported_are_ignored(name: str) -> None:
    (found,) = remarks(serving(**{name: BOTH}))
    assert (found.severity, found.path) == (
        Severity.WARNING,
        ("endpoints", name, "excludedIds"),
    )
    assert found.server_message == (
        f"Configuration conflict: The '{name}' endpoint has both 'supportedIds' and 'excludedIds' "
        "defined. The 'excludedIds' will be ignored."
    )


def test_lists_beside_private_assistants_are_ignored_and_one_fix_removes_them() -> None:
    settings: Value = {"privateAssistants": True, "supportedIds": ["a"], "excludedIds": ["b"]}
    document = Document(json.dumps(serving(assistants=settings)), environ=ENVIRON)
    both, private = [one for one in document.problems if one.code == "conflicting-ids"][::-1]
    assert "excludedIds" in both.path
    assert private.fixes[0].title == "Remove “supportedIds” and “excludedIds”"
    mended = document.apply(private.fixes[0].operations)
    assert value_at(mended.value, ("endpoints", "assistants")) == {"privateAssistants": True}
    assert mended.problems == ()


def test_lists_that_do_not_conflict_are_fine() -> None:
    shared: Value = {"privateAssistants": False, "supportedIds": ["a"]}
    azure: Value = {"excludedIds": ["b"], "capabilities": ["tools"]}
    assert remarks(serving(assistants=shared, azureAssistants=azure)) == ()


def test_missing_variables_of_vertex_ai_stop_the_start() -> None:
    vertex: Value = {"projectId": "${PROJECT}", "region": "${EASTUS_KEY}"}
    value = serving(anthropic={"vertex": vertex})
    (found,) = remarks(value)
    assert (found.severity, found.reported) == (Severity.ERROR, True)
    assert found.path == ("endpoints", "anthropic", "vertex", "projectId")
    assert found.server_message == (
        'Vertex AI projectId environment variable "${PROJECT}" was not found.'
    )
    assert "missing-variable" not in {one.code for one in remarks(value, Target.V0_7)}


def test_vertex_ai_that_is_switched_off_needs_no_variables() -> None:
    vertex: Value = {"enabled": False, "projectId": "${PROJECT}"}
    assert remarks(serving(anthropic={"vertex": vertex})) == ()


def test_a_name_of_javascripts_own_does_not_stop_the_start_but_its_requests() -> None:
    (found,) = remarks(config(group(apiKey="${toString}")))
    assert (found.severity, found.origin) == (Severity.ERROR, Origin.REQUEST)
    assert "toString is also a name of JavaScript's own" in found.message
    environ = {**ENVIRON, "toString": "key"}
    assert remarks(config(group(apiKey="${toString}")), environ=environ) == ()


def mcp(**settings: Value) -> Value:
    """Return a good config with one MCP server."""
    servers: Value = {"a": settings}
    return {**config(), "mcpServers": servers}


def remote(**settings: Value) -> Value:
    return mcp(**{"type": "sse", "url": "https://x", **settings})


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (remote(url="${WS}"), "ws://"),
        (remote(proxy="${FTP}"), "socks"),
        (remote(oauth={"token_url": "${UNSET}"}), "UNSET is not set"),
        (remote(oauth={"token_url": "${EASTUS_KEY}"}), "variable's value"),
    ],
)
def test_addresses_of_mcp_servers_are_judged_by_what_their_variables_hold(
    value: Value, word: str
) -> None:
    environ = {**ENVIRON, "WS": "wss://x", "FTP": "ftp://x"}
    (found,) = (one for one in everything(value, environ=environ) if one.severity == "error")
    assert found.origin is Origin.SCHEMA
    assert word in found.message
    good = {"WS": "https://x", "FTP": "http://x", "UNSET": "https://x", "EASTUS_KEY": "https://x"}
    assert [one for one in everything(value, environ=good) if one.severity == "error"] == []


def test_a_local_mcp_server_with_a_wrong_sign_in_is_tried_as_a_remote_one() -> None:
    local: dict[str, Value] = {"command": "run", "args": [], "url": "no address"}
    assert remarks(mcp(**local)) == ()
    found = everything(mcp(**local, oauth={"token_url": "no address"}))
    assert found[0].server_message == "Invalid URL"
