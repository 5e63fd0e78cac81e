"""An address in one field fills all fields, so that LibreChat calls it."""

import pytest

from editor.core.address_filling import filling
from editor.core.document import Document

CONFIG = """\
version: "1.3.17"
endpoints:
  azureOpenAI:
    groups:
      - group: "a"
        apiKey: "${{KEY}}"
        instanceName: {instance}
        version: "2024-02-01"
{base}        models:
          m: {{deploymentName: {deployment}}}
"""
GROUP = ("endpoints", "azureOpenAI", "groups", 0)
DATED = (
    "https://contoso.openai.azure.com/openai/deployments/gpt-4o/chat/completions"
    "?api-version=2024-10-21"
)
GATEWAY = (
    "https://contoso.azure-api.net/ai/openai/deployments/gpt-4o/chat/completions"
    "?api-version=2024-10-21"
)
V1 = "https://contoso.services.ai.azure.com/openai/v1/chat/completions"


def document(instance: str = "contoso", base: str = "", deployment: str = "prod") -> Document:
    line = f"        baseURL: {base}\n" if base else ""
    text = CONFIG.format(instance=instance, base=line, deployment=deployment)
    return Document(text, "KEY=not-a-real-key\n")


@pytest.mark.parametrize("address", [DATED, GATEWAY, V1])
@pytest.mark.parametrize("field", ["instance", "base", "deployment"])
def test_librechat_calls_the_address_wherever_it_was_pasted(address: str, field: str) -> None:
    texts = {field: f'"{address}"'}
    before = document(**texts)
    path = {
        "instance": (*GROUP, "instanceName"),
        "base": (*GROUP, "baseURL"),
        "deployment": (*GROUP, "models", "m", "deploymentName"),
    }[field]
    found = filling(before, path)
    assert found is not None
    after = before.apply(found.operations)
    (route,) = after.routes
    expected = address if field == "deployment" else address.replace("gpt-4o", "prod")
    assert route.url == expected


@pytest.mark.parametrize(
    "base",
    [
        "https://contoso.azure-api.net/ai/openai/deployments/${DEPLOYMENT_NAME}",
        "https://contoso.azure-api.net/ai/openai/deployments/gpt-4o",
        "https://contoso.openai.azure.com",
        "hello",
    ],
)
def test_a_base_url_that_is_one_is_left_alone(base: str) -> None:
    assert filling(document(base=f'"{base}"'), (*GROUP, "baseURL")) is None


def test_a_name_is_no_address() -> None:
    assert filling(document(), (*GROUP, "instanceName")) is None
    assert filling(document(), (*GROUP, "models", "m", "deploymentName")) is None


def test_an_address_elsewhere_is_left_alone() -> None:
    assert filling(document(), (*GROUP, "group")) is None
    assert filling(document(), ()) is None
