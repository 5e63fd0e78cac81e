"""Choices tell what the user chose; values the file has and we do not know stay."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from editor.core.completion.suggestion import Offers, Suggestion
from editor.ui.widgets.choice import Choice, Combo, OpenChoice, Switch
from editor.ui.widgets.suggestionlist import SuggestionList
from editor.ui.widgets.textfield import Inherited

OFFERS = Offers((Suggestion("2024-10-21", "latest"), Suggestion("2025-04-01-preview")))
EASTUS = Inherited("2024-10-21", "eastus")


def test_a_switch_has_three_states(qtbot: QtBot) -> None:
    switch = Switch("Titles", "Not set (LibreChat: on)")
    qtbot.addWidget(switch)
    told: list[object] = []
    switch.edited.connect(told.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Home):
        qtbot.keyClick(switch, key)

    assert told == [True, False, None]
    assert switch.currentText() == "Not set (LibreChat: on)"


@pytest.mark.parametrize("value", [True, False, None])
def test_showing_a_value_is_not_told(qtbot: QtBot, value: object) -> None:
    switch = Switch("Titles")
    qtbot.addWidget(switch)
    told: list[object] = []
    switch.edited.connect(told.append)
    switch.show_value(value)

    assert (switch.value(), told) == (value, [])


def test_a_value_that_is_not_offered_is_shown_until_another_is_chosen(qtbot: QtBot) -> None:
    choice = Choice("Method", (("completion", "Completion"), ("functions", "Functions")))
    qtbot.addWidget(choice)
    choice.show_value("structured")
    assert "structured" in choice.currentText()
    assert choice.value() == "structured"

    choice.show_value("functions")
    assert choice.count() == 3


def test_one_is_not_taken_for_yes(qtbot: QtBot) -> None:
    switch = Switch("Titles")
    qtbot.addWidget(switch)
    switch.show_value(1)

    assert switch.value() is not True
    assert "1" in switch.currentText()


def test_what_is_inherited_stands_in_for_not_set(qtbot: QtBot) -> None:
    switch = Switch("Assistants")
    qtbot.addWidget(switch)
    switch.show_value(None, Inherited("Yes", "eastus"))

    assert switch.currentText() == "Yes from eastus"


def line_of(choice: OpenChoice) -> QLineEdit:
    """Return the line that is typed into."""
    line = choice.lineEdit()
    assert line is not None
    return line


@pytest.fixture
def version(qtbot: QtBot) -> Iterator[OpenChoice]:
    """Give a version picker on screen."""
    made = OpenChoice("API version")
    made.complete_from(lambda text, at, asked: OFFERS.completion(text, at, is_asked=asked))
    window = QWidget()
    window.resize(460, 300)
    made.setParent(window)
    made.resize(400, 28)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield made
    window.close()


def test_a_version_can_be_typed(version: OpenChoice, qtbot: QtBot) -> None:
    told: list[object] = []
    version.edited.connect(told.append)
    version.show_value("2024-06-0")
    qtbot.keyClick(line_of(version), Qt.Key.Key_End)
    qtbot.keyClicks(line_of(version), "1")

    assert told == ["2024-06-01"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_F4])
def test_a_version_can_be_chosen_without_its_note(
    version: OpenChoice, qtbot: QtBot, key: Qt.Key
) -> None:
    told: list[object] = []
    version.edited.connect(told.append)
    version.setFocus()
    qtbot.keyClick(line_of(version), key)
    qtbot.keyClick(line_of(version), Qt.Key.Key_Down)
    assert told == []
    qtbot.keyClick(line_of(version), Qt.Key.Key_Return)

    assert told == ["2025-04-01-preview"]
    assert line_of(version).text() == "2025-04-01-preview"


def test_the_arrow_drops_the_suggestions_down(version: OpenChoice, qtbot: QtBot) -> None:
    arrow = version.rect().center()
    arrow.setX(version.width() - 8)
    qtbot.mouseClick(version, Qt.MouseButton.LeftButton, pos=arrow)
    shown = version.window().findChild(SuggestionList)
    assert isinstance(shown, SuggestionList)
    assert shown.isVisible()
    qtbot.mouseClick(version, Qt.MouseButton.LeftButton, pos=arrow)
    assert not shown.isVisible()


def test_a_version_says_where_it_comes_from(version: OpenChoice, qtbot: QtBot) -> None:
    version.show_value(None, EASTUS)

    assert line_of(version).placeholderText() == "2024-10-21"
    assert version.tail.chip_text() == "from eastus"
    assert line_of(version).text() == ""


def test_the_wheel_scrolls_the_form_and_not_the_value(qtbot: QtBot) -> None:
    combo = Combo("x")
    qtbot.addWidget(combo)
    combo.addItems(["a", "b"])
    here = QPointF(5, 5)
    event = QWheelEvent(
        here,
        here,
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, event)

    assert combo.currentText() == "a"
