"""What LibreChat's own packages say about a config."""

import json
import math
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from editor.core.schema.field import Target
from editor.core.yaml.values import Timestamp, Value

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


class Zod:
    """A running node process that judges configs; use it as a context manager."""

    def __init__(self) -> None:
        """Start the process."""
        self._process = subprocess.Popen(
            ["node", str(_SCRIPT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def __enter__(self) -> Self:
        """Return the running process."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop the process and wait for it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(timeout=10)
        self._process.stdout.close()

    def judge(self, config: Value, target: Target) -> Judgement:
        """Return what the target's package says about a config."""
        return judgement_from(self.answer({"target": target.value, "config": encoded(config)}))

    def keys(self, target: Target) -> dict[str, list[str]]:
        """Return the keys that the target's package knows at each level, in its order."""
        return self.answer({"target": target.value})["keys"]

    def answer(self, question: dict[str, object]) -> dict[str, Any]:
        """Return the process's own answer to a question, as plain JSON."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(question).encode() + b"\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())


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
