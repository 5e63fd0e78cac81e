"""Hand-made YAML files, one per peculiarity, with js-yaml's reading of each in golden.json."""

import json
from pathlib import Path

from tests.oracle.jsyaml import Verdict, verdict_from_json

CASES_FOLDER = Path(__file__).parent
GOLDEN_FILE = CASES_FOLDER / "golden.json"


def golden() -> dict[str, Verdict]:
    """Return js-yaml's verdict by file name, such as `crlf.yaml` or `bad/duplicate-key.yaml`."""
    answers = json.loads(GOLDEN_FILE.read_text(encoding="ascii"))
    return {name: verdict_from_json(answer) for name, answer in answers.items()}


def case_text(name: str) -> str:
    """Return the exact text of a case, line endings and byte-order mark included."""
    return (CASES_FOLDER / name).read_bytes().decode("utf-8")


def case_names() -> list[str]:
    """Return the names of the files that LibreChat reads as a mapping."""
    return sorted(path.name for path in CASES_FOLDER.glob("*.yaml"))
