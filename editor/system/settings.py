"""What the program remembers from one run to the next: recent files and the window's state."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated

import platformdirs
from pydantic import Field, TypeAdapter, ValidationError

from editor.system import atomic

_FILE = "settings.json"
_BROKEN = "settings.broken.json"
_MOST_RECENT = 10


class Theme(StrEnum):
    """Whether the window is light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Review(StrEnum):
    """When the changes are shown before they are saved; FIRST: at the first saving of a run."""

    FIRST = "first"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Appearance:
    """What the window looks like; `text_percent` is of the size that the system asks for."""

    theme: Theme = Theme.SYSTEM
    text_percent: Annotated[int, Field(ge=50, le=300)] = 100


@dataclass(frozen=True, slots=True)
class Testing:
    """How connection tests are sent: requests at once, seconds to wait for an answer to start.

    `ca_file` holds certificates (PEM) to trust besides the system's. `asks_first`: a test of all
    models says what it costs and waits for a yes.
    """

    concurrency: Annotated[int, Field(ge=1, le=256)] = 8
    first_byte: Annotated[float, Field(gt=0, le=3600)] = 30.0
    ca_file: Path | None = None
    asks_first: bool = True


@dataclass(frozen=True, slots=True)
class Settings:
    """Recent files, the last one first, opaque pieces of window state by name (base64), and wishes.

    `restores_last`: without a file to open, the program begins with the one that was opened last.
    """

    recent_files: tuple[Path, ...] = ()
    window: Mapping[str, str] = field(default_factory=dict[str, str])
    testing: Testing = Testing()
    appearance: Appearance = Appearance()
    review: Review = Review.FIRST
    restores_last: bool = True

    @property
    def last_file(self) -> Path | None:
        """Return the file that was opened last."""
        return self.recent_files[0] if self.recent_files else None

    def with_recent(self, path: Path) -> "Settings":
        """Return settings in which the path was opened last."""
        others = tuple(other for other in self.recent_files if other != path)
        return replace(self, recent_files=(path, *others)[:_MOST_RECENT])


def default_folder() -> Path:
    """Return the folder where this user's settings belong on this system."""
    return platformdirs.user_config_path("librechat-azure-editor", appauthor=False)


def load(folder: Path) -> Settings:
    """Return the settings kept in the folder; what is missing or broken counts as never set."""
    try:
        return _shape().validate_json((folder / _FILE).read_bytes())
    except (OSError, ValidationError):
        return Settings()


def set_aside(folder: Path) -> Path | None:
    """Rename settings that cannot be read; return their new place, None where nothing is wrong.

    The next run finds none, so that a person is told once. Raises FileError.
    """
    file, broken = folder / _FILE, folder / _BROKEN
    try:
        _shape().validate_json(file.read_bytes())
    except ValidationError:
        with atomic.plain_refusals(file):
            file.replace(broken)
        return broken
    except OSError:
        return None
    return None


def save(folder: Path, settings: Settings) -> None:
    """Keep the settings in the folder; raises FileError."""
    atomic.write_own(folder / _FILE, _shape().dump_json(settings, indent=2))


@cache
def _shape() -> TypeAdapter[Settings]:
    return TypeAdapter(Settings)
