"""Holds our parser against js-yaml on generated texts: python -m tests.oracle.fuzz_parser."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable

from tests.oracle.comparison import difference, refusal_agreement
from tests.oracle.jsyaml import JsYaml
from tests.oracle.minimising import minimised
from tests.strategies import configs, nasty_yaml_texts


def main() -> int:
    """Fuzz as the command line says; return 1 when a difference was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=10, help="how many differences to print")
    parser.add_argument(
        "--configs", action="store_true", help="valid configs instead of nasty texts"
    )
    arguments = parser.parse_args()
    source = configs if arguments.configs else nasty_yaml_texts
    with JsYaml() as oracle:
        found = _compare(source(arguments.count, arguments.seed), oracle, arguments.show)
    return 1 if found else 0


def _compare(texts: Iterable[str], oracle: JsYaml, show: int) -> int:
    tally: Counter[str] = Counter()
    seen: set[str] = set()
    for text in texts:
        verdict = oracle.load(text)
        found = difference(text, verdict)
        tally[type(verdict).__name__] += 1
        agreement = refusal_agreement(text, verdict)
        if agreement is not None:
            tally["same reason"] += agreement[0]
            tally["same line"] += agreement[1]
        if found is not None:
            tally[f"difference: {found.kind}"] += 1
            if len(seen) < show:
                _report(text, found.kind, oracle, seen)
    for name, count in sorted(tally.items()):
        print(f"{count:8}  {name}")
    return sum(count for name, count in tally.items() if name.startswith("difference"))


def _report(text: str, kind: str, oracle: JsYaml, seen: set[str]) -> None:
    def shows_it(candidate: str) -> bool:
        found = difference(candidate, oracle.load(candidate))
        return found is not None and found.kind == kind

    small = minimised(text, shows_it)
    if small in seen:
        return
    seen.add(small)
    found = difference(small, oracle.load(small))
    assert found is not None
    print(f"{found.kind}: {small!r}\n    ours:   {found.ours}\n    theirs: {found.theirs}\n")


if __name__ == "__main__":
    sys.exit(main())
