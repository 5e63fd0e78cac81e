"""Which variables a config uses, whether each has a value, and where that comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from editor.core.concealing import is_secret
from editor.core.environment import Environment, Giver, Source, is_sensitive, names_in
from editor.core.legacy import BASE_URL, DEPRECATED, PLACEHOLDERS
from editor.core.outline import value_at
from editor.core.schema.field import Target
from editor.core.schema.table import GROUPS_PATH, field_at
from editor.core.secret import Secret
from editor.core.validation.codes import Code

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from editor.core.document import Document
    from editor.core.validation.problem import Problem
    from editor.core.yaml.values import Path, Value

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_GROUP_DEPTH = len(GROUPS_PATH) + 1
_SECRET_KEY = re.compile(r"(?:api|_|-)key|secret|token|password|authorization", re.IGNORECASE)
_AZURE_VALUE = re.compile(r"\.azure\.(?:com|us|cn)\b|\bazure-api\.net\b", re.IGNORECASE)
_READ_BY_SERVER = re.compile(
    r"AZURE_(?:AI_SEARCH_|STORAGE_|CONTAINER_NAME|ASSISTANTS_)\w*|DALLE\w*|IMAGE_GEN_OAI_\w*"
)
"""What LibreChat reads itself, whatever the config says."""


class State(StrEnum):
    """How a variable stands.

    REFUSED: LibreChat never fills it in. HIJACKED: another variable decides in its place, or it
    takes the place of a placeholder of its name.
    """

    SET = "set"
    EMPTY = "empty"
    MISSING = "missing"
    REFUSED = "refused"
    HIJACKED = "hijacked"


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable as the server would have it.

    `value` is None where nobody gives one. `line` is where the `.env` text assigns it, counted from
    1. `uses` are the paths of the config's values that name it. `hijacker` is the variable that
    decides in its place, for the state HIJACKED.
    """

    name: str
    state: State
    value: Secret | None
    source: Source | None
    line: int | None
    uses: tuple[Path, ...] = ()
    hijacker: str = ""

    @property
    def is_overridden(self) -> bool:
        """Say whether the `.env` text has it, but somebody else's value counts."""
        return (
            self.line is not None and self.source is not None and self.source.giver is not Giver.ENV
        )


@dataclass(frozen=True, slots=True)
class Literal:
    """A secret that stands in the config itself."""

    path: Path
    value: Secret
    line: int | None


@dataclass(frozen=True, slots=True)
class Overview:
    """All variables there are to show.

    `used` are those that the config names, in its order. `unused` are those of the `.env` text that
    concern Azure and that nothing uses, `others` all the rest of it; legacy ones are in neither.
    """

    used: tuple[Variable, ...]
    literals: tuple[Literal, ...]
    unused: tuple[Variable, ...]
    others: tuple[Variable, ...]

    def find(self, name: str) -> Variable | None:
        """Return the variable of a name."""
        everything = (*self.used, *self.unused, *self.others)
        return next((one for one in everything if one.name == name), None)


def references_in(config: Value) -> Mapping[str, tuple[Path, ...]]:
    """Return the variables that a config names, in order, with the paths of the values."""
    found: dict[str, list[Path]] = {}
    for path, text in _texts(config):
        for name in dict.fromkeys(names_in(text)):
            if is_name(name):
                found.setdefault(name, []).append(path)
    return {name: tuple(paths) for name, paths in found.items()}


def secret_names(config: Value) -> frozenset[str]:
    """Return the variables that a config uses for keys and for headers that hold them."""
    return frozenset(
        name
        for name, paths in references_in(config).items()
        if any(_SECRET_KEY.search(str(path[-1])) for path in paths if path)
    )


def overview(document: Document, environment: Environment | None = None) -> Overview:
    """Return the variables of a readable document, judged with its or another environment."""
    config, environment = document.value, environment or document.environment
    server = _Server(environment, Target(document.target), environment.lines)
    references = references_in(config)
    used = (
        _used(name, paths, config, server)
        for name, paths in references.items()
        if not _is_placeholder(name, paths, environment)
    )
    legacy = {*DEPRECATED, *PLACEHOLDERS, BASE_URL, *(one.key for one in document.legacy)}
    known = {*references, *legacy}
    of_azure, others = _in_env_text(environment, server.target)
    return Overview(
        used=tuple(used),
        literals=tuple(_literals(config, document.problems)),
        unused=tuple(one for one in of_azure if one.name not in known),
        others=tuple(one for one in others if one.name not in known),
    )


@lru_cache(maxsize=2)
def _in_env_text(
    environment: Environment, target: Target
) -> tuple[tuple[Variable, ...], tuple[Variable, ...]]:
    """Return the variables of the `.env` text: those that concern Azure, and the others."""
    server = _Server(environment, target, environment.lines)
    found: tuple[list[Variable], list[Variable]] = [], []
    for name in server.lines:
        one = server.variable(name)
        found[not _concerns_azure(one)].append(one)
    return tuple(found[0]), tuple(found[1])


