"""A run sends as many probes at once as it may, tells each result once, and stops at once."""

import gc
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from editor.core.probe import Probe
from editor.core.result import Outcome, Result
from editor.system import testing
from editor.system.errors import FileError
from editor.system.http import Settings
from tests.network.sending import config, probes, send_all
from tests.network.server import Received, Server, Step, healthy

_SOON = 0.3


class _Log:
    """Remembers what a run tells."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.results: list[Result] = []
        self.threads: set[str] = set()

    def started(self, _: Probe) -> None:
        self.told.append("started")
        self.threads.add(threading.current_thread().name)

    def came(self, _: Probe, result: Result) -> None:
        self.told.append("result")
        self.results.append(result)

    def finished(self) -> None:
        self.told.append("finished")

    def run(self, wanted: tuple[Probe, ...], settings: Settings) -> testing.TestRun:
        return testing.TestRun(wanted, settings, self.started, self.came, self.finished)


def test_a_run_tells_starts_and_results_and_its_end() -> None:
    log = _Log()
    with Server(healthy) as server:
        run = log.run(probes(config(server.url)) * 3, Settings(concurrency=1))
        run.start()
        assert run.wait(30)
    assert log.told == ["started", "result"] * 3 + ["finished"]
    assert log.threads == {"tests"}


def test_what_is_not_sent_has_a_result_and_no_start() -> None:
    log = _Log()
    run = log.run(probes(config("gw.example")), Settings())
    run.start()
    assert run.wait(30)
    assert log.told == ["result", "finished"]
    assert log.results[0].outcome is Outcome.SKIPPED


@pytest.mark.parametrize("concurrency", [1, 3, 7])
def test_no_more_are_sent_at_once_than_allowed(concurrency: int) -> None:
    lock, waiting, most = threading.Lock(), 0, 0
    full = threading.Event()

    def answer(request: Received) -> Iterator[bytes]:
        nonlocal waiting, most
        with lock:
            waiting += 1
            most = max(most, waiting)
            if waiting == concurrency:
                full.set()
        assert full.wait(30)
        with lock:
            waiting -= 1
        yield from healthy(request)

    with Server(answer) as server:
        results = send_all(probes(config(server.url)) * 14, concurrency=concurrency)
    assert most == concurrency
    assert [result.outcome for result in results] == [Outcome.OK] * 14


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_cancelling_ends_a_run_at_once(scheme: str) -> None:
    log, reached = _Log(), threading.Event()

    def answer(_: Received) -> Iterator[bytes | Step]:
        reached.set()
        yield Step.STALL

    with Server(answer) as server:
        url = f"{scheme}://127.0.0.1:{server.port}"
        run = log.run(probes(config(url)) * 40, Settings(concurrency=8))
        run.start()
        assert reached.wait(30)
        begun = time.perf_counter()
        run.cancel()
        assert run.wait(30)
        took = time.perf_counter() - begun
    del run
    gc.collect()  # a connection left open would warn now
    assert took < _SOON
    assert log.told[-1] == "finished"
    assert not log.results


def test_cancelling_does_not_wait_for_a_slow_name_server(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, answered = threading.Event(), threading.Event()

    def look_up(*_: object, **__: object) -> list[object]:
        asked.set()
        answered.wait(30)
        return []

    monkeypatch.setattr("socket.getaddrinfo", look_up)
    log = _Log()
    run = log.run(probes(config("https://contoso.example")), Settings())
    run.start()
    assert asked.wait(30)
    begun = time.perf_counter()
    run.cancel()
    assert run.wait(30)
    assert time.perf_counter() - begun < _SOON
    answered.set()


def test_a_run_cancelled_before_it_starts_sends_nothing() -> None:
    log = _Log()
    with Server(healthy) as server:
        run = log.run(probes(config(server.url)), Settings())
        run.cancel()
        run.start()
        assert run.wait(30)
    assert log.told == ["finished"]
    assert not server.received


def test_cancelling_a_run_that_has_ended_does_nothing() -> None:
    log = _Log()
    run = log.run((), Settings())
    run.start()
    assert run.wait(30)
    run.cancel()
    assert log.told == ["finished"]


def test_connections_are_used_again() -> None:
    ports: set[str] = set()

    def answer(request: Received) -> Iterator[bytes]:
        ports.add(threading.current_thread().name)
        yield from healthy(request)

    with Server(answer) as server:
        send_all(probes(config(server.url)) * 5, concurrency=1)
    assert len(ports) == 1


def test_certificates_that_cannot_be_read_are_refused_by_name(tmp_path) -> None:  # noqa: ANN001
    missing, empty = tmp_path / "missing.pem", tmp_path / "empty.pem"
    empty.write_text("no certificate", encoding="utf-8")
    for path, words in ((missing, "does not exist"), (empty, "holds no certificates")):
        with pytest.raises(FileError, match=words):
            _Log().run((), Settings(ca_file=path))


SPEAKING_HTTP = {"anyio", "certifi", "h11", "httpcore", "httpx", "idna", "ssl", "truststore"}
LOADING = """
import sys
from editor.system.http import Settings, load
from editor.system.testing import TestRun
from tests.network.sending import config, probes
load()
before = set(sys.modules)
results = []
wanted = probes(config(sys.argv[1]))
run = TestRun(wanted, Settings(), id, lambda _, result: results.append(result), lambda: None)
run.start()
run.wait()
print(results[0].diagnosis.id, *(set(sys.modules) - before))
"""


def test_the_first_run_loads_nothing_more() -> None:
    with Server(healthy) as server:
        command = [sys.executable, "-c", LOADING, server.url]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert said[0] == "ok"
    assert not {name.partition(".")[0] for name in said[1:]} & SPEAKING_HTTP
