"""Which variables a config uses, how they stand, and what the `.env` text has beside them."""

import pytest

from editor.core.document import Document
from editor.core.environment import Giver
from editor.core.schema.field import Target
from editor.core.variables import Overview, State, overview, references_in, secret_names, variable
from editor.core.yaml.values import Value

CONFIG = """\
version: "1.3.17"
endpoints:
  custom:
    - name: groq
      apiKey: "${GROQ_KEY}"
      baseURL: https://api.groq.com
      models: {default: [a]}
  azureOpenAI:
    groups:
      - group: east
        apiKey: ${EAST_KEY}
        instanceName: ${EAST_NAME}
        deploymentName: ${EAST_MODEL}
        version: "2024-10-21"
        models: {gpt-4o: true}
      - group: gate
        apiKey: literal-key-0123456789
        baseURL: https://${GATE_HOST}/${INSTANCE_NAME}/openai/deployments/${DEPLOYMENT_NAME}
        instanceName: gate
        deploymentName: d
        version: "2024-10-21"
        additionalHeaders:
          Subscription: "${GATE_SUB}"
          Ocp-Apim-Subscription-Key: "${GATE_SUB}"
        models: {gpt-4: true}
"""
GROUPS = ("endpoints", "azureOpenAI", "groups")


def look(env_text: str = "", environ: dict[str, str] | None = None) -> Overview:
    return overview(Document(CONFIG, env_text, environ=environ or {}))


def test_variables_come_in_the_order_of_the_config_with_all_their_uses() -> None:
    found = look()
    names = [one.name for one in found.used]
    assert names == ["GROQ_KEY", "EAST_KEY", "EAST_NAME", "EAST_MODEL", "GATE_HOST", "GATE_SUB"]
    assert found.used[0].uses == (("endpoints", "custom", 0, "apiKey"),)
    headers = (*GROUPS, 1, "additionalHeaders")
    assert found.used[-1].uses == (
        (*headers, "Subscription"),
        (*headers, "Ocp-Apim-Subscription-Key"),
    )


@pytest.mark.parametrize(
    ("env_text", "environ", "state", "giver", "line"),
    [
        ("", {}, State.MISSING, None, None),
        ("A=1\nEAST_KEY=\n", {}, State.EMPTY, Giver.ENV, 2),
        ("A=1\r\nEAST_KEY=x\r\nEAST_KEY=y\r\n", {}, State.SET, Giver.ENV, 3),
        ("EAST_KEY=x\n", {"EAST_KEY": "y"}, State.SET, Giver.PROCESS, 1),
        ("", {"EAST_KEY": ""}, State.EMPTY, Giver.PROCESS, None),
    ],
)
def test_a_variable_says_how_it_stands_and_who_gives_it(
    env_text: str, environ: dict[str, str], state: State, giver: Giver | None, line: int | None
) -> None:
    found = look(env_text, environ).find("EAST_KEY")
    assert found is not None
    assert (found.state, found.line) == (state, line)
    assert (None if found.source is None else found.source.giver) == giver
    assert found.is_overridden == (giver is Giver.PROCESS and line is not None)


def test_a_name_that_librechat_keeps_to_itself_is_refused() -> None:
    document = Document("a: ${JWT_SECRET}\n", "JWT_SECRET=x\n")
    assert overview(document).used[0].state is State.REFUSED
    old = Document("a: ${JWT_SECRET}\n", "JWT_SECRET=x\n", target="0.7")
    assert overview(old).used[0].state is State.SET


def test_a_placeholder_is_no_variable_until_one_of_its_name_takes_its_place() -> None:
    assert look().find("INSTANCE_NAME") is None
    found = look("INSTANCE_NAME=x\n").find("INSTANCE_NAME")
    assert found is not None
    assert (found.state, found.hijacker) == (State.HIJACKED, "INSTANCE_NAME")


@pytest.mark.parametrize(
    ("env_text", "name", "hijacker"),
    [
        ("AZURE_OPENAI_BASEURL=https://x\n", "EAST_NAME", "AZURE_OPENAI_BASEURL"),
        ("AZURE_OPENAI_BASEURL=https://${INSTANCE_NAME}.x\n", "EAST_NAME", ""),
        ("AZURE_OPENAI_BASEURL=\n", "EAST_NAME", ""),
        (
            "AZURE_USE_MODEL_AS_DEPLOYMENT_NAME= TRUE \n",
            "EAST_MODEL",
            "AZURE_USE_MODEL_AS_DEPLOYMENT_NAME",
        ),
        ("AZURE_USE_MODEL_AS_DEPLOYMENT_NAME=1\n", "EAST_MODEL", ""),
    ],
)
def test_a_legacy_variable_may_decide_in_place_of_another(
    env_text: str, name: str, hijacker: str
) -> None:
    found = look(env_text).find(name)
    assert found is not None
    assert found.hijacker == hijacker
    assert (found.state is State.HIJACKED) == bool(hijacker)


def test_a_key_in_the_config_is_told_with_its_place_and_never_printed() -> None:
    (literal,) = look().literals
    assert literal.path == (*GROUPS, 1, "apiKey")
    assert literal.value.reveal() == "literal-key-0123456789"
    assert "literal-key" not in repr(look())


def test_what_nothing_uses_is_told_apart_from_what_librechat_reads_itself() -> None:
    found = look(
        "PORT=3080\nAZURE_OLD=1\nHOST_OF_IT=https://a.openai.azure.com\nEAST_KEY=x\n"
        "AZURE_AI_SEARCH_API_KEY=1\nDALLE3_AZURE_API_VERSION=1\nAZURE_API_KEY=legacy\n"
    )
    assert [one.name for one in found.unused] == ["AZURE_OLD", "HOST_OF_IT"]
    names = [one.name for one in found.others]
    assert names == ["PORT", "AZURE_AI_SEARCH_API_KEY", "DALLE3_AZURE_API_VERSION"]


def test_what_no_variable_can_be_called_is_left_to_the_problems() -> None:
    assert references_in(["${A}${B}", "${A:-b}", "${ A }"]) == {}


def test_content_that_contains_itself_is_looked_at_once() -> None:
    config: dict[str, Value] = {"a": "${X}"}
    config["b"] = [config, config]
    assert references_in(config) == {"X": (("a",),)}


def test_a_variable_of_a_key_or_of_a_secret_header_is_a_secret_whatever_its_name() -> None:
    assert secret_names(Document(CONFIG).value) == {"GROQ_KEY", "EAST_KEY", "GATE_SUB"}


def test_one_variable_can_be_asked_for() -> None:
    environment = Document(CONFIG, "EAST_KEY=x\n").environment
    assert variable("EAST_KEY", environment, Target.V0_8).state is State.SET
    assert variable("NONE", environment, Target.V0_8).state is State.MISSING
