"""A server on this machine that sends exactly the bytes that a test gives it."""

from __future__ import annotations

import contextlib
import json
import socket
import socketserver
import struct
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    import ssl

_READ = 65536
_PATIENCE = 30.0
_TLS_HANDSHAKE = b"\x16"


_PAUSE_SECONDS = 0.05


class Step(Enum):
    """What an answer may do beside sending bytes; STALL lasts until the server stops."""

    PAUSE = 0
    STALL = 1
    RESET = 2
    CLOSE = 3


@dataclass(frozen=True)
class Received:
    """A request as it came over the wire; the names of headers are in lower case."""

    method: str
    target: str
    headers: dict[str, str] = field(default_factory=dict[str, str])
    body: bytes = b""

    @property
    def value(self) -> Any:
        return json.loads(self.body)


Answering = Callable[[Received], Iterator[bytes | Step]]


class Server:
    """Listens on 127.0.0.1 and answers each request with what a function yields."""

    def __init__(self, answer: Answering, tls: ssl.SSLContext | None = None) -> None:
        self.received: list[Received] = []
        self._answer = answer
        self._tls = tls
        self._stopping = threading.Event()
        self._server = _Tcp(("127.0.0.1", 0), self._handler(), bind_and_activate=True)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        return f"{'http' if self._tls is None else 'https'}://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        """Begin to listen."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop; answers that stall are given up."""
        self._stopping.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def _handler(self) -> type[socketserver.BaseRequestHandler]:
        server = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                with contextlib.suppress(OSError):
                    server.serve(self.request)

        return Handler

    def serve(self, connection: socket.socket) -> None:
        connection.settimeout(_PATIENCE)
        if self._tls is not None:
            connection = self._tls.wrap_socket(connection, server_side=True)
        with connection:
            while (request := _read(connection)) is not None:
                self.received.append(request)
                for step in self._answer(request):
                    if not self._do(step, connection):
                        return

    def _do(self, step: bytes | Step, connection: socket.socket) -> bool:
        match step:
            case bytes():
                connection.sendall(step)
                return True
            case Step.PAUSE:
                return not self._stopping.wait(_PAUSE_SECONDS)
            case Step.STALL:
                self._stopping.wait()
            case Step.RESET:
                linger = struct.pack("ii", 1, 0)
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            case Step.CLOSE:
                pass
        return False


class _Tcp(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 256
    block_on_close = False


def _read(connection: socket.socket) -> Received | None:
    """Return the next request, None when the other side has closed."""
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(_READ)
        if not piece:
            return None
        data += piece
        if data.startswith(_TLS_HANDSHAKE):
            return Received("TLS", "/")
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    while len(body) < int(headers.get("content-length", "0")):
        body += connection.recv(_READ)
    method, target, _ = first.split(" ")
    return Received(method, target, headers, body)


def response(
    status: int, body: bytes | str = b"", headers: dict[str, str] | None = None, reason: str = "X"
) -> bytes:
    """Return a whole answer with its length."""
    content = body.encode() if isinstance(body, str) else body
    return head(status, {"content-length": str(len(content)), **(headers or {})}, reason) + content


def head(status: int, headers: dict[str, str], reason: str = "X") -> bytes:
    """Return the lines before an answer's body."""
    lines = [f"HTTP/1.1 {status} {reason}", *(f"{name}: {text}" for name, text in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


def chunk(data: bytes | str) -> bytes:
    """Return a piece of a chunked body."""
    content = data.encode() if isinstance(data, str) else data
    return f"{len(content):x}\r\n".encode() + content + b"\r\n"


STREAM_HEAD = head(200, {"content-type": "text/event-stream", "transfer-encoding": "chunked"})
LAST_CHUNK = b"0\r\n\r\n"


def event(value: object) -> str:
    """Return a server-sent event with JSON data."""
    return f"data: {json.dumps(value, ensure_ascii=False)}\n\n"


def said(words: str | None = None, finish: str | None = None) -> str:
    """Return the event of a piece of a chat completion."""
    delta = {} if words is None else {"content": words}
    return event({"choices": [{"index": 0, "delta": delta, "finish_reason": finish}]})


FILTER_RESULTS = event({"choices": [], "prompt_filter_results": [{"prompt_index": 0}]})
USAGE = event({"choices": [], "usage": {"total_tokens": 9}})
DONE = "data: [DONE]\n\n"
HEALTHY = (FILTER_RESULTS, said("Hi"), said("!"), said(finish="stop"), USAGE, DONE)


def stream(*events: bytes | str) -> Iterator[bytes]:
    """Yield a whole stream of events, each in a chunk of its own."""
    yield STREAM_HEAD
    yield from map(chunk, events)
    yield LAST_CHUNK


def healthy(_: Received) -> Iterator[bytes]:
    """Answer as Azure does when all is well."""
    yield from stream(*HEALTHY)


def always(answer: bytes) -> Answering:
    """Return what answers every request alike."""

    def answering(_: Received) -> Iterator[bytes]:
        yield answer

    return answering