def variable(name: str, environment: Environment, target: Target) -> Variable:
    """Return one variable, without what uses it."""
    return _Server(environment, target, environment.lines).variable(name)


def is_name(text: str) -> bool:
    """Say whether a text can be the name of a variable in a config."""
    return _NAME.fullmatch(text) is not None


def is_hidden(found: Variable, names: Collection[str] = ()) -> bool:
    """Say whether a variable's value is a secret."""
    return found.value is not None and is_secret(found.name, found.value.reveal(), names)


@dataclass(frozen=True, slots=True)
class _Server:
    """What a server's variables are looked up in; `lines` are those of the `.env` text."""

    environment: Environment
    target: Target
    lines: Mapping[str, int]

    def variable(self, name: str) -> Variable:
        value = self.environment.value(name)
        return Variable(
            name=name,
            state=self._state(name, value),
            value=None if value is None else Secret(value),
            source=self.environment.source(name),
            line=self.lines.get(name),
        )

    def _state(self, name: str, value: str | None) -> State:
        if is_sensitive(name, self.target):
            return State.REFUSED
        if value is None:
            return State.MISSING
        return State.SET if value else State.EMPTY


def _used(name: str, paths: tuple[Path, ...], config: Value, server: _Server) -> Variable:
    found = server.variable(name)
    hijacker = _hijacker(name, paths, config, server.environment)
    return Variable(
        name=name,
        state=State.HIJACKED if hijacker else found.state,
        value=found.value,
        source=found.source,
        line=found.line,
        uses=paths,
        hijacker=hijacker,
    )


def _is_placeholder(name: str, paths: tuple[Path, ...], environment: Environment) -> bool:
    """Say whether a name only stands for a model's own instance or deployment, as it should."""
    is_address = all(path[-1:] == ("baseURL",) for path in paths)
    return name in PLACEHOLDERS and is_address and not environment.is_set(name)


def _hijacker(name: str, paths: tuple[Path, ...], config: Value, environment: Environment) -> str:
    """Return the variable that decides in place of another one everywhere it is used.

    LibreChat 0.8.8 and 0.7.7: AZURE_OPENAI_BASEURL is the address of each group that has none,
    AZURE_USE_MODEL_AS_DEPLOYMENT_NAME replaces every deployment name, and a variable that is
    called like a placeholder takes its place.
    """
    if name in PLACEHOLDERS and any(path[-1:] == ("baseURL",) for path in paths):
        return name
    hijackers = {_hijacker_at(path, config, environment) for path in paths}
    return hijackers.pop() if len(hijackers) == 1 else ""


def _hijacker_at(path: Path, config: Value, environment: Environment) -> str:
    if path[: len(GROUPS_PATH)] != GROUPS_PATH:
        return ""
    group = path[:_GROUP_DEPTH]
    if path[-1] == "deploymentName" and not value_at(config, (*group, "serverless")):
        switch = environment.value("AZURE_USE_MODEL_AS_DEPLOYMENT_NAME") or ""
        if switch.strip().lower() == "true":
            return "AZURE_USE_MODEL_AS_DEPLOYMENT_NAME"
    address = environment.value(BASE_URL)
    is_instance = path[_GROUP_DEPTH:] == ("instanceName",)
    if is_instance and address and not value_at(config, (*group, "baseURL")):
        return "" if "${INSTANCE_NAME}" in address else BASE_URL
    return ""


def _concerns_azure(found: Variable) -> bool:
    if _READ_BY_SERVER.fullmatch(found.name):
        return False
    value = "" if found.value is None else found.value.reveal()
    return "AZURE" in found.name.upper() or _AZURE_VALUE.search(value) is not None


def _literals(config: Value, problems: Iterable[Problem]) -> Iterator[Literal]:
    for problem in problems:
        value = value_at(config, problem.path) if problem.code == Code.LITERAL_KEY else None
        if isinstance(value, str):
            yield Literal(problem.path, Secret(value), problem.line)


def _texts(config: Value) -> Iterator[tuple[Path, str]]:
    """Yield the texts of a config that hold a reference; what is shared, at its first place."""
    waiting: list[tuple[Path, Value]] = [((), config)]
    seen: set[int] = set()
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, str):
            if "${" in value:
                yield path, value
        elif isinstance(value, dict | list) and id(value) not in seen:
            seen.add(id(value))
            entries = value.items() if isinstance(value, dict) else enumerate(value)
            children: list[tuple[Path, Value]] = [((*path, key), item) for key, item in entries]
            waiting.extend(reversed(children))


def label_of(path: Path) -> str:
    """Return what people call the value at a path: its field's label, else its key."""
    field = field_at(path)
    return field.label if field is not None else str(path[-1]) if path else ""
