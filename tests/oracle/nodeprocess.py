"""A node process that answers questions, one JSON line each."""

import json
import os
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self


class NodeProcess:
    """A running script beside this module; use it as a context manager. Its clock is UTC's."""

    def __init__(self, script: str) -> None:
        """Start the process."""
        self._process = subprocess.Popen(
            ["node", str(Path(__file__).parent / script)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "TZ": "UTC"},
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
        """Stop the process."""
        self.close()

    def close(self) -> None:
        """Stop the process and wait for it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(timeout=10)
        self._process.stdout.close()

    def answer(self, question: object) -> Any:
        """Return the script's answer to a question, as plain JSON."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(question).encode("ascii") + b"\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the node process ended; are its packages installed?")
        return json.loads(line)
