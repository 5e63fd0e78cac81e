"""Holds the six operations against their laws: python -m tests.fuzz_edits --count 2000."""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from difflib import unified_diff

from editor.core.document import Document
from tests.generators.operations import KINDS, random_operation
from tests.laws.edits import Load, Outcome, outcome
from tests.laws.reference import Operation
from tests.oracle.jsyaml import JsYaml
from tests.strategies import config, nasty_yaml_text


def edits(
    kind: str, count: int, seed: int, text_of: Callable[[int], str] = config
) -> Iterator[tuple[int, Document, Operation]]:
    """Yield `count` generated documents with an operation of this kind for each."""
    number = seed * 1_000_003
    while count:
        document = Document(text_of(number))
        operation = random_operation(kind, document.value, random.Random(number))
        if operation is not None:
            count -= 1
            yield number, document, operation
        number += 1


def main() -> int:
    """Run every kind of operation on generated configs; return 1 when a law was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000, help="edits of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", choices=KINDS, action="append")
    parser.add_argument("--nasty", action="store_true", help="nasty texts instead of configs")
    parser.add_argument("--show", type=int, default=5, help="broken edits to print of each kind")
    arguments = parser.parse_args()
    broken = 0
    with JsYaml() as oracle:
        for kind in arguments.kind or KINDS:
            text_of = nasty_yaml_text if arguments.nasty else config
            cases = edits(kind, arguments.count, arguments.seed, text_of)
            broken += _run(kind, cases, oracle.load, arguments.show)
    return 1 if broken else 0


def _run(kind: str, cases: Iterator[tuple[int, Document, Operation]], load: Load, show: int) -> int:
    refusals: Counter[str] = Counter()
    broken = total = 0
    for number, document, operation in cases:
        for attempt in (operation, operation | {"detach": True}):
            found = outcome(document, attempt, load)
            if found.broken:
                broken += 1
                if broken <= show:
                    _report(number, document, attempt, found)
            if found.refusal is None:
                break
            refusals[found.refusal.reason + (" (detached)" if "detach" in attempt else "")] += 1
        total += 1
    print(f"{kind}: {total} edits, {broken} broke a law, {refusals.total()} refusals")
    for reason, count in refusals.most_common():
        print(f"{count:8}  {reason}")
    return broken


def _report(number: int, document: Document, operation: Operation, found: Outcome) -> None:
    print(f"text {number}: {operation}")
    for law in found.broken:
        print(f"    {law[:400]}")
    if found.refusal is None and "crashed" not in found.broken[0]:
        old, new = document.text, document.apply([operation]).text
        print("\n".join(unified_diff(old.splitlines(), new.splitlines(), lineterm="")))


if __name__ == "__main__":
    sys.exit(main())
