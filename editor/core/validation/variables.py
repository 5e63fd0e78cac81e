"""Which variables LibreChat warns of when the config has groups of its own.

Names, order and texts are those of LibreChat 0.8.8 and 0.7.7, which agree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.schema.table import AZURE_PATH
from editor.core.validation.codes import Code
from editor.core.validation.problem import Finding, Origin, Severity, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.core.environment import Environment

LEGACY = {
    "AZURE_OPENAI_DEFAULT_MODEL": "setting a default model",
    "AZURE_OPENAI_MODELS": "setting models",
    "AZURE_USE_MODEL_AS_DEPLOYMENT_NAME": "using model names as deployment names",
    "AZURE_API_KEY": "setting a single Azure API key",
    "AZURE_OPENAI_API_INSTANCE_NAME": "setting a single Azure instance name",
    "AZURE_OPENAI_API_DEPLOYMENT_NAME": "setting a single Azure deployment name",
    "AZURE_OPENAI_API_VERSION": "setting a single Azure API version",
    "AZURE_OPENAI_API_COMPLETIONS_DEPLOYMENT_NAME": "setting a single Azure completions "
    "deployment name",
    "AZURE_OPENAI_API_EMBEDDINGS_DEPLOYMENT_NAME": "setting a single Azure embeddings "
    "deployment name",
    "PLUGINS_USE_AZURE": "using Azure for Plugins",
}
"""The variables that groups replace, with LibreChat's words for what they did."""

PLACEHOLDERS = ("INSTANCE_NAME", "DEPLOYMENT_NAME")
"""The names that mean a model's own instance and deployment in a `baseURL`."""


def warned_variables(environment: Environment) -> Iterator[Finding]:
    """Yield LibreChat's warnings about variables that are set, in its order."""
    for name, purpose in LEGACY.items():
        if environment.is_set(name):
            yield _warning(
                Code.LEGACY_VARIABLE,
                name,
                f"{name} is from the time before groups and conflicts with them. Rename it, or "
                "comment it out.",
                f"The `{name}` environment variable (related to {purpose}) should not be used in "
                "combination with the `azureOpenAI` endpoint configuration, as you will "
                "experience conflicts and errors.",
            )
    for name in PLACEHOLDERS:
        if environment.is_set(name):
            yield _warning(
                Code.PLACEHOLDER_VARIABLE,
                name,
                f"A variable called {name} takes the place of the placeholder ${{{name}}} in every "
                "`baseURL`, so requests go to the wrong address. Rename the variable.",
                f"The `{name}` environment variable should not be used in combination with the "
                "`azureOpenAI` endpoint configuration, as you may experience with the defined "
                "placeholders for mapping to the current model grouping using the same name.",
            )


def _warning(code: Code, name: str, message: str, server_message: str) -> Finding:
    return Finding(
        code=code,
        origin=Origin.ENVIRONMENT,
        severity=Severity.WARNING,
        message=message,
        path=AZURE_PATH,
        spot=Spot.KEY,
        server_message=server_message,
        variable=name,
    )
