"""A web server of this machine that serves a config, and answers in all the ways that are none."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

CONFIG = 'version: "1"  # é\n'
ANSWERS: dict[str, tuple[int, bytes]] = {
    "/librechat.yaml": (200, CONFIG.encode()),
    "/missing": (404, b"no"),
    "/binary": (200, b"\0\1"),
    "/latin": (200, "é".encode("latin-1")),
}


class Answering(BaseHTTPRequestHandler):
    """Answers by the path; `/slow` waits until the server stops, `/endless` never ends.

    `/held` waits until it may answer.
    """

    stopped = Event()
    may_answer = Event()

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
        elif path == "/held":
            self.may_answer.wait(30)
            self._send("/librechat.yaml")
        else:
            self._send(path)

    def _send(self, path: str) -> None:
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
    """Run the server and provide its address."""
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
