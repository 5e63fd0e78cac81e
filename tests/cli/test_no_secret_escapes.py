"""Nothing that a run of tests writes, logs or prints has a key in it, in whatever form."""

import base64
import gzip
import html
import json
import logging
import queue
import threading
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest

from editor.core.diagnosis.diagnose import Fault
from editor.core.routing import shown
from editor.system import http
from tests.cli.conftest import Run
from tests.network.sending import KEY, config, probes, send_all, serverless
from tests.network.server import (
    DONE,
    LAST_CHUNK,
    STREAM_HEAD,
    Received,
    Server,
    Step,
    chunk,
    event,
    head,
    healthy,
    response,
    said,
)

_TOKEN = "tök-n+/==&?#%41 0123456789"
_FORMS = tuple(
    form
    for secret in (KEY, _TOKEN)
    for form in (
        secret,
        secret.strip(),
        quote(secret, safe=""),
        quote(secret, safe="").lower(),
        quote_plus(secret),
        json.dumps(secret)[1:-1],
        base64.b64encode(secret.encode()).decode(),
        base64.b64encode(secret.encode()).decode().rstrip("="),
        base64.urlsafe_b64encode(secret.encode()).decode(),
        html.escape(secret),
        json.dumps(secret)[1:-1].replace("/", "\\/"),
        quote(quote(secret, safe=""), safe=""),
    )
)
_ECHO = " | ".join(_FORMS)
_QUOTED = json.dumps(_ECHO)[1:-1]
_HEADERS = {"x-echo": quote(KEY, safe=""), "x-clear": KEY, "content-type": "application/json"}


def _error(status: int) -> bytes:
    error = {"code": "401", "message": f"Invalid key {_ECHO}", "param": KEY, "callstack": _ECHO}
    return response(status, json.dumps({"error": error}), _HEADERS, reason="No")


_ANSWERS: dict[str, tuple[bytes | Step, ...]] = {
    "refused": (_error(401),),
    "not found": (_error(404),),
    "unsupported": (response(400, f'{{"error": {{"code": "unknown", "param": "{KEY}"}}}}'),),
    "text": (response(403, _ECHO, _HEADERS),),
    "long": (response(500, (_ECHO + "x" * 31) * 500, _HEADERS),),
    "cut": (response(500, "x" * (4096 - 9) + _ECHO, _HEADERS),),
    "cut in the kept part": (response(500, "x" * (65536 - 9) + _ECHO, _HEADERS),),
    "packed": (response(500, gzip.compress(_ECHO.encode()), {"content-encoding": "gzip"}),),
    "html": (response(200, f"<html>{_ECHO}</html>"),),
    "redirect": (response(302, "", {"location": f"https://evil.example/?k={quote(KEY)}"}),),
    "circle": (response(307, "", {"location": f"/?k={quote(KEY)}"}),),
    "fields": (response(422, f'{{"detail": [{{"loc": ["body", "{KEY}"]}}]}} extra_forbidden'),),
    "stream": (STREAM_HEAD, chunk(said(_ECHO)), chunk(said(finish="stop") + DONE), LAST_CHUNK),
    "split": (STREAM_HEAD, *(chunk(said(part)) for part in KEY), chunk(said(finish="stop"))),
    "error in the stream": (STREAM_HEAD, chunk(event({"error": {"message": _ECHO}}))),
    "garbled": (STREAM_HEAD, chunk(f"data: {_QUOTED}\n\n")),
    "reset": (STREAM_HEAD, chunk(said(_ECHO)), Step.RESET),
    "bad head": (f"HTTP/1.1 {KEY}\r\n\r\n".encode(), Step.CLOSE),
    "bad header": (head(200, {"x": f"{KEY}\r\n {KEY}\0"}), Step.CLOSE),
    "limited": (response(429, _ECHO, {**_HEADERS, "retry-after": "7"}),),
}  # fmt: skip


def _with_token(text: str) -> str:
    return text.replace(
        "        models:", '        additionalHeaders: {X-Token: "${TOKEN_X}"}\n        models:'
    )


@pytest.mark.parametrize("name", list(_ANSWERS))
def test_nothing_that_is_written_has_a_secret_in_it(
    name: str, run: Run, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def answer(_: Received) -> Iterator[bytes | Step]:
        yield from _ANSWERS[name]

    caplog.set_level(logging.DEBUG)
    path = tmp_path / "librechat.yaml"
    (tmp_path / ".env").write_text(f"AZURE_KEY={KEY}\nTOKEN_X='{_TOKEN}'\n", encoding="utf-8")
    printed: list[str] = []
    for make in (config, serverless):
        with Server(answer) as server:
            text = _with_token(make(f"{server.url}/{quote(KEY, safe='')}"))
            path.write_text(text, encoding="utf-8")
            printed += [run("test", path, *form).output for form in ((), ("--format", "json"))]
        assert len(server.received) >= 2
    written = "\n".join([*printed, caplog.text])
    assert [form for form in _FORMS if form in written] == []


@pytest.mark.parametrize("make", [config, serverless])
def test_a_copied_command_and_a_printed_probe_have_no_secret_in_them(
    make: Callable[[str], str],
) -> None:
    text = _with_token(make(f"https://contoso.example/{quote(KEY, safe='')}"))
    (probe,) = probes(text, {"TOKEN_X": _TOKEN})
    written = f"{shown.curl(probe.route)} {probe!r} {probe.route!r} {probe.sent_request!r}"
    assert [form for form in _FORMS if form in written] == []


@pytest.mark.parametrize("name", ["bad head", "bad header", "reset"])
def test_a_bug_after_a_failure_prints_no_secret(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(_: Received) -> Iterator[bytes | Step]:
        yield from _ANSWERS[name]

    def buggy(_: BaseException, *, is_to_proxy: bool, awaits_tunnel: bool) -> Fault:
        raise LookupError(f"a bug, {is_to_proxy or awaits_tunnel}")

    raised: queue.Queue[threading.ExceptHookArgs] = queue.Queue()
    monkeypatch.setattr(http, "fault_of", buggy)
    monkeypatch.setattr("threading.excepthook", raised.put)
    with Server(answer) as server:
        assert send_all(probes(config(server.url))) == []
    written = "".join(traceback.format_exception(raised.get(timeout=30).exc_value))
    assert "LookupError: a bug, False" in written
    assert [form for form in _FORMS if form in written] == []


def test_the_search_would_find_a_secret(run: Run, tmp_path: Path) -> None:
    with Server(healthy) as server:
        path = tmp_path / "librechat.yaml"
        path.write_text(config(server.url))
        (tmp_path / ".env").write_text(f"AZURE_KEY={KEY}\n")
        printed = run("test", path, "--format", "json", "--show-secrets").output
    assert any(form in printed for form in _FORMS)
