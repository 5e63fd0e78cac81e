"""Where LibreChat looked for a group's assistants; Azure has none any more since 2026-08-26."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.routing.client import built_url
from editor.core.routing.headers import NotSent
from editor.core.routing.resolution import Resolution
from editor.core.validation import base_url
from editor.core.validation.group_view import GroupView
from editor.core.validation.javascript import members

if TYPE_CHECKING:
    from editor.core.environment import Environment
    from editor.core.schema.field import Target
    from editor.core.yaml.values import Value


def assistants_url(value: Value, target: Target, environment: Environment) -> str | None:
    """Return the address at which LibreChat lists a group's assistants.

    LibreChat asks by the group's first model. None where the group is not flagged, has no models,
    or cannot be resolved.
    """
    group = members(value)
    if group is None or group.get("assistants") is not True:
        return None
    view = GroupView(group, target, environment)
    if not view.routed_models:
        return None
    found = Resolution(view).of(view.routed_models[0])
    if found.error is not None:
        return None
    instance, deployment = found.instance or "", found.deployment or ""
    base = f"https://{instance}.openai.azure.com/openai"
    if found.has_base_url:
        base = base_url.filled(found.base_url, instance, deployment)
    query = {"api-version": found.version} if found.version else {}
    try:
        return built_url(base, "/assistants", query)
    except NotSent:
        return None
