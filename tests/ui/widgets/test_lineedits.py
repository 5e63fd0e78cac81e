"""Lines are indented and commented as a whole, and nothing else in them changes."""

import pytest

from editor.core.text import apply
from editor.ui.widgets.lineedits import SourceLine, commented, indented, unindented


def lines(text: str) -> list[SourceLine]:
    found: list[SourceLine] = []
    start = 0
    for line in text.split("\n"):
        found.append(SourceLine(start, line))
        start += len(line) + 1
    return found


def test_lines_move_by_a_step_and_blank_ones_stay() -> None:
    text = "a:\n\n  b: 1"
    assert apply(text, indented(lines(text))) == "  a:\n\n    b: 1"


def test_lines_move_back_by_what_there_is_of_a_step() -> None:
    text = "a:\n b\n   c\n\td"
    assert apply(text, unindented(lines(text))) == "a:\nb\n c\nd"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  a:\n    b: 1", "  # a:\n  #   b: 1"),
        ("  a:\n\n  # b", "  # a:\n\n  # # b"),
        ("  # a:\n  #   b: 1\n", "  a:\n    b: 1\n"),
        ("#a\n  #b", "a\n  b"),
        ("  ", "  # "),
    ],
)
def test_lines_become_comments_and_comments_lines(text: str, expected: str) -> None:
    assert apply(text, commented(lines(text))) == expected
