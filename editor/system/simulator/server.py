"""The simulator's sockets: one thread for each connection, and none left when it stops.

Both http and https are spoken on the one port; the first byte of a connection tells which.
"""

from __future__ import annotations

import os
import selectors
import socket
import socketserver
import ssl
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, Any

from editor.system.simulator.catalogue import Answer, Ending, refusal
from editor.system.simulator.requests import Request

if TYPE_CHECKING:
    from collections.abc import Callable

    Respond = Callable[[Request, bool], Answer]

HOST = "127.0.0.1"
LARGEST_BODY = 4 * 1024 * 1024
MOST_CONNECTIONS = 256
_MOST_DRAINED = 64 * 1024 * 1024
_PIECE = 64 * 1024
_HANDSHAKE_SECONDS, _IDLE_SECONDS, _POLL_SECONDS = 5, 30, 0.05
_TLS_HANDSHAKE = b"\x16"
_PLAIN_HTTP = b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


class Server(socketserver.ThreadingMixIn, HTTPServer):
    """Listens on this machine only and answers what `respond` returns for a request.

    All waiting is multiplied by `pace`; `on_answer` is told, in the connection's thread, of each
    request and the status of its answer.
    """

    allow_reuse_address = os.name == "posix"
    daemon_threads = False
    request_queue_size = 128

    def __init__(
        self,
        port: int,
        respond: Respond,
        on_answer: Callable[[Request, int], None],
        *,
        pace: float,
    ) -> None:
        """Listen; raises OSError when the port is taken or not allowed."""
        self.respond = respond
        self.on_answer = on_answer
        self.pace = pace
        self.context: ssl.SSLContext | None = None
        self._connections: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._is_stopping = False
        super().__init__((HOST, port), _Connection)

    def server_bind(self) -> None:
        """Bind without asking a name server for this machine's name."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    def serve(self) -> None:
        """Accept connections until it is stopped."""
        self.serve_forever(_POLL_SECONDS)

    def stop(self) -> None:
        """Accept nothing more, break off what is under way and wait for all threads."""
        self.shutdown()
        with self._lock:
            self._is_stopping = True
            for connection in self._connections:
                _break_off(connection)
        self.server_close()

    def verify_request(self, request: Any, client_address: Any) -> bool:  # noqa: ANN401 - as in the library
        """Refuse more connections than are good for the machine."""
        with self._lock:
            return len(self._connections) < MOST_CONNECTIONS

    def process_request(self, request: Any, client_address: Any) -> None:  # noqa: ANN401
        """Start a connection's thread."""
        self.keep(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:  # noqa: ANN401
        """Close a connection."""
        self.forget(request)
        super().shutdown_request(request)

    def keep(self, connection: socket.socket) -> None:
        """Remember a connection, so that it can be broken off from outside."""
        with self._lock:
            self._connections.add(connection)
            if self._is_stopping:
                _break_off(connection)

    def forget(self, connection: socket.socket) -> None:
        """Forget a connection that is over."""
        with self._lock:
            self._connections.discard(connection)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401
        """Let it pass that a client went away or did not trust us; anything else is a bug."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


def _break_off(connection: socket.socket) -> None:
    """End a connection whose thread may be waiting for it; it may have ended by itself."""
    try:
        # Not the method of an SSLSocket, which may not be used beside a read.
        socket.socket.shutdown(connection, socket.SHUT_RDWR)
    except OSError:
        return


class _Connection(BaseHTTPRequestHandler):
    """Reads the requests of one connection and sends their answers."""

    protocol_version = "HTTP/1.1"
    timeout = _IDLE_SECONDS
    server: Server  # pyright: ignore[reportIncompatibleVariableOverride] - made by no other

    def setup(self) -> None:
        """Find out whether the client speaks TLS, and do so, too."""
        self.request.settimeout(_HANDSHAKE_SECONDS)
        if self.request.recv(1, socket.MSG_PEEK) == _TLS_HANDSHAKE:
            self.request = self._secured(self.request)
        super().setup()

    def finish(self) -> None:
        """Close what TLS was spoken over; the server closes the rest."""
        try:
            super().finish()
        finally:
            if isinstance(self.request, ssl.SSLSocket):
                self.server.forget(self.request)
                self.request.close()

    def _secured(self, plain: socket.socket) -> ssl.SSLSocket:
        if self.server.context is None:
            plain.sendall(_PLAIN_HTTP)
            raise ConnectionAbortedError("The client spoke TLS, and there is no certificate.")
        secure = self.server.context.wrap_socket(
            plain, server_side=True, do_handshake_on_connect=False
        )
        self.server.keep(secure)
        try:
            secure.do_handshake()
        except OSError:
            self.server.forget(secure)
            secure.close()
            raise
        return secure

    def do_GET(self) -> None:
        """Answer a request; so do the other methods."""
        content = self._content()
        if content is None:
            return
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.command, self.path, headers, content)
        answer = self.server.respond(request, isinstance(self.request, ssl.SSLSocket))
        self.server.on_answer(request, answer.status)
        self._send(answer)

    do_POST = do_PUT = do_PATCH = do_DELETE = do_GET  # noqa: N815 - the library's names

    def _content(self) -> bytes | None:
        """Read the body; None when it is refused, which has then been answered."""
        length = self.headers.get("Content-Length", "0")
        if "Transfer-Encoding" in self.headers or not length.isascii() or not length.isdigit():
            self._refuse(411, "Send the length of the body.")
            return None
        if int(length) > LARGEST_BODY:
            self._drain(min(int(length), _MOST_DRAINED))
            self._refuse(413, f"The body is larger than {LARGEST_BODY} bytes.")
            return None
        return self.rfile.read(int(length))

    def _drain(self, length: int) -> None:
        """Read on, so that the client is done sending and looks at the answer."""
        while length > 0 and (piece := self.rfile.read(min(length, _PIECE))):
            length -= len(piece)

    def _refuse(self, status: int, message: str) -> None:
        self.close_connection = True
        answer = refusal(message)
        self._send(Answer(status, answer.headers, answer.body))

    def _send(self, answer: Answer) -> None:
        if answer.ending is Ending.NEVER:
            self._pause(None)
        self._pause(answer.wait)
        self.send_response_only(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("date", self.date_time_string())
        if answer.events:
            self._send_events(answer)
        else:
            self._send_body(answer)
        if answer.ending is Ending.CUT:
            # Not announced in a header: Node takes an announced end for the end of the answer.
            self.close_connection = True

    def _send_body(self, answer: Answer) -> None:
        is_cut = answer.ending is Ending.CUT
        self.send_header("content-length", str(len(answer.body) * (2 if is_cut else 1)))
        self._end_headers()
        self.wfile.write(answer.body)

    def _send_events(self, answer: Answer) -> None:
        """Send each event as a chunk of its own; a stream that is cut lacks the last chunk."""
        is_chunked = self.request_version != "HTTP/1.0"
        if is_chunked:
            self.send_header("transfer-encoding", "chunked")
        else:
            self.close_connection = True
        self._end_headers()
        for event in answer.events:
            data = f"{event}\n\n".encode()
            self.wfile.write(b"%x\r\n%b\r\n" % (len(data), data) if is_chunked else data)
            self._pause(answer.gap)
        if is_chunked and answer.ending is Ending.WHOLE:
            self.wfile.write(b"0\r\n\r\n")

    def _end_headers(self) -> None:
        if self.close_connection:
            self.send_header("connection", "close")
        self.end_headers()

    def _pause(self, seconds: float | None) -> None:
        """Wait, None for ever; a client that goes away ends it, and so does the server's stop."""
        delay = None if seconds is None else seconds * self.server.pace
        if delay == 0:
            return
        with selectors.DefaultSelector() as selector:
            selector.register(self.connection, selectors.EVENT_READ)
            if selector.select(delay):
                raise ConnectionAbortedError("The client went away.")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a request's line may hold a key."""
