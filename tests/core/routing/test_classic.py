"""What release 0.7 sends, as its source code says."""

import pytest

from editor.core.routing.classic import reduced
from editor.core.schema.field import Target
from tests.core.routing.configs import ENV, KEY, NORMAL, SERVERLESS, routed, with_group

_ACME = "https://acme.openai.azure.com"


def _url(text: str, env: str = ENV) -> str | None:
    return routed(text, env, Target.V0_7).url


def test_routes_of_0_7_are_marked_as_assumed_and_without_a_window() -> None:
    route = routed(NORMAL, target=Target.V0_7)
    assert (route.assumed, route.context_window) == (True, None)
    assert not routed(NORMAL).assumed


def test_a_normal_group_sends_both_keys_and_no_model() -> None:
    route = routed(NORMAL, target=Target.V0_7)
    assert route.url == (
        f"{_ACME}/openai/deployments/gpt4o-prod/chat/completions?api-version=2024-10-21"
    )
    assert route.headers == {
        "authorization": f"Bearer {KEY}", "api-key": KEY, "content-type": "application/json",
    }  # fmt: skip
    assert "model" not in route.body


@pytest.mark.parametrize(
    ("base", "url"),
    [
        ("https://example.azure-api.net/${INSTANCE_NAME}/${DEPLOYMENT_NAME}",
         "https://example.azure-api.net/acme/gpt4o-prod/chat/completions"),
        ("https://gateway.ai.cloudflare.com/v1/A/G/azure-openai/${INSTANCE_NAME}/${DEPLOYMENT_NAME}",
         "https://gateway.ai.cloudflare.com/v1/A/G/azure-openai/acme/gpt4o-prod/chat/completions"),
        ("https://my-instance.openai.azure.com/",
         "https://my-instance.openai.azure.com/chat/completions"),
    ],
)  # fmt: skip
def test_no_deployment_is_appended_to_a_base_url(base: str, url: str) -> None:
    assert _url(with_group(f"baseURL: '{base}'")) == f"{url}?api-version=2024-10-21"


@pytest.mark.parametrize(
    ("base", "url"),
    [
        ("https://M.r.inference.ai.azure.com/v1/chat/completions",
         "https://m.r.inference.ai.azure.com/v1/chat/completions"),
        ("https://M.r.inference.ai.azure.com/v1",
         "https://m.r.inference.ai.azure.com/v1/chat/completions"),
        ("https://x/chat/completions", "https://x/chat/completions/chat/completions"),
        ("https://x", "https://x/chat/completions"),
    ],
)  # fmt: skip
def test_a_serverless_base_url_is_reduced_to_its_v1(base: str, url: str) -> None:
    text = SERVERLESS.replace("https://x.services.ai.azure.com/models", base)
    route = routed(text, target=Target.V0_7)
    assert route.url == url
    assert route.headers["api-key"] == KEY
    assert route.body["model"] == "mistral-large"


def test_a_serverless_version_is_sent() -> None:
    url = _url(with_group("version: V", text=SERVERLESS))
    assert url == "https://x.services.ai.azure.com/models/chat/completions?api-version=V"


@pytest.mark.parametrize(
    ("url", "base"),
    [
        ("https://h/v1/openai/x/y", "https://h/v1/openai"),
        ("https://h/v1/openai", "https://h/v1/openai"),
        ("https://h/v1/A/G/openai/chat", "https://h/v1/A/G/openai"),
        ("https://h/v1/A/G/replicate/x", "https://h/v1/A/G/replicate"),
        ("https://h/v1/A/G/azure-openai/i/d/chat/completions", "https://h/v1/A/G/azure-openai/i/d"),
        ("https://h/other/path", "https://h/other/path"),
    ],
)
def test_a_known_word_behind_v1_keeps_more_of_the_base_url(url: str, base: str) -> None:
    assert reduced(url) == base


def test_a_forced_prompt_is_completed() -> None:
    route = routed(with_group("forcePrompt: true"), target=Target.V0_7)
    assert route.url is not None
    assert "/gpt4o-prod/completions?" in route.url
    assert ("prompt" in route.body, "messages" in route.body) == (True, False)


def test_a_model_without_gpt_in_its_name_is_sent_a_prompt_on_the_path_for_chats() -> None:
    text = NORMAL.replace("gpt-4o:", "o1:")
    route = routed(text, target=Target.V0_7)
    assert (route.model, route.body["prompt"], "messages" in route.body) == ("o1", "Hi", False)
    assert route.url is not None
    assert "/chat/completions?" in route.url
    assert any("no “gpt” in its name" in warning for warning in route.warnings)
    base = "baseURL: https://gw.example/${DEPLOYMENT_NAME}"
    assert "messages" in routed(with_group(base, text=text), target=Target.V0_7).body
    assert "messages" in routed(text).body


def test_a_forced_prompt_of_a_serverless_group_goes_to_the_address_itself() -> None:
    text = SERVERLESS.replace("https://x.services.ai.azure.com/models", "https://x/v1")
    assert _url(with_group("forcePrompt: true", text=text)) == "https://x/v1/completions"


def test_the_variable_from_before_groups_counts_without_a_base_url() -> None:
    env = f"{ENV}AZURE_OPENAI_BASEURL=https://legacy.example/x\n"
    assert _url(NORMAL, env) == "https://legacy.example/x/chat/completions?api-version=2024-10-21"


def test_parameters_have_the_services_own_names() -> None:
    text = with_group("addParams: {max_tokens: 5, top_p: 1}", "dropParams: [top_p, user]")
    body = routed(text, target=Target.V0_7).body
    assert body["max_tokens"] == 5
    assert not {"top_p", "user"} & body.keys()


def test_the_responses_api_is_not_known() -> None:
    url = _url(with_group("addParams: {useResponsesApi: true}"))
    assert url is not None
    assert url.endswith("/chat/completions?api-version=2024-10-21")
