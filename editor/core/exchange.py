"""One request and what comes back, without a network: events in, a result out.

The sender tells when the head of the answer, pieces of its body, its end or a failure came; all
times are seconds since sending began. Nothing that leaves here has a secret in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.body import Body, BrokenEncoding
from editor.core.diagnosis.answer import Answer
from editor.core.diagnosis.diagnose import Fault, Verdict, answered, unanswered, verdict
from editor.core.diagnosis.rules import gateway_of
from editor.core.events import EventDecoder
from editor.core.reply import FILTERED, Reply
from editor.core.result import Response, Result
from editor.core.routing.route import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.core.masking import Masker
    from editor.core.probe import Probe

_SHOWN_BODY = 4096
_SHOWN_REPLY = 200
_ENOUGH_OF_AN_ERROR = 1 << 16
_GOOD = range(200, 300)


class Exchange:
    """Follows one probe's answer; `is_complete` says that no more of it is needed."""

    def __init__(self, probe: Probe) -> None:
        """Start before the request is sent."""
        self._probe = probe
        self._status: int | None = None
        self._headers: Mapping[str, str] = {}
        self._body = Body("")
        self._events = EventDecoder()
        self._reply = Reply()
        self._first_token: float | None = None
        self._completed: float | None = None
        self._is_broken = False
        self._taken = 0

    def begin(self, status: int, headers: Mapping[str, str]) -> None:
        """Take in the head of the answer; names of headers in any case."""
        self._status = status
        self._headers = {name.lower(): value for name, value in headers.items()}
        self._body = Body(self._headers.get("content-encoding", ""))

    def take(self, data: bytes, at: float) -> None:
        """Take in a piece of the body, as it came over the wire."""
        if self.is_complete and not self.may_drain:
            return
        self._take(data, at)
        if self._completed is None and self.is_complete:
            self._completed = at

    def _take(self, data: bytes, at: float) -> None:
        self._taken += len(data)
        try:
            text = self._body.feed(data)
        except BrokenEncoding:
            self._is_broken = True
            return
        if self._is_good:
            for event in self._events.feed(text):
                self._reply.take(event)
            if self._reply.text and self._first_token is None:
                self._first_token = at

    @property
    def has_begun(self) -> bool:
        """Say whether the head of an answer came."""
        return self._status is not None

    @property
    def is_complete(self) -> bool:
        """Say whether the verdict is clear, so that reading may stop."""
        reply = self._reply
        if self._is_broken or self._body.is_full or reply.is_done or reply.is_garbled:
            return True
        if not reply.has_begun and self._probe.is_streaming:
            return self._taken >= _ENOUGH_OF_AN_ERROR
        return bool(reply.finish or reply.error)

    @property
    def may_drain(self) -> bool:
        """Say whether the little that is left may be read, to use the connection again."""
        reply = self._reply
        return bool(reply.finish or reply.is_done) and not self._body.is_full

    def ended(self, at: float) -> Result:
        """Return the result of an answer that has ended, or of which enough was read."""
        return self._result(self._judged(), at)

    def failed(self, fault: Fault, at: float) -> Result:
        """Return the result of a connection that failed; a complete reply stays one."""
        if self.has_begun and (self.is_complete or not self._is_good):
            return self.ended(at)
        if self.has_begun and fault is Fault.FIRST_BYTE_TIMEOUT:
            fault = Fault.WHOLE_TIMEOUT
        judged = unanswered(fault, self._probe.subject, has_begun=self.has_begun)
        return self._result(judged, at)

    @property
    def _is_good(self) -> bool:
        return self._status in _GOOD

    @property
    def _answer(self) -> Answer:
        return Answer(self._status, self._headers, self._body.text)

    def _judged(self) -> Verdict:
        if self._is_broken:
            return self._found("bad_encoding")
        if not self._is_good:
            return answered(self._answer, self._probe.subject)
        return self._judged_stream() if self._reply.has_begun else self._judged_whole()

    def _judged_stream(self) -> Verdict:
        reply = self._reply
        if reply.error is not None:
            return answered(Answer(None, self._headers, reply.error), self._probe.subject)
        if reply.is_garbled:
            return self._found("bad_stream")
        if reply.finish:
            return self._finished()
        if self._body.is_full:
            return self._found("endless_answer")
        if reply.is_done:
            return self._found("ok" if reply.text else "empty_stream")
        return self._found("stream_cut" if reply.is_answer else "empty_stream")

    def _judged_whole(self) -> Verdict:
        """Judge a good answer that is no stream."""
        answer = self._answer
        if answer.is_html:
            return self._found("html_login")
        if self._is_picture(answer):
            return self._found("ok")
        self._reply.take_value(answer.value)
        found = gateway_of(answer)
        if found is not None:
            return self._found(found)
        if self._reply.error is not None:
            return answered(Answer(None, self._headers, answer.text), self._probe.subject)
        if not self._reply.is_answer:
            return self._found("not_json")
        is_filtered = self._reply.finish == FILTERED
        return (
            self._found("not_streamed")
            if self._probe.is_streaming and not is_filtered
            else (self._finished())
        )

    def _is_picture(self, answer: Answer) -> bool:
        is_image = self._probe.route.kind is Kind.IMAGE
        return is_image and answer.text.lstrip().startswith("{") and '"data"' in answer.text

    def _finished(self) -> Verdict:
        is_filtered = self._reply.finish == FILTERED
        return self._found("aoai_200_finish_content_filter" if is_filtered else "ok")

    def _found(self, id: str) -> Verdict:
        return verdict(id, self._probe.subject)

    def _result(self, judged: Verdict, at: float) -> Result:
        probe, masker = self._probe, self._probe.masker
        return Result(
            kind=probe.kind,
            model=probe.model,
            group=probe.group,
            outcome=judged.outcome,
            diagnosis=probe.masked(judged.diagnosis),
            status=self._status,
            latency_ms=_milliseconds(at if self._completed is None else self._completed),
            first_token_ms=_milliseconds(self._first_token),
            reply=masker.cut(self._reply.text, _SHOWN_REPLY),
            request=probe.sent_request,
            response=self._response(masker),
        )

    def _response(self, masker: Masker) -> Response | None:
        if self._status is None:
            return None
        headers = {masker.text(name): masker.text(value) for name, value in self._headers.items()}
        return Response(self._status, headers, masker.cut(self._answer.shown(), _SHOWN_BODY))


def _milliseconds(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds * 1000, 1)
