"""References in compose files are filled in by the Compose specification's rules."""

import pytest

from editor.core.compose.interpolation import interpolated

VARIABLES = {"A": "1", "B": "2", "EMPTY": ""}


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("", ""),
        ("$A and ${B}", "1 and 2"),
        ("${NONE}", ""),
        ("$$A $${A}", "$A ${A}"),
        ("${NONE:-8000}", "8000"),
        ("${EMPTY:-8000}", "8000"),
        ("${EMPTY-8000}", ""),
        ("${NONE-8000}", "8000"),
        ("${A:-8000}", "1"),
        ("${NONE:-${B}}", "2"),
        ("${NONE:-${NONE:-x}}y", "xy"),
        ("${A:+set}${NONE:+set}", "set"),
        ("${EMPTY:+set}${EMPTY+set}", "set"),
        ("${NONE:?missing}", ""),
        ("${A:?missing}", "1"),
        ("${A", "${A"),
        ("${A/x/y} $1 $", "${A/x/y} $1 $"),
    ],
)
def test_references_are_filled_in(text: str, filled: str) -> None:
    assert interpolated(text, VARIABLES.get) == filled
