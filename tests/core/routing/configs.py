"""Configs for the tests of routes, written as an administrator would."""

from editor.core.document import Document
from editor.core.routing.route import Route
from editor.core.schema.field import Target

NORMAL = """\
version: 1.3.13
endpoints:
  azureOpenAI:
    groups:
      - group: east
        apiKey: ${EAST_KEY}
        instanceName: acme
        deploymentName: gpt4o-prod
        version: "2024-10-21"
        models:
          gpt-4o: true
"""
SERVERLESS = """\
version: 1.3.13
endpoints:
  azureOpenAI:
    groups:
      - group: foundry
        apiKey: ${EAST_KEY}
        baseURL: https://x.services.ai.azure.com/models
        serverless: true
        models:
          mistral-large: true
"""
KEY = "0123456789abcdef0123456789abcdef"
ENV = f"EAST_KEY={KEY}\n"


def with_group(*lines: str, text: str = NORMAL) -> str:
    """Return a config whose group has further lines."""
    added = "".join(f"        {line}\n" for line in lines)
    return text.replace("        models:\n", f"{added}        models:\n", 1)


def routed(text: str, env: str = ENV, target: Target = Target.V0_8) -> Route:
    """Return the route of a config's only model."""
    (route,) = Document(text, env, target).routes
    return route
