"""The routes of all models of a config, in the order in which LibreChat lists them."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from editor.core.routing.groups import group_routes
from editor.core.schema.table import GROUPS_PATH
from editor.core.validation.groups import group_values, group_verdicts
from editor.core.validation.repeats import repeats_in

if TYPE_CHECKING:
    from editor.core.environment import Environment
    from editor.core.routing.route import Route
    from editor.core.schema.field import Target
    from editor.core.validation.memory import Memory
    from editor.core.validation.repeats import Repeats
    from editor.core.yaml.values import Path, Value


def routes_of(
    config: Value, target: Target, memory: Memory, environment: Environment
) -> tuple[Route, ...]:
    """Return one route for each model of the config, whether LibreChat accepts it or not."""
    found = memory.recall_each_in(environment, group_routes, group_values(config), target)
    by_group = [
        memory.recall(placed, routes, index) if routes else () for index, routes in enumerate(found)
    ]
    verdicts = group_verdicts(config, target, memory)
    names = [(verdict.name, verdict.models) for verdict in verdicts]
    repeats = memory.recall_equal(repeats_in, names)
    if repeats:
        pairs = zip(by_group, repeats, strict=True)
        by_group = [tuple(unique(route, found) for route in routes) for routes, found in pairs]
    return tuple(chain.from_iterable(by_group))


def placed(routes: tuple[Route, ...], index: int) -> tuple[Route, ...]:
    """Return a group's routes with paths of the whole file."""
    prefix: Path = (*GROUPS_PATH, index)
    return tuple(
        replace(
            route,
            path=prefix + route.path,
            group_path=prefix,
            fixes=tuple(fix.under(prefix) for fix in route.fixes),
        )
        for route in routes
    )


def unique(route: Route, repeats: Repeats) -> Route:
    """Return a route, or an error in its place where LibreChat finds a name twice."""
    finding = repeats.group or repeats.models.get(route.model)
    if finding is None:
        return route
    return replace(route, url=None, headers={}, body={}, error=finding.server_message)
