"""A LibreChat folder as docker compose sees it: which service is LibreChat, and what it is given.

Files are merged in the order in which compose merges them. A variable of the container comes from
its service's `environment`, else from the last `env_file` that has it. References in a compose file
are filled in from the process's environment first, then from the `.env` of the folder.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from editor.core import dotenv
from editor.core.compose.interpolation import interpolated
from editor.core.compose.service import EnvFile, Service, service_in
from editor.core.reading import Reading, read
from editor.core.validation.javascript import members
from editor.core.yaml.nodes import Scalar
from editor.core.yaml.values import Path, Timestamp, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from editor.core.yaml.tree import Tree

HOME = "/app"
"""LibreChat's folder in its container, where it looks for `librechat.yaml` and `.env`."""

ENV = ".env"
"""The path, as compose files write it, of the `.env` beside them."""

_OFFICIAL = re.compile(
    r"(?:.*/danny-avila/|librechat/)?librechat(?:-dev)?(?:-api)?(?::[^/]*)?(?:@.*)?"
)
_OTHER_IMAGES = re.compile(r"rag|admin|nginx|proxy|mongo|meili|exporter|metrics|backup|docs")
_NAMES = frozenset({"librechat", "librechat-api", "librechat-app"})


class File(NamedTuple):
    """A text and the name that a person knows its file by."""

    name: str
    text: str


class Given(NamedTuple):
    """A variable's value in the container, and the name of the file that gives it."""

    value: str
    file: str


class Unread(NamedTuple):
    """A file for compose that cannot be read, and why; `line` is 1-based."""

    name: str
    reason: str
    line: int | None


@dataclass(frozen=True)
class Project:
    """The texts of a folder's compose files, in compose's order, and of the `env_file`s they name.

    An `env_file` is known by its path as it is written there. The text of the folder's own `.env`
    is not among them, as it is edited. The rest is absolute paths with slashes, empty when they
    are not known: the `folder`, its user's `home`, the `config` and the `env` that are edited, and
    of the paths that the disk was asked for, which `existing` and which `missing`. `unread` are
    files that should be among the first two. `has_sources` says that the folder has LibreChat's
    sources, `is_installed` that npm has put their packages there.
    """

    files: tuple[File, ...] = ()
    env_files: tuple[File, ...] = ()
    unread: tuple[Unread, ...] = ()
    folder: str = ""
    home: str = ""
    config: str = ""
    env: str = ""
    existing: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()
    has_sources: bool = False
    is_installed: bool = False

    def __hash__(self) -> int:
        """Return a number that equal projects share."""
        return hash(self.files)

    @property
    def override_name(self) -> str:
        """Return the name of the file where additions belong: the last one, or a new override."""
        last = self.files[-1].name
        stem, dot, ending = last.rpartition(".")
        is_alone = len(self.files) == 1 and "override" not in stem
        return f"{stem}.override{dot}{ending}" if is_alone else last


@dataclass(frozen=True)
class Container:
    """LibreChat's service with all that its container is given.

    `is_certain` is False where the editor did not read all that compose reads. `has_env_file` says
    that the folder's `.env` is passed as an `env_file`.
    """

    service: Service
    variables: Mapping[str, Given]
    is_certain: bool
    has_env_file: bool

    @property
    def is_official(self) -> bool:
        """Say whether nobody but LibreChat's makers put files into the image."""
        return not self.service.is_built and _OFFICIAL.fullmatch(self.service.image) is not None


class _Merged(NamedTuple):
    services: Mapping[str, Service]
    is_partial: bool


def unread_files(project: Project) -> tuple[Unread, ...]:
    """Return what could not be read, and the compose files that are no YAML or no compose file."""
    found = (_flaw(file, read(file.text)) for file in project.files)
    return (*project.unread, *(flaw for flaw in found if flaw is not None))


def env_file_names(
    project: Project, environ: Mapping[str, str], env_text: str
) -> tuple[EnvFile, ...]:
    """Return which env files LibreChat's service names, as they are written there."""
    merged = _merged(project, _lookup(environ, dotenv.parse(env_text)))
    service = _librechat(merged.services)
    return () if service is None else service.env_files


