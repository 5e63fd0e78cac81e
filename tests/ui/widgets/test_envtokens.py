"""Colours of a `.env` text: keys plain, values, comments."""

import pytest

from editor.ui.widgets.envtokens import stretches
from editor.ui.widgets.tokens import NORMAL


def coloured(line: str, state: int = NORMAL) -> tuple[dict[str, str], int]:
    found, after = stretches(line, state)
    return {line[at : at + length]: role for at, length, role in found}, after


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("# A=1", {"# A=1": "syn_comment"}),
        ("A=1", {"1": "syn_string"}),
        ("export A = b # c", {"b ": "syn_string", "# c": "syn_comment"}),
        ("A: b", {"b": "syn_string"}),
        ("A='b # c' # d", {"'b # c'": "syn_string", "# d": "syn_comment"}),
        ('A="b\\"c"', {'"b\\"c"': "syn_string"}),
        ("A=", {}),
        ("no assignment", {}),
        ("", {}),
    ],
)
def test_a_line_is_coloured_by_its_parts(line: str, expected: dict[str, str]) -> None:
    assert coloured(line) == (expected, NORMAL)


def test_a_quoted_value_goes_on_over_lines() -> None:
    found, state = coloured('KEY="first')
    assert found == {'"first': "syn_string"}
    assert state != NORMAL
    assert coloured("A=1", state) == ({"A=1": "syn_string"}, state)
    assert coloured('last" # c', state) == (
        {'last"': "syn_string", "# c": "syn_comment"},
        NORMAL,
    )
