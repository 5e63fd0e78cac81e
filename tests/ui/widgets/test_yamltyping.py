"""Enter goes on with what a line of YAML is."""

import pytest

from editor.ui.widgets.lineedits import LineBreak
from editor.ui.widgets.yamltyping import break_line


@pytest.mark.parametrize(
    ("before", "added"),
    [
        ("    a: b", "\n    "),
        ("  models:", "\n    "),
        ("  models: # mine", "\n    "),
        ("  note: |", "\n    "),
        ("  base: &base", "\n    "),
        ("  # models:", "\n  "),
        ("  - frequencyPenalty", "\n  - "),
        ("  - http://host", "\n  - "),
        ("  - - a", "\n    - "),
        ('  - group: "eastus"', "\n    "),
        ("  - models:", "\n      "),
    ],
)
def test_a_new_line_begins_where_it_belongs(before: str, added: str) -> None:
    assert break_line(before, "") == LineBreak(0, added)


def test_enter_on_an_item_without_text_ends_the_list() -> None:
    assert break_line("  - ", "") == LineBreak(2, "")
    assert break_line("  - ", "text") == LineBreak(0, "\n  ")
