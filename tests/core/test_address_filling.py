"""An address in one field fills all fields, so that LibreChat calls it."""

import pytest

from editor.core.address_filling import filling
from editor.core.document import Document
from editor.core.yaml.values import Path

CONFIG = """\
version: "1.3.17"
endpoints:
  azureOpenAI:
    groups:
      - group: "a"
        apiKey: "${{KEY}}"
        instanceName: contoso
        version: "2024-02-01"
{base}        models:
          m: {{deploymentName: prod}}
"""
GROUP: Path = ("endpoints", "azureOpenAI", "groups", 0)
MODEL: Path = (*GROUP, "models", "m")
DATED = (
    "https://contoso.openai.azure.com/openai/deployments/gpt-4o/chat/completions"
    "?api-version=2024-10-21"
)
GATEWAY = (
    "https://contoso.azure-api.net/ai/openai/deployments/gpt-4o/chat/completions"
    "?api-version=2024-10-21"
)
V1 = "https://contoso.services.ai.azure.com/openai/v1/chat/completions"


def document(base: str = "") -> Document:
    line = f"        baseURL: {base}\n" if base else ""
    text = CONFIG.format(base=line)
    return Document(text, "KEY=not-a-real-key\n")


@pytest.mark.parametrize("address", [DATED, GATEWAY, V1])
@pytest.mark.parametrize(
    "field",
    ["instanceName", "baseURL", "version", "group", "apiKey", "models", "models.m.deploymentName"],
)
def test_librechat_calls_the_address_wherever_it_was_pasted(address: str, field: str) -> None:
    before = document()
    path = (*GROUP, *field.split("."))
    step: dict[str, object] = {"op": "set", "path": path, "value": address}
    if field == "models":
        step, path = {"op": "rename", "path": MODEL, "name": address}, (*path, address)
    pasted = before.apply([step])
    found = filling(pasted, path, before)
    assert found is not None
    after = pasted.apply(found.operations)
    (route,) = after.routes
    is_models = path[:-1] in {MODEL, MODEL[:-1]}
    assert route.url == (address if is_models else address.replace("gpt-4o", "prod"))
    assert (route.model, route.group) == ("m", "a")
    assert "not-a-real-key" in route.headers.values()
    assert 'apiKey: "${KEY}"' in after.text


@pytest.mark.parametrize("field", ["version", "models.m.deploymentName"])
def test_an_endpoint_leaves_deployment_and_version_as_they_were(field: str) -> None:
    before, path = document(), (*GROUP, *field.split("."))
    endpoint = "https://other.openai.azure.com/"
    pasted = before.apply([{"op": "set", "path": path, "value": endpoint}])
    found = filling(pasted, path, before)
    assert found is not None
    after = pasted.apply(found.operations)
    assert after.text == before.text.replace("contoso", "other")


def test_a_model_that_is_only_true_gets_settings() -> None:
    before = document().apply([{"op": "set", "path": MODEL, "value": True}])
    pasted = before.apply([{"op": "rename", "path": MODEL, "name": DATED}])
    found = filling(pasted, (*MODEL[:-1], DATED), before)
    assert found is not None
    assert found.path == MODEL
    (route,) = pasted.apply(found.operations).routes
    assert (route.model, route.url) == ("m", DATED)


def test_a_setting_that_was_not_there_goes_again() -> None:
    before = document().apply([{"op": "unset", "path": [*GROUP, "apiKey"]}])
    pasted = before.apply([{"op": "set", "path": [*GROUP, "apiKey"], "value": DATED}])
    found = filling(pasted, (*GROUP, "apiKey"), before)
    assert found is not None
    assert "apiKey" not in pasted.apply(found.operations).text


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
    config = document(base=f'"{base}"')
    assert filling(config, (*GROUP, "baseURL"), config) is None


@pytest.mark.parametrize(
    "path",
    [
        (*GROUP, "instanceName"),
        (*GROUP, "baseURL"),
        MODEL,
        (*MODEL, "deploymentName"),
        (*GROUP, "models"),
        (*GROUP, "gone"),
        GROUP,
        (),
    ],
)
def test_what_holds_no_address_is_left_alone(path: Path) -> None:
    assert filling(document(), path, document()) is None


def test_an_address_in_another_part_of_the_file_is_left_alone() -> None:
    config = Document(f"endpoints:\n  custom:\n    - baseURL: '{DATED}'\n")
    assert filling(config, ("endpoints", "custom", 0, "baseURL"), config) is None
