"""What is said about connection tests: verdicts, times and ages, in a few words."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from editor.core.masking import Masker
from editor.core.routing.route import Kind
from editor.core.standing import State, worst
from editor.ui.language import counted, in_language
from editor.ui.look.shapes import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.core.result import Result
    from editor.core.routing.route import Route
    from editor.core.standing import Standing

_CONTEXT = "Tests"
_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
_SENTENCE_END = re.compile(r"(?<=[.:;]) ")
_ANSWERED = (State.OK, State.LIMITED)
_NO_DEPLOYMENT = "No deployment “{deployment}” on {where}"
_LIMIT_REACHED = "Connected, rate limit reached"
_FILTERED = "Connected, content filter objected"
_IN_SHORT = {
    "ok": "Connected",
    "aoai_404_deployment": _NO_DEPLOYMENT,
    "aoai_404_deployment_v1": _NO_DEPLOYMENT,
    "aoai_model_not_found_responses": _NO_DEPLOYMENT,
    "foundry_404_unknown_model": _NO_DEPLOYMENT,
    "aoai_401_bad_key": "The key is not one of {where}",
    "serverless_401": "The key is not one of {where}",
    "aoai_429_rate": _LIMIT_REACHED,
    "aoai_429_86400": _LIMIT_REACHED,
    "aoai_429_simple": _LIMIT_REACHED,
    "aoai_429_capacity": "Connected, Azure is busy",
    "aoai_400_content_filter": _FILTERED,
    "aoai_200_finish_content_filter": _FILTERED,
    "aoai_400_min_tokens": "Connected, small budget used up",
    "aoai_400_max_tokens": "The model refuses max_tokens",
    "aoai_404_yaml_date": "Skipped: the version is a date to YAML",
    "cfg_env_missing": "Skipped: no value for {missing}",
    "dns_not_found": "No host {where}",
    "conn_refused": "{where} refused the connection",
    "stream_cut": "The reply was cut off",
}
"""What people need at a glance, where the finding's own first sentence is long."""


def shape_of(state: State) -> Shape:
    """Return the shape of a state."""
    return Shape(state.value)


def title_of(standing: Standing) -> str:
    """Return what a test is called: the model, and what it was asked for if no chat."""
    route = standing.route
    if route.kind is Kind.CHAT:
        return route.model
    what = _translated("titles") if route.kind is Kind.TITLE else _translated("images")
    return f"{route.model} ({what})"


def verdict(standing: Standing) -> str:
    """Return in a few words how a test stands."""
    state, result = standing.state, standing.result
    if state is State.OK:
        return _translated("Connected")
    if result is not None and state in (State.FAILED, State.LIMITED, State.SKIPPED):
        return headline(result, standing.tested or standing.route)
    return {
        State.STALE: _translated("Last result is stale: the request changed"),
        State.RUNNING: _translated("Waiting for the answer"),
        State.QUEUED: _translated("Queued"),
    }.get(state, _translated("Not tested yet"))


def headline(result: Result, route: Route) -> str:
    """Return in a few words what a result of a route says."""
    found = result.diagnosis.id
    if found in _IN_SHORT:
        where = route.instance or urlsplit(route.url or "").hostname or ""
        return _translated(_IN_SHORT[found]).format(
            deployment=route.deployment or route.model,
            where=Masker(route.secrets).text(where),
            missing=", ".join(route.unresolved),
        )
    first = _SENTENCE_END.split(in_language(result.diagnosis.summary), maxsplit=1)[0]
    return first.rstrip(".:;")


def seconds(value: float) -> str:
    """Return a duration in seconds."""
    return _translated("{0} s").format(f"{value:.2f}" if value < 1 else f"{value:.1f}")


def time_of(standing: Standing, now: float) -> str:
    """Return how long an answer took, or how long one is awaited; "" where neither."""
    if standing.state is State.RUNNING:
        return seconds_so_far(now - standing.since)
    result = standing.result
    if result is None or result.latency_ms is None or standing.state is State.QUEUED:
        return ""
    return seconds(result.latency_ms / 1000)


def seconds_so_far(value: float) -> str:
    """Return a duration that grows, with as many digits all the time."""
    return _translated("{0} s").format(f"{value:.1f}")


def age(passed: float) -> str:
    """Return how long ago something was, given in seconds."""
    if passed < _MINUTE:
        return _translated("just now")
    if passed < _HOUR:
        return counted(int(passed // _MINUTE), "%n min ago", "%n min ago")
    if passed < _DAY:
        return counted(int(passed // _HOUR), "%n h ago", "%n h ago")
    return _translated("over a day ago")


def facts_of(standing: Standing, now: float) -> tuple[str, ...]:
    """Return what a status line says about the test of a model."""
    is_told = standing.result is not None and not standing.state.is_under_way
    when = age(now - standing.at) if is_told else ""
    return verdict(standing), time_of(standing, now), when


def facts_of_group(standings: Sequence[Standing], now: float) -> tuple[str, ...]:
    """Return what a status line says about the tests of a group's models."""
    counts = Counter(one.state for one in standings)
    if any(state.is_under_way for state in counts):
        return _summary(counts), "", ""
    told = [one for one in standings if one.result is not None]
    slowest = max((one.result.latency_ms or 0 for one in told if one.result), default=0)
    when = age(now - max(one.at for one in told)) if told else ""
    return _summary(counts), seconds(slowest / 1000) if slowest else "", when


def _summary(counts: Counter[State]) -> str:
    state, total = worst(counts), counts.total()
    if counts and all(known in _ANSWERED for known in counts):
        return counted(total, "The model answered", "All %n models answered")
    return _counted(state, counts[state], total) or _translated("Not tested yet")


def _counted(state: State, count: int, total: int) -> str:
    """Return how many of all tests stand so; "" where none has run."""
    match state:
        case State.FAILED:
            return counted(count, "%n of {0} failed", "%n of {0} failed", total)
        case State.RUNNING:
            return counted(count, "%n of {0} running", "%n of {0} running", total)
        case State.QUEUED:
            return counted(count, "%n of {0} queued", "%n of {0} queued", total)
        case State.STALE:
            return counted(
                count,
                "%n of {0} stale: the request changed",
                "%n of {0} stale: the request changed",
                total,
            )
        case State.SKIPPED:
            return counted(count, "%n of {0} skipped", "%n of {0} skipped", total)
        case State.LIMITED:
            return counted(count, "%n of {0} limited", "%n of {0} limited", total)
        case _:
            return ""


def _translated(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
