"""The smallest part of a text that still shows what the whole text shows."""

from collections.abc import Callable, Sequence


def minimised(text: str, is_interesting: Callable[[str], bool], *, tries: int = 4000) -> str:
    """Return a text as short as found that is still interesting: fewer lines, then characters."""
    budget = iter(range(tries))

    def holds(candidate: str) -> bool:
        return next(budget, None) is not None and is_interesting(candidate)

    text = _shrunk(text.splitlines(keepends=True), holds)
    return _shrunk(text, holds)


def _shrunk(parts: Sequence[str], holds: Callable[[str], bool]) -> str:
    size = len(parts) // 2
    while size:
        start = 0
        while start < len(parts):
            rest = [*parts[:start], *parts[start + size :]]
            if holds("".join(rest)):
                parts = rest
            else:
                start += size
        size //= 2
    return "".join(parts)
