"""Which rows go on in a new version of a list, and the steps that turn the old list into the new.

Rows that go on keep what a view knows of them: expansion, selection, scroll position.
"""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

_Item = TypeVar("_Item")


class Remove(NamedTuple):
    """Take out the rows from `first` to `last`."""

    first: int
    last: int


class Move(NamedTuple):
    """Take the row at `source` out and put it in again at `target`."""

    source: int
    target: int


class Insert(NamedTuple):
    """Put in the new rows that are to be from `first` to `last`."""

    first: int
    last: int


Step = Remove | Move | Insert


def matched(
    old: Sequence[_Item],
    new: Sequence[_Item],
    keys: Sequence[Callable[[_Item], Hashable]],
) -> list[int | None]:
    """Return for each new item the index of the old one that it continues, or None.

    Items are the same when a key says so, the first key first; of those left, an equal number on
    both sides were changed in place.
    """
    found: list[int | None] = [None] * len(new)
    old_left, new_left = list(range(len(old))), list(range(len(new)))
    for key in keys:
        places: dict[Hashable, deque[int]] = defaultdict(deque)
        for index in old_left:
            places[key(old[index])].append(index)
        for index in new_left:
            candidates = places.get(key(new[index]))
            if candidates:
                found[index] = candidates.popleft()
        used = set(found)
        old_left = [index for index in old_left if index not in used]
        new_left = [index for index in new_left if found[index] is None]
    if len(old_left) == len(new_left):
        for here, there in zip(new_left, old_left, strict=True):
            found[here] = there
    return found


def steps(count: int, matches: Sequence[int | None]) -> Iterator[Step]:
    """Yield what turns `count` old rows into the new ones, to be done one after the other."""
    kept = {index for index in matches if index is not None}
    yield from (Remove(*run) for run in reversed(_runs([i for i in range(count) if i not in kept])))
    yield from _moves([index for index in matches if index is not None])
    yield from (Insert(*run) for run in _runs([i for i, old in enumerate(matches) if old is None]))


def _moves(wanted: list[int]) -> Iterator[Move]:
    """Yield the moves that put rows, now in ascending order, into the wanted one."""
    rows = sorted(wanted)
    for place, row in enumerate(wanted):
        if rows[place] == row:
            continue
        if rows[place + 1] == row:
            move = Move(place, wanted.index(rows[place]))
        else:
            move = Move(rows.index(row), place)
        rows.insert(move.target, rows.pop(move.source))
        yield move


def _runs(indexes: list[int]) -> list[tuple[int, int]]:
    """Return ascending indexes as runs of neighbours, each with its first and last."""
    runs: list[tuple[int, int]] = []
    for index in indexes:
        if runs and runs[-1][1] == index - 1:
            runs[-1] = (runs[-1][0], index)
        else:
            runs.append((index, index))
    return runs
