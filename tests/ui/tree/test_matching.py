"""Rows that go on keep their identity, and the steps lead from the old list to the new one."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.ui.tree.matching import Insert, Move, Remove, Step, matched, steps


def done(
    old: Sequence[str], new: Sequence[str], matches: Sequence[int | None]
) -> list[tuple[int | None, str]]:
    """Return the list after all steps; a row is what it was, or a new one."""
    rows: list[tuple[int | None, str]] = list(enumerate(old))
    for step in steps(len(old), matches):
        match step:
            case Remove(first, last):
                del rows[first : last + 1]
            case Move(source, target):
                rows.insert(target, rows.pop(source))
            case Insert(first, last):
                rows[first:first] = [(None, new[index]) for index in range(first, last + 1)]
    return rows


names = st.lists(st.sampled_from("abcdefgh"), max_size=8)


@given(old=names, new=names)
def test_the_steps_end_with_the_rows_that_were_matched(
    old: Sequence[str], new: Sequence[str]
) -> None:
    matches = matched(old, new, (str,))
    assert [index for index, _ in done(old, new, matches)] == matches


@given(old=names, new=names)
def test_equal_items_are_matched_before_others(old: Sequence[str], new: Sequence[str]) -> None:
    matches = matched(old, new, (str,))
    for name in set(old):
        found = [new[at] for at, index in enumerate(matches) if index is not None]
        assert found.count(name) >= min(old.count(name), new.count(name))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("abc", "abc", []),
        ("abc", "axc", []),
        ("abc", "ac", [Remove(1, 1)]),
        ("ac", "axyc", [Insert(1, 2)]),
        ("abcd", "bcda", [Move(0, 3)]),
        ("abcd", "dabc", [Move(3, 0)]),
        ("abcd", "acbd", [Move(1, 2)]),
    ],
)
def test_a_small_change_takes_few_steps(
    old: Sequence[str], new: Sequence[str], expected: list[Step]
) -> None:
    assert list(steps(len(old), matched(old, new, (str,)))) == expected
