"""A local server that answers like Azure, to try connections without an account.

`azure.py` says what there is, `scenarios.py` how it behaves, `answers.py` what it answers, and
`server.py` sends it. Keys are compared, and neither kept nor printed.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Self

from editor.system.simulator.answers import Simulated
from editor.system.simulator.azure import Azure
from editor.system.simulator.certificates import private_authority
from editor.system.simulator.scenarios import TLS, Cast
from editor.system.simulator.server import HOST, Server

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from editor.system.simulator.catalogue import Answer
    from editor.system.simulator.requests import Request

_OTHER_HOST = "localhost"


def _ignore(request: Request, status: int) -> None:
    """Do nothing with what was answered."""


class Simulator:
    """A simulated Azure on 127.0.0.1, in threads of its own; port 0 takes a free one.

    `pace` stretches all waiting, 0 leaves none. `on_answer` is called with each request and the
    status of its answer, in the thread of its connection. Raises OSError when it cannot listen.
    """

    def __init__(
        self,
        azure: Azure | None = None,
        cast: Cast | None = None,
        port: int = 0,
        *,
        pace: float = 1.0,
        on_answer: Callable[[Request, int], None] = _ignore,
    ) -> None:
        """Listen from now on, and answer once it is started."""
        self._cast = cast or Cast()
        self._server = Server(port, self._respond, on_answer, pace=pace)
        self.port: int = self._server.server_port
        self._simulated = Simulated(
            azure or Azure(), self._cast, f"http://{_OTHER_HOST}:{self.port}"
        )
        self._authority = private_authority(HOST, _OTHER_HOST) if self._cast.needs_tls else None
        if self._authority is not None:
            self._server.context = self._authority.context
        self._thread = threading.Thread(target=self._server.serve, name="simulator")

    @property
    def url(self) -> str:
        """The address; https where nothing else is spoken."""
        scheme = "https" if self._cast.everybody == TLS else "http"
        return f"{scheme}://{HOST}:{self.port}"

    @property
    def ca_file(self) -> Path | None:
        """The certificate to trust for https; None where it is not spoken."""
        return self._authority.ca_file if self._authority is not None else None

    def start(self) -> None:
        """Answer requests from now on."""
        self._thread.start()

    def stop(self) -> None:
        """Break off all answers and wait until no thread is left."""
        if self._thread.is_alive():
            self._server.stop()
            self._thread.join()
        else:
            self._server.server_close()
        if self._authority is not None:
            self._authority.folder.cleanup()

    def _respond(self, request: Request, is_secure: bool) -> Answer:
        return self._simulated.answer(request, is_secure=is_secure)

    def __enter__(self) -> Self:
        """Start."""
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop."""
        self.stop()
