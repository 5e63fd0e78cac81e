"""From what came over the wire, and the settings it was sent by, to a finding with its remedy."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, cast
from urllib.parse import urlsplit

from editor.core.diagnosis import traps
from editor.core.diagnosis.catalogue import catalogue
from editor.core.diagnosis.facts import FACTS
from editor.core.diagnosis.finding import Answerer, Diagnosis, Part
from editor.core.diagnosis.places import Subject, place_of, reference_to
from editor.core.diagnosis.rules import recognised
from editor.core.result import Outcome
from editor.core.routing.route import Kind
from editor.core.wording import sentences, worded

if TYPE_CHECKING:
    from editor.core.diagnosis.answer import Answer
    from editor.core.routing.route import Route

_ELSEWHERE = "This holds for the network of this machine; LibreChat's server may fare otherwise."
_OPEN = "The key goes over the network unencrypted, since the address begins with http://."
_GATEWAY_HOSTS = (".azure-api.net", ".cloudflare.com")
_AZURE_HOSTS = (".azure.com", ".azure.us", ".azure.cn", ".microsoft.com")
_OWN_HOSTS = re.compile(r"localhost|127\.\d+\.\d+\.\d+|::1")
_DALLE = re.compile(r"dall-?e", re.IGNORECASE)
_EXPECTED_OF_IMAGES = ("image_400_invalid_payload", "image_400_invalid_value")


class Fault(StrEnum):
    """How a connection fails before, or instead of, an answer; the value is the entry's id."""

    NO_SUCH_HOST = "dns_not_found"
    REFUSED = "conn_refused"
    CONNECT_TIMEOUT = "conn_timeout"
    FIRST_BYTE_TIMEOUT = "headers_timeout"
    WHOLE_TIMEOUT = "answer_timeout"
    CUT = "stream_cut"
    UNTRUSTED = "tls_intercept"
    WRONG_NAME = "tls_name"
    EXPIRED = "tls_expired"
    NOT_TLS = "tls_not_tls"
    TLS = "tls_failed"
    UNREACHABLE = "unreachable"
    NOT_HTTP = "not_json"
    PROXY_LOGIN = "proxy_407"
    PROXY_UNREACHABLE = "proxy_unreachable"
    PROXY_REFUSED = "proxy_refused"
    PROXY_INVALID = "proxy_invalid"
    BAD_URL = "cfg_invalid_url"
    BAD_HEADER = "bad_header"
    OTHER = "transport"


class Verdict(NamedTuple):
    """A finding and how the test ended."""

    diagnosis: Diagnosis
    outcome: Outcome


def answered(answer: Answer, subject: Subject) -> Verdict:
    """Return what an answer means that is no reply of a model."""
    found = traps.explained(_in_context(recognised(answer), subject.route), subject)
    return verdict(found, subject, detail=_detail(found, answer))


def unanswered(fault: Fault, subject: Subject, *, has_begun: bool) -> Verdict:
    """Return what a failed connection means; `has_begun`: part of an answer had come."""
    found = traps.explained(fault.value, subject)
    judged = verdict(found, subject)
    if fault is Fault.CUT and not has_begun:
        return _cut_at_once(judged)
    return judged


def verdict(found: str, subject: Subject, *, detail: str = "") -> Verdict:
    """Return an entry as a finding about a route; `detail` is what the answer adds."""
    entry, fact = catalogue()[found], FACTS[found]
    hinted = traps.hint(found, subject)
    words = entry if hinted is None else catalogue()[hinted]
    path, variable = place_of(words, subject)
    if found == "cfg_env_missing":
        path = reference_to(subject.route.unresolved, subject)
    is_reply = subject.route.kind is Kind.IMAGE and found in _EXPECTED_OF_IMAGES
    outcome = Outcome.OK if is_reply else fact.outcome
    diagnosis = Diagnosis(
        id=found,
        answered_by=fact.answered_by,
        summary=sentences(entry.summary, detail, _OPEN if is_open(subject.route) else ""),
        cause=sentences(words.cause, _ELSEWHERE if fact.is_local else ""),
        fix=words.fix,
        path=path,
        variable=variable,
        proven=_without_what_is_not_used(fact.proven, subject.route),
        is_local=fact.is_local,
    )
    return Verdict(diagnosis, outcome)


