"""Where the request for a conversation's title goes, if not where the conversation goes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from editor.core.legacy.scene import is_enabled
from editor.core.outline import value_at
from editor.core.routing.groups import group_routes
from editor.core.routing.route import Kind, Route
from editor.core.routing.routes import placed
from editor.core.schema.field import Target
from editor.core.schema.table import AZURE_PATH
from editor.core.validation.javascript import members

if TYPE_CHECKING:
    from editor.core.document import Document
    from editor.core.environment import Environment
    from editor.core.yaml.values import Path, Value

_ALL_PATH: Path = ("endpoints", "all")
_CURRENT = "current_model"
_ENDPOINT = "azureOpenAI"
_SWITCH = "TITLE_CONVO"
_VARIABLE = "OPENAI_TITLE_MODEL"
_OLD_DEFAULT = "gpt-3.5-turbo"


def title_routes(document: Document) -> tuple[Route, ...]:
    """Return the route of titles; none where each conversation's own model writes its title.

    A title model that no group has gives a route with LibreChat's error.
    """
    target = Target(document.target)
    path, name = _title_model(document.value, target, document.environment)
    if not name:
        return ()
    chat = next((route for route in document.routes if route.model == name), None)
    if chat is None:
        error = f'Model named "{name}" not found in configuration.'
        return (Route(model=name, group="", kind=Kind.TITLE, path=path, error=error),)
    if chat.error is not None:
        return (replace(chat, kind=Kind.TITLE),)
    group = value_at(document.value, chat.group_path)
    routes = group_routes(group, target, document.environment, Kind.TITLE)
    own = tuple(route for route in routes if route.model == name)
    return placed(own, int(chat.group_path[-1]))


def _title_model(config: Value, target: Target, environment: Environment) -> tuple[Path, str]:
    """Return where the model of titles is named, and its name; "" where there is none of its own.

    LibreChat 0.8.8: the presence of `endpoints.all` hides every such setting of Azure's.
    """
    for_all = members(value_at(config, _ALL_PATH)) if target is Target.V0_8 else None
    path = AZURE_PATH if for_all is None else _ALL_PATH
    settings = members(value_at(config, path)) or {}
    switch = environment.value(_SWITCH)
    is_off = settings.get("titleConvo") is False or not is_enabled(
        "true" if switch is None else switch
    )
    if is_off or settings.get("titleEndpoint", _ENDPOINT) != _ENDPOINT:
        return path, ""
    name = settings.get("titleModel")
    if not name and target is Target.V0_7:
        name = environment.value(_VARIABLE) or _OLD_DEFAULT
    return (*path, "titleModel"), name if isinstance(name, str) and name != _CURRENT else ""
