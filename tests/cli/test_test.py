"""`test` sends each model LibreChat's request, and exit code and JSON say what came of it."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.network import sending
from tests.network.server import Received, Server, Step, always, healthy, response

_REFUSED = '{"error": {"code": "401", "message": "invalid subscription key or wrong API endpoint"}}'
_THROTTLED = response(429, '{"error": {"message": "have exceeded call rate limit"}}')


@pytest.fixture(autouse=True)
def _direct_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep proxies of whoever runs the tests out of them."""
    for name in ("PROXY", "HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def write(tmp_path: Path):  # noqa: ANN201 - a function that writes a config and returns its path
    def written(text: str, env: str = f"AZURE_KEY={sending.KEY}\n") -> Path:
        path = tmp_path / "librechat.yaml"
        path.write_text(text, encoding="utf-8")
        (tmp_path / ".env").write_text(env, encoding="utf-8")
        return path

    return written


def _two_groups(url: str) -> str:
    text = sending.config(url)
    group = text[text.index("      - group") :]
    other = group.replace("group: east", "group: west").replace("gpt-4o:", "gpt-west:")
    return text + other.replace("prod-chat", "west-chat")


def _by_deployment(request: Received) -> Iterator[bytes]:
    if "west-chat" in request.target:
        yield response(401, _REFUSED)
    else:
        yield from healthy(request)


def test_a_model_that_answers_gives_exit_code_0(run: Run, write: Any) -> None:
    with Server(healthy) as server:
        result = run("test", write(sending.config(server.url)))
    assert result.exit_code == 0
    assert result.stdout.startswith("gpt-4o (east): connected, ")
    assert result.stdout.endswith("1 connected\n")
    assert result.stderr.startswith("[1/1] gpt-4o (east): connected, ")


def test_the_json_is_as_promised(run: Run, write: Any) -> None:
    with Server(healthy) as server:
        result = run("test", write(sending.config(server.url)), "--format", "json")
    value = json.loads(result.stdout)
    assert value["summary"] == {"ok": 1, "limited": 0, "failed": 0, "skipped": 0}
    (one,) = value["results"]
    expected = {"kind": "chat", "model": "gpt-4o", "group": "east", "outcome": "ok", "status": 200}
    assert expected.items() <= one.items()
    assert (one["reply"], one["diagnosis"]["id"]) == ("Hi!", "ok")
    assert one["diagnosis"]["answered_by"] == "model"
    assert 0 < one["first_token_ms"] <= one["latency_ms"]
    assert set(one["request"]) == {"method", "url", "headers", "body"}
    assert one["request"]["headers"]["api-key"] == "***abcd"
    assert set(one["response"]) == {"status", "headers", "body"}


def test_one_failure_gives_exit_code_1_with_cause_remedy_and_field(run: Run, write: Any) -> None:
    with Server(_by_deployment) as server:
        result = run("test", write(_two_groups(server.url)))
    assert result.exit_code == 1
    assert "gpt-4o (east): connected" in result.stdout
    failed = result.stdout.partition("gpt-west (west): failed")[2]
    assert "Cause: " in failed
    assert "Remedy: " in failed
    assert "groups › 1 › apiKey [aoai_401_bad_key]" in failed
    assert result.stdout.endswith("1 connected; 1 failed\n")


def test_results_stand_in_the_order_of_the_config(run: Run, write: Any) -> None:
    with Server(_by_deployment) as server:
        result = run("test", write(_two_groups(server.url)), "--format", "json")
    models = [one["model"] for one in json.loads(result.stdout)["results"]]
    assert models == ["gpt-4o", "gpt-west"]


@pytest.mark.parametrize("choice", [("--group", "east"), ("--model", "gpt-4o")])
def test_only_what_is_chosen_is_tested(run: Run, write: Any, choice: tuple[str, ...]) -> None:
    with Server(_by_deployment) as server:
        result = run("test", write(_two_groups(server.url)), *choice)
    assert result.exit_code == 0
    assert len(server.received) == 1


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        (("--group", "north"), "The config has no group “north”."),
        (("--model", "x", "--model", "gpt-4o"), "The config has no model “x”."),
        (("--group", "east", "--model", "gpt-west"), "The config has no such model"),
    ],
)
def test_a_choice_of_nothing_gives_exit_code_2(
    run: Run, write: Any, choice: tuple[str, ...], words: str
) -> None:
    result = run("test", write(_two_groups("http://127.0.0.1:1")), *choice)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(words)


