"""Writes how LibreChat starts with a choice of configs: python -m tests.oracle.record_startups.

A generated config is chosen when LibreChat says something about it that no earlier one has shown.
"""

import json
import re
from collections.abc import Iterator

from editor.core.schema.field import Target
from tests.core.validation.recorded import STARTUPS_FILE
from tests.generators.environments import startups
from tests.oracle.startup import Start, Startup, start_from

_GENERATED = 20_000
_SEED = 3
_QUIET = 25
_NAMED = re.compile(r'"[^"]*"')


def main() -> None:
    """Record cases for both targets."""
    with Startup() as oracle:
        lines = [line for target in Target for line in _recorded(oracle, target)]
    STARTUPS_FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _recorded(oracle: Startup, target: Target) -> Iterator[str]:
    shown: set[str] = set()
    quiet = 0
    for config, environ in startups(_GENERATED, _SEED):
        question = {"target": target.value, "environ": environ, "config": config}
        answer = oracle.answer(question)
        said = set(_sayings(start_from(answer)))
        quiet += not said
        if said <= shown and (said or quiet > _QUIET):
            continue
        shown |= said
        yield json.dumps(question | answer, separators=(",", ":"))


def _sayings(start: Start) -> Iterator[str]:
    """Yield what is said, without the names that make each case its own."""
    texts = [start.thrown or "", *(start.error or "").split("\n"), *(start.warnings or ())]
    said = [_NAMED.sub("", text) for text in texts if text]
    yield from said
    if start.has_issues:
        yield "issues"
    if len(said) > 1:
        yield " and ".join(said)


if __name__ == "__main__":
    main()
