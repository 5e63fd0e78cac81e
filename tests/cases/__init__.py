"""Hand-made YAML files, one per peculiarity, with js-yaml's reading of each in golden.json."""

import json
from pathlib import Path

from tests.oracle.jsyaml import Verdict, verdict_from_json

_FOLDER = Path(__file__).parent
_EXAMPLES_FOLDER = _FOLDER.parents[1] / "resources" / "examples"
GOLDEN_FILE = _FOLDER / "golden.json"


def case_files() -> dict[str, Path]:
    """Return all files by name: `crlf.yaml`, `bad/duplicate-key.yaml`, `examples/titles.yaml`."""
    files = {path.relative_to(_FOLDER).as_posix(): path for path in _FOLDER.rglob("*.yaml")}
    for path in _EXAMPLES_FOLDER.rglob("*.yaml"):
        files[f"examples/{path.relative_to(_EXAMPLES_FOLDER).as_posix()}"] = path
    return dict(sorted(files.items()))


def case_names() -> list[str]:
    """Return the names of the files that LibreChat reads as a mapping, the examples included."""
    return [name for name in case_files() if not name.startswith("bad/")]


def case_text(name: str) -> str:
    """Return the exact text of a case, line endings and byte-order mark included."""
    return case_files()[name].read_bytes().decode("utf-8")


def golden() -> dict[str, Verdict]:
    """Return js-yaml's verdict on every case that is UTF-8, by name."""
    answers = json.loads(GOLDEN_FILE.read_text(encoding="ascii"))
    return {name: verdict_from_json(answer) for name, answer in answers.items()}