def test_a_throttled_model_is_connected(run: Run, write: Any) -> None:
    with Server(always(_THROTTLED)) as server:
        result = run("test", write(sending.config(server.url)), "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["summary"]["limited"] == 1


def test_without_a_key_nothing_is_sent(run: Run, write: Any) -> None:
    with Server(healthy) as server:
        result = run("test", write(sending.config(server.url), env=""), "--format", "json")
    (one,) = json.loads(result.stdout)["results"]
    assert (result.exit_code, one["outcome"], one["request"]) == (2, "skipped", None)
    assert "AZURE_KEY" in one["diagnosis"]["summary"]
    assert not server.received


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("endpoints: [\n", "Line 2: A bracket is opened"),
        ("version: 1.3.17\n", "no such model"),
        (None, "does not exist"),
    ],
)
def test_a_file_without_models_gives_exit_code_2(
    run: Run, write: Any, text: str | None, words: str
) -> None:
    path = write(text or "")
    if text is None:
        path.unlink()
    result = run("test", path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr


def test_certificates_that_cannot_be_read_give_exit_code_2(run: Run, write: Any) -> None:
    path = write(sending.config("https://127.0.0.1:1"))
    result = run("test", path, "--ca-file", path.with_name("missing.pem"))
    assert result.exit_code == 2
    assert "missing.pem does not exist" in result.stderr


def test_the_proxy_may_stand_in_the_env_file(run: Run, write: Any) -> None:
    with Server(healthy) as proxy:
        env = f"AZURE_KEY={sending.KEY}\nPROXY={proxy.url}\n"
        result = run("test", write(sending.config("http://contoso.example"), env))
    assert result.exit_code == 0
    assert proxy.received[0].target.startswith("http://contoso.example/")


def test_secrets_are_shown_when_asked_for(run: Run, write: Any) -> None:
    with Server(healthy) as server:
        path = write(sending.config(server.url))
        assert sending.KEY in run("test", path, "--show-secrets", "--format", "json").stdout
        assert sending.KEY not in run("test", path, "--format", "json").output


def test_assistants_get_a_notice(run: Run, write: Any) -> None:
    with Server(healthy) as server:
        text = sending.config(server.url, more="\n        assistants: true")
        result = run("test", write(text), "--format", "json")
    assert [one["kind"] for one in json.loads(result.stdout)["results"]] == ["chat"]
    assert "Not tested: " in result.stderr
    assert "Assistants" in result.stderr
    assert (result.exit_code, len(server.received)) == (0, 1)


def test_the_title_model_and_image_settings_are_tested_too(run: Run, write: Any) -> None:
    def answer(request: Received) -> Iterator[bytes]:
        if request.target.partition("?")[0].endswith("/images/generations"):
            assert request.value["size"] == "1x1"
            yield response(400, '{"error": {"code": "invalidPayload", "message": "Invalid"}}')
        else:
            yield from healthy(request)

    with Server(answer) as server:
        text = sending.config(server.url)
        text = text.replace("    groups:", "    titleModel: gpt-4o\n    groups:", 1)
        env = (
            f"AZURE_KEY={sending.KEY}\nDALLE3_API_KEY={sending.KEY}\n"
            f"DALLE3_BASEURL={server.url}/openai/deployments/dall-e-3\n"
            "DALLE3_AZURE_API_VERSION=2024-02-01\n"
        )
        result = run("test", write(text, env), "--format", "json")
    found = [(one["kind"], one["outcome"]) for one in json.loads(result.stdout)["results"]]
    assert found == [("chat", "ok"), ("title", "ok"), ("image", "ok")]
    assert (result.exit_code, len(server.received)) == (0, 3)
    assert sending.KEY not in result.output


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise there")
def test_ctrl_c_prints_what_is_done(write: Any) -> None:
    def answer(request: Received) -> Iterator[bytes | Step]:
        if "west-chat" in request.target:
            yield Step.STALL
        yield from healthy(request)

    with Server(answer) as server:
        path = write(_two_groups(server.url))
        command = [sys.executable, "-m", "editor", "test", str(path), "--format", "json"]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert process.stderr is not None
        assert process.stderr.readline().startswith(b"[1/2] gpt-4o")
        process.send_signal(signal.SIGINT)
        out, error = process.communicate(timeout=30)
    assert process.returncode == 1
    assert [one["model"] for one in json.loads(out)["results"]] == ["gpt-4o"]
    assert error.decode() == "Stopped: 1 of 2 are done.\n"


def test_what_speaks_http_is_loaded_by_no_other_command() -> None:
    script = (
        "import sys; from editor.cli import app\n"
        "try: app.run(['check', '-'], lambda *_, **__: 0)\n"
        "except SystemExit: pass\n"
        "print([name for name in sys.modules if name in ('httpx', 'asyncio', 'truststore')])"
    )
    finished = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, input=b"", check=True
    )
    assert finished.stdout.splitlines()[-1] == b"[]"
