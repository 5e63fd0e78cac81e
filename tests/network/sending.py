"""Sends the routes of a config over real sockets, as the window and the command line do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from editor.core.document import Document
from editor.core.probe import Probe
from editor.core.probes import probes_of
from editor.core.result import Result
from editor.system import testing
from editor.system.http import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

KEY = "k3y+with/odd=chars-0123456789abcd"
_PATIENCE = 60.0

_CONFIG = """\
version: 1.3.17
endpoints:
  azureOpenAI:
    groups:
      - group: east
        apiKey: ${{AZURE_KEY}}
        {where}
        models:
          {model}:{settings}
"""
_NORMAL = """
            deploymentName: {deployment}
            version: "2024-10-21"
"""


def config(
    url: str, *, model: str = "gpt-4o", deployment: str = "prod-chat", more: str = ""
) -> str:
    """Return a config of one normal group with one model, behind a URL."""
    base = f"{url}/openai/deployments/${{DEPLOYMENT_NAME}}"
    where = f'instanceName: contoso\n        baseURL: "{base}"{more}'
    settings = _NORMAL.format(deployment=deployment)
    return _CONFIG.format(where=where, model=model, settings=settings)


def serverless(url: str, *, model: str = "mistral-large", more: str = "") -> str:
    """Return a config of one serverless group with one model, behind a URL."""
    where = f'serverless: true\n        baseURL: "{url}"{more}'
    return _CONFIG.format(where=where, model=model, settings=" true")


def probes(text: str, variables: Mapping[str, str] | None = None) -> tuple[Probe, ...]:
    """Return the probes of a config."""
    document = Document(text, environ={"AZURE_KEY": KEY, **(variables or {})})
    return probes_of(document.routes, document.value)


def send(text: str, **settings: Any) -> Result:
    """Return the result of a config's only model."""
    (result,) = send_all(probes(text), **settings)
    return result


def send_all(probes: Sequence[Probe], **settings: Any) -> list[Result]:
    """Return the results in the order in which they came."""
    results: list[Result] = []
    run = testing.TestRun(
        probes,
        Settings(**settings),
        lambda _: None,
        lambda _, result: results.append(result),
        lambda: None,
    )
    run.start()
    assert run.wait(_PATIENCE)
    return results
