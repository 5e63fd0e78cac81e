"""What npm dotenv 16.6.1, the reader that LibreChat uses, makes of a `.env` text."""

import shutil
import subprocess
from pathlib import Path

from tests.oracle.nodeprocess import NodeProcess

_SCRIPT = Path(__file__).with_name("dotenv.mjs")
_VERSION_QUERY = "process.stdout.write(require('dotenv/package.json').version)"


class Dotenv(NodeProcess):
    """A running node process that reads texts; use it as a context manager."""

    def __init__(self) -> None:
        """Start the process."""
        super().__init__("dotenv.mjs")

    def parse(self, text: str) -> dict[str, str]:
        """Return the variables that dotenv finds in a text."""
        return dict(self.answer(text))


def is_available() -> bool:
    """Say whether node and the pinned dotenv are installed."""
    if shutil.which("node") is None:
        return False
    command = ["node", "-e", _VERSION_QUERY]
    found = subprocess.run(command, cwd=_SCRIPT.parent, capture_output=True, text=True, check=False)
    return found.stdout == "16.6.1"
