"""How long a piece of work takes: wall time in milliseconds, many rounds, one process."""

import statistics
import time
from collections.abc import Callable
from typing import NamedTuple


class Times(NamedTuple):
    """The median and the 95th percentile of many rounds, in milliseconds."""

    p50: float
    p95: float

    def __str__(self) -> str:
        """Return both numbers for a table."""
        return f"{self.p50:.2f} / {self.p95:.2f} ms"


def summary(milliseconds: list[float]) -> Times:
    """Return the percentiles of measured rounds; one round counts as both."""
    if len(milliseconds) == 1:
        return Times(milliseconds[0], milliseconds[0])
    cuts = statistics.quantiles(milliseconds, n=20, method="inclusive")
    return Times(cuts[9], cuts[18])


def measured(work: Callable[[], object], rounds: int) -> Times:
    """Return how long the work takes when done so many times."""
    return summary([duration(work) for _ in range(rounds)])


def duration(work: Callable[[], object]) -> float:
    """Return the milliseconds that the work takes once."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
