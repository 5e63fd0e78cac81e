"""What LibreChat's own packages make of references and of a start, in a given environment."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

from editor.core.schema.field import Target
from editor.core.yaml.values import Value

_SCRIPT = Path(__file__).with_name("startup.mjs")


class Start(NamedTuple):
    """What the schema throws, and what stops the start behind it; None where nothing does."""

    thrown: str | None
    error: str | None


class Startup:
    """A running node process that starts configs; use it as a context manager."""

    def __init__(self) -> None:
        """Start the process."""
        self._process = subprocess.Popen(
            ["node", str(_SCRIPT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def __enter__(self) -> Self:
        """Return the running process."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop the process and wait for it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(timeout=10)
        self._process.stdout.close()

    def resolve(
        self, texts: Sequence[str], target: Target, environ: Mapping[str, str]
    ) -> list[str]:
        """Return the texts with their references filled in."""
        return self._answer({"target": target, "environ": environ, "texts": texts})

    def start(self, config: Value, target: Target, environ: Mapping[str, str]) -> Start:
        """Return how a config starts."""
        answer = self._answer({"target": target, "environ": environ, "config": config})
        return Start(answer["thrown"], answer["error"])

    def _answer(self, question: dict[str, object]) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(question).encode("ascii") + b"\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())
