"""Groups come into a config with their keys in the `.env` text, and lead where they should."""

from dataclasses import replace

import pytest

from editor.core import az_deployments, target_uri
from editor.core.document import Document, EditError
from editor.core.new_groups import NewGroup, adding, of_address, of_import
from editor.core.secret import Secret

ADDRESSES = (
    "https://contoso.openai.azure.com/openai/deployments/gpt-4o/chat/completions"
    "?api-version=2024-10-21",
    "https://contoso.cognitiveservices.azure.com/openai/deployments/gpt-4o/chat/completions"
    "?api-version=2025-01-01-preview",
    "https://contoso.openai.azure.us/openai/deployments/gpt-4o/chat/completions"
    "?api-version=2024-10-21",
    "https://gpt-4o-west.cognitiveservices.azure.com/openai/deployments/gpt-4o/chat/completions"
    "?api-version=2024-10-21",
    "https://contoso.services.ai.azure.com/openai/v1/chat/completions",
    "https://contoso.openai.azure.com/openai/v1/chat/completions",
    "https://contoso.services.ai.azure.com/models/chat/completions?api-version=2024-05-01-preview",
    "https://mistral-x.eastus2.models.ai.azure.com/v1/chat/completions",
    "https://contoso.azure-api.net/ai/openai/deployments/gpt-4o/chat/completions"
    "?api-version=2024-10-21",
    "https://gateway.ai.cloudflare.com/v1/acc/gw/azure-openai/contoso/gpt-4o/chat/completions"
    "?api-version=2024-10-21",
    "http://127.0.0.1:8080/llm/v1/chat/completions",
)
KEY = Secret("not-a-real-key-0001")
CONFIG = """\
version: "1.3.17" # ours
endpoints:
  azureOpenAI:
    groups:
      - group: "contoso"
        apiKey: "${CONTOSO_API_KEY}"
        instanceName: "contoso"
        version: "2024-10-21"
        models:
          gpt-4o: {deploymentName: gpt-4o} # best
"""


def added(document: Document, *groups: NewGroup) -> Document:
    return document.edited(adding(document, groups, "Add group").edit)


def from_address(document: Document, address: str, deployment: str = "") -> NewGroup:
    found = target_uri.read(address)
    assert found is not None
    return of_address(document, found, deployment, KEY)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("target", ["0.8", "0.7"])
def test_a_target_uri_is_called_exactly_as_it_was_copied(address: str, target: str) -> None:
    document = Document("", target=target)
    document = added(document, from_address(document, address, "gpt-4o"))
    (route,) = document.routes
    assert route.url == address
    assert route.headers["api-key"] == KEY.reveal()
    assert document.valid


def test_the_key_stands_in_the_env_text_alone() -> None:
    document = Document("", "# ours\nOTHER=1\n")
    document = added(document, from_address(document, ADDRESSES[0]))
    assert KEY.reveal() not in document.text
    assert 'apiKey: "${CONTOSO_API_KEY}"' in document.text
    assert document.env_text.startswith("# ours\nOTHER=1\n")
    assert f"CONTOSO_API_KEY={KEY.reveal()}\n" in document.env_text


def test_names_that_are_taken_are_not_used_again() -> None:
    before = Document(CONFIG, "CONTOSO_API_KEY=another-key-0002\n")
    after = added(before, from_address(before, ADDRESSES[0]))
    assert after.text.startswith(CONFIG)
    assert after.valid
    assert after.groups == ("contoso", "contoso-2")
    assert after.models == ("gpt-4o", "gpt-4o-2")
    assert after.routes[1].url == ADDRESSES[0]
    assert after.env_text.startswith("CONTOSO_API_KEY=another-key-0002\n")
    assert "CONTOSO_2_API_KEY=" in after.env_text


def test_one_edit_takes_all_groups_back() -> None:
    before = Document(CONFIG, "CONTOSO_API_KEY=another-key-0002\n")
    groups = (from_address(before, ADDRESSES[4], "a"), from_address(before, ADDRESSES[6], "b"))
    named = [replace(one, name=f"g{number}") for number, one in enumerate(groups)]
    found = adding(before, named, "Add 2 groups")
    assert found.edit.label == "Add 2 groups"
    assert found.variables == ("G0_API_KEY", "G1_API_KEY")
    assert found.path == ("endpoints", "azureOpenAI", "groups", 1)
    assert before.edited(found.edit).models == ("gpt-4o", "a", "b")


def test_a_key_that_is_a_reference_stays_one() -> None:
    document = Document("", "MINE=key\n")
    found = adding(document, [NewGroup(name="a", key=Secret("${MINE}"))], "Add group")
    assert not found.edit.env
    assert "${MINE}" in document.edited(found.edit).text


def test_a_key_that_is_not_known_leaves_a_variable_to_fill_in() -> None:
    document = Document("")
    document = added(document, NewGroup(name="a"))
    assert "A_API_KEY=\n" in document.env_text
    assert not document.valid


def test_a_config_that_cannot_be_read_is_not_added_to() -> None:
    with pytest.raises(EditError, match="cannot be read"):
        adding(Document("a: ["), [NewGroup(name="a", key=KEY)], "Add group")


def test_a_list_of_deployments_becomes_groups() -> None:
    found = az_deployments.imported(
        [
            az_deployments.Deployment("east", "chat", "gpt-4o", "OpenAI", None),
            az_deployments.Deployment("east", "o3", "o3", "OpenAI", None),
            az_deployments.Deployment("east", "ds", "DeepSeek-V3", "DeepSeek", None),
        ],
        {},
    )
    document = added(Document(""), *of_import(found, {"east": KEY, "east-foundry": KEY}))
    assert document.valid
    assert [route.url for route in document.routes] == [
        "https://east.openai.azure.com/openai/deployments/chat/chat/completions"
        "?api-version=2024-10-21",
        "https://east.openai.azure.com/openai/deployments/o3/chat/completions"
        "?api-version=2025-04-01-preview",
        "https://east.services.ai.azure.com/openai/v1/chat/completions",
    ]
    assert document.env_text.count(KEY.reveal()) == 2
