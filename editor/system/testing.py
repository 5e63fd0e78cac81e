"""A run of connection tests: many probes at once, off the caller's thread, stopped at any time."""

from __future__ import annotations

import asyncio
import contextlib
import threading
import weakref
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from editor.system.http import Sender, Settings, trust
from editor.system.precedence import GivingWay

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator, Sequence

    from editor.core.probe import Probe
    from editor.core.result import Result

_APART_SECONDS = 0.002
"""Between the first requests: all at once, they and their answers would wait for each other."""

_P = ParamSpec("_P")
_T = TypeVar("_T")


class TestRun:
    """Sends probes, as many at once as the settings say, in one event loop on one thread.

    On that thread it calls `on_started` before a probe is sent, `on_result` with each result, also
    of a probe that is not sent, and `on_finished` when nothing more will be told. It raises
    FileError when the settings' certificates cannot be read. A run is started once.
    """

    __test__ = False  # lest pytest takes the class for a test

    def __init__(
        self,
        probes: Sequence[Probe],
        settings: Settings,
        on_started: Callable[[Probe], object],
        on_result: Callable[[Probe, Result], object],
        on_finished: Callable[[], object],
    ) -> None:
        self._probes = tuple(probes)
        self._settings = settings
        self._on_started = on_started
        self._on_result = on_result
        self._on_finished = on_finished
        # The system's own certificates are read by the thread, since that takes a while.
        self._context = None if settings.ca_file is None else trust(settings.ca_file)
        self._runner = asyncio.Runner(loop_factory=_Loop)
        self._task: asyncio.Task[None] | None = None
        self._is_cancelled = threading.Event()
        self._has_ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="tests", daemon=True)

    def start(self) -> None:
        """Begin to send."""
        self._thread.start()

    def cancel(self) -> None:
        """Stop sending and drop what is under way; no result comes after this."""
        self._is_cancelled.set()
        task = self._task
        if task is not None:
            with contextlib.suppress(RuntimeError):  # the loop has ended
                task.get_loop().call_soon_threadsafe(task.cancel)

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until nothing more will be told; return False when that takes longer."""
        return self._has_ended.wait(seconds)

    def _run(self) -> None:
        try:
            with self._runner as runner:
                runner.get_loop().set_default_executor(_Threads())
                with contextlib.suppress(asyncio.CancelledError):
                    runner.run(self._send_all())
                runner.run(_closed_connections())
        finally:
            self._on_finished()
            self._has_ended.set()

    async def _send_all(self) -> None:
        self._task = asyncio.current_task()
        if self._is_cancelled.is_set():
            return
        waiting = iter(self._probes)
        context = self._context or trust(None)
        async with asyncio.TaskGroup() as group:
            for number in range(min(self._settings.concurrency, len(self._probes))):
                group.create_task(self._send_each(waiting, context, number * _APART_SECONDS))

    async def _send_each(
        self, waiting: Iterator[Probe], context: ssl.SSLContext, delay: float
    ) -> None:
        """Send one probe after the other; with connections of its own, no pool gets long."""
        await asyncio.sleep(delay)
        async with Sender(self._settings, context) as sender:
            for probe in waiting:
                if self._is_cancelled.is_set():
                    return
                await self._send(probe, sender)

    async def _send(self, probe: Probe, sender: Sender) -> None:
        if probe.request is not None:
            self._on_started(probe)
        result = await sender.send(probe)
        if not self._is_cancelled.is_set():
            self._on_result(probe, result)


class _Loop(asyncio.SelectorEventLoop):
    """Gives way to the window, and remembers its connections, so that none stays open.

    WORKAROUND: httpcore 1.0.9 forgets a connection whose TLS handshake is cancelled.
    """

    def __init__(self) -> None:
        super().__init__(GivingWay())
        self.connections: weakref.WeakSet[asyncio.Transport] = weakref.WeakSet()

    async def create_connection(  # the base class has too many forms to repeat
        self,
        *args: Any,  # noqa: ANN401
        **kwargs: Any,  # noqa: ANN401
    ) -> tuple[Any, Any]:
        """Open a connection; see the base class."""
        transport, protocol = await super().create_connection(*args, **kwargs)
        self.connections.add(transport)
        return transport, protocol


async def _closed_connections() -> None:
    """Close what is still open."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, _Loop)
    for connection in tuple(loop.connections):
        connection.abort()
    await asyncio.sleep(0)


class _Threads(ThreadPoolExecutor):
    """Runs each call in a thread of its own that nobody waits for.

    A name that is looked up cannot be given up; neither cancelling nor the end of the program
    shall wait for a slow name server.
    """

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """Run a function; see the base class."""
        future: Future[_T] = Future()
        thread = threading.Thread(target=_run_into, args=(future, fn, args, kwargs), daemon=True)
        thread.start()
        return future


def _run_into(
    future: Future[Any],
    function: Callable[..., Any],
    arguments: tuple[object, ...],
    options: dict[str, object],
) -> None:
    """Run a look-up as an executor does: what it refuses with becomes the future's."""
    if not future.set_running_or_notify_cancel():
        return
    try:
        result = function(*arguments, **options)
    except (OSError, ValueError, OverflowError) as error:
        future.set_exception(error)
    else:
        future.set_result(result)
