"""Typing `$` offers the variables; the chosen one is inserted as though it had been typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from editor.ui.widgets.variablecompletion import VariableCompletion

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")


@pytest.fixture
def line(qtbot: QtBot) -> QLineEdit:
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


@pytest.fixture
def completion(line: QLineEdit) -> VariableCompletion:
    made = VariableCompletion(line)
    made.set_names(["EASTUS_KEY", "SWEDEN_KEY", "PORT"])
    return made


def test_a_dollar_offers_all_names_and_letters_narrow_them(
    line: QLineEdit, completion: VariableCompletion, qtbot: QtBot
) -> None:
    qtbot.keyClicks(line, "https://")
    assert completion.offered() == []
    qtbot.keyClicks(line, "$")
    assert completion.offered() == ["EASTUS_KEY", "SWEDEN_KEY", "PORT"]
    qtbot.keyClicks(line, "{key")
    assert completion.offered() == ["EASTUS_KEY", "SWEDEN_KEY"]
    qtbot.keyClicks(line, "}")
    assert completion.offered() == []


def test_enter_inserts_the_chosen_name_in_place_of_what_was_typed(
    line: QLineEdit, completion: VariableCompletion, qtbot: QtBot
) -> None:
    typed: list[str] = []
    line.textEdited.connect(typed.append)
    line.setText("https:///x")
    line.setCursorPosition(8)
    qtbot.keyClicks(line, "${sw")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert line.text() == "https://${SWEDEN_KEY}/x"
    assert typed[-1] == line.text()
    assert completion.offered() == []


def test_a_brace_that_is_there_already_is_not_doubled(
    line: QLineEdit, completion: VariableCompletion, qtbot: QtBot
) -> None:
    line.setText("${}")
    line.setCursorPosition(2)
    qtbot.keyClicks(line, "P")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert line.text() == "${PORT}"


def test_escape_leaves_what_was_typed(
    line: QLineEdit, completion: VariableCompletion, qtbot: QtBot
) -> None:
    qtbot.keyClicks(line, "$")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert completion.offered() == []
    assert line.text() == "$"
