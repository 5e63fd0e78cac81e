"""Variables from before groups that reach into the requests of groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.legacy.scene import PROVIDED_BY_USERS

if TYPE_CHECKING:
    from editor.core.environment import Environment

BASE_URL = "AZURE_OPENAI_BASEURL"
BASE_PATH = "AZURE_OPENAI_BASE_PATH"
USE_MODEL_NAME = "AZURE_USE_MODEL_AS_DEPLOYMENT_NAME"


def legacy_base(environment: Environment) -> str:
    """Return the base URL that counts in a group without one; "" for none."""
    base = environment.value(BASE_URL) or ""
    return "" if base == PROVIDED_BY_USERS else base
