"""What npm dotenv 16.6.1, the reader that LibreChat uses, makes of a `.env` text."""

import json
import shutil
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Self

_SCRIPT = Path(__file__).with_name("dotenv.mjs")
_VERSION_QUERY = "process.stdout.write(require('dotenv/package.json').version)"


class Dotenv:
    """A running node process that reads texts; use it as a context manager."""

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

    def parse(self, text: str) -> dict[str, str]:
        """Return the variables that dotenv finds in a text."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(text).encode("ascii") + b"\n")
        self._process.stdin.flush()
        return dict(json.loads(self._process.stdout.readline()))


def is_available() -> bool:
    """Say whether node and the pinned dotenv are installed."""
    if shutil.which("node") is None:
        return False
    command = ["node", "-e", _VERSION_QUERY]
    found = subprocess.run(command, cwd=_SCRIPT.parent, capture_output=True, text=True, check=False)
    return found.stdout == "16.6.1"
