"""What LibreChat's own packages make of references and of a start, in a given environment."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from editor.core.schema.field import Target
from editor.core.yaml.values import Value
from tests.oracle.nodeprocess import NodeProcess

_SCRIPT = Path(__file__).with_name("startup.mjs")


class Start(NamedTuple):
    """What the schema throws, and what stops the start behind it; None where nothing does."""

    thrown: str | None
    error: str | None


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
        answer = self.answer({"target": target, "environ": environ, "config": config})
        return Start(answer["thrown"], answer["error"])
