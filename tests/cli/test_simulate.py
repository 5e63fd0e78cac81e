"""`simulate` prints its address and serves until it is interrupted."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from tests.cli.conftest import Run

KEY = "0123456789abcdef"
CHAT = "/openai/deployments/{0}/chat/completions?api-version=2024-10-21"
BODY = {"messages": [{"role": "user", "content": "Hi"}]}
Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start() -> Iterator[Start]:
    """Provide a function that starts the program; all are ended afterwards."""
    with ExitStack() as stack:

        def run(*arguments: object) -> subprocess.Popen[str]:
            command = [sys.executable, "-m", "editor", "simulate", *map(str, arguments)]
            running = subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
            )
            stack.callback(running.communicate)
            stack.callback(running.kill)
            return running

        yield run


def address(running: subprocess.Popen[str]) -> str:
    assert running.stdout is not None
    return running.stdout.readline().strip()


def ask(url: str, deployment: str, key: str = KEY) -> int:
    headers = {"api-key": key}
    target = url + CHAT.format(deployment)
    return httpx.post(target, json=BODY, headers=headers, verify=False, trust_env=False).status_code


@pytest.mark.skipif(os.name != "posix", reason="a signal cannot be sent to one process here")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_any_deployment_until_it_is_interrupted(
    start: Start, number: signal.Signals
) -> None:
    running = start("--scenario", "ghost=missing-deployment")
    url = address(running)
    assert re.fullmatch(r"http://127\.0\.0\.1:[0-9]+", url)
    assert [ask(url, name) for name in ("anything", "ghost", KEY)] == [200, 404, 200]
    running.send_signal(number)
    out, error = running.communicate(timeout=5)
    assert running.returncode == 0
    assert out == ""
    assert error.splitlines() == [
        "POST /openai/deployments/anything/chat/completions 200",
        "POST /openai/deployments/ghost/chat/completions 404",
        "POST /openai/deployments/***cdef/chat/completions 200",
    ]


def test_with_a_config_it_has_its_deployments_and_keys(start: Start, config: Path) -> None:
    url = address(start("--config", config))
    answers = [
        ask(url, "gpt-4o"),
        ask(url + "/contoso", "four"),
        ask(url, "ghost"),
        ask(url, "four", "x"),
    ]
    assert answers == [200, 200, 404, 401]


def test_https_comes_with_the_file_to_trust(start: Start) -> None:
    running = start("--scenario", "tls")
    assert address(running).startswith("https://")
    assert running.stderr is not None
    words, _, path = running.stderr.readline().strip().partition(": ")
    assert words == "Trust this certificate for https"
    assert "BEGIN CERTIFICATE" in Path(path).read_text("ascii")


def test_a_port_that_is_taken_is_refused(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run("simulate", "--port", port)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"Port {port} cannot be used: ")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--scenario", "nonsense"), "There are healthy, wrong-key, "),
        (("--port", "70000"), "Usage: "),
    ],
)
def test_bad_usage_ends_with_code_2(run: Run, arguments: tuple[str, ...], says: str) -> None:
    result = run("simulate", *arguments)
    assert result.exit_code == 2
    assert says in result.stderr


def test_a_scenario_for_a_deployment_that_the_config_lacks_is_refused(
    run: Run, config: Path
) -> None:
    result = run("simulate", "--config", config, "--scenario", "ghost=slow")
    assert result.exit_code == 2
    assert "The config has four, gpt-4o." in result.stderr


def test_a_config_that_cannot_be_read_ends_with_code_2(run: Run, tmp_path: Path) -> None:
    result = run("simulate", "--config", tmp_path / "none.yaml")
    assert result.exit_code == 2
    assert "does not exist" in result.stderr


def test_a_config_without_models_ends_with_code_2(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "librechat.yaml"
    path.write_text("version: 1.2.1\n")
    result = run("simulate", "--config", path)
    assert result.exit_code == 2
    assert "has no model of Azure" in result.stderr
