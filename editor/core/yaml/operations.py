"""The six operations on a config, as values, and how they are read from JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.core.yaml.values import Timestamp

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.core.yaml.values import Path, Value

END_OF_LIST = "-"


class BadOperation(ValueError):
    """What was given is not one of the operations; the message says why."""


@dataclass(frozen=True, slots=True)
class Set:
    """Set a value, creating missing mappings on the way.

    `everywhere` changes a single value that is shared where it is written, for all that use it.
    """

    path: Path
    value: Value
    everywhere: bool = False
    detach: bool = False


@dataclass(frozen=True, slots=True)
class Unset:
    """Remove a key or an item with the comments that belong to it."""

    path: Path
    detach: bool = False


@dataclass(frozen=True, slots=True)
class Rename:
    """Give a key another name, in place."""

    path: Path
    name: str
    detach: bool = False


@dataclass(frozen=True, slots=True)
class Insert:
    """Add an item at an index, or a new key; the last step of the path says where.

    `source` is the entry as YAML at the left margin, key or dash and comments included: it is
    written as it stands where that gives the value.
    """

    path: Path
    value: Value
    source: str | None = None
    detach: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """Put an entry at another index of its collection."""

    path: Path
    to: int
    detach: bool = False


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Copy an entry right behind itself; a mapping's entry needs a name."""

    path: Path
    name: str | None = None
    detach: bool = False


Operation = Set | Unset | Rename | Insert | Move | Duplicate

_FIELDS: dict[str, tuple[str, ...]] = {
    "set": ("value", "everywhere"),
    "unset": (),
    "rename": ("name",),
    "insert": ("value", "source"),
    "move": ("to",),
    "duplicate": ("name",),
}
_KINDS = {
    "set": Set,
    "unset": Unset,
    "rename": Rename,
    "insert": Insert,
    "move": Move,
    "duplicate": Duplicate,
}
_OPTIONAL = {"duplicate": ("name",), "insert": ("source",), "set": ("everywhere",)}


def operation_from(fields: Mapping[str, object]) -> Operation:
    """Return the operation that a JSON object describes; raises BadOperation."""
    op = fields.get("op")
    if not isinstance(op, str) or op not in _KINDS:
        raise BadOperation(f"“op” must be one of {', '.join(_KINDS)}; this is {op!r}.")
    known = {"op", "path", "detach", *_FIELDS[op]}
    unknown = [name for name in fields if name not in known]
    if unknown:
        raise BadOperation(f"“{op}” takes no “{unknown[0]}”; it takes {', '.join(sorted(known))}.")
    missing = [n for n in _FIELDS[op] if n not in fields and n not in _OPTIONAL.get(op, ())]
    if missing:
        raise BadOperation(f"“{op}” needs “{missing[0]}”.")
    arguments = {name: fields[name] for name in _FIELDS[op] if name in fields}
    _check(op, arguments)
    detach = fields.get("detach", False)
    if not isinstance(detach, bool):
        raise BadOperation("“detach” must be true or false.")
    return _KINDS[op](_path_from(fields.get("path")), detach=detach, **arguments)  # type: ignore[arg-type]


def _path_from(path: object) -> Path:
    if not isinstance(path, list | tuple):
        raise BadOperation("“path” must be a list of keys and indexes.")
    steps: list[str | int] = []
    for step in path:  # pyright: ignore[reportUnknownVariableType]
        if isinstance(step, bool) or not isinstance(step, str | int):
            raise BadOperation(
                f"A “path” holds keys (text) and indexes (whole numbers), not {step!r}."
            )
        steps.append(step)
    return tuple(steps)


def _refuse_unwritable(value: object) -> None:
    """Raise BadOperation for a value that no YAML of LibreChat's can hold."""
    match value:
        case dict():
            for key, item in value.items():  # pyright: ignore[reportUnknownVariableType]
                if not isinstance(key, str):
                    raise BadOperation(f"The keys of a “value” must be text, not {key!r}.")
                _refuse_unwritable(item)  # pyright: ignore[reportUnknownArgumentType]
        case list():
            for item in value:  # pyright: ignore[reportUnknownVariableType]
                _refuse_unwritable(item)  # pyright: ignore[reportUnknownArgumentType]
        case str() | bool() | int() | float() | Timestamp() | None:
            return
        case _:
            raise BadOperation(f"“value” cannot be a {type(value).__name__}.")


def _check(op: str, arguments: Mapping[str, object]) -> None:
    _refuse_unwritable(arguments.get("value"))
    name, to = arguments.get("name", ""), arguments.get("to", 0)
    if not isinstance(name, str) and not (op == "duplicate" and name is None):
        raise BadOperation(f"“name” must be text; this is {name!r}.")
    if not isinstance(arguments.get("source"), str | None):
        raise BadOperation("“source” must be text.")
    if not isinstance(arguments.get("everywhere", False), bool):
        raise BadOperation("“everywhere” must be true or false.")
    if isinstance(to, bool) or not isinstance(to, int) or to < 0:
        raise BadOperation(f"“to” must be an index, 0 or more; this is {to!r}.")
