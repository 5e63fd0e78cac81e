"""Dialogs about variables: one step over both texts, and nothing while the name cannot be."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.core import dotenv
from editor.core.text import Edit
from editor.ui.environment.dialogs import MoveDialog, NewVariableDialog
from editor.ui.session import Session
from tests.ui.environment.conftest import CONFIG, ENV

KEY = ("endpoints", "azureOpenAI", "groups", 2, "apiKey")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def press(dialog: QDialog, words: str, qtbot: QtBot) -> None:
    button = next(one for one in dialog.findChildren(QPushButton) if one.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def seen(dialog: QDialog) -> str:
    return " ".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())


def test_a_secret_moves_under_the_suggested_name_as_one_step(
    session: Session, window: QWidget, qtbot: QtBot
) -> None:
    dialog = MoveDialog(session, KEY, window)
    dialog.open()
    assert dialog.name.text() == "SOUTH_API_KEY"
    assert "SOUTH_API_KEY is free." in seen(dialog)
    assert "south › API key" in seen(dialog)
    assert "SOUTH_API_KEY=***6789" in seen(dialog)
    assert "literal-key" not in seen(dialog)
    press(dialog, "Move", qtbot)
    literal = "literal-key-0123456789"
    assert session.document.text == CONFIG.replace(literal, "${SOUTH_API_KEY}")
    assert f"SOUTH_API_KEY={literal}\n" in session.document.env_text
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert (session.document.text, session.document.env_text) == (CONFIG, ENV)


def test_a_name_that_is_taken_is_refused_in_place(
    session: Session, window: QWidget, qtbot: QtBot
) -> None:
    dialog = MoveDialog(session, KEY, window)
    dialog.open()
    dialog.name.selectAll()
    qtbot.keyClicks(dialog.name, "EAST_KEY")
    assert "EAST_KEY has another value in the .env file." in seen(dialog)
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert session.undo_stack.count() == 0
    press(dialog, "Cancel", qtbot)
    assert session.document.text == CONFIG


def test_a_name_that_has_the_value_already_is_said_to_be_used(
    session: Session, window: QWidget, qtbot: QtBot
) -> None:
    patches = dotenv.add(session.document.env_text, "MINE", "literal-key-0123456789")
    session.apply(Edit("Add MINE", (), patches))
    dialog = MoveDialog(session, KEY, window)
    dialog.open()
    dialog.name.selectAll()
    qtbot.keyClicks(dialog.name, "MINE")
    assert "MINE has this value already; the config will name it." in seen(dialog)
    press(dialog, "Move", qtbot)
    assert session.document.text == CONFIG.replace("literal-key-0123456789", "${MINE}")


def test_what_cannot_move_under_any_name_is_said(
    session: Session, window: QWidget, qtbot: QtBot
) -> None:
    dialog = MoveDialog(session, (*KEY[:-2], 0, "apiKey"), window)
    dialog.open()
    assert "The text names a variable already." in seen(dialog)
    assert not dialog.name.isVisible()
    dialog.accept()
    assert session.document.text == CONFIG


def test_a_variable_is_added_with_its_value_hidden(
    session: Session, window: QWidget, qtbot: QtBot
) -> None:
    dialog = NewVariableDialog(session, window)
    dialog.open()
    qtbot.keyClicks(dialog.name, "NEW_KEY")
    qtbot.keyClicks(dialog.value, "abc")
    assert dialog.value.displayText() == "●●●" or "abc" not in dialog.value.displayText()
    press(dialog, "Add", qtbot)
    assert session.document.environment.variables["NEW_KEY"] == "abc"
    assert session.undo_stack.undoText() == "Add NEW_KEY"


@pytest.mark.parametrize(
    ("name", "reason"), [("EAST_KEY", "is in the .env file already"), ("1A", "no digit first")]
)
def test_a_variable_that_cannot_be_added_is_refused_in_place(
    session: Session, window: QWidget, qtbot: QtBot, name: str, reason: str
) -> None:
    dialog = NewVariableDialog(session, window)
    dialog.open()
    qtbot.keyClicks(dialog.name, name)
    assert reason in seen(dialog)
    dialog.accept()
    assert session.document.env_text == ENV
