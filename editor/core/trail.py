"""How far a test got, step by step, and which part of the request it failed at."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from editor.core.diagnosis.finding import Part
from editor.core.result import Outcome

if TYPE_CHECKING:
    from editor.core.result import Result
    from editor.core.routing.route import Route

_REFUSED_KEY = (401, 403)
_TOO_LATE = frozenset({"headers_timeout", "answer_timeout", "stream_cut"})
_ELSEWHERE = frozenset({"html_login", "redirect", "not_found", "not_json"})
"""Findings that tell of an answer from something that is no model."""
_OF_ADDRESS = frozenset({"instanceName", "baseURL"})


class Layer(StrEnum):
    """What a request has to get past, in this order."""

    ADDRESS = "address"
    TLS = "tls"
    KEY = "key"
    DEPLOYMENT = "deployment"
    REPLY = "reply"


class Passage(StrEnum):
    """How a request fared at a layer; UNUSED: it has none, UNKNOWN: it did not get there."""

    PASSED = "passed"
    LIMITED = "limited"
    BROKEN = "broken"
    UNKNOWN = "unknown"
    UNUSED = "unused"


class Step(NamedTuple):
    """A layer and how the request fared there."""

    layer: Layer
    passage: Passage


def trail(result: Result, route: Route) -> tuple[Step, ...]:
    """Return how the request of a result fared at each layer."""
    broken = _broken_at(result)
    has_tls = not (route.url or "").lower().startswith("http://")
    return tuple(
        Step(layer, _passage(layer, broken, result))
        if has_tls or layer is not Layer.TLS
        else Step(layer, Passage.UNUSED)
        for layer in Layer
    )


def _passage(layer: Layer, broken: Layer | None, result: Result) -> Passage:
    if result.outcome is Outcome.SKIPPED:
        return Passage.UNKNOWN
    if layer is broken:
        return Passage.BROKEN
    if broken is None:
        is_last = layer is Layer.REPLY and result.outcome is Outcome.LIMITED
        return Passage.LIMITED if is_last else Passage.PASSED
    layers = tuple(Layer)
    if layers.index(layer) > layers.index(broken):
        return Passage.UNKNOWN
    proven = result.diagnosis.proven
    if (layer is Layer.KEY and Part.KEY not in proven) or (
        layer is Layer.DEPLOYMENT and Part.DEPLOYMENT not in proven
    ):
        return Passage.UNKNOWN
    return Passage.PASSED


def _broken_at(result: Result) -> Layer | None:
    """Return the layer that a failed request did not get past.

    The order in which Azure looks at a request is that of diagnosis/facts.py.
    """
    found = result.diagnosis
    if result.outcome is not Outcome.FAILED:
        return None
    if Part.KEY in found.proven:
        return Layer.REPLY if Part.DEPLOYMENT in found.proven else Layer.DEPLOYMENT
    if found.id in _TOO_LATE:
        return Layer.REPLY
    if found.id.startswith("tls_"):
        return Layer.TLS
    if result.response is None:
        return Layer.ADDRESS
    if result.status in _REFUSED_KEY:
        return Layer.KEY
    return Layer.ADDRESS if result.status == 404 or found.id in _ELSEWHERE else Layer.REPLY


def culprit(result: Result, route: Route) -> str:
    """Return the part of the request, as it is shown, that the failure is about; "" for none."""
    if result.outcome is not Outcome.FAILED or result.request is None:
        return ""
    path = result.diagnosis.path
    key = str(path[-1]) if path else ""
    if key == "version":
        return route.version or ""
    if _broken_at(result) is Layer.REPLY:
        return ""
    if path == route.path or key == "deploymentName":
        return route.deployment or route.model
    if key == "apiKey" or _broken_at(result) is Layer.KEY:
        return _key_shown(result)
    if key in _OF_ADDRESS or _broken_at(result) is Layer.ADDRESS:
        return _host(result.request.url)
    return ""


def _key_shown(result: Result) -> str:
    assert result.request is not None
    headers = result.request.headers
    return headers.get("api-key") or headers.get("authorization", "")


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc
    except ValueError:
        return ""
