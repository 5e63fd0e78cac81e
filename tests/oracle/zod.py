"""What LibreChat's own packages say about a config."""

import math
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from editor.core.schema.field import Target
from editor.core.yaml.values import Timestamp, Value
from tests.oracle.nodeprocess import NodeProcess

_SCRIPT = Path(__file__).with_name("zod.mjs")

Issue = tuple[str, tuple[str | int, ...]]


@dataclass(frozen=True, slots=True)
class Judgement:
    """LibreChat's issues as (message, path), and what it makes of a list of groups.

    `group_errors` is None when there is no such list; `models` only counts without errors. When
    the check itself broke off, `thrown` is its error, and there is nothing else.
    """

    issues: tuple[Issue, ...]
    group_errors: tuple[str, ...] | None
    models: tuple[str, ...]
    thrown: str | None = None


class Zod(NodeProcess):
    """A running node process that judges configs; use it as a context manager."""

    def __init__(self) -> None:
        """Start the process."""
        super().__init__("zod.mjs")

    def judge(self, config: Value, target: Target) -> Judgement:
        """Return what the target's package says about a config."""
        return judgement_from(self.answer({"target": target.value, "config": encoded(config)}))

    def keys(self, target: Target) -> dict[str, list[str]]:
        """Return the keys that the target's package knows at each level, in its order."""
        return self.answer({"target": target.value})["keys"]


def judgement_from(answer: dict[str, Any]) -> Judgement:
    """Return the judgement that a line of the process's answers, or of a record, spells."""
    match answer:
        case {"thrown": str(message)}:
            return Judgement((), None, (), message)
        case {"issues": list(issues), "groups": None}:
            return Judgement(_issues(issues), None, ())
        case {"issues": list(issues), "groups": {"errors": list(errors), "models": list(models)}}:
            return Judgement(_issues(issues), tuple(errors), tuple(models))
        case _:
            raise ValueError(answer)


def _issues(answer: list[tuple[str, list[str | int]]]) -> tuple[Issue, ...]:
    return tuple((message, tuple(path)) for message, path in answer)


def encoded(value: Value) -> object:
    """Return a value as JSON can carry it to the process."""
    match value:
        case dict():
            return {key: encoded(item) for key, item in value.items()}
        case list():
            return [encoded(item) for item in value]
        case Timestamp():
            return {"$date": value.milliseconds}
        case bytes():
            return {"$bytes": list(value)}
        case float() if not math.isfinite(value):
            spelled = "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
            return {"$number": spelled}
        case _:
            return value


def decoded(value: object) -> Value:
    """Return the value that `encoded` wrote."""
    match value:
        case {"$date": int(milliseconds)}:
            return Timestamp(milliseconds)
        case {"$bytes": list(numbers)}:
            return bytes(numbers)
        case {"$number": str(spelled)}:
            return float(spelled)
        case dict():
            return {str(key): decoded(item) for key, item in value.items()}
        case list():
            return [decoded(item) for item in value]
        case None | bool() | int() | float() | str():
            return value
        case _:
            raise TypeError(value)


def is_installed() -> bool:
    """Say whether node and LibreChat's packages are there."""
    modules = _SCRIPT.parent / "node_modules"
    names = ("librechat-data-provider", "dp07")
    return shutil.which("node") is not None and all((modules / name).exists() for name in names)
