"""The program as a shell sees it: arguments in, exit code and two streams out."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from editor.cli import app

Run = Callable[..., Result]


@dataclass
class Opened:
    """A stand-in for the window: it remembers what it was asked to show."""

    requests: list[tuple[Path | None, Path | None, str, bool]] = field(default_factory=list)

    def __call__(self, path: Path | None, env: Path | None, target: str, *, demo: bool) -> int:
        self.requests.append((path, env, target, demo))
        return 7


@pytest.fixture
def opened() -> Opened:
    return Opened()


@pytest.fixture
def run(opened: Opened) -> Run:
    """Provide a function that carries out a command line, with text for standard input."""

    def carry_out(*arguments: object, stdin: str | bytes = "") -> Result:
        words = app.with_command([str(argument) for argument in arguments])
        return CliRunner().invoke(
            app.application(), words, input=stdin, prog_name=app.PROGRAM, obj=opened
        )

    return carry_out


VALID = """\
version: 1.2.1
endpoints:
  azureOpenAI:
    groups:
      - group: east  # primary
        apiKey: 0123456789abcdef
        instanceName: contoso
        version: "2024-10-21"
        models:
          gpt-4o:
            deploymentName: gpt-4o
          "4": true
        deploymentName: four
"""
INVALID = VALID.replace("groups:", "grups:")


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "librechat.yaml"
    path.write_bytes(VALID.encode())
    return path
