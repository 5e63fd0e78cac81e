"""Runs all measurements, prints the report and writes it to results.md: python -m benchmarks."""

import argparse
import platform
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.connections import TestingCost, testing_cost
from benchmarks.edits import EditCost, edit_cost
from benchmarks.keystrokes import FRAME, KeyCost, key_costs
from benchmarks.round_trips import RoundTrip, round_trips
from benchmarks.saving import SavingCost, saving_cost
from benchmarks.stalls import Waits, waits

_RESULTS = Path(__file__).with_name("results.md")


def main() -> None:
    """Measure and report; `--quick` uses few rounds and writes nothing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    quick = parser.parse_args().quick
    costs = [
        edit_cost(200, 20 if quick else 300),
        edit_cost(1000, 10 if quick else 100),
        edit_cost(2000, 10 if quick else 100),
    ]
    saving = saving_cost(20 if quick else 200, 1 if quick else 3)
    keys = list(key_costs(20 if quick else 200))
    testing = testing_cost(200, 32, 1 if quick else 5)
    in_window = [waits(200, 32, 1 if quick else 5), waits(2000, 32, 1)]
    tables = (
        _edit_table(costs),
        _key_table(keys),
        _saving_table(saving),
        _testing_table(testing, in_window),
    )
    report = "\n".join(_report(tables, list(round_trips()))) + "\n"
    print(report)
    if not quick:
        _RESULTS.write_text(report, encoding="utf-8")


def _report(tables: Sequence[Iterator[str]], trips: list[RoundTrip]) -> Iterator[str]:
    yield "# Measurements"
    yield ""
    yield (
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}. Written by "
        "`make bench`; the ratios mean more than the milliseconds, since all of a table was "
        "measured in one run."
    )
    for table in (*tables, _trip_table(trips)):
        yield from table


def _edit_table(costs: list[EditCost]) -> Iterator[str]:
    yield ""
    yield "## One edit: new document with its problems (p50 / p95)"
    yield ""
    yield _row("groups", *(f"{cost.groups:,}" for cost in costs))
    yield _row("---", *("--:" for _ in costs))
    yield _row("lines", *(f"{cost.lines:,}" for cost in costs))
    for name in costs[0].edits:
        yield _row(name, *(cost.edits[name] for cost in costs))
    yield _row("libyaml's compose of the text", *(cost.compose for cost in costs))
    yield _row("opening, with its problems", *(f"{cost.opening:.0f} ms" for cost in costs))
    every = [cost.edits["all edits"].p95 for cost in costs]
    yield _row("p95 ÷ that of the smallest", *(f"{cost / every[0]:.1f}" for cost in every))
    ratios = (p95 / cost.compose.p50 for p95, cost in zip(every, costs, strict=True))
    yield _row("p95 ÷ compose", *(f"{ratio:.3f}" for ratio in ratios))


def _key_table(keys: list[KeyCost]) -> Iterator[str]:
    yield ""
    yield "## One key in the window: judged, shown and painted (p50 / p95)"
    yield ""
    yield f"A frame of a 60 Hz screen lasts {FRAME:.1f} ms. Painted in memory, without a screen."
    yield "The form is painted before the rest of the window follows; the last column says whether"
    yield "it is within a frame after 95 of 100 keys."
    yield ""
    yield (
        "| file | lines | problems | form, a new problem | form | all, typed in the form "
        "| all, typed in the source | assistant for a group | in a frame |"
    )
    yield "|---|--:|--:|--:|--:|--:|--:|--:|---|"
    for cost in keys:
        within = "yes" if cost.fits_a_frame else "no"
        yield _row(
            cost.name,
            f"{cost.lines:,}",
            f"{cost.problems:,}",
            cost.new,
            cost.form,
            cost.window,
            cost.source,
            cost.assistant,
            within,
        )


def _row(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def _saving_table(saving: SavingCost) -> Iterator[str]:
    yield ""
    yield f"## Saving one change in {saving.lines:,} lines (p50 / p95)"
    yield ""
    yield "| edit and write | ruamel.yaml: load and dump | ratio of p50 |"
    yield "|--:|--:|--:|"
    yield f"| {saving.ours} | {saving.ruamel} | {saving.ours.p50 / saving.ruamel.p50:.4f} |"


def _testing_table(cost: TestingCost, found: Sequence[Waits]) -> Iterator[str]:
    yield ""
    yield f"## Testing {cost.models} models, {cost.concurrency} at once, against a server of 200 ms"
    yield ""
    yield "| whole run, the best of several | the server's own time | ratio |"
    yield "|--:|--:|--:|"
    yield f"| {cost.took:.0f} ms | {cost.ideal:.0f} ms | {cost.ratio:.2f} |"
    yield ""
    yield (
        "The same in the window, all of it shown. The longest pass through the event loop, by the "
        "clock / what the longest one computes:"
    )
    yield ""
    yield (
        "| models | first run | its longest pass | later runs | their longest pass, the median | "
        "the worst of them | cancelling |"
    )
    yield "|--:|--:|--:|--:|--:|--:|--:|"
    for one in found:
        first, *later = (
            f"{passed.clock:.0f} / {passed.computing:.0f} ms"
            for passed in (one.first, one.middle, one.worst)
        )
        yield _row(
            f"{one.models:,}",
            f"{one.first_took:.0f} ms",
            first,
            f"{one.took:.0f} ms",
            *later,
            f"{one.cancelling:.0f} ms",
        )


def _trip_table(trips: list[RoundTrip]) -> Iterator[str]:
    yield ""
    yield "## Lines that differ after one scalar was changed"
    yield ""
    yield (
        "ruamel.yaml as a round trip with `preserve_quotes` and a width of 4,096, else as it comes."
    )
    yield ""
    yield _row("file", "lines", "ours", "ruamel.yaml", "told to indent lists")
    yield _row("---", "--:", "--:", "--:", "--:")
    for trip in trips:
        yield _row(*trip)
    sums = (_sum([trip.ruamel for trip in trips]), _sum([trip.indented for trip in trips]))
    yield _row(f"all {len(trips)}", "", sum(trip.ours for trip in trips), *sums)


def _sum(counts: list[int | str]) -> str:
    failed = sum(isinstance(count, str) for count in counts)
    total = sum(count for count in counts if isinstance(count, int))
    return f"{total}, and {failed} files not at all"


if __name__ == "__main__":
    main()
