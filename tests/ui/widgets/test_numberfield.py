"""Numbers keep their type, and a way of writing them is not changed while it is typed."""

import pytest
from pytestqt.qtbot import QtBot

from editor.ui.widgets.numberfield import NumberField, number_from


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("25", 25),
        (" -3 ", -3),
        ("1.5", 1.5),
        ("1e3", 1000),
        ("2.0", 2),
        ("", None),
        ("abc", "abc"),
        ("nan", "nan"),
        ("inf", "inf"),
        ("1_000", "1_000"),
        ("\u0663", "\u0663"),
    ],
)
def test_a_text_is_a_number_or_itself(text: str, value: object) -> None:
    found = number_from(text)

    assert found == value
    assert type(found) is type(value)


def test_typing_tells_numbers(qtbot: QtBot) -> None:
    field = NumberField("Rate")
    qtbot.addWidget(field)
    told: list[object] = []
    field.edited.connect(told.append)
    qtbot.keyClicks(field, "1.0")

    assert told == [1, 1, 1]


def test_showing_the_number_that_is_typed_leaves_its_text(qtbot: QtBot) -> None:
    field = NumberField("Rate")
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "1.50")
    field.show_value(1.5)
    assert field.text() == "1.50"

    field.show_value(2)
    assert field.text() == "2"
    field.show_value(None)
    assert field.text() == ""
