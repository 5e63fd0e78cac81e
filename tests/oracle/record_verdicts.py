"""Writes what LibreChat says about a choice of configs: python -m tests.oracle.record_verdicts.

A generated config is chosen when LibreChat says something about it that no earlier one has shown.
"""

import json
import re
from collections.abc import Iterator

from editor.core.schema.field import Target
from editor.core.yaml.values import Path
from tests.core.validation.recorded import KEYS_FILE, VERDICTS_FILE
from tests.oracle.zod import Judgement, Zod, encoded, judgement_from
from tests.oracle.zod_cases import cases
from tests.oracle.zod_comparison import is_promised

_GENERATED = 20_000
_SEED = 8
_ACCEPTED = 25
_QUOTED = re.compile(r'"[^"]*"')


def main() -> None:
    """Record cases and keys for both targets."""
    with Zod() as oracle:
        lines = [line for target in Target for line in _recorded(oracle, target)]
        keys = {target.value: oracle.keys(target) for target in Target}
    VERDICTS_FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    KEYS_FILE.write_text(json.dumps(keys, indent=1) + "\n", encoding="utf-8")


def _recorded(oracle: Zod, target: Target) -> Iterator[str]:
    shown: set[str] = set()
    accepted = 0
    for config in cases(_GENERATED, _SEED, target):
        question = {"target": target.value, "config": encoded(config)}
        answer = oracle.answer(question)
        said = set(_sayings(judgement_from(answer)))
        accepted += not said
        if said <= shown and (said or accepted > _ACCEPTED):
            continue
        shown |= said
        yield json.dumps(question | answer, ensure_ascii=False, separators=(",", ":"))


def _sayings(judgement: Judgement) -> Iterator[str]:
    """Yield what is said, without the names and indexes that make each case its own."""
    for message, path in judgement.issues:
        if is_promised(path):
            kind = message.split(":")[0]
            yield kind
            yield f"{kind.split(',')[0]} at {_pattern(path)}"
    if not judgement.issues:
        yield from (_QUOTED.sub("", error) for error in judgement.group_errors or ())


def _pattern(path: Path) -> str:
    keys = ["*" if isinstance(key, int) else key for key in path]
    if len(keys) > 5 and keys[4] in {"models", "addParams", "additionalHeaders"}:
        keys[5] = "*"
    return ".".join(keys)


if __name__ == "__main__":
    main()
