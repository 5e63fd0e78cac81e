"""An address that was copied from Azure becomes settings with which LibreChat calls it."""

import pytest

from editor.core.target_uri import Surface, read

CASES = {
    "https://Contoso.openai.azure.com/openai/deployments/gpt-4o/chat/completions"
    "?api-version=2024-10-21": {
        "instanceName": "contoso",
        "deploymentName": "gpt-4o",
        "version": "2024-10-21",
    },
    "contoso.openai.azure.com": {"instanceName": "contoso"},
    "https://contoso.openai.azure.com/": {"instanceName": "contoso"},
    "https://contoso.cognitiveservices.azure.com/openai/deployments/gpt-4o/chat/completions"
    "?api-version=2025-01-01-preview": {
        "instanceName": "contoso",
        "baseURL": "https://contoso.cognitiveservices.azure.com/openai/deployments/"
        "${DEPLOYMENT_NAME}",
        "deploymentName": "gpt-4o",
        "version": "2025-01-01-preview",
    },
    "https://contoso.openai.azure.us/openai/deployments/gpt-4o": {
        "instanceName": "contoso",
        "baseURL": "https://contoso.openai.azure.us/openai/deployments/${DEPLOYMENT_NAME}",
        "deploymentName": "gpt-4o",
    },
    "https://contoso.openai.azure.com/openai/v1/": {
        "baseURL": "https://contoso.openai.azure.com/openai/v1",
        "serverless": True,
    },
    "https://contoso.services.ai.azure.com/openai/v1/responses": {
        "baseURL": "https://contoso.services.ai.azure.com/openai/v1",
        "serverless": True,
    },
    "https://contoso.services.ai.azure.com/models/chat/completions"
    "?api-version=2024-05-01-preview": {
        "baseURL": "https://contoso.services.ai.azure.com/models",
        "serverless": True,
        "version": "2024-05-01-preview",
    },
    "https://contoso.services.ai.azure.com/models": {
        "baseURL": "https://contoso.services.ai.azure.com/models",
        "serverless": True,
        "version": "2024-05-01-preview",
    },
    "https://contoso.services.ai.azure.com/api/projects/chat": {
        "baseURL": "https://contoso.services.ai.azure.com/openai/v1",
        "serverless": True,
    },
    "https://Mistral-x.eastus2.models.ai.azure.com/v1/chat/completions": {
        "baseURL": "https://Mistral-x.eastus2.models.ai.azure.com/v1",
        "serverless": True,
    },
    "https://contoso.azure-api.net/ai/openai/deployments/gpt-4o/chat/completions"
    "?api-version=2024-10-21": {
        "instanceName": "contoso",
        "baseURL": "https://contoso.azure-api.net/ai/openai/deployments/${DEPLOYMENT_NAME}",
        "deploymentName": "gpt-4o",
        "version": "2024-10-21",
    },
    "https://gateway.ai.cloudflare.com/v1/acc/gw/azure-openai/contoso/gpt-4o/chat/completions"
    "?api-version=2024-10-21": {
        "baseURL": "https://gateway.ai.cloudflare.com/v1/acc/gw/azure-openai/contoso/gpt-4o",
        "serverless": True,
        "version": "2024-10-21",
    },
    "http://10.0.0.7:8080/contoso/openai/deployments/gpt-4o/chat/completions": {
        "instanceName": "contoso",
        "baseURL": "http://10.0.0.7:8080/contoso/openai/deployments/${DEPLOYMENT_NAME}",
        "deploymentName": "gpt-4o",
    },
    "http://[::1]:8080/openai/deployments/gpt-4o/chat/completions": {
        "instanceName": "1",
        "baseURL": "http://[::1]:8080/openai/deployments/${DEPLOYMENT_NAME}",
        "deploymentName": "gpt-4o",
    },
    "http://127.0.0.1:8080/llm/v1/chat/completions": {
        "baseURL": "http://127.0.0.1:8080/llm/v1",
        "serverless": True,
    },
    # With a base URL, LibreChat would cut at the host, which begins with the deployment's name.
    "https://gpt-4o-west.cognitiveservices.azure.com/openai/deployments/gpt-4o/chat/completions"
    "?api-version=2024-10-21": {
        "baseURL": "https://gpt-4o-west.cognitiveservices.azure.com/openai/deployments/gpt-4o",
        "serverless": True,
        "version": "2024-10-21",
    },
    "https://portal.azure.com/#@contoso.com/resource/subscriptions/0/resourceGroups/ai/providers/"
    "Microsoft.CognitiveServices/accounts/contoso-eastus/overview": {
        "instanceName": "contoso-eastus"
    },
    "https://ai.azure.com/resource/deployments/%2Fsubscriptions%2F0%2FresourceGroups%2Fai%2F"
    "providers%2FMicrosoft.CognitiveServices%2Faccounts%2Fcontoso%2Fdeployments%2Fgpt-4o?tid=1": {
        "instanceName": "contoso",
        "deploymentName": "gpt-4o",
    },
}


@pytest.mark.parametrize(("address", "settings"), CASES.items(), ids=range(len(CASES)))
def test_an_address_becomes_the_settings_of_a_group(
    address: str, settings: dict[str, str | bool]
) -> None:
    found = read(f"  <{address}> ")
    assert found is not None
    assert found.settings == settings


@pytest.mark.parametrize(
    "text",
    ["", "contoso", "hello world", "https://", "https://a b/", "ftp://x.azure.com/", "${URL}"],
)
def test_a_text_that_is_no_address_is_nothing(text: str) -> None:
    assert read(text) is None


def test_what_an_address_is_for_is_known() -> None:
    found = read("https://c.openai.azure.com/openai/deployments/d/images/generations")
    assert found is not None
    assert (found.surface, found.operation) == (Surface.RESOURCE, "images/generations")


def test_a_page_of_the_portal_that_shows_no_resource_is_nothing() -> None:
    assert read("https://portal.azure.com/#home") is None
