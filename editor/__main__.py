"""Where the program starts: the command line, and the window that it may open."""

import sys
from io import TextIOWrapper
from pathlib import Path

from editor.cli import app


def main() -> None:
    """Run the program with the arguments that it was started with."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app.run(sys.argv[1:], open_window)


def open_window(path: Path | None, env: Path | None, target: str, *, demo: bool) -> int:
    """Show the window until it is closed; Qt is loaded only now."""
    from editor.ui.app import run

    return run(path, env, target, demo=demo)


if __name__ == "__main__":
    main()
