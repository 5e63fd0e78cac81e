"""Which variables configured Azure before there were groups, and what each does to this config.

Names, order and texts of the warnings are those of LibreChat 0.8.8 and 0.7.7, which agree. What a
variable does beside groups was observed with release 0.8.8 and read in the sources of 0.7.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from editor.core.environment import Giver, Source
from editor.core.legacy import effects
from editor.core.legacy.scene import Scene, scene
from editor.core.validation.memory import Memory
from editor.core.validation.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.core.environment import Environment
    from editor.core.legacy.effects import Effect
    from editor.core.schema.field import Target
    from editor.core.yaml.values import Value


@dataclass(frozen=True, slots=True)
class LegacyVariable:
    """A variable that is set although groups replace it, or that reaches into groups.

    `server_message` is what LibreChat prints at its start beside groups, None where it is silent;
    `is_warned` says that it prints it for this config.
    `effect` says in one sentence what the variable does to this config, `remedy` what to do;
    `is_harmful` where requests go another way than the config says.
    `line` is that of its last assignment in the `.env` text, 1-based; None where another source
    sets it.
    """

    key: str
    server_message: str | None
    severity: Severity
    effect: str
    remedy: str
    is_harmful: bool
    is_warned: bool
    line: int | None = None


DEPRECATED = {
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

BASE_URL = "AZURE_OPENAI_BASEURL"
"""The one variable that groups replace and LibreChat does not warn of."""

_EFFECTS: dict[str, Callable[[Scene], Effect | None]] = {
    "AZURE_OPENAI_DEFAULT_MODEL": effects.of_default_model,
    "AZURE_OPENAI_MODELS": effects.of_models,
    "AZURE_USE_MODEL_AS_DEPLOYMENT_NAME": effects.of_use_model,
    "AZURE_API_KEY": effects.of_api_key,
    "AZURE_OPENAI_API_INSTANCE_NAME": effects.of_instance,
    "AZURE_OPENAI_API_DEPLOYMENT_NAME": effects.of_deployment,
    "AZURE_OPENAI_API_VERSION": effects.of_version,
    "AZURE_OPENAI_API_COMPLETIONS_DEPLOYMENT_NAME": effects.of_unread,
    "AZURE_OPENAI_API_EMBEDDINGS_DEPLOYMENT_NAME": effects.of_unread,
    "PLUGINS_USE_AZURE": effects.of_plugins,
    "INSTANCE_NAME": effects.of_instance_placeholder,
    "DEPLOYMENT_NAME": effects.of_deployment_placeholder,
    BASE_URL: effects.of_base_url,
    "AZURE_OPENAI_BASE_PATH": effects.of_base_path,
    "AZURE_OPENAI_API_KEY": effects.of_misspelt_key,
    "OPENAI_TITLE_MODEL": effects.of_title_model,
    "OPENAI_FORCE_PROMPT": effects.of_force_prompt,
    "ASSISTANTS_API_KEY": effects.of_assistants_key,
}


def legacy_variables(
    config: Value, environment: Environment, target: Target, memory: Memory | None = None
) -> tuple[LegacyVariable, ...]:
    """Return the variables that are set and matter here, those that LibreChat warns of first."""
    names = [name for name in _EFFECTS if environment.is_set(name)]
    if not names:
        return ()
    around = scene(config, environment, target, memory or Memory())
    found = ((name, _EFFECTS[name](around)) for name in names)
    return tuple(_variable(name, effect, around) for name, effect in found if effect is not None)


def with_lines(
    variables: tuple[LegacyVariable, ...], environment: Environment
) -> tuple[LegacyVariable, ...]:
    """Return the variables with the lines where the `.env` text sets them."""
    if not variables:
        return ()
    lines = environment.lines
    return tuple(
        replace(one, line=lines[one.key])
        if one.key in lines and environment.source(one.key) == Source(Giver.ENV)
        else one
        for one in variables
    )


def server_message(name: str) -> str | None:
    """Return what LibreChat prints beside groups when the variable is set."""
    if name in DEPRECATED:
        return (
            f"The `{name}` environment variable (related to {DEPRECATED[name]}) should not be used "
            "in combination with the `azureOpenAI` endpoint configuration, as you will experience "
            "conflicts and errors."
        )
    if name in PLACEHOLDERS:
        return (
            f"The `{name}` environment variable should not be used in combination with the "
            "`azureOpenAI` endpoint configuration, as you may experience with the defined "
            "placeholders for mapping to the current model grouping using the same name."
        )
    return None


def _variable(name: str, effect: Effect, around: Scene) -> LegacyVariable:
    message = server_message(name)
    is_warned = message is not None and around.has_groups
    severity = Severity.WARNING if is_warned or effect.is_harmful else Severity.INFO
    sentence, remedy, is_harmful = effect
    return LegacyVariable(name, message, severity, sentence, remedy, is_harmful, is_warned)
