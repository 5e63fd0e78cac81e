"""Arguments find their sub-command, and wrong ones are told how it goes."""

import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from editor import __version__, resources
from editor.cli import app
from editor.cli.app import with_command
from tests.cli.conftest import Opened, Run


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        ([], ["open"]),
        (["librechat.yaml"], ["open", "librechat.yaml"]),
        (["--env", "e", "check"], ["open", "--env", "e", "check"]),
        (["--demo"], ["open", "--demo"]),
        (["check", "a.yaml"], ["check", "a.yaml"]),
        (["./check"], ["open", "./check"]),
        (["--help"], ["--help"]),
        (["--version"], ["--version"]),
    ],
)
def test_what_is_no_sub_command_is_opened(arguments: list[str], meant: list[str]) -> None:
    assert with_command(arguments) == meant


@pytest.mark.parametrize(
    "command", ["open", "check", "fix", "edit", "test", "schema", "simulate", "demo"]
)
def test_every_sub_command_explains_itself_with_an_example(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Usage: librechat-azure-editor " + command in result.stdout
    assert "Example: " in result.stdout


def test_help_lists_what_exists_and_nothing_else(run: Run) -> None:
    listed = run("--help").stdout.partition("Commands:\n")[2].partition("\n\n")[0]
    names = [line.split()[0] for line in listed.splitlines()]
    assert sorted(names) == [
        "check", "demo", "edit", "fix", "migrate", "open", "routes", "schema", "simulate", "test",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", "a.yaml", "--format", "xml"),
        ("check", "a.yaml", "--target", "0.6"),
        ("edit", "a.yaml"),
        ("edit", "a.yaml", "--ops", "-", "--diff", "--write"),
        ("schema", "--colour"),
        ("open", "a", "b"),
    ],
)
def test_bad_usage_ends_with_code_2_and_the_usage_line(
    run: Run, arguments: tuple[str, ...]
) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Usage: librechat-azure-editor " + arguments[0] in result.stderr
    assert result.stdout == ""


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version").stdout == f"librechat-azure-editor {__version__}\n"


def test_open_passes_on_what_to_show_and_the_windows_exit_code(run: Run, opened: Opened) -> None:
    result = run("a.yaml", "--env", "b.env", "--target", "0.7")
    assert result.exit_code == 7
    assert opened.requests == [(Path("a.yaml"), Path("b.env"), "0.7", False)]


@pytest.mark.parametrize("arguments", [("--demo",), ("demo",)])
def test_the_demo_opens_a_copy_of_the_sample(
    run: Run, opened: Opened, arguments: tuple[str, ...]
) -> None:
    assert run(*arguments).exit_code == 7
    ((path, env, target, demo),) = opened.requests
    assert path is not None
    assert not path.is_relative_to(resources.folder())
    assert (path.name, env, target, demo) == ("sample", None, "0.8", True)


def test_the_demos_simulator_lives_as_long_as_the_window() -> None:
    ports: list[int] = []

    def show(path: Path, env: None, target: str, *, demo: bool) -> int:
        (line,) = [one for one in (path / ".env").read_text().split() if "SIMULATOR_PORT" in one]
        ports.append(int(line.partition("=")[2]))
        socket.create_connection(("127.0.0.1", ports[0])).close()
        return 0

    assert CliRunner().invoke(app.application(), ["demo"], obj=show).exit_code == 0
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", ports[0]))


def test_a_demo_that_cannot_start_says_why(
    run: Run, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere")
    result = run("demo")
    assert result.exit_code == 1
    assert result.stderr.startswith("The demo cannot start: ")
    assert not opened.requests


def test_without_a_display_one_line_says_what_to_do(
    run: Run, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    result = run("librechat.yaml")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "QT_QPA_PLATFORM" in result.stderr
    assert not opened.requests


def test_output_is_utf8_whatever_the_terminal_was_set_to() -> None:
    finished = subprocess.run(
        [sys.executable, "-m", "editor", "--help"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=True,
    )
    assert "the word “open” may be left out" in finished.stdout.decode("utf-8")


def test_commands_without_a_window_load_no_qt() -> None:
    script = (
        "import sys; from editor.cli import app\n"
        "try: app.run(['schema'], lambda *_, **__: 0)\n"
        "except SystemExit as end: assert end.code == 0\n"
        "print([name for name in sys.modules if 'PySide' in name], file=sys.stderr)"
    )
    finished = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert finished.stderr == "[]\n"
