"""Nodes are found by words, and by words of one kind."""

import pytest

from editor.core.document import Document
from editor.core.nodefilter import asks_for_status, terms_of, wanted_nodes
from editor.core.schema.table import AZURE_PATH, GROUPS_PATH
from editor.core.standing import State
from editor.core.yaml.values import Path

CONFIG = """\
version: "1.3.17"
endpoints:
  azureOpenAI:
    titleModel: no-such-model
    groups:
      - group: East US
        apiKey: "${K}"
        instanceName: "${RESOURCE}"
        version: 2024-10-21
        models:
          gpt-4o:
            deploymentName: four
          o3-mini:
            deploymentName: mini
      - group: gateway
        apiKey: "${K}"
        instanceName: contoso
        baseURL: "https://user:pass@apim.example.net:8443/openai?key=hidden"
        version: "2024-10-21"
        deploymentName: shared
        models:
          mistral-large: true
"""
EAST, GATEWAY = (*GROUPS_PATH, 0), (*GROUPS_PATH, 1)
GPT, O3 = (*EAST, "models", "gpt-4o"), (*EAST, "models", "o3-mini")
MISTRAL = (*GATEWAY, "models", "mistral-large")
STATES: dict[Path, State] = {GPT: State.FAILED, O3: State.OK}


def found(query: str) -> set[Path]:
    document = Document(CONFIG, "K=x\nRESOURCE=fabrikam\n")
    return set(wanted_nodes(query, document, lambda path: STATES.get(path, State.UNTESTED)))


@pytest.mark.parametrize(
    ("query", "nodes"),
    [
        ("GPT", {GPT}),
        ("gateway", {GATEWAY, MISTRAL}),
        ("east mini", {O3}),
        ("four", {GPT}),
        ("name:four", set()),
        ("deployment:SHARED", {GATEWAY, MISTRAL}),
        ("fabrikam", {EAST, GPT, O3}),
        ("host:fabrikam.openai", {EAST, GPT, O3}),
        ("host:apim.example", {GATEWAY, MISTRAL}),
        ("host:contoso mistral", {MISTRAL}),
        ("hidden", set()),
        ("pass", set()),
        ('name:"east us"', {EAST, GPT, O3}),
        ("status:failed", {GPT}),
        ("status:connected", {O3}),
        ("status:untested", {MISTRAL}),
        ("status:failed o3", set()),
        ("problem:", {AZURE_PATH, EAST, GATEWAY}),
        ("problem:date", {EAST}),
        ("problem:error", {EAST}),
        ("host: status:", {AZURE_PATH, EAST, GPT, O3, GATEWAY, MISTRAL}),
    ],
)
def test_a_query_finds(query: str, nodes: set[Path]) -> None:
    assert found(query) == nodes


def test_a_word_with_a_colon_that_is_no_field_is_a_word() -> None:
    assert terms_of("llama:70b") == (("", "llama:70b"),)


def test_a_quote_that_is_not_closed_yet_counts_to_the_end() -> None:
    assert terms_of('name:"East U') == (("name", "east u"),)


def test_only_a_status_depends_on_tests() -> None:
    assert asks_for_status("gpt status:failed")
    assert not asks_for_status("gpt problem:")


def test_a_config_that_cannot_be_read_has_the_endpoint_alone() -> None:
    assert wanted_nodes("", Document("a: ["), lambda _: State.OK) == {AZURE_PATH}
