"""What LibreChat's own packages make of references and of a start, in a given environment."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from editor.core.schema.field import Target
from editor.core.yaml.values import Value
from tests.oracle.nodeprocess import NodeProcess

_MODULES = Path(__file__).with_name("node_modules")


class Start(NamedTuple):
    """What the schema throws, or whether it objects; what stops the start; what is warned of.

    Texts are None where nothing is thrown, `warnings` where the target's package starts nothing.
    """

    thrown: str | None
    has_issues: bool
    error: str | None
    warnings: tuple[str, ...] | None


class Startup(NodeProcess):
    """A running node process that starts configs; use it as a context manager."""

    def __init__(self) -> None:
        """Start the process."""
        super().__init__("startup.mjs")

    def resolve(
        self, texts: Sequence[str], target: Target, environ: Mapping[str, str]
    ) -> list[str]:
        """Return the texts with their references filled in."""
        return self.answer({"target": target, "environ": environ, "texts": texts})

    def start(self, config: Value, target: Target, environ: Mapping[str, str]) -> Start:
        """Return how a config starts."""
        return start_from(self.answer({"target": target, "environ": environ, "config": config}))


def start_from(answer: Mapping[str, Any]) -> Start:
    """Return the start that a line of the process's answers, or of a record, spells."""
    warnings = answer["warnings"]
    return Start(
        answer["thrown"],
        bool(answer["issues"]),
        answer["error"],
        None if warnings is None else tuple(warnings),
    )


def is_installed() -> bool:
    """Say whether node and the packages that start LibreChat are there."""
    names = ("librechat-data-provider", "dp07", "@librechat/data-schemas")
    return shutil.which("node") is not None and all((_MODULES / name).exists() for name in names)
