"""The routes of one group's models, as LibreChat 0.8.8 makes them of the config.

Its traps are kept: a base URL is cut at the first “/” + deployment name, variables from the time
before groups take requests over, and so on.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from editor.core.context_windows import granted_window
from editor.core.routing import client
from editor.core.routing.client import BASE_VARIABLES, Azure, NotSent, Settings
from editor.core.routing.headers import VARIABLES
from editor.core.routing.parameters import Parameters, merged
from editor.core.routing.resolution import Resolved, Unroutable, resolved
from editor.core.routing.route import USER_ID, Route
from editor.core.schema.field import Target
from editor.core.validation import base_url
from editor.core.validation.group_view import GroupView
from editor.core.validation.javascript import members
from editor.core.vision import has_vision

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.core.environment import Environment
    from editor.core.yaml.values import Value

BASE_URL = "AZURE_OPENAI_BASEURL"
BASE_PATH = "AZURE_OPENAI_BASE_PATH"
USE_MODEL_NAME = "AZURE_USE_MODEL_AS_DEPLOYMENT_NAME"
_USER_PROVIDED = "user_provided"
_DEPLOYMENTS = re.compile(r"/deployments(?:/.*)?\Z")
_RESPONSES_BASE = "https://${INSTANCE_NAME}.openai.azure.com/openai/v1"
_RESPONSES_VERSION = "preview"


def group_routes(value: Value, target: Target, environment: Environment) -> tuple[Route, ...]:
    """Return the routes of a group's models in LibreChat's order; paths start at the group."""
    group = members(value)
    if group is None:
        return ()
    view = GroupView(group, target, environment)
    return tuple(model_route(view, name) for name in view.models)


def model_route(view: GroupView, name: str, personal: Mapping[str, Value] | None = None) -> Route:
    """Return the route of a model; `personal` are settings of the person who chats."""
    route = Route(
        model=name,
        group=_group_name(view),
        serverless=view.is_serverless,
        context_window=granted_window(name, view.target),
        vision=has_vision(name, view.target),
        path=("models", name),
        assumed=view.target is Target.V0_7,
    )
    try:
        found = resolved(view, name)
    except Unroutable as error:
        return replace(route, error=str(error), unresolved=error.unresolved)
    route = replace(
        route,
        deployment=found.deployment,
        instance=found.instance,
        version=found.version,
        sources=found.sources,
        unresolved=found.unresolved,
        secrets=found.secrets,
        variables=found.variables,
    )
    return _sent(route, view, found, personal or {})


def _group_name(view: GroupView) -> str:
    name = view.group.get("group")
    return name if isinstance(name, str) else ""


def _sent(route: Route, view: GroupView, found: Resolved, personal: Mapping[str, Value]) -> Route:
    parameters = merged(
        route.model,
        {**personal, "user": USER_ID},
        view.group.get("addParams"),
        view.group.get("dropParams"),
    )
    if not found.is_serverless:
        found = _with_model_name(found, parameters, view.environment)
    settings = settings_of(found, parameters, view.environment)
    if settings.azure is None and not found.is_serverless:
        found = found.with_version(_RESPONSES_VERSION, "default")
    route = replace(
        route, deployment=found.deployment, version=found.version, sources=found.sources
    )
    try:
        url, headers, body = client.request(settings)
    except NotSent as error:
        return replace(route, error=str(error))
    return replace(route, url=url, headers=headers, body=body)


def _with_model_name(found: Resolved, parameters: Parameters, environment: Environment) -> Resolved:
    """Take the model's name for the deployment where a variable from before groups says so."""
    if (environment.value(USE_MODEL_NAME) or "").strip().lower() != "true":
        return found
    name = str(parameters.fields.get("model") or "").replace(".", "")
    return found.with_deployment(name, f"env:{USE_MODEL_NAME}")


def settings_of(found: Resolved, parameters: Parameters, environment: Environment) -> Settings:
    """Return how LibreChat configures its client."""
    known = {
        name: text for name in (*VARIABLES, *BASE_VARIABLES) if (text := environment.value(name))
    }
    settings = Settings(found.key, parameters, headers=found.headers, environment=known)
    if found.is_serverless:
        query = {"api-version": found.version} if found.version else {}
        return _for_openai(settings, found, found.base_url, query)
    base = found.base_url if found.has_base_url else _legacy_base(environment)
    instance, deployment = found.instance or "", found.deployment or ""
    fields = {**parameters.fields, "model": deployment}
    settings = replace(settings, parameters=replace(parameters, fields=fields))
    if parameters.uses_responses:
        template = _DEPLOYMENTS.sub("/v1", base, count=1) or _RESPONSES_BASE
        filled = base_url.filled(template, instance, deployment)
        return _for_openai(settings, found, filled, {"api-version": _RESPONSES_VERSION})
    if base:
        path = base_url.filled(base, instance, deployment).split(f"/{deployment}", maxsplit=1)[0]
    else:
        path = environment.value(BASE_PATH) or ""
    return replace(settings, azure=Azure(instance, deployment, found.version or "", path))


def _legacy_base(environment: Environment) -> str:
    base = environment.value(BASE_URL) or ""
    return "" if base == _USER_PROVIDED else base


def _for_openai(
    settings: Settings, found: Resolved, base: str, query: Mapping[str, str]
) -> Settings:
    headers = {**found.headers, "api-key": found.key}
    return replace(settings, base_url=base, headers=headers, query=query)
