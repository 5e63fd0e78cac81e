"""A service of a compose file: its image, mounts and variables, in whichever form they are written.

Read as far as LibreChat's files and variables need it. `extends`, `include` and `volumes_from` are
not followed: a service that uses them is not `is_complete`.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from editor.core.validation.javascript import members
from editor.core.yaml.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ON_HOST = re.compile(r"[./~\\]|[A-Za-z]:[\\/]")
_SHORT = re.compile(r"(?:(?P<source>(?:[A-Za-z]:[\\/])?[^:]*):)?(?P<target>/[^:]*)(?::[^:/]*)?")
_BORROWING = ("extends", "volumes_from")


class Mount(NamedTuple):
    """What a container sees at a path: something of the host, or None for a volume.

    `source` is as it is written, relative to the folder of the first compose file.
    """

    target: str
    source: str | None


class EnvFile(NamedTuple):
    """A file whose variables a service gets, as its path is written."""

    path: str
    is_required: bool


@dataclass(frozen=True, slots=True)
class Service:
    """One service. In `environment`, None stands for a variable that is passed on as it is.

    `files` name the compose file behind each variable.
    """

    name: str
    image: str = ""
    container_name: str = ""
    is_built: bool = False
    is_complete: bool = True
    mounts: tuple[Mount, ...] = ()
    environment: Mapping[str, str | None] = field(default_factory=dict[str, "str | None"])
    files: Mapping[str, str] = field(default_factory=dict[str, str])
    env_files: tuple[EnvFile, ...] = ()

    def merged(self, other: Service) -> Service:
        """Return the service with what a later file says about it."""
        kept = {mount.target: mount for mount in (*self.mounts, *other.mounts)}
        return replace(
            self,
            image=other.image or self.image,
            container_name=other.container_name or self.container_name,
            is_built=self.is_built or other.is_built,
            is_complete=self.is_complete and other.is_complete,
            mounts=tuple(kept.values()),
            environment={**self.environment, **other.environment},
            files={**self.files, **other.files},
            env_files=tuple(dict.fromkeys((*self.env_files, *other.env_files))),
        )

    def mount_of(self, path: str) -> Mount | None:
        """Return the mount that a path of the container lies in, the innermost one."""
        covering = [mount for mount in self.mounts if _covers(mount.target, path)]
        return max(covering, key=lambda mount: len(mount.target), default=None)


def on_host(mount: Mount, path: str) -> str | None:
    """Return where a path of the container is on the host, None where that is a volume."""
    if mount.source is None:
        return None
    rest = posixpath.relpath(path, mount.target)
    return mount.source if rest == "." else posixpath.join(mount.source.replace("\\", "/"), rest)


def service_in(name: str, value: Value, file: str, shared: Mapping[str, Value]) -> Service:
    """Return a service of a compose file, whose values are filled in already.

    `shared` is the file's own top-level `configs`, by name.
    """
    keys = members(value) or {}
    environment = dict(_variables(keys.get("environment")))
    return Service(
        name=name,
        image=_text(keys.get("image")),
        container_name=_text(keys.get("container_name")),
        is_built=bool(keys.get("build")),
        is_complete=not any(key in keys for key in _BORROWING),
        mounts=(*_mounts(keys.get("volumes")), *_configs(keys.get("configs"), shared)),
        environment=environment,
        files=dict.fromkeys(environment, file),
        env_files=tuple(_env_files(keys.get("env_file"))),
    )


def _covers(target: str, path: str) -> bool:
    return path == target or path.startswith(target.rstrip("/") + "/")


def _variables(value: Value) -> Iterable[tuple[str, str | None]]:
    if isinstance(value, list):
        for item in value:
            name, equals, text = _text(item).partition("=")
            if name:
                yield name, text if equals else None
    for name, item in (members(value) or {}).items():
        yield name, None if item is None else _text(item)


def _mounts(value: Value) -> Iterable[Mount]:
    for item in _items(value):
        keys = members(item)
        if keys is not None:
            source, target = _text(keys.get("source")), _text(keys.get("target"))
            is_bind = keys.get("type") == "bind"
        else:
            found = _SHORT.fullmatch(_text(item))
            source, target = (found["source"] or "", found["target"]) if found else ("", "")
            is_bind = _ON_HOST.match(source) is not None
        if target:
            yield Mount(posixpath.normpath(target), source if is_bind else None)


def _configs(value: Value, shared: Mapping[str, Value]) -> Iterable[Mount]:
    """Yield the files that `configs` puts into the container; by default at its root."""
    for item in _items(value):
        keys = members(item)
        name = _text(item if keys is None else keys.get("source"))
        target = "" if keys is None else _text(keys.get("target"))
        file = (members(shared.get(name)) or {}).get("file")
        yield Mount(posixpath.normpath(target or f"/{name}"), _text(file) or None)


def _env_files(value: Value) -> Iterable[EnvFile]:
    for item in _items(value):
        keys = members(item)
        if keys is None:
            yield EnvFile(posixpath.normpath(_text(item)), is_required=True)
        else:
            path = posixpath.normpath(_text(keys.get("path")))
            yield EnvFile(path, keys.get("required") is not False)


def _items(value: Value) -> list[Value]:
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def _text(value: Value) -> str:
    """Return a scalar as docker compose turns it into text."""
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None or isinstance(value, list | dict) else str(value)
