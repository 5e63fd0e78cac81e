"""Whether LibreChat gets the config and the `.env` at all: CONFIG_PATH, and compose files beside.

LibreChat raises none of this: it runs without a config that it does not find. Whether it is
started with the compose files beside the config, nobody can know, so each message has an “if”.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from editor.core.compose.lead import (
    CONFIG,
    CONFIG_PATH,
    Lead,
    env_on_host,
    lead_of,
    shown_url,
)
from editor.core.compose.project import ENV, HOME, Container, Project
from editor.core.validation.codes import Code
from editor.core.validation.problem import Finding, Fix, Origin, Severity, Spot
from editor.core.wording import all_of, counted, marked, sentences, worded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.core.environment import Environment

_REFERENCE = re.compile(r"\$\{([^}]+)\}")
_MOST_NAMED = 3


def surroundings_findings(environment: Environment, text: str) -> Iterator[Finding]:
    """Yield what keeps LibreChat from reading the config with this text, or its `.env`."""
    project = environment.compose
    yield from _unread(environment)
    if not project.config:
        return
    lead = lead_of(environment)
    found = environment.container
    is_known = found is None or found.is_certain
    if lead.url is not None:
        yield from _fetched(lead.url, project)
    elif is_known:
        yield from _not_read(lead, found, project)
    if found is not None and found.is_certain:
        yield from _without_env(found, environment, text)


def _unread(environment: Environment) -> Iterator[Finding]:
    for flaw in environment.unread:
        where = marked(flaw.reason)
        if flaw.line is not None:
            where = worded("line {0}: {1}", flaw.line, where)
        yield _finding(
            Code.UNREAD_COMPOSE_FILE,
            Severity.INFO,
            worded(
                "{0} beside this file cannot be read ({1}), so nothing is "
                "said about what it gives to LibreChat's container.",
                flaw.name,
                where,
            ),
        )


def _fetched(url: str, project: Project) -> Iterator[Finding]:
    if project.config != url:
        yield _finding(
            Code.OTHER_CONFIG,
            _importance(project),
            worded(
                "CONFIG_PATH makes LibreChat fetch its config from {0}, so it does not "
                "read this file. Remove CONFIG_PATH to let it read this one.",
                shown_url(url),
            ),
            variable=CONFIG_PATH,
        )


def _not_read(lead: Lead, found: Container | None, project: Project) -> Iterator[Finding]:
    if found is not None and not lead.is_mounted:
        yield _not_mounted(lead, found, project)
    elif lead.host is None or lead.host == project.config:
        return
    elif lead.value and lead.host in project.missing:
        yield _dead(lead, found)
    elif lead.host in project.existing and (lead.value or found is not None):
        yield _other(lead, project)


def _not_mounted(lead: Lead, found: Container, project: Project) -> Finding:
    assert lead.inside is not None
    source = _from_folder(project.config, project)
    sight = "{0} LibreChat's container does not see this file: nothing is mounted at {1}."
    if lead.value:
        sight = (
            "{0} LibreChat's container does not see this file: nothing is mounted at {1}, where "
            "CONFIG_PATH leads."
        )
    remedy = worded(
        "Mount it: `{0}:{1}` under `volumes` of the service `{2}`.",
        source,
        lead.inside,
        found.service.name,
    )
    return _finding(
        Code.NOT_MOUNTED,
        Severity.WARNING if found.is_official else Severity.INFO,
        sentences(worded(sight, _if_started(project), lead.inside), _ending(found), remedy),
        fixes=(_mounting(found.service.name, source, lead.inside, project),),
    )


def _ending(found: Container) -> str:
    if found.is_official:
        return "LibreChat runs without it."
    return "Unless the image has it, LibreChat runs without it."


def _dead(lead: Lead, found: Container | None) -> Finding:
    is_elsewhere = found is None and lead.value.startswith("/")
    where = f" ({lead.host})" if lead.host != lead.value else ""
    return _finding(
        Code.DEAD_CONFIG_PATH,
        Severity.INFO if is_elsewhere else Severity.WARNING,
        worded(
            "CONFIG_PATH leads to {0}{1}, which does not exist on this machine. If "
            "LibreChat runs like this, it has no config. Correct the path, or remove CONFIG_PATH.",
            lead.value,
            where,
        ),
        variable=CONFIG_PATH,
    )


def _other(lead: Lead, project: Project) -> Finding:
    assert lead.host is not None
    read = _from_folder(lead.host, project)
    if lead.value:
        message = worded("CONFIG_PATH makes LibreChat read {0}, not this file.", read)
    else:
        start = _if_started(project)
        message = worded("{0} it makes LibreChat read {1}, not this file.", start, read)
    return _finding(
        Code.OTHER_CONFIG,
        _importance(project),
        message,
        variable=CONFIG_PATH if lead.value else None,
    )


def _importance(project: Project) -> Severity:
    """Return how much it matters that a file is not read: much only if it looks like the one."""
    is_default = project.config == posixpath.join(project.folder, CONFIG)
    return Severity.WARNING if is_default else Severity.INFO


def _without_env(found: Container, environment: Environment, text: str) -> Iterator[Finding]:
    """Yield a warning when variables that the config uses reach the editor, but not the server."""
    project = environment.compose
    inside = f"{HOME}/{ENV}"
    mount = found.service.mount_of(inside)
    if not project.env or found.has_env_file or (mount is not None and mount.source is None):
        return
    other = env_on_host(environment)
    if other == project.env or (other is not None and other not in project.existing):
        return
    wanted = dict.fromkeys(_REFERENCE.findall(text))
    lost = [
        name for name in wanted if environment.variables.get(name) and name not in found.variables
    ]
    if not lost:
        return
    source = _from_folder(project.env, project)
    name = posixpath.basename(project.env)
    message = worded(
        "{0} LibreChat's container does not get {1}, so it lacks {2}.",
        _if_started(project),
        name,
        _listed(lost),
    )
    if other is not None:
        instead = worded("It gets {0} instead.", _from_folder(other, project))
        message = sentences(message, instead)
    remedy = worded(
        "Mount it: `{0}:{1}` under `volumes` of the service `{2}`.",
        source,
        inside,
        found.service.name,
    )
    yield _finding(
        Code.NOT_MOUNTED_ENV,
        Severity.WARNING if found.is_official else Severity.INFO,
        sentences(message, remedy),
        fixes=(_mounting(found.service.name, source, inside, project),),
    )


def _listed(names: list[str]) -> str:
    shown = names[:_MOST_NAMED]
    if len(names) > len(shown):
        more = len(names) - len(shown)
        listed = ", ".join(shown)
        return counted(more, "{0} and %n more variable", "{0} and %n more variables", listed)
    return all_of(shown)


def _if_started(project: Project) -> str:
    return worded("If you start LibreChat with {0} beside this file,", project.files[0].name)


def _from_folder(path: str, project: Project) -> str:
    """Return a path as a compose file in the folder would write it."""
    folder = project.folder.rstrip("/") + "/"
    return f"./{path.removeprefix(folder)}" if path.startswith(folder) else path


def _mounting(service: str, source: str, target: str, project: Project) -> Fix:
    name = project.override_name
    return Fix(
        id="show-lines",
        title=worded("Show the lines for {0}", name),
        operations=(),
        lines=f"""\
services:
  {service}:
    volumes:
      - type: bind
        source: {_scalar(source)}
        target: {_scalar(target)}
""",
    )


def _scalar(text: str) -> str:
    """Return a path as compose's YAML takes it; a dollar sign is doubled there."""
    text = text.replace("$", "$$")
    is_plain = re.fullmatch(r"[A-Za-z0-9_./~-]*[A-Za-z0-9_./-]", text) is not None
    return text if is_plain else "'" + text.replace("'", "''") + "'"


def _finding(
    code: Code,
    severity: Severity,
    message: str,
    *,
    variable: str | None = None,
    fixes: tuple[Fix, ...] = (),
) -> Finding:
    return Finding(
        code=code,
        origin=Origin.ENVIRONMENT,
        severity=severity,
        message=message,
        path=(),
        spot=Spot.NOWHERE,
        variable=variable,
        fixes=fixes,
    )
