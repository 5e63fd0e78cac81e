"""Whatever a server sends, the test ends soon, takes little memory and is explained."""

import gzip
import json
import tracemalloc
import zlib
from collections.abc import Iterator

import pytest

from editor.core.result import Outcome, Result
from tests.network.sending import config, send
from tests.network.server import (
    DONE,
    FILTER_RESULTS,
    HEALTHY,
    STREAM_HEAD,
    USAGE,
    Received,
    Server,
    Step,
    chunk,
    event,
    head,
    response,
    said,
    stream,
)

_MEGABYTE = 1 << 20
_JSON = {"content-type": "application/json"}
_CHUNKED = {"transfer-encoding": "chunked"}


def _sent(*steps: bytes | Step, **settings: float) -> Result:
    """Return the result of an answer that consists of these steps."""

    def answer(_: Received) -> Iterator[bytes | Step]:
        yield from steps

    with Server(answer) as server:
        return send(config(server.url), **settings)


def _streamed(*events: bytes | str) -> Result:
    return _sent(*stream(*events))


def _endless(piece: bytes, headers: dict[str, str]) -> Result:
    def answer(_: Received) -> Iterator[bytes]:
        yield head(200, {**headers, **_CHUNKED})
        while True:
            yield chunk(piece)

    with Server(answer) as server:
        return send(config(server.url), first_byte=10.0)


