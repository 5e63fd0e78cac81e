"""A list of Azure's deployments becomes groups and models that LibreChat accepts."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.core.az_deployments import Deployment, NotDeployments, imported, read
from editor.core.document import Document

ACCOUNT = (
    "/subscriptions/0/resourceGroups/ai/providers/Microsoft.CognitiveServices"
    "/accounts/contoso-eastus"
)


def listed(name: str, model: str, vendor: str = "OpenAI") -> dict[str, Any]:
    """Return one entry as Azure prints it."""
    return {
        "id": f"{ACCOUNT}/deployments/{name}",
        "name": name,
        "properties": {
            "model": {"format": vendor, "name": model, "version": "2024-11-20"},
            "provisioningState": "Succeeded",
        },
        "sku": {"capacity": 10, "name": "GlobalStandard"},
        "type": "Microsoft.CognitiveServices/accounts/deployments",
    }


KEYS = {"contoso-eastus": "EASTUS_KEY"}


def test_deployments_become_models_of_one_group_for_each_resource() -> None:
    text = json.dumps([listed("chat-prod", "gpt-4o"), listed("gpt5", "gpt-5")])
    (group,) = imported(read(text), KEYS).groups
    assert group == {
        "group": "contoso-eastus",
        "apiKey": "${EASTUS_KEY}",
        "instanceName": "contoso-eastus",
        "version": "2024-10-21",
        "models": {
            "gpt-4o": {"deploymentName": "chat-prod"},
            "gpt-5": {"deploymentName": "gpt5", "version": "2025-04-01-preview"},
        },
    }


def test_other_vendors_models_are_called_by_their_deployments_name() -> None:
    text = json.dumps([listed("mistral-eu", "Mistral-Large-2411", "Mistral AI")])
    (group,) = imported(read(text), KEYS).groups
    assert group["baseURL"] == "https://contoso-eastus.services.ai.azure.com/openai/v1"
    assert (group["serverless"], group["models"]) == (True, {"mistral-eu": True})


def test_what_nobody_can_chat_with_is_left_out_and_said() -> None:
    found = imported(read(json.dumps([listed("emb", "text-embedding-3-large")])), KEYS)
    assert not found.groups
    assert found.left_out == (("emb", "text-embedding-3-large is not a model for chats"),)


def test_a_capability_that_azure_states_wins_over_the_name() -> None:
    entry = listed("voice", "gpt-audio-chat")
    entry["properties"]["capabilities"] = {"chatCompletion": "true"}
    assert imported(read(json.dumps([entry])), KEYS).groups


def test_names_that_the_config_has_are_not_used_again() -> None:
    text = json.dumps([listed("a", "gpt-4o"), listed("b", "gpt-4o")])
    (group,) = imported(read(text), KEYS, {"contoso-eastus"}, {"gpt-4o"}).groups
    assert group["group"] == "contoso-eastus-2"
    assert group["models"] == {"a": {"deploymentName": "a"}, "b": {"deploymentName": "b"}}


def test_lines_before_the_list_and_an_answer_of_the_management_api_are_taken() -> None:
    assert read("WARNING: preview command\n" + json.dumps([listed("a", "gpt-4o")]))
    assert read(json.dumps({"value": [listed("a", "gpt-4o")], "nextLink": None}))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Paste what"),
        ("hello", "Paste what"),
        ("[]", "no deployment yet"),
        ('[{"name": "contoso"}]', "not of `account list`"),
        ("[1, null]", "not of `account list`"),
        ("[" * 100_000, "broken"),
    ],
)
def test_another_text_is_refused_with_what_to_paste(text: str, words: str) -> None:
    with pytest.raises(NotDeployments, match=words):
        read(text)


def test_broken_json_names_its_line() -> None:
    with pytest.raises(NotDeployments) as refused:
        read('[\n {"name": "a",\n  oops}\n]')
    assert refused.value.line == 3


_NAMES = st.text("abcGPT45-.o3", min_size=1, max_size=8)


@given(
    st.lists(
        st.builds(
            Deployment,
            resource=st.sampled_from(["east", "west"]),
            name=_NAMES,
            model=_NAMES,
            format=st.sampled_from(["OpenAI", "DeepSeek"]),
            chats=st.none() | st.booleans(),
        ),
        max_size=8,
    )
)
def test_librechat_accepts_whatever_list(deployments: list[Deployment]) -> None:
    keys = {"east": "EAST_KEY", "west": "WEST_KEY"}
    groups = list(imported(deployments, keys).groups)
    if groups:
        config = {"version": "1.3.17", "endpoints": {"azureOpenAI": {"groups": groups}}}
        document = Document(json.dumps(config), "EAST_KEY=a\nWEST_KEY=b\n")
        assert document.valid, [problem.message for problem in document.problems]
