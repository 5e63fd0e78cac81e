"""Marks say how each line of the text differs from the file on disk."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.ui.panels.changedlines import changed_lines, count_runs
from editor.ui.widgets.markedtext import Change

A, C, R = Change.ADDED, Change.CHANGED, Change.REMOVED


@pytest.mark.parametrize(
    ("saved", "text", "marks"),
    [
        ("a\nb\nc\n", "a\nb\nc\n", {}),
        ("a\nb\nc\n", "a\nx\nb\nc\n", {1: A}),
        ("a\nb\nc\n", "a\nbx\nc\n", {1: C}),
        ("a\nb\nc\n", "a\nzzz\nc\n", {1: C}),
        ("a\nb\nc\n", "a\nc\n", {1: R}),
        ("a\nb\nc\n", "a\nb\n", {2: R}),
        ("a\nb\nc\n", "b\nc\n", {0: R}),
        ("a\nb\nc\n", "ax\nb\ncx\n", {0: C, 2: C}),
        ("a\nb", "a\nb\nc", {1: C, 2: A}),
        ("", "a\nb\n", {0: A, 1: A}),
        ("a\r\nb\r\nc\r\n", "a\r\nb\r\nx\r\nc\r\n", {2: A}),
        ("a\rb\rc\r", "a\rbx\rc\r", {1: C}),
        ("a\r\nb\r\n", "a\nb\n", {0: C, 1: C}),
        ("# \U0001f600\na: 1\n", "# \U0001f600\na: 2\n", {1: C}),
    ],
)
def test_marks_of_a_change(saved: str, text: str, marks: dict[int, Change]) -> None:
    assert changed_lines(saved, text) == marks


@given(
    saved=st.lists(st.sampled_from("abc"), max_size=8),
    text=st.lists(st.sampled_from("abc"), max_size=8),
)
def test_lines_without_a_mark_are_lines_of_the_file(saved: list[str], text: list[str]) -> None:
    marks = changed_lines("".join(f"{s}\n" for s in saved), "".join(f"{s}\n" for s in text))
    kept = [line for index, line in enumerate(text) if marks.get(index, R) is R]
    rest = iter(saved)
    assert all(line in rest for line in kept)
    assert bool(marks) == (saved != text)


@pytest.mark.parametrize(("lines", "runs"), [([], 0), ([3], 1), ([1, 2, 3], 1), ([1, 3, 4], 2)])
def test_neighbouring_lines_are_one_change(lines: list[int], runs: int) -> None:
    assert count_runs(lines) == runs
