"""What to run so that LibreChat reads its files again.

LibreChat 0.8 and 0.7 read `librechat.yaml` and `.env` only when they start. A container is made
anew rather than restarted, since compose fills in `env_file`s and references when it makes one.
From sources, `npm run backend` starts the server (the scripts of LibreChat's package.json).
"""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.core.environment import Environment

_LIST = "COMPOSE_FILE"
_FOUND = re.compile(r"(?:docker-)?compose(?:\.override)?\.ya?ml")
_NPM = "npm run backend"
_DRIVE = re.compile(r"[A-Za-z]:")


def restart_command(environment: Environment) -> str | None:
    """Return the command line for a shell, None where nothing tells how LibreChat is run.

    Where npm has installed its packages, LibreChat is taken to run from its sources; then the
    server that runs must be stopped first.
    """
    project = environment.compose
    container = environment.container
    if project.is_installed or (project.has_sources and container is None):
        return _inside(project.folder, _NPM)
    if container is None:
        return None
    files = [file.name for file in project.files]
    is_found = bool(environment.value(_LIST)) or any(map(_FOUND.fullmatch, files))
    named = [] if is_found else [part for name in files for part in ("-f", name)]
    service = container.service.name
    command = ["docker", "compose", *named, "up", "-d", "--force-recreate", service]
    return _inside(project.folder, shlex.join(command))


def is_by_npm(command: str) -> bool:
    """Say whether a command starts LibreChat from its sources."""
    return command.endswith(_NPM)


def _inside(folder: str, command: str) -> str:
    """Return a command that first goes to a folder; PowerShell, before 7, knows no `&&`."""
    if not folder:
        return command
    if _DRIVE.match(folder):
        return f'cd "{folder}"; {command}'
    return f"cd {shlex.quote(folder)} && {command}"
