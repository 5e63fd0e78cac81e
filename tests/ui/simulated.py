"""A config whose models lead to a simulator on this machine, each to a deployment that behaves."""

from __future__ import annotations

from editor.core.document import Document
from editor.core.yaml.values import Path

KEY = "k3y+with/odd=chars-0123456789abcd"
GROUP: Path = ("endpoints", "azureOpenAI", "groups", 0)
RULES = ("busy=throttled", "gone=missing-deployment", "mute=silent")
_CONFIG = """\
version: "1.3.17"
endpoints:
  azureOpenAI:
    titleModel: good
    groups:
    - group: east
      apiKey: "${EAST_KEY}"
      instanceName: contoso
      baseURL: "http://127.0.0.1:${PORT}/${INSTANCE_NAME}/openai/deployments/${DEPLOYMENT_NAME}"
      version: "2024-10-21"
      models:
"""


def config(*names: str) -> str:
    """Return a config with these models, each of a deployment of the same name."""
    models = (f"        {name}:\n          deploymentName: {name}\n" for name in names)
    return _CONFIG + "".join(models)


def env(port: int, key: str = KEY) -> str:
    """Return the environment that leads to a simulator."""
    return f"EAST_KEY='{key}'\nPORT={port}\n"


def document(port: int, *names: str) -> Document:
    """Return a document with these models."""
    return Document(config(*names), env(port))


def model(name: str) -> Path:
    """Return the path of a model."""
    return (*GROUP, "models", name)
