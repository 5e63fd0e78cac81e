"""Unsaved work that outlives a crash: one draft per edited file, gone once saved or discarded."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from pydantic import TypeAdapter, ValidationError

from editor.system import atomic


@dataclass(frozen=True, slots=True)
class Draft:
    """A config that was not saved; `stamp` is that of the file version it was made from, if any.

    `env_text` is the `.env` text that goes with it, None where that was as on disk, so that no
    secret lies about for nothing; `env_stamp` is its file version's.
    """

    path: Path
    text: str
    stamp: str | None
    env_text: str | None = None
    env_stamp: str | None = None


def default_folder() -> Path:
    """Return the folder where this user's drafts belong on this system."""
    return platformdirs.user_state_path("librechat-azure-editor", appauthor=False) / "drafts"


def keep(folder: Path, draft: Draft) -> None:
    """Write the draft, readable for this user only, over an earlier one; raises FileError."""
    atomic.write_own(_file(folder, draft.path), _shape().dump_json(draft))


def find(folder: Path, path: Path) -> Draft | None:
    """Return the draft kept for the file, None without a readable one."""
    try:
        return _shape().validate_json(_file(folder, path).read_bytes())
    except (OSError, ValidationError):
        return None


def discard(folder: Path, path: Path) -> None:
    """Forget the draft of the file, if there is one; raises FileError."""
    atomic.remove(_file(folder, path))


def _file(folder: Path, path: Path) -> Path:
    name = hashlib.sha256(str(path.absolute()).encode("utf-8", "surrogateescape")).hexdigest()
    return folder / f"{name[:32]}.json"


def _shape() -> TypeAdapter[Draft]:
    return TypeAdapter(Draft)
