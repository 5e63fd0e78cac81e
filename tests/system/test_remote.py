"""A config is fetched from its address within bounds, and refusals are plain."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest

from editor.system.remote import Unreachable, fetch

ANSWERS: dict[str, tuple[int, bytes]] = {
    "/librechat.yaml": (200, 'version: "1"  # é\n'.encode()),
    "/missing": (404, b"no"),
    "/binary": (200, b"\0\1"),
    "/latin": (200, "é".encode("latin-1")),
}


class Answering(BaseHTTPRequestHandler):
    """Answers by the path; `/slow` waits until the server stops, `/endless` never ends."""

    stopped = Event()

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/librechat.yaml")
            self.end_headers()
        elif path == "/slow":
            self.stopped.wait(30)
        elif path == "/endless":
            self._send_endless()
        else:
            status, body = ANSWERS[path]
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body)

    def _send_endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            while not self.stopped.is_set():
                self.wfile.write(b"#" * 2**20)
        except OSError:
            return

    def log_message(self, format: str, *args: object) -> None:
        """Keep the tests' output clean."""


@contextmanager
def serving() -> Iterator[str]:
    Answering.stopped.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Answering) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            Answering.stopped.set()
            server.shutdown()
            thread.join()


@pytest.mark.parametrize("path", ["/librechat.yaml", "/librechat.yaml?sig=secret", "/moved"])
def test_the_text_is_what_the_server_sends(path: str) -> None:
    with serving() as address:
        assert fetch(address + path) == 'version: "1"  # é\n'


@pytest.mark.parametrize(
    ("path", "reason"),
    [("/missing", "404"), ("/binary", "UTF-8"), ("/latin", "UTF-8"), ("/endless", "too large")],
)
def test_what_is_no_config_is_refused_in_plain_words(path: str, reason: str) -> None:
    with serving() as address, pytest.raises(Unreachable, match=reason):
        fetch(address + path)


def test_waiting_ends() -> None:
    with serving() as address, pytest.raises(Unreachable, match="it takes longer than"):
        fetch(f"{address}/slow", seconds=0.2)


def test_a_refusal_shows_nothing_that_may_be_secret() -> None:
    with serving() as address, pytest.raises(Unreachable) as refused:
        fetch(f"{address.replace('//', '//me:hunter2@')}/missing?sig=s3cret")
    assert refused.value.message.startswith(f"The config at {address}/missing?… could not")
    assert "hunter2" not in str(refused.value)
    assert "s3cret" not in str(refused.value)


def test_no_server_is_a_refusal() -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    with pytest.raises(Unreachable, match="could not be fetched"):
        fetch(f"http://127.0.0.1:{port}/librechat.yaml")


@pytest.mark.parametrize("address", ["https://[::1/x", "http://", "http://host:port/"])
def test_a_broken_address_is_a_refusal(address: str) -> None:
    with pytest.raises(Unreachable):
        fetch(address)
