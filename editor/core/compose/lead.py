"""Where LibreChat looks for its config: what `CONFIG_PATH` says, and where that is on the host.

LibreChat (0.8 and 0.7) takes `librechat.yaml` of its own folder when CONFIG_PATH is missing or
empty, fetches what begins with `http://` or `https://`, and opens anything else as a file, from
its working directory on, which in its container is `/app`.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from editor.core.compose.project import ENV, HOME
from editor.core.compose.service import on_host

if TYPE_CHECKING:
    from editor.core.compose.project import Project
    from editor.core.compose.service import Mount
    from editor.core.environment import Environment

CONFIG_PATH = "CONFIG_PATH"
CONFIG = "librechat.yaml"
_REMOTE = re.compile(r"https?://")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


@dataclass(frozen=True, slots=True)
class Lead:
    """Where the config is looked for, as far as the folder tells.

    `url` is set for a config that is fetched. `inside` is the path in the container, None without
    one. `host` is the absolute path on this machine; None where no mount or only a volume leads
    to it. `is_mounted` is True without a container, too.
    """

    value: str
    url: str | None = None
    inside: str | None = None
    host: str | None = None
    is_mounted: bool = True


def lead_of(environment: Environment) -> Lead:
    """Return where LibreChat looks for its config, without a look at the disk."""
    value = environment.value(CONFIG_PATH) or ""
    if _REMOTE.match(value):
        return Lead(value, url=value)
    path = value or CONFIG
    found = environment.container
    if found is None:
        return Lead(value, host=_resolved(path, environment.compose))
    inside = posixpath.normpath(posixpath.join(HOME, path))
    mount = found.service.mount_of(inside)
    return Lead(
        value,
        inside=inside,
        host=_mounted(mount, inside, environment.compose),
        is_mounted=mount is not None,
    )


def env_on_host(environment: Environment) -> str | None:
    """Return the absolute path of the file that is `.env` in the container, None without one."""
    inside = f"{HOME}/{ENV}"
    found = environment.container
    mount = None if found is None else found.service.mount_of(inside)
    return _mounted(mount, inside, environment.compose)


def _mounted(mount: Mount | None, inside: str, project: Project) -> str | None:
    source = None if mount is None else on_host(mount, inside)
    return None if source is None else on_disk(source, project)


def on_disk(source: str, project: Project) -> str | None:
    """Return a mount's source as an absolute path, None in a home that is not known."""
    if source == "~" or source.startswith("~/"):
        return posixpath.normpath(project.home + source[1:]) if project.home else None
    return _resolved(source, project)


def _resolved(path: str, project: Project) -> str:
    """Return a path as an absolute one; a tilde is a name like any other to LibreChat."""
    is_windows = _DRIVE.match(path) is not None
    if is_windows or path.startswith(".\\"):
        path = path.replace("\\", "/")
    return path if is_windows else posixpath.normpath(posixpath.join(project.folder, path))


def shown_url(url: str) -> str:
    """Return an address without what may be secret in it: user, password and query."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return url.partition(":")[0] + "://…"
    address = f"{parts.scheme}://{host}{f':{port}' if port else ''}{parts.path}"
    return address + ("?…" if parts.query else "")
