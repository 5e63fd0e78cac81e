"""What LibreChat makes of `${NAME}` in a config, with the environment that it runs in.

LibreChat 0.8.8 and 0.7.7: blanks around a text are trimmed; a text that begins with `${` and ends
with `}` is one reference, whatever stands between; else each `${NAME}` is replaced, once. A
variable that is empty counts as missing, and what is not found stays as it is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from editor.core import dotenv
from editor.core.compose.project import (
    ENV,
    Container,
    Given,
    Project,
    Unread,
    container,
    unread_files,
)
from editor.core.lazily import lazy
from editor.core.schema.field import Target
from editor.core.schema.spelling import Vocabulary
from editor.core.validation.javascript import BLANKS, BUILT_IN_NAMES, PROTOTYPE
from editor.core.validation.placing import Lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.core.text import Span

NO_PROJECT = Project()
_MANY_CHARACTERS = 500_000
_MANY_VARIABLES = 1_500
_WHOLE = re.compile("\\$\\{([^\n\r\u2028\u2029]+)\\}")
_EMBEDDED = re.compile(r"\$\{([^}]+)\}")
_PLAUSIBLE = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_SENSITIVE = frozenset(
    {
        "JWT_SECRET",
        "JWT_REFRESH_SECRET",
        "CREDS_KEY",
        "CREDS_IV",
        "MEILI_MASTER_KEY",
        "MONGO_URI",
        "REDIS_URI",
        "REDIS_PASSWORD",
    }
)
"""Names that LibreChat never fills in, since release 0.8.4."""


class Failure(StrEnum):
    """Why a reference stays as it is written.

    SPANNING: the text begins with one reference and ends with another, so LibreChat takes all of
    it for one name. MISSPELT: what stands in the braces is no name of a variable. BUILT_IN: every
    JavaScript object has something of that name, and LibreChat fills that in.
    """

    MISSING = "missing"
    EMPTY = "empty"
    SENSITIVE = "sensitive"
    SPANNING = "spanning"
    MISSPELT = "misspelt"
    BUILT_IN = "built-in"


class Unresolved(NamedTuple):
    """A reference that stays as it is written: what LibreChat takes for its name, and why."""

    name: str
    failure: Failure


class Giver(StrEnum):
    """Who gives the server a variable."""

    COMPOSE = "compose"
    PROCESS = "process"
    ENV = "env"


class Source(NamedTuple):
    """Where a variable comes from; `file` is the compose file's or env file's name, else ""."""

    giver: Giver
    file: str = ""


@dataclass(frozen=True)
class Environment:
    """The variables of a server: of its container, of its process, and of the `.env` text.

    npm dotenv leaves a variable alone that the process has, even if it is empty there, so what
    docker compose gives the container wins over the `.env` that is mounted there. The editor
    rarely runs where the server does, so its own process counts after the container's variables;
    it counts before the `.env`, which LibreChat started without compose would read like that, and
    it fills in what compose leaves empty, as compose would have taken it from the process.
    """

    environ: Mapping[str, str] = field(repr=False)
    env_text: str = field(default="", repr=False)
    compose: Project = field(default=NO_PROJECT, repr=False)

    def __hash__(self) -> int:
        """Return a number that equal environments share."""
        return hash(self.env_text)

    @lazy
    def assignments(self) -> tuple[dotenv.Assignment, ...]:
        """The assignments of the `.env` text, in its order."""
        return dotenv.assignments(self.env_text)

    @lazy
    def variables(self) -> Mapping[str, str]:
        """The variables of the `.env` text."""
        return dotenv.variables_of(self.assignments)

    @lazy
    def is_large(self) -> bool:
        """Say whether reading the `.env` text anew at each key would make people wait.

        Each assignment costs about 25 µs, all that is said about it included.
        """
        return len(self.env_text) > _MANY_CHARACTERS or len(self.assignments) > _MANY_VARIABLES

    @lazy
    def key_spans(self) -> Mapping[str, Span]:
        """Where the name of each variable stands; of several assignments, in the last one."""
        return {one.key: one.key_span for one in self.assignments}

    @lazy
    def lines(self) -> Mapping[str, int]:
        """The line, from 1, on which the `.env` text assigns each variable; of several the last."""
        lines = Lines(self.env_text)
        return {one.key: lines.position(one.key_span.start)[0] for one in self.assignments}

    @lazy
    def container(self) -> Container | None:
        """What docker compose gives LibreChat's container, None without such a service."""
        return container(self.compose, self.environ, self.env_text)

    @lazy
    def unread(self) -> tuple[Unread, ...]:
        """The compose files that cannot be read."""
        return unread_files(self.compose)

    @lazy
    def _given(self) -> Mapping[str, Given]:
        return {} if self.container is None else self.container.variables

    def value(self, name: str) -> str | None:
        """Return a variable's value, "" for an empty one and None for a missing one."""
        given = self._given.get(name)
        if given is not None and (given.value or name not in self.environ):
            return given.value
        value = self.environ.get(name)
        return self.variables.get(name) if value is None else value

    def source(self, name: str) -> Source | None:
        """Return who gives the server a variable, None where nobody does."""
        given = self._given.get(name)
        if given is not None and (given.value or name not in self.environ):
            is_env = given.file == ENV
            return Source(Giver.ENV) if is_env else Source(Giver.COMPOSE, given.file)
        if name in self.environ:
            return Source(Giver.PROCESS)
        return Source(Giver.ENV) if name in self.variables else None

    def is_set(self, name: str) -> bool:
        """Say whether a variable has a value that is not empty."""
        return bool(self.value(name))

    @lazy
    def filled(self) -> Vocabulary:
        """The names of the `.env` text's variables that have a value."""
        names = {name for name, value in self.variables.items() if value}
        elsewhere = self.variables.keys() & {*self.environ, *self._given}
        empty = {name for name in elsewhere if not self.is_set(name)}
        return Vocabulary((names | elsewhere) - empty)

    def near(self, name: str) -> str | None:
        """Return the filled variable of the `.env` text that a name was probably meant to be."""
        return self.filled.closest(name)

    def is_in_env_text(self, name: str) -> bool:
        """Say whether the `.env` text assigns a variable."""
        return name in self.variables

    def resolve(self, text: str, target: Target) -> str:
        """Return a text with its references filled in, as far as they can be."""
        trimmed = text.strip(BLANKS)
        whole = _WHOLE.fullmatch(trimmed)
        if whole is not None:
            return self._filled(whole, target)
        return _EMBEDDED.sub(lambda reference: self._filled(reference, target), trimmed)

    def _filled(self, reference: re.Match[str], target: Target) -> str:
        name = reference[1]
        if is_sensitive(name, target):
            return reference[0]
        value = self.value(name)
        return _built_in(name) or reference[0] if value is None else value or reference[0]

    def unresolved(self, text: str, target: Target) -> tuple[Unresolved, ...]:
        """Return the references of a text that stay as they are written, each once."""
        found = (Unresolved(name, self._failure(name, target)) for name in names_in(text))
        return tuple(dict.fromkeys(one for one in found if not self._is_found(one.name, target)))

    def _is_found(self, name: str, target: Target) -> bool:
        return self.is_set(name) and not is_sensitive(name, target)

    def _failure(self, name: str, target: Target) -> Failure:
        if is_sensitive(name, target):
            return Failure.SENSITIVE
        if "}" in name:
            return Failure.SPANNING
        if name in BUILT_IN_NAMES and self.value(name) is None:
            return Failure.BUILT_IN
        if not _PLAUSIBLE.fullmatch(name):
            return Failure.MISSPELT
        return Failure.MISSING if self.value(name) is None else Failure.EMPTY


def is_sensitive(name: str, target: Target) -> bool:
    """Say whether LibreChat refuses to fill in a variable."""
    return target is not Target.V0_7 and name in _SENSITIVE


def _built_in(name: str) -> str:
    """Return the text of what a JavaScript object has under a name, "" where it has nothing."""
    if name not in BUILT_IN_NAMES:
        return ""
    if name == PROTOTYPE:
        return "[object Object]"
    return f"function {'' if name == 'constructor' else name}() {{ [native code] }}"


def names_in(text: str) -> tuple[str, ...]:
    """Return the names that LibreChat would look up for a text, in order."""
    trimmed = text.strip(BLANKS)
    whole = _WHOLE.fullmatch(trimmed)
    return (whole[1],) if whole is not None else tuple(_EMBEDDED.findall(trimmed))


def is_reference(text: str) -> bool:
    """Say whether LibreChat takes a text, as it stands, for one reference."""
    return _WHOLE.fullmatch(text) is not None
