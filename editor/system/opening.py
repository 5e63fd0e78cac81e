"""What opening a config gives: its text, its `.env`, unsaved work, and what stands beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from editor.core.compose.lead import shown_url
from editor.core.compose.project import Project
from editor.core.wording import worded
from editor.system import drafts, files, remote
from editor.system.drafts import Draft
from editor.system.errors import FileError, InvalidText
from editor.system.folder import Folder, survey
from editor.system.location import Location


@dataclass(frozen=True, slots=True)
class Opened:
    """What reading a config and its surroundings gave.

    `stamp` and `env_stamp` are None for a file that does not exist yet. `flaw` says why the config
    can only be looked at, `env_flaw` why the `.env` text can, or why there is none. `draft` is
    unsaved work of an earlier run that differs from the files. `is_fetched` says that the text is
    that of the folder's `url`; before, it is that of the file, whatever LibreChat reads.
    """

    folder: Folder
    text: str
    stamp: str | None
    env_text: str
    draft: Draft | None = None
    flaw: FileError | None = None
    env_stamp: str | None = None
    env_flaw: FileError | None = None
    is_fetched: bool = False

    @property
    def location(self) -> Location:
        """Return the files that belong together."""
        return self.folder.location

    @property
    def compose(self) -> Project:
        """Return what stands beside the text that is shown."""
        compose, url = self.folder.compose, self.folder.url
        return replace(compose, config=url) if self.is_fetched and url is not None else compose

    @property
    def needs_fetching(self) -> bool:
        """Say whether LibreChat reads a text from elsewhere, which is not there yet."""
        return self.folder.url is not None and not self.is_fetched


def read_config(
    path: Path, env: Path | None, draft_folder: Path | None, environ: Mapping[str, str]
) -> Opened:
    """Read a config, its `.env`, and a draft of both; raises FileError when there is no text."""
    folder = survey(path, env, environ)
    location = folder.location
    env_text, env_stamp, env_flaw = _read_env(location.env)
    text, stamp, flaw = "", None, None
    try:
        config = files.read(location.config)
        text, stamp = config.text, config.stamp
    except InvalidText as error:
        text, flaw = error.text, error
    except FileError:
        if location.config.exists() or path == location.config:
            raise
        if not path.exists():
            files.read(path)
    draft = None
    if draft_folder is not None and flaw is None:
        draft = drafts.find(draft_folder, location.config)
    if draft is not None and (draft.text, draft.env_text or env_text) == (text, env_text):
        draft = None
    return Opened(
        folder, text, stamp, env_text, draft, flaw, env_stamp=env_stamp, env_flaw=env_flaw
    )


def read_remote(opened: Opened) -> Opened:
    """Fetch the config that LibreChat reads, to be looked at; raises FileError."""
    url = opened.folder.url
    assert url is not None
    copy = FileError(
        Path(shown_url(url)),
        worded("This is a copy of {0}, from where LibreChat fetches it.", shown_url(url)),
        "Save it as a file to change it.",
    )
    return replace(
        opened, text=remote.fetch(url), stamp=None, draft=None, flaw=copy, is_fetched=True
    )


def _read_env(env: Path | None) -> tuple[str, str | None, FileError | None]:
    """Return text, stamp and flaw of a `.env`; one that does not exist yet is empty."""
    if env is None:
        return "", None, None
    try:
        file = files.read(env)
    except InvalidText as error:
        return error.text, None, error
    except FileError as error:
        return "", None, error if env.exists() else None
    return file.text, file.stamp, None
