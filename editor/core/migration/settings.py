"""The legacy settings of an environment, and what LibreChat calls with them.

LibreChat 0.8.8 (observed) and 0.7 (read in its sources): see `called`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.core.legacy import BASE_URL, DEPRECATED
from editor.core.legacy.scene import PROVIDED_BY_USERS, deployment_named_after, is_enabled
from editor.core.schema.field import Target
from editor.core.validation import base_url
from editor.core.validation.javascript import BLANKS
from editor.core.wording import worded

if TYPE_CHECKING:
    from editor.core.environment import Environment

REPLACED = (*DEPRECATED, BASE_URL)
"""The variables that groups replace."""

KEY = "AZURE_API_KEY"
SPARE_KEY = "AZURE_OPENAI_API_KEY"
INSTANCE = "AZURE_OPENAI_API_INSTANCE_NAME"
DEPLOYMENT = "AZURE_OPENAI_API_DEPLOYMENT_NAME"
VERSION = "AZURE_OPENAI_API_VERSION"
MODELS = "AZURE_OPENAI_MODELS"
DEFAULT_MODEL = "AZURE_OPENAI_DEFAULT_MODEL"
USE_MODEL = "AZURE_USE_MODEL_AS_DEPLOYMENT_NAME"

_COMPLETIONS = "/chat/completions"


@dataclass(frozen=True, slots=True)
class Settings:
    """The values of the legacy variables; "" for one that is not set.

    `key_name` is the variable that LibreChat takes the key from.
    """

    key: str
    key_name: str
    instance: str
    deployment: str
    version: str
    models: tuple[str, ...]
    default_model: str
    base: str
    uses_model_names: bool

    @property
    def is_key_asked(self) -> bool:
        """Say whether each person enters a key."""
        return self.key == PROVIDED_BY_USERS

    @property
    def is_base_asked(self) -> bool:
        """Say whether each person enters an address."""
        return self.base == PROVIDED_BY_USERS

    def deployment_of(self, model: str) -> str:
        """Return the deployment that a model is sent to, "" for none."""
        return deployment_named_after(model) if self.uses_model_names else self.deployment


def settings_of(environment: Environment) -> Settings:
    """Return the legacy settings; blanks around them count for nothing."""

    def value(name: str) -> str:
        return (environment.value(name) or "").strip(BLANKS)

    key_name = SPARE_KEY if environment.value(KEY) is None and value(SPARE_KEY) else KEY
    listed = (name.strip(BLANKS) for name in value(MODELS).split(","))
    return Settings(
        key=value(key_name),
        key_name=key_name,
        instance=value(INSTANCE),
        deployment=value(DEPLOYMENT),
        version=value(VERSION),
        models=tuple(dict.fromkeys(name for name in listed if name)),
        default_model=value(DEFAULT_MODEL),
        base=value(BASE_URL),
        uses_model_names=is_enabled(value(USE_MODEL)),
    )


def called(base: str, instance: str, deployment: str, target: Target) -> str:
    """Return the address that LibreChat calls, without its query.

    Without a base URL, that is the resource's own. 0.8 appends the deployment to a base URL by a
    rule of its own; 0.7 calls it as it stands (one with /v1 it shortens first, here and there).
    """
    if not base:
        base = f"https://{instance}.openai.azure.com/openai/deployments/{deployment}"
        return base + _COMPLETIONS
    filled = base_url.filled(base, instance, deployment)
    is_classic = target is Target.V0_7
    return (filled if is_classic else base_url.final_base(filled, deployment)) + _COMPLETIONS


def obstacle(settings: Settings, target: Target) -> str | None:
    """Return why LibreChat can call nothing with the legacy settings, None if it can."""
    if not settings.key or settings.key_name != KEY:
        return "LibreChat did not offer Azure, because AZURE_API_KEY is not set"
    if not settings.instance and (target is not Target.V0_7 or not settings.base):
        return worded("every request failed, because {0} is not set", INSTANCE)
    has_deployment = settings.deployment or settings.uses_model_names
    if not has_deployment and (target is not Target.V0_7 or not settings.base):
        return worded("every request failed, because {0} is not set", DEPLOYMENT)
    if not settings.version and target is not Target.V0_7:
        return worded("every request failed, because {0} is not set", VERSION)
    return None
