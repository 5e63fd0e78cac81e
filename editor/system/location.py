"""Which `librechat.yaml` and which `.env` a path given by a person means."""

from dataclasses import dataclass
from pathlib import Path

CONFIG = "librechat.yaml"
ENV = ".env"


@dataclass(frozen=True, slots=True)
class Location:
    """A config file, which need not exist yet, and its `.env`, None where there is none."""

    config: Path
    env: Path | None


def locate(path: Path, env: Path | None = None) -> Location:
    """Return the files that a config's path or a LibreChat folder stands for.

    An `env` that is given counts whether or not it exists; else the one beside the config, if any.
    A `.env` file stands for itself and the config beside it, which need not exist.
    A folder called `librechat.yaml` is no LibreChat folder: docker makes one where it is to mount a
    file that does not exist, and the same goes for `.env`.
    """
    if _is_env(path):
        return Location(path.parent / CONFIG, env or path)
    config = path / CONFIG if path.is_dir() and path.name != CONFIG else path
    beside = config.parent / ENV
    if env is None and beside.exists():
        env = beside
    return Location(config, env)


def _is_env(path: Path) -> bool:
    """Say whether a path is called as `.env` files are, such as `.env.production`."""
    is_called_so = path.name.startswith(f"{ENV}.") or path.suffix == ENV
    return path.name == ENV or (is_called_so and not path.is_dir())
