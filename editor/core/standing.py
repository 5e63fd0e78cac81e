"""How the connection test of each route stands, and what remains of it when the config changes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, repeat
from typing import TYPE_CHECKING, NamedTuple

from editor.core.lazily import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from editor.core.result import Result
    from editor.core.routing.route import Route


class State(StrEnum):
    """How a test stands; STALE: the request is no longer the one that was tested."""

    OK = "ok"
    LIMITED = "limited"
    FAILED = "failed"
    SKIPPED = "skipped"
    STALE = "stale"
    UNTESTED = "untested"
    QUEUED = "queued"
    RUNNING = "running"

    @property
    def is_under_way(self) -> bool:
        """Say whether a result is still to come."""
        return self in (State.QUEUED, State.RUNNING)


_WORST_FIRST = (
    State.FAILED,
    State.LIMITED,
    State.RUNNING,
    State.QUEUED,
    State.STALE,
    State.SKIPPED,
    State.UNTESTED,
    State.OK,
)


class Key(NamedTuple):
    """What makes a route the same one in another version of the config."""

    kind: str
    group: str
    model: str


@dataclass(frozen=True)
class Standing:
    """A route, what is known about it, and what is being done to know it.

    `tested` is the route as it was when `result` came about, at `at`; `under_way` is QUEUED or
    RUNNING, since `since`, and `sent` is the route as that test has it. Times are seconds of one
    clock.
    """

    route: Route
    result: Result | None = None
    tested: Route | None = None
    at: float = 0.0
    under_way: State | None = None
    since: float = 0.0
    sent: Route | None = None
    is_stale: bool = False

    @lazy
    def key(self) -> Key:
        """What makes the route the same one in another version of the config."""
        return key_of(self.route)

    @lazy
    def state(self) -> State:
        """How the test stands now."""
        if self.under_way is not None:
            return self.under_way
        if self.result is None:
            return State.UNTESTED
        return State.STALE if self.is_stale else State(self.result.outcome.value)

    def about(self, route: Route) -> Standing:
        """Return the same knowledge, of another version of the route."""
        if route is self.route:
            return self
        is_stale = self.tested is not None and _differs(self.tested, route)
        return replace(self, route=route, is_stale=is_stale)

    def waiting(self, state: State, at: float) -> Standing:
        """Return it with a test queued or running."""
        sent = self.route if self.under_way is None else self.sent
        return replace(self, under_way=state, since=at, sent=sent)

    def told(self, tested: Route, result: Result, at: float) -> Standing:
        """Return it with a new result of a route, which may have changed meanwhile."""
        is_stale = _differs(tested, self.route)
        fresh = replace(self, result=result, tested=tested, at=at, is_stale=is_stale)
        return fresh.given_up()

    def given_up(self) -> Standing:
        """Return it without the test that was under way."""
        if self.under_way is None:
            return self
        return replace(self, under_way=None, since=0.0, sent=None)


def _differs(tested: Route, route: Route) -> bool:
    """Say whether a test of one route says nothing any longer about another version of it."""
    if tested.request != route.request:
        return True
    is_nowhere = route.url is None
    return is_nowhere and (tested.error, tested.unresolved) != (route.error, route.unresolved)


def key_of(route: Route) -> Key:
    """Return what makes a route the same one in another version of the config."""
    return Key(route.kind.value, route.group, route.model)


def worst(states: Iterable[State]) -> State:
    """Return the state that a group shows for its models; UNTESTED for none."""
    return min(set(states), key=_WORST_FIRST.index, default=State.UNTESTED)


def carried_over(known: Mapping[Key, Standing], routes: Iterable[Route]) -> dict[Key, Standing]:
    """Return the standings of the routes of a changed config, in their order.

    What was known of a route whose group or model has another name now goes on under the new one:
    the request tells, or the place in the config.
    """
    found: dict[Key, Standing] = {}
    newcomers: dict[Key, Route] = {}
    for before, route in zip(chain(known.values(), repeat(None)), routes, strict=False):
        if before is not None and before.route is route:
            found[before.key] = before
            continue
        key = key_of(route)
        standing = known.get(key)
        found[key] = Standing(route) if standing is None else standing.about(route)
        if standing is None:
            newcomers[key] = route
    lost = [one for key, one in known.items() if key not in found and _is_worth_keeping(one)]
    if lost and newcomers:
        found |= _adopted(lost, newcomers)
    return found


def _is_worth_keeping(standing: Standing) -> bool:
    return standing.result is not None or standing.under_way is not None


def _adopted(lost: list[Standing], newcomers: Mapping[Key, Route]) -> dict[Key, Standing]:
    """Return the newcomers that continue what was lost, each thing lost at most once."""
    by_place: dict[object, list[Standing]] = defaultdict(list)
    for standing in lost:
        by_place[standing.route.kind, standing.route.group_path].append(standing)
    adopted: dict[Key, Standing] = {}
    for key, route in newcomers.items():
        near = by_place[route.kind, route.group_path]
        same = [one for one in near if one.route.request == route.request]
        chosen = same[0] if same else near[0] if len(near) == 1 else None
        if chosen is not None:
            near.remove(chosen)
            adopted[key] = chosen.about(route)
    return adopted
