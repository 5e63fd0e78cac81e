"""What testing many models costs, beside what the server's own time makes unavoidable."""

import math
import subprocess
import sys
from typing import NamedTuple

from benchmarks.slow_server import SECONDS
from benchmarks.timing import duration
from editor.core.document import Document
from editor.core.probe import Probe
from editor.core.probes import probes_of
from editor.core.result import Result
from editor.system.http import Settings
from editor.system.testing import TestRun

_CONFIG = """\
version: 1.3.17
endpoints:
  azureOpenAI:
    groups:
      - group: slow
        apiKey: no-key
        serverless: true
        baseURL: "http://127.0.0.1:{port}"
        models:
"""


class TestingCost(NamedTuple):
    """Milliseconds for a run of all models, and the least that the server leaves possible."""

    __test__ = False

    models: int
    concurrency: int
    took: float
    ideal: float

    @property
    def ratio(self) -> float:
        """How many times the ideal the run took."""
        return self.took / self.ideal


def testing_cost(models: int, concurrency: int, rounds: int) -> TestingCost:
    """Measure the best of some runs against a server on this machine."""
    command = [sys.executable, "-m", "benchmarks.slow_server"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            probes = _probes(models, int(server.stdout.readline()))
            took = min(duration(lambda: _run(probes, concurrency)) for _ in range(rounds))
        finally:
            server.terminate()
    ideal = math.ceil(models / concurrency) * SECONDS * 1000
    return TestingCost(models, concurrency, took, ideal)


def _probes(models: int, port: int) -> tuple[Probe, ...]:
    document = Document(config_of(models, port))
    return probes_of(document.routes, document.value)


def config_of(models: int, port: int) -> str:
    """Return a config of so many models that a server on this machine answers for."""
    names = "".join(f"          model-{number}: true\n" for number in range(models))
    return _CONFIG.format(port=port) + names


def _run(probes: tuple[Probe, ...], concurrency: int) -> None:
    results: list[Result] = []
    run = TestRun(
        probes,
        Settings(concurrency=concurrency),
        lambda _: None,
        lambda _, result: results.append(result),
        lambda: None,
    )
    run.start()
    assert run.wait(60)
    assert len(results) == len(probes)
    assert all(result.is_connected for result in results)