def container(project: Project, environ: Mapping[str, str], env_text: str) -> Container | None:
    """Return what LibreChat's container is given, None where no service is LibreChat's."""
    if not project.files:
        return None
    from_env = dotenv.parse(env_text)
    lookup = _lookup(environ, from_env)
    merged = _merged(project, lookup)
    service = _librechat(merged.services)
    if service is None:
        return None
    texts = {**dict(project.env_files), ENV: env_text}
    given: dict[str, Given] = {}
    for file in service.env_files:
        given |= {
            name: Given(value, file.path)
            for name, value in _variables_of(texts.get(file.path, ""), lookup).items()
        }
    for name, written in service.environment.items():
        value = lookup(name) if written is None else written
        if value is not None:
            given[name] = Given(value, service.files[name])
    return Container(
        service=service,
        variables=given,
        is_certain=service.is_complete and not merged.is_partial,
        has_env_file=any(file.path == ENV for file in service.env_files),
    )


def _lookup(
    environ: Mapping[str, str], variables: Mapping[str, str]
) -> Callable[[str], str | None]:
    return lambda name: environ.get(name, variables.get(name))


def _variables_of(text: str, lookup: Callable[[str], str | None]) -> dict[str, str]:
    """Return an env file's variables; compose fills in references but in single quotes."""
    found: dict[str, str] = {}
    for assignment in dotenv.assignments(text):
        value = assignment.value
        if assignment.quote != "'" and "$" in value:
            value = interpolated(value, lambda name: found.get(name, lookup(name)))
        found[assignment.key] = value
    return found


def _merged(project: Project, lookup: Callable[[str], str | None]) -> _Merged:
    services: dict[str, Service] = {}
    is_partial = bool(project.unread)
    for file in project.files:
        reading = read(file.text)
        if reading.tree is None or _flaw(file, reading) is not None:
            is_partial = True
            continue
        root = members(_filled(reading.config, (), reading.tree, lookup)) or {}
        is_partial = is_partial or "include" in root
        for service in _services(root, file.name):
            known = services.get(service.name)
            services[service.name] = service if known is None else known.merged(service)
    return _Merged(services, is_partial)


def _services(root: Mapping[str, Value], file: str) -> Iterator[Service]:
    shared = members(root.get("configs")) or {}
    for name, value in (members(root.get("services")) or {}).items():
        yield service_in(name, value, file, shared)


def _flaw(file: File, reading: Reading) -> Unread | None:
    error = reading.error
    if error is not None:
        line = None if error.offset is None else file.text.count("\n", 0, error.offset) + 1
        return Unread(file.name, error.reason, line)
    if reading.config is not None and members(reading.config) is None:
        return Unread(file.name, "it holds no keys and values", None)
    return None


def _filled(value: Value, path: Path, tree: Tree, lookup: Callable[[str], str | None]) -> Value:
    """Return a value with its references filled in; docker compose reads a date as text."""
    match value:
        case str():
            return interpolated(value, lookup)
        case Timestamp():
            place = tree.locate(path)
            written = None if place is None else place.node
            return written.text if isinstance(written, Scalar) else str(value)
        case list():
            return [_filled(item, (*path, i), tree, lookup) for i, item in enumerate(value)]
        case dict():
            return {key: _filled(item, (*path, key), tree, lookup) for key, item in value.items()}
        case _:
            return value


def _librechat(services: Mapping[str, Service]) -> Service | None:
    """Return the service that is LibreChat's own, by its image, else by what it is called."""
    for is_it in (_has_own_image, _has_own_name, _has_own_files):
        found = next((service for service in services.values() if is_it(service)), None)
        if found is not None:
            return found
    return None


def _has_own_image(service: Service) -> bool:
    name = service.image.lower().split("@")[0].rpartition("/")[2].partition(":")[0]
    return "librechat" in name and not _OTHER_IMAGES.search(name)


def _has_own_name(service: Service) -> bool:
    return bool({service.name.lower(), service.container_name.lower()} & _NAMES)


def _has_own_files(service: Service) -> bool:
    """Say whether a service mounts what only LibreChat has: its pictures, or its config."""
    told = {f"{HOME}/client/public/images", f"{HOME}/librechat.yaml"}
    return any(mount.target in told for mount in service.mounts)
