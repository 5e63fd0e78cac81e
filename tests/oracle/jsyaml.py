"""What js-yaml 4.3.2, the loader that LibreChat uses, makes of a YAML text."""

import base64
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from editor.core.yaml.values import Timestamp, Value
from tests.oracle.nodeprocess import NodeProcess

_SCRIPT = Path(__file__).with_name("jsyaml.mjs")
_VERSION_QUERY = "process.stdout.write(require('js-yaml/package.json').version)"
_SAFE_INTEGER = 2**53


@dataclass(frozen=True, slots=True)
class Accepted:
    """A text that js-yaml loads, with the value in the shapes of `editor.core.yaml.values`."""

    value: Value


@dataclass(frozen=True, slots=True)
class Refused:
    """A text that js-yaml refuses; positions are 0-based code points, None without a mark."""

    reason: str
    offset: int | None
    line: int | None
    column: int | None


@dataclass(frozen=True, slots=True)
class Odd:
    """A text that js-yaml loads into something that is no finite tree: `cyclic` or `huge`."""

    kind: str


Verdict = Accepted | Refused | Odd


class JsYaml(NodeProcess):
    """A running node process that loads texts; use it as a context manager."""

    def __init__(self) -> None:
        """Start the process."""
        super().__init__("jsyaml.mjs")

    def load(self, text: str) -> Verdict:
        """Return js-yaml's verdict on a text."""
        return verdict_from_json(self.answer(text))


def is_available() -> bool:
    """Say whether node and the pinned js-yaml are installed."""
    if shutil.which("node") is None:
        return False
    found = subprocess.run(
        ["node", "-e", _VERSION_QUERY],
        cwd=_SCRIPT.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    return found.stdout == "4.3.2"


def verdict_from_json(answer: dict[str, object]) -> Verdict:
    """Return the verdict that one answer of the process, or of a golden file, stands for."""
    if not answer["ok"]:
        return Refused(*(answer.get(key) for key in ("reason", "offset", "line", "column")))  # pyright: ignore
    if "odd" in answer:
        return Odd(str(answer["odd"]))
    return Accepted(decode(answer["value"]))


def decode(encoded: object) -> Value:
    """Return the plain value that an encoded one stands for."""
    match encoded:
        case list():
            return [decode(item) for item in encoded]
        case {"$map": pairs}:
            return {key: decode(value) for key, value in pairs}
        case {"$date": milliseconds}:
            return Timestamp(milliseconds)
        case {"$bytes": text}:
            return base64.b64decode(text)
        case {"$number": text}:
            return float(text)
        case float():
            return _number(encoded)
        case int() if not isinstance(encoded, bool):
            return _number(float(encoded))
        case _:
            return encoded  # pyright: ignore


def _number(number: float) -> int | float:
    if number.is_integer() and abs(number) <= _SAFE_INTEGER:
        return int(number)
    return number
