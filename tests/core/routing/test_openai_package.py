"""A second witness for plain groups: OpenAI's own package for Python, asked for the same thing."""

import json
from random import Random

import httpx
import pytest
from openai import AzureOpenAI

from tests.core.routing.configs import KEY, NORMAL, routed, with_group

_INSTANCES = ("acme", "contoso-eastus", "ACME", "a1")
_DEPLOYMENTS = ("dep", "gpt4o-prod", "gpt-5", "my dep", "é", "o3-mini", "gpt-4.1")
_VERSIONS = ("2024-10-21", "2025-04-01-preview", "preview", "a&b=é")


def _sent(instance: str, deployment: str, version: str, base: str | None = None) -> httpx.Request:
    """Return what the package sends for a greeting."""
    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200, text="data: [DONE]\n\n")

    with httpx.Client(transport=httpx.MockTransport(answer)) as http_client:
        client = (
            AzureOpenAI(
                api_key=KEY,
                api_version=version,
                azure_endpoint=f"https://{instance}.openai.azure.com",
                http_client=http_client,
            )
            if base is None
            else AzureOpenAI(
                api_key=KEY, api_version=version, base_url=base, http_client=http_client
            )
        )
        client.chat.completions.create(
            model=deployment,
            messages=[{"role": "user", "content": "Hi"}],
            stream=True,
            stream_options={"include_usage": True},
            user="<user id>",
        ).close()
    return sent[0]


@pytest.mark.parametrize("seed", range(20))
def test_the_package_sends_a_plain_groups_request(seed: int) -> None:
    random = Random(seed)
    instance, deployment = random.choice(_INSTANCES), random.choice(_DEPLOYMENTS)
    version = random.choice(_VERSIONS)
    text = NORMAL.replace("acme", instance).replace("gpt4o-prod", deployment)
    route = routed(text.replace("2024-10-21", version))
    theirs = _sent(instance, deployment, version)
    assert route.url is not None
    assert httpx.URL(route.url) == theirs.url
    assert (route.method, route.headers["api-key"]) == (theirs.method, theirs.headers["api-key"])
    assert route.body == json.loads(theirs.content)


@pytest.mark.parametrize(
    "base", ["https://gw.example/x", "https://acme.openai.azure.com/openai/deployments/gpt4o-prod"]
)
def test_the_package_too_puts_the_deployment_into_a_base_url_without_one(base: str) -> None:
    route = routed(with_group(f"baseURL: {base}"))
    assert route.url is not None
    # LibreChat appends the deployment to the base before its client does what the package does.
    own = base if base.endswith("gpt4o-prod") else f"{base}/gpt4o-prod"
    assert httpx.URL(route.url) == _sent("acme", "gpt4o-prod", "2024-10-21", own).url
