"""Writes what LibreChat says about a choice of sections: python -m tests.oracle.record_sections.

A generated config is chosen when it shows a message at a place that no earlier one has shown.
"""

import json
from collections.abc import Iterator

from editor.core.schema.field import Target
from tests.core.validation.recorded import SECTIONS_FILE
from tests.oracle.section_cases import section_cases
from tests.oracle.zod import Judgement, Zod, encoded, judgement_from

_GENERATED = 4_000
_SEED = 4
_ACCEPTED = 60
_LONGEST = 600


def main() -> None:
    """Record cases for both targets."""
    with Zod() as oracle:
        lines = [line for target in Target for line in _recorded(oracle, target)]
    SECTIONS_FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _recorded(oracle: Zod, target: Target) -> Iterator[str]:
    shown: set[str] = set()
    accepted = 0
    for config in section_cases(_GENERATED, _SEED, target):
        question = {"target": target.value, "config": encoded(config)}
        line = json.dumps(question | oracle.answer(question), ensure_ascii=False,
                          separators=(",", ":"))  # fmt: skip
        said = _sayings(judgement_from(json.loads(line)))
        accepted += not said
        if len(line) > _LONGEST or (said <= shown and (said or accepted > _ACCEPTED)):
            continue
        shown |= said
        yield line


def _sayings(judgement: Judgement) -> set[str]:
    """Return what is said and in which section, without names and numbers."""
    return {
        f"{message.split(',')[0][:16]} at {'.'.join(map(str, path[:2]))}"
        for message, path in judgement.issues
    }


if __name__ == "__main__":
    main()