def test_a_body_of_ten_megabytes_is_not_read_whole() -> None:
    tracemalloc.start()
    result = _sent(response(500, b"x" * (10 * _MEGABYTE)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (result.diagnosis.id, result.outcome) == ("aoai_5xx", Outcome.FAILED)
    assert result.response is not None
    assert len(result.response.body) == 4096
    assert peak < 25 * _MEGABYTE  # the server's own copy included


@pytest.mark.parametrize(
    ("piece", "id"),
    [
        (said("word ").encode(), "endless_answer"),
        (USAGE.encode(), "endless_answer"),
        (b": still there\n\n", "not_json"),
        (b"x" * 1000, "not_json"),
        (b"data: " + b"x" * 1000, "not_json"),
        (b"<html>" * 100, "html_login"),
    ],
)
def test_an_answer_without_end_is_cut_off(piece: bytes, id: str) -> None:
    result = _endless(piece, {"content-type": "text/event-stream"})
    assert result.diagnosis.id == id
    assert (result.latency_ms or 0) < 9000


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_compressed_bomb_is_not_unpacked(encoding: str) -> None:
    packer = gzip.compress if encoding == "gzip" else zlib.compress
    bomb = packer(bytes(200 * _MEGABYTE), 9)
    tracemalloc.start()
    result = _sent(response(200, bomb, {"content-encoding": encoding}))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert result.outcome is Outcome.FAILED
    assert peak < 12 * _MEGABYTE


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_compressed_stream_is_read(encoding: str) -> None:
    content = "".join(HEALTHY).encode()
    packed = gzip.compress(content) if encoding == "gzip" else zlib.compress(content)[2:-4]
    headers = {"content-type": "text/event-stream", "content-encoding": encoding}
    assert _sent(response(200, packed, headers)).reply == "Hi!"


def test_an_answer_may_be_packed_event_by_event() -> None:
    packed = b"".join(
        gzip.compress(one.encode()) for one in (said("Hi"), said(finish="stop"), DONE)
    )
    headers = {"content-type": "text/event-stream", "content-encoding": "gzip"}
    pieces = [chunk(packed[start : start + 7]) for start in range(0, len(packed), 7)]
    result = _sent(head(200, {**headers, **_CHUNKED}), *pieces, chunk(b""))
    assert (result.outcome, result.reply) == (Outcome.OK, "Hi")


def test_what_follows_a_packed_answer_without_end_is_not_kept() -> None:
    headers = {"content-type": "text/event-stream", "content-encoding": "gzip", **_CHUNKED}

    def answer(_: Received) -> Iterator[bytes]:
        yield head(200, headers)
        yield chunk(gzip.compress(said("Hi").encode()))
        while True:
            yield chunk(b"x" * 10_000)

    with Server(answer) as server:
        assert send(config(server.url)).diagnosis.id == "endless_answer"


@pytest.mark.parametrize(("encoding", "body"), [("gzip", b"no gzip"), ("br", b"\x0b"), ("x", b"y")])
def test_compression_that_is_broken_or_unknown_is_explained(encoding: str, body: bytes) -> None:
    result = _sent(response(200, body, {"content-encoding": encoding}))
    assert result.diagnosis.id == "bad_encoding"


def test_what_is_no_json_in_a_stream_is_explained() -> None:
    result = _streamed(said("Hi"), "data: {oops\n\n", said(finish="stop"))
    assert (result.diagnosis.id, result.reply) == ("bad_stream", "Hi")


def test_bytes_that_are_no_utf8_become_question_marks() -> None:
    broken = said("Hi").encode().replace(b"Hi", b"H\xff\xfei")
    assert _streamed(broken, said(finish="stop"), DONE).reply == "H\ufffd\ufffdi"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("size", [1, 7, 4096])
def test_a_stream_is_read_however_it_is_split(ends: str, size: int) -> None:
    content = "".join((": comment\nretry: 3\nid\n", *HEALTHY)).replace("\n", ends)
    data = content.replace("Hi", "Grüße 😀").encode()
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    result = _sent(STREAM_HEAD, b"".join(map(chunk, pieces)), b"0\r\n\r\n")
    assert (result.outcome, result.reply) == (Outcome.OK, "Grüße 😀!")


def test_a_stream_without_its_content_type_is_a_stream_to_librechat_too() -> None:
    assert _sent(response(200, "".join(HEALTHY), _JSON)).outcome is Outcome.OK


@pytest.mark.parametrize(
    ("events", "id"),
    [
        ((DONE,), "empty_stream"),
        ((FILTER_RESULTS, DONE), "empty_stream"),
        ((FILTER_RESULTS,), "empty_stream"),
        ((said("Hi"),), "stream_cut"),
        ((event({"error": {"message": "You have exceeded the rate"}}),), "aoai_429_rate"),
        ((said("Hi"), event({"error": {"message": "no healthy upstream"}})), "aoai_5xx"),
        ((said("Hi"), said(finish="content_filter"), DONE), "aoai_200_finish_content_filter"),
        (('event: error\ndata: {"message": "DeploymentNotFound"}\n\n',), "aoai_404_deployment"),
        ((event([1]), event("x"), event(None), DONE), "empty_stream"),
    ],
)
def test_a_stream_that_is_no_reply_is_explained(events: tuple[str, ...], id: str) -> None:
    assert _streamed(*events).diagnosis.id == id


@pytest.mark.parametrize(
    ("body", "id"),
    [
        ("", "not_json"),
        ("{", "not_json"),
        ("ok", "not_json"),
        ("[]", "not_json"),
        ('{"status": "healthy"}', "not_json"),
        ("[" * 100_000, "not_json"),
        ('{"a":' * 990 + "1" + "}" * 990, "not_json"),
        ('{"choices": [{"message": {"content": "Hi"}, "finish_reason": "stop"}]}', "not_streamed"),
        ("<!-- x --><HTML>", "html_login"),
        ('{"success": false, "errors": [{"code": 2001}]}', "cf_2001"),
    ],
)
def test_a_good_status_without_a_stream_is_explained(body: str, id: str) -> None:
    assert _sent(response(200, body, _JSON)).diagnosis.id == id


@pytest.mark.parametrize("status", [400, 401, 403, 404, 418, 429, 500, 503, 530, 599])
@pytest.mark.parametrize("body", [b"", b"\xff\xfe", b"[" * 9000, b'{"error": "text"}', b"null"])
def test_an_error_in_unknown_words_is_told_by_its_status(status: int, body: bytes) -> None:
    result = _sent(response(status, body))
    expected = Outcome.LIMITED if status == 429 else Outcome.FAILED
    assert (result.outcome, result.status) == (expected, status)
    assert result.diagnosis.summary
    assert result.diagnosis.fix


def test_a_long_trace_of_calls_is_left_out() -> None:
    error = {"code": "unsupported_parameter", "param": "temperature", "callstack": "File x\n" * 999}
    result = _sent(response(400, json.dumps({"error": error}), _JSON))
    assert result.response is not None
    assert "File x" not in result.response.body
    assert result.diagnosis.id == "aoai_400_temperature"
    assert "“temperature”" in result.diagnosis.summary


def test_headers_without_end_are_given_up() -> None:
    lines = b"".join(b"x-%d: %s\r\n" % (number, b"y" * 1000) for number in range(400))
    result = _sent(b"HTTP/1.1 200 OK\r\n" + lines, Step.STALL, first_byte=2.0)
    assert result.outcome is Outcome.FAILED
