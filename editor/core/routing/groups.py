"""The routes of one group's models, as LibreChat 0.8.8 makes them of the config.

Its traps are kept: a base URL is cut at the first “/” + deployment name, variables from the time
before groups take requests over, and so on.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from editor.core.context_windows import granted_window
from editor.core.legacy.scene import deployment_named_after, is_enabled
from editor.core.routing import client
from editor.core.routing.classic import FORCE_PROMPT, Order, classic_request
from editor.core.routing.client import BASE_VARIABLES, Azure, Settings
from editor.core.routing.headers import VARIABLES, NotSent
from editor.core.routing.hijacking import BASE_PATH, USE_MODEL_NAME, legacy_base
from editor.core.routing.parameters import Parameters, for_title, merged
from editor.core.routing.resolution import Resolution, Resolved
from editor.core.routing.route import USER_ID, Kind, Route
from editor.core.routing.secrets import secrets_in_address, secrets_in_body
from editor.core.routing.warnings import remarked
from editor.core.schema.field import Target
from editor.core.validation import base_url
from editor.core.validation.group_view import GroupView
from editor.core.validation.javascript import members
from editor.core.vision import has_vision

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from editor.core.environment import Environment
    from editor.core.routing.client import Request
    from editor.core.validation.group_view import ModelView
    from editor.core.yaml.values import Value

_DEPLOYMENTS = re.compile(r"/deployments(?:/.*)?\Z")
_RESPONSES_BASE = "https://${INSTANCE_NAME}.openai.azure.com/openai/v1"
_RESPONSES_VERSION = "preview"


def group_routes(
    value: Value, target: Target, environment: Environment, kind: Kind = Kind.CHAT
) -> tuple[Route, ...]:
    """Return the routes of a group's models in LibreChat's order; paths start at the group."""
    group = members(value)
    if group is None:
        return ()
    view = GroupView(group, target, environment)
    resolution = Resolution(view)
    return tuple(
        remarked(model_route(view, model, resolution.of(model), kind=kind), view, model)
        for model in view.routed_models
    )


def model_route(
    view: GroupView,
    model: ModelView,
    found: Resolved,
    personal: Mapping[str, Value] | None = None,
    kind: Kind = Kind.CHAT,
) -> Route:
    """Return the route of a model; `personal` are settings of the person who chats."""
    added, dropped = view.group.get("addParams"), view.group.get("dropParams")
    own: dict[str, Value] = {**(personal or {}), "user": USER_ID}
    parameters = merged(model.name, own, added, dropped)
    parameters = for_title(parameters) if kind is Kind.TITLE else parameters
    is_new = view.target is Target.V0_8
    if not found.is_serverless and found.error is None:
        found = _with_what_counts(found, parameters, view.environment, has_responses=is_new)
    group = view.group.get("group")
    route = Route(
        model=model.name,
        group=group if isinstance(group, str) else "",
        kind=kind,
        serverless=view.is_serverless,
        deployment=found.deployment,
        instance=found.instance,
        version=found.version,
        sources=found.sources,
        context_window=granted_window(model.name, view.target),
        vision=has_vision(model.name, view.target),
        path=("models", model.name),
        unresolved=found.unresolved,
        secrets=found.secrets,
        variables=found.variables,
        assumed=not is_new,
        error=found.error,
    )
    if found.error is not None:
        return route
    if not is_new:
        return _sent(route, lambda: classic_request(_order(view, model, found)))
    settings = settings_of(found, parameters, view.environment)
    return _sent(route, lambda: client.request(settings))


def _order(view: GroupView, model: ModelView, found: Resolved) -> Order:
    base = found.base_url if found.has_base_url else legacy_base(view.environment)
    is_forced = is_enabled(view.environment.value(FORCE_PROMPT) or "")
    return Order(found, model.name, base, view.group, is_forced)


def _sent(route: Route, ask: Callable[[], Request]) -> Route:
    try:
        url, headers, body = ask()
    except NotSent as error:
        return replace(route, error=str(error))
    secrets = (*route.secrets, *secrets_in_address(url), *secrets_in_body(body))
    secrets = tuple(dict.fromkeys(filter(None, secrets)))
    return replace(route, url=url, headers=headers, body=body, secrets=secrets)


def _with_what_counts(
    found: Resolved, parameters: Parameters, environment: Environment, *, has_responses: bool
) -> Resolved:
    """Return the deployment and version that requests have, whatever the config says."""
    if is_enabled(environment.value(USE_MODEL_NAME) or ""):
        name = deployment_named_after(str(parameters.fields.get("model") or ""))
        found = found.with_deployment(name, f"env:{USE_MODEL_NAME}")
    if has_responses and parameters.uses_responses:
        found = found.with_version(_RESPONSES_VERSION, "default")
    return found


def settings_of(found: Resolved, parameters: Parameters, environment: Environment) -> Settings:
    """Return how LibreChat configures its client."""
    names = (*VARIABLES, *BASE_VARIABLES)
    known = {name: text for name in names if (text := environment.value(name))}
    settings = Settings(found.key, parameters, headers=found.headers, environment=known)
    if found.is_serverless:
        query = {"api-version": found.version} if found.version else {}
        return _for_openai(settings, found, found.base_url, query)
    base = found.base_url if found.has_base_url else legacy_base(environment)
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


def _for_openai(
    settings: Settings, found: Resolved, base: str, query: Mapping[str, str]
) -> Settings:
    headers = {**found.headers, "api-key": found.key}
    return replace(settings, base_url=base, headers=headers, query=query)
