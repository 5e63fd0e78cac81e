"""Where a sub-command's texts come from: files, and standard input for `-`."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from editor.core.compose.lead import shown_url
from editor.core.compose.project import Project
from editor.core.document import Document
from editor.core.schema.field import Target
from editor.system import files, remote
from editor.system.errors import FileError, InvalidText
from editor.system.folder import survey

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """A config as it was read, by the name that the user knows it by, and its `.env` text.

    `env_flaw` says why the `.env` could not be read; its text is then empty, or what Node would
    make of it. `compose` is what stands beside a file.
    """

    name: str
    text: str = field(repr=False)
    env_name: str
    env_text: str = field(repr=False)
    compose: Project = field(default_factory=Project, repr=False)
    env_flaw: FileError | None = None

    def document(
        self, target: Target = Target.V0_8, environ: Mapping[str, str] = os.environ
    ) -> Document:
        """Return the texts as a document in an environment."""
        return Document(self.text, self.env_text, target, dict(environ), self.compose)


def read_source(name: str, env: Path | None) -> Source:
    """Return a config with its surroundings; raises FileError when the config cannot be read.

    For a folder whose CONFIG_PATH is a web address, that is where the config comes from.
    """
    if name == STANDARD_INPUT:
        env_text, flaw = _env_text(env)
        return Source(name, read_text(name), str(env or ".env"), env_text, env_flaw=flaw)
    folder = survey(Path(name), env, os.environ)
    location = folder.location
    compose = folder.compose
    if folder.url is None:
        name, text = str(location.config), files.read(location.config).text
    else:
        name, text = shown_url(folder.url), remote.fetch(folder.url)
        compose = replace(compose, config=folder.url)
    env_text, flaw = _env_text(location.env)
    return Source(name, text, str(location.env or ".env"), env_text, compose, flaw)


def read_whole_source(name: str, env: Path | None) -> Source:
    """Return a config with its surroundings; raises FileError when it or its `.env` is unread."""
    source = read_source(name, env)
    if source.env_flaw is not None:
        raise source.env_flaw
    return source


def config_file(path: Path) -> Path:
    """Return the config that a path or a LibreChat folder stands for, to be read and written.

    Raises FileError where LibreChat fetches it.
    """
    folder = survey(path, None, os.environ)
    if folder.url is not None:
        address = shown_url(folder.url)
        raise FileError(
            path,
            f"LibreChat fetches its config from {address}, where nothing can be saved.",
            "Name a file.",
        )
    return folder.location.config


def read_text(name: str) -> str:
    """Return the text of a file, or standard input's for `-`; raises FileError."""
    if name != STANDARD_INPUT:
        return files.read(Path(name)).text
    return files.decoded(sys.stdin.buffer.read(files.LARGEST + 1), Path("standard input"))


def _env_text(env: Path | None) -> tuple[str, FileError | None]:
    """Return what Node would read: it puts U+FFFD where a `.env` is not UTF-8, and goes on."""
    if env is None:
        return "", None
    try:
        return files.read(env).text, None
    except InvalidText as error:
        return error.text, None
    except FileError as error:
        return "", error