def is_open(route: Route) -> bool:
    """Say whether the key crosses the network without encryption."""
    parts = urlsplit(route.url or "")
    return parts.scheme == "http" and not _OWN_HOSTS.fullmatch(parts.hostname or "")


def _in_context(found: str, route: Route) -> str:
    """Return the entry that has the same text as another, told apart by what was asked."""
    host = urlsplit(route.url or "").hostname or ""
    match found:
        case "aoai_401_bad_key" if _is_behind_gateway(host):
            return "apim_backend_401"
        case "serverless_401" if not route.serverless:
            return "unauthorized"
        case "unauthorized" if route.serverless and host.endswith(_AZURE_HOSTS):
            return "serverless_401"
        case "aoai_404_deployment" if route.kind is Kind.IMAGE and _DALLE.search(route.url or ""):
            return "image_model_retired"
        case _:
            return found


def _is_behind_gateway(host: str) -> bool:
    if host.endswith(_GATEWAY_HOSTS):
        return True
    return "." in host and not host.endswith(_AZURE_HOSTS) and not _OWN_HOSTS.fullmatch(host)


def _detail(found: str, answer: Answer) -> str:
    """Return what the answer says beyond its entry: a parameter, a category, a time to wait."""
    if found == "serverless_422_extra_forbidden":
        return _named(_refused_fields(answer))
    if FACTS[found].answered_by is Answerer.MODEL and answer.said("param"):
        return _named((answer.said("param"),))
    if found == "aoai_400_content_filter":
        categories = _filtered(answer)
        return worded("Filtered for: {0}.", ", ".join(categories)) if categories else ""
    wait = answer.headers.get("retry-after", "")
    is_asked = answer.status == 429 and wait.isdecimal()
    return worded("Azure asks to wait {0} s.", wait) if is_asked else ""


def _named(names: tuple[str, ...]) -> str:
    return worded("It names “{0}”.", "”, “".join(names)) if names else ""


def _refused_fields(answer: Answer) -> tuple[str, ...]:
    """Return the last step of each `loc` in a list of pydantic's errors."""
    details = answer.error.get("detail")
    if not isinstance(details, list):
        return ()
    places = (
        cast("dict[str, object]", detail).get("loc")
        for detail in cast("list[object]", details)
        if isinstance(detail, dict)
    )
    steps = (cast("list[object]", place) for place in places if isinstance(place, list))
    return tuple(dict.fromkeys(str(place[-1]) for place in steps if place))


def _filtered(answer: Answer) -> tuple[str, ...]:
    """Return the categories of the content filter that objected."""
    for key in ("innererror", "inner_error"):
        inner = answer.error.get(key)
        if isinstance(inner, dict):
            results = cast("dict[str, object]", inner)
            found = results.get("content_filter_result") or results.get("content_filter_results")
            if isinstance(found, dict):
                return tuple(filter(None, map(_category, cast("dict[str, object]", found).items())))
    return ()


def _category(item: tuple[str, object]) -> str:
    name, result = item
    is_filtered = isinstance(result, dict) and cast("dict[str, object]", result).get("filtered")
    return name if is_filtered else ""


def _cut_at_once(judged: Verdict) -> Verdict:
    """Return the finding of a cut line for a line that was cut before any answer."""
    old = judged.diagnosis
    diagnosis = Diagnosis(
        id=old.id,
        answered_by=Answerer.NOBODY,
        summary="The connection was cut before an answer came.",
        cause=sentences(
            "A firewall, web filter, proxy or gateway hangs up, or nothing behind it runs.",
            _ELSEWHERE,
        ),
        fix="Test without the gateway or proxy; ask its owner whether this host is allowed.",
        path=old.path,
        variable=old.variable,
        is_local=True,
    )
    return Verdict(diagnosis, judged.outcome)


def _without_what_is_not_used(proven: frozenset[Part], route: Route) -> frozenset[Part]:
    return proven if route.version else proven - {Part.VERSION}
