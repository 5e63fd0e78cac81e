"""What belongs to a config: the `.env`, CONFIG_PATH and the compose files of a LibreChat folder.

Docker compose reads the first of its usual files and the override beside it, or what COMPOSE_FILE
lists. LibreChat's repository also has a `deploy-compose.yml`, which counts where none of the usual
files is there.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import TypeAdapter

from editor.core.compose.lead import Lead, env_on_host, lead_of
from editor.core.compose.project import File, Project, Unread, env_file_names
from editor.core.environment import Environment
from editor.system import files
from editor.system.errors import FileError, InvalidText
from editor.system.location import ENV, Location, locate

_USUAL = ("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml")
_OVERRIDES = (
    "compose.override.yml",
    "compose.override.yaml",
    "docker-compose.override.yml",
    "docker-compose.override.yaml",
)
_DEPLOYED = "deploy-compose.yml"
_LIST, _SEPARATOR = "COMPOSE_FILE", "COMPOSE_PATH_SEPARATOR"


@dataclass(frozen=True, slots=True)
class _Package:
    """What a package.json says that matters here."""

    name: str


@dataclass(frozen=True, slots=True)
class Folder:
    """A config with its `.env`, and what stands beside them.

    `entry` is what leads here again: the config, or what was opened where that does not exist yet
    or is named by CONFIG_PATH. `url` is set where LibreChat would fetch its config; the location's
    config is then the one that the folder has, or could have.
    """

    entry: Path
    location: Location
    compose: Project
    url: str | None = None


def survey(path: Path, env: Path | None, environ: Mapping[str, str]) -> Folder:
    """Look at a LibreChat folder, or at what surrounds a config.

    A folder stands for the config that CONFIG_PATH leads to, if it is there; else, and without
    CONFIG_PATH, for its `librechat.yaml`. What cannot be read is named in the result.
    """
    location = locate(path, env)
    folder = Path(os.path.abspath(location.config.parent))
    env_text = _env_text(location.env)
    compose = _project(folder, environ, env_text)
    if location.env is not None:
        compose = replace(compose, env=(folder / ENV).as_posix())
    environment = Environment(environ, env_text, compose)
    lead = lead_of(environment)
    is_led = location.config != path and bool(lead.value)
    if is_led:
        location = replace(location, config=_led_to(lead, folder) or location.config)
    compose = _with_facts(compose, location.config, [lead.host, env_on_host(environment)])
    entry = path if is_led or not location.config.exists() else location.config
    return Folder(entry, location, compose, lead.url if is_led else None)


def _led_to(lead: Lead, folder: Path) -> Path | None:
    """Return the config that CONFIG_PATH leads to; one that no mount has, from the folder on."""
    if lead.url is not None:
        return None
    places = [Path(lead.host)] if lead.host is not None else []
    return next((file for file in (*places, folder / lead.value) if file.is_file()), None)


def _env_text(env: Path | None) -> str:
    """Return the text of a `.env`, as far as it can be read."""
    try:
        return "" if env is None else files.read(env).text
    except InvalidText as error:
        return error.text
    except FileError:
        return ""


def _project(folder: Path, environ: Mapping[str, str], env_text: str) -> Project:
    """Return the texts that docker compose would read in a folder."""
    variables = Environment(environ, env_text)
    found, unread = _read(folder, _compose_files(folder, variables))
    home = ""
    with suppress(RuntimeError):
        home = Path.home().as_posix()
    has_sources = _has_sources(folder)
    project = Project(
        found,
        unread=unread,
        folder=folder.as_posix(),
        home=home,
        has_sources=has_sources,
        is_installed=has_sources and (folder / "node_modules").is_dir(),
    )
    wanted = [
        file.path
        for file in env_file_names(project, environ, env_text)
        if file.path != ENV and (file.is_required or (folder / file.path).exists())
    ]
    texts, missing = _read(folder, wanted)
    return replace(project, env_files=texts, unread=unread + missing)


def _has_sources(folder: Path) -> bool:
    """Say whether a folder has LibreChat's sources, by the name in its package.json."""
    try:
        text = files.read(folder / "package.json").text
        package = TypeAdapter(_Package).validate_json(text)
    except (FileError, ValueError):
        return False
    return package.name == "LibreChat"


def _compose_files(folder: Path, variables: Environment) -> Iterator[str]:
    listed = variables.value(_LIST)
    if listed:
        yield from listed.split(variables.value(_SEPARATOR) or os.pathsep)
        return
    usual = next((name for name in _USUAL if (folder / name).is_file()), None)
    if usual is not None:
        yield usual
        yield from [name for name in _OVERRIDES if (folder / name).is_file()][:1]
    elif (folder / _DEPLOYED).is_file():
        yield _DEPLOYED


def _read(folder: Path, names: Iterable[str]) -> tuple[tuple[File, ...], tuple[Unread, ...]]:
    found: list[File] = []
    unread: list[Unread] = []
    for name in names:
        try:
            found.append(File(name, files.read(folder / name).text))
        except FileError as error:
            unread.append(Unread(name, error.message.rstrip("."), None))
    return tuple(found), tuple(unread)


def _with_facts(compose: Project, config: Path, paths: Iterable[str | None]) -> Project:
    """Tell a project which file is the config, and which of some paths exist."""
    asked = [path for path in paths if path is not None]
    existing = frozenset(path for path in asked if os.path.exists(path))
    shown = os.path.abspath(config)
    same = (path for path in asked if path in existing and _is_same(path, shown))
    return replace(
        compose,
        config=next(same, Path(shown).as_posix()),
        existing=existing,
        missing=frozenset(asked) - existing,
    )


def _is_same(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False
