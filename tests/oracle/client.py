"""What LibreChat's own client, @librechat/agents 3.6.15, sends for given settings."""

import json
import shutil
from pathlib import Path
from typing import Any

from editor.core.routing.client import Settings
from tests.core.routing.recorded import as_object
from tests.oracle.nodeprocess import NodeProcess

FOLDER = Path(__file__).with_name("client")
_VERSIONS = {"@librechat/agents": "3.6.15", "@langchain/openai": "1.5.8", "openai": "6.49.0"}


class Client(NodeProcess):
    """A running node process that sends requests to nobody; use it as a context manager."""

    def __init__(self) -> None:
        """Start the process."""
        super().__init__("client/client.mjs")

    def answer_to(self, settings: Settings) -> dict[str, Any]:
        """Return the request that the client sends, or its error."""
        return self.answer(as_object(settings))


def is_installed() -> bool:
    """Say whether node and the pinned packages are there."""
    if shutil.which("node") is None:
        return False
    return all(_version(name) == version for name, version in _VERSIONS.items())


def _version(name: str) -> str | None:
    file = FOLDER / "node_modules" / name / "package.json"
    return json.loads(file.read_text(encoding="utf-8"))["version"] if file.is_file() else None


def comparable(answer: dict[str, Any], settings: Settings) -> dict[str, Any]:
    """Return the client's answer without what it says of itself; every error is one."""
    if "error" in answer:
        return {"error": True}
    configured = {name.lower() for name in settings.headers}
    headers = {
        name: text
        for name, text in answer["headers"].items()
        if not name.startswith("x-stainless-")
        and not (name == "user-agent" or (name == "accept" and name not in configured))
    }
    return answer | {"headers": headers}
