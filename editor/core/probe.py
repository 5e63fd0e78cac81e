"""The connection test of a route: the request to send, and what came of it.

The request is the one that LibreChat sends, with a cap on its output, so that a test costs about
as much as a word. Nothing here sends: `exchange` follows what a sender reports.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from editor.core.diagnosis import traps
from editor.core.diagnosis.diagnose import Verdict, verdict
from editor.core.diagnosis.places import Subject
from editor.core.exchange import Exchange
from editor.core.lazily import lazy
from editor.core.masking import Masker
from editor.core.outline import value_at
from editor.core.result import Outcome, Result, SentRequest
from editor.core.routing.route import Kind, Route
from editor.core.wording import worded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.core.diagnosis.finding import Diagnosis
    from editor.core.yaml.values import Value

OUTPUT_CAP = 16
"""Tokens; with fewer, reasoning models answer that they could not finish."""

_CAPS = ("max_tokens", "max_completion_tokens", "max_output_tokens")
_NEWER_NAME = re.compile(r"gpt-[5-9]", re.IGNORECASE)
_REASONING_DEPLOYMENT = re.compile(r"o\d|gpt-5(?!-chat)", re.IGNORECASE)
_DROPS_CAP = frozenset({"max_tokens", "maxTokens"})
_IMPOSSIBLE_SIZE = "1x1"
_HEADERS = {
    "accept": "application/json",
    "accept-encoding": "gzip, deflate",
    "content-type": "application/json",
}
_USER_AGENT = "librechat-azure-openai-v2"


class Request(NamedTuple):
    """What goes over the wire, in the clear; names of headers are in lower case."""

    method: str
    url: str
    headers: Mapping[str, str]
    content: bytes


@dataclass(frozen=True)
class Probe:
    """The test of one route of a config; results have secrets in them only if `shows_secrets`."""

    route: Route = field(repr=False)
    config: Value = field(default=None, repr=False, compare=False)
    shows_secrets: bool = False

    @property
    def kind(self) -> str:
        """What the request asks for: `chat`, `title` or `image`."""
        return self.route.kind.value

    @property
    def model(self) -> str:
        """The model's name in the config."""
        return self.route.model

    @property
    def group(self) -> str:
        """The name of the model's group."""
        return self.route.group

    @lazy
    def subject(self) -> Subject:
        """What findings are about."""
        return Subject(self.route, self.config)

    @lazy
    def masker(self) -> Masker:
        """Masks the secrets of the request, a password in its address included."""
        if self.shows_secrets:
            return Masker(())
        password = _password(self.route.url or "")
        return Masker([*self.route.secrets, password, unquote(password)])

    @lazy
    def body(self) -> Mapping[str, Value]:
        """The routed body with the cap on its output; for an image, with a size that none has.

        An image deployment refuses the size, and so tells for free that it is one.
        """
        body = self.route.body
        if self.route.kind is Kind.IMAGE:
            return {**body, "size": _IMPOSSIBLE_SIZE}
        name = self._cap_name
        return body if name is None else {**body, name: OUTPUT_CAP}

    @property
    def is_streaming(self) -> bool:
        """Say whether the answer must be a stream."""
        return self.route.body.get("stream") is True

    @lazy
    def request(self) -> Request | None:
        """The request, or None when nothing is to be sent; `skipped` says why."""
        route = self.route
        if route.url is None or self.obstacle is not None:
            return None
        own = dict(_HEADERS)
        if not route.serverless and route.kind is not Kind.IMAGE:
            own["user-agent"] = _USER_AGENT
        content = json.dumps(self.body, ensure_ascii=False, separators=(",", ":"))
        headers = {**own, **route.headers}
        return Request(route.method, route.url, headers, content.encode(errors="replace"))

    @lazy
    def sent_request(self) -> SentRequest | None:
        """The request as it may be shown."""
        request = self.request
        if request is None:
            return None
        mask = self.masker.text
        return SentRequest(
            method=request.method,
            url=mask(request.url),
            headers={name: mask(value) for name, value in request.headers.items()},
            body={name: self.masker.value(part) for name, part in self.body.items()},
        )

    def exchange(self) -> Exchange:
        """Return what follows the sending of the request."""
        return Exchange(self)

    @lazy
    def obstacle(self) -> str | None:
        """The id of the finding for which nothing is sent, None when nothing stands in the way."""
        route = self.route
        if route.unresolved:
            return "cfg_env_missing"
        if route.url is None:
            return traps.unsendable(self.subject)
        if not route.url.startswith(("http://", "https://")):
            return "url_scheme"
        return "url_credentials" if "@" in urlsplit(route.url).netloc else None

    def skipped(self) -> Result:
        """Return the result of a probe that is not sent."""
        assert self.obstacle is not None
        judged = verdict(self.obstacle, self.subject, detail=self._why_not())
        return self._unsent(judged)

    def _why_not(self) -> str:
        route = self.route
        if route.unresolved:
            names = ", ".join(route.unresolved)
            return worded("Nothing was sent: no value for {0}.", names)
        return "" if route.error is None else worded("LibreChat says: {0}", route.error)

    def _unsent(self, judged: Verdict) -> Result:
        return Result(
            kind=self.kind,
            model=self.model,
            group=self.group,
            outcome=Outcome.SKIPPED,
            diagnosis=self.masked(judged.diagnosis),
        )

    def masked(self, diagnosis: Diagnosis) -> Diagnosis:
        """Return a finding without the secrets that a server may have put into its words."""
        mask = self.masker.text
        return replace(
            diagnosis,
            summary=mask(diagnosis.summary),
            cause=mask(diagnosis.cause),
            fix=mask(diagnosis.fix),
        )

    @property
    def _cap_name(self) -> str | None:
        """The name under which LibreChat's client caps the output; None where one is sent already.

        Where the config drops `max_tokens`, the model most likely refuses that name.
        """
        route = self.route
        if any(name in route.body for name in _CAPS):
            return None
        if "input" in route.body:
            return "max_output_tokens"
        if _NEWER_NAME.search(route.model) or _REASONING_DEPLOYMENT.match(route.deployment or ""):
            return "max_completion_tokens"
        dropped = value_at(self.config, (*route.group_path, "dropParams"))
        if isinstance(dropped, list) and _DROPS_CAP.intersection(map(str, dropped)):
            return None if route.serverless else "max_completion_tokens"
        return "max_tokens"


def _password(url: str) -> str:
    try:
        return urlsplit(url).password or ""
    except ValueError:
        return ""
