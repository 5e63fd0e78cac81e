"""What LibreChat's packages said when they were last asked; see tests/oracle/record_verdicts.py."""

import json
from pathlib import Path
from typing import Any

from editor.core.schema.field import Target

VERDICTS_FILE = Path(__file__).with_name("recorded_verdicts.jsonl")
SECTIONS_FILE = Path(__file__).with_name("recorded_sections.jsonl")
STARTUPS_FILE = Path(__file__).with_name("recorded_startups.jsonl")
KEYS_FILE = Path(__file__).with_name("recorded_keys.json")


def verdicts() -> list[tuple[Target, dict[str, Any]]]:
    """Return the recorded cases: each the target and an object with `config` and the answer."""
    return _cases(VERDICTS_FILE)


def sections() -> list[tuple[Target, dict[str, Any]]]:
    """Return the recorded cases about sections other than Azure's."""
    return _cases(SECTIONS_FILE)


def startups() -> list[tuple[Target, dict[str, Any]]]:
    """Return the recorded starts: each the target and a config, its environment, the answer."""
    return _cases(STARTUPS_FILE)


def _cases(file: Path) -> list[tuple[Target, dict[str, Any]]]:
    cases = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return [(Target(case["target"]), case) for case in cases]


def keys(target: Target) -> dict[str, list[str]]:
    """Return the keys that the target's package knows at each level, in its order."""
    return json.loads(KEYS_FILE.read_text(encoding="utf-8"))[target.value]
