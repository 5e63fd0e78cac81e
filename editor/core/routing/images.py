"""Where LibreChat's image tools send their requests when they use Azure."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from editor.core import image_settings
from editor.core.routing.route import Kind, Route
from editor.core.routing.secrets import secrets_in_address
from editor.core.schema.field import Target

if TYPE_CHECKING:
    from editor.core.document import Document
    from editor.core.environment import Environment
    from editor.core.image_settings import ImageRequest
    from editor.core.yaml.values import Value


def image_routes(document: Document) -> tuple[Route, ...]:
    """Return the routes of the image tools that the environment sets up for Azure."""
    target = Target(document.target)
    requests = image_settings.resolve(document.environment, target)
    return tuple(
        _route(request, document.environment, target) for request in requests if request.is_azure
    )


def _route(request: ImageRequest, environment: Environment, target: Target) -> Route:
    names = image_settings.NAMES[request.tool]
    key = next((name for name in names.keys if name in request.active), None)
    in_url = secrets_in_address(request.url or "")
    return Route(
        model=str(request.body.get("model", request.tool)),
        group="",
        kind=Kind.IMAGE,
        version=environment.value(names.version),
        sources={} if key is None else {"version": f"env:{names.version}", "apiKey": f"env:{key}"},
        method=request.method,
        url=request.url,
        headers=request.headers,
        body=cast("dict[str, Value]", request.body),
        error=request.error,
        secrets=tuple(dict.fromkeys((*request.secrets, *in_url))),
        variables={environment.value(key) or "": key} if key is not None else {},
        assumed=target is Target.V0_7,
    )
