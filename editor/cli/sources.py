"""Where a sub-command's texts come from: files, and standard input for `-`."""

import sys
from dataclasses import dataclass
from pathlib import Path

from editor.system import files
from editor.system.errors import InvalidText
from editor.system.location import locate

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """A config as it was read, by the name that the user knows it by, and its `.env` text."""

    name: str
    text: str
    env_name: str
    env_text: str


def read_source(name: str, env: Path | None) -> Source:
    """Return a config with its `.env`; raises FileError when one of them cannot be read."""
    if name == STANDARD_INPUT:
        return Source(name, read_text(name), str(env or ".env"), _env_text(env))
    location = locate(Path(name), env)
    config = files.read(location.config)
    return Source(
        str(location.config), config.text, str(location.env or ".env"), _env_text(location.env)
    )


def read_text(name: str) -> str:
    """Return the text of a file, or standard input's for `-`; raises FileError."""
    if name != STANDARD_INPUT:
        return files.read(Path(name)).text
    return files.decoded(sys.stdin.buffer.read(files.LARGEST + 1), Path("standard input"))


def _env_text(env: Path | None) -> str:
    """Return what Node would read: it puts U+FFFD where a `.env` is not UTF-8, and goes on."""
    if env is None:
        return ""
    try:
        return files.read(env).text
    except InvalidText as error:
        return error.text
