"""A config's models become deployments with the keys that their requests carry."""

from editor.core.document import Document
from editor.system.simulator.azure import Azure, Deployment, azure_of

CONFIG = """\
version: 1.2.1
endpoints:
  azureOpenAI:
    groups:
      - group: east
        apiKey: ${EAST_KEY}
        instanceName: contoso-east
        version: "2024-10-21"
        models:
          gpt-4o: {deploymentName: prod}
          o1: {deploymentName: thinker}
      - group: west
        apiKey: west-key
        instanceName: contoso-west
        version: "2024-10-21"
        models:
          gpt-4.1: {deploymentName: prod}
      - group: local
        apiKey: local-key
        serverless: true
        baseURL: http://127.0.0.1:8100/foundry/openai/v1
        models:
          DeepSeek: true
"""


def test_resources_are_known_by_host_or_path() -> None:
    azure = azure_of(Document(CONFIG, "EAST_KEY=east-key"))
    assert [one.name for one in azure.resources] == ["contoso-east", "contoso-west", "foundry"]
    assert azure.names == ("prod", "thinker", "DeepSeek")


def test_a_deployment_takes_the_keys_of_its_resource() -> None:
    azure = azure_of(Document(CONFIG, "EAST_KEY=east-key"))
    found = azure.deployment("contoso-west", "PROD")
    assert found == Deployment("prod", "gpt-4.1", frozenset({"west-key"}))
    anywhere = azure.deployment("", "prod")
    assert anywhere is not None
    assert anywhere.keys == {"east-key", "west-key"}


def test_the_models_name_tells_what_is_behind_a_deployment() -> None:
    thinker = azure_of(Document(CONFIG, "EAST_KEY=x")).deployment("contoso-east", "thinker")
    assert thinker is not None
    assert thinker.is_reasoning


def test_a_key_that_is_not_known_may_be_any() -> None:
    found = azure_of(Document(CONFIG)).deployment("contoso-east", "prod")
    assert found == Deployment("prod", "gpt-4o")


def test_images_are_made_beside_the_configs_models() -> None:
    azure = azure_of(Document(CONFIG))
    assert azure.deployment("", "dall-e-3", makes_images=True) == Deployment("dall-e-3")
    assert azure.deployment("", "dall-e-3") is None
    assert azure.deployment("", "gpt-4o", makes_images=True) is None


def test_only_a_strict_azure_lacks_resources() -> None:
    resources = azure_of(Document(CONFIG)).resources
    assert Azure(resources).has("elsewhere")
    strict = Azure(resources, is_strict=True)
    assert strict.has("Contoso-East")
    assert not strict.has("elsewhere")
