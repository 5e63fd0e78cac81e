"""A text of several lines keeps every character."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from editor.ui.widgets.multiline import MultilineField

texts = st.lists(
    st.sampled_from(["a", "\n", "\r", "\u2028", "\u2029", "\u00a0", "\ufeff", "\U0001f600", "\x00"])
).map("".join)


@pytest.fixture
def field(qtbot: QtBot) -> MultilineField:
    """Give an empty field."""
    made = MultilineField("Prompt")
    qtbot.addWidget(made)
    return made


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts)
def test_every_text_comes_back(field: MultilineField, text: str) -> None:
    field.show_value(text)

    assert field.value() == text


def test_only_typing_is_told(field: MultilineField, qtbot: QtBot) -> None:
    told: list[object] = []
    field.edited.connect(told.append)
    field.show_value("a\u00a0b")
    qtbot.keyClicks(field, "x")

    assert told == ["xa\u00a0b"]


def test_showing_the_same_text_keeps_the_cursor(field: MultilineField, qtbot: QtBot) -> None:
    field.show_value("abc")
    qtbot.keyClicks(field, "xy")
    field.show_value("xyabc")

    assert field.textCursor().position() == 2


def test_it_grows_with_its_lines_up_to_a_bound(field: MultilineField) -> None:
    heights = []
    for lines in (1, 5, 10, 50):
        field.show_value("a\n" * lines)
        heights.append(field.sizeHint().height())

    assert heights[0] < heights[1] < heights[2] == heights[3]
