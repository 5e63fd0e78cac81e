"""A key is hidden, shown only while the eye is held, and never copied while hidden."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from editor.core.secret import Secret
from editor.ui.widgets.secretfield import SecretField, masked

KEY = "0123456789abcdefa1b2"
HIDDEN = QLineEdit.EchoMode.Password
CLEAR = QLineEdit.EchoMode.Normal


@pytest.fixture
def field(qtbot: QtBot) -> SecretField:
    """Give a field with a key, on screen."""
    made = SecretField("API key")
    qtbot.addWidget(made)
    made.resize(400, 28)
    made.show()
    made.show_value(Secret(KEY))
    return made


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (KEY, "••••••••a1b2"),
        ("short", "••••••••"),
        ("${EASTUS_KEY}", "${EASTUS_KEY}"),
        ("", ""),
        ("x${A}", "••••••••"),
    ],
)
def test_the_mask_tells_at_most_four_characters(value: str, shown: str) -> None:
    assert masked(value) == shown


def test_a_key_is_hidden_and_a_variable_is_not(field: SecretField) -> None:
    assert field.echoMode() == HIDDEN
    assert KEY not in field.displayText()

    field.show_value("${EASTUS_KEY}")
    assert field.echoMode() == CLEAR
    assert not field.tail.action.isVisible()


def test_the_key_is_shown_only_while_the_eye_is_pressed(field: SecretField, qtbot: QtBot) -> None:
    eye = field.tail.action
    qtbot.mousePress(eye, Qt.MouseButton.LeftButton)
    assert field.displayText() == KEY

    qtbot.mouseRelease(eye, Qt.MouseButton.LeftButton)
    assert KEY not in field.displayText()


def test_the_eye_works_with_the_space_bar_and_hides_when_it_loses_the_focus(
    field: SecretField, qtbot: QtBot
) -> None:
    eye = field.tail.action
    eye.setFocus()
    qtbot.waitUntil(eye.hasFocus)
    qtbot.keyPress(eye, Qt.Key.Key_Space)
    assert field.echoMode() == CLEAR

    field.setFocus()
    assert field.echoMode() == HIDDEN


def test_a_hidden_key_is_not_copied(field: SecretField, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("before")
    field.setFocus()
    field.selectAll()
    for key in (Qt.Key.Key_C, Qt.Key.Key_X):
        qtbot.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)

    assert QApplication.clipboard().text() == "before"
    assert field.text() == KEY


def test_typing_replaces_what_is_selected_and_is_hidden(field: SecretField, qtbot: QtBot) -> None:
    told: list[object] = []
    field.edited.connect(told.append)
    field.selectAll()
    qtbot.keyClicks(field, "new")

    assert told[-1] == "new"
    assert "new" not in field.displayText()


def test_a_variable_shows_while_it_is_typed(field: SecretField, qtbot: QtBot) -> None:
    field.selectAll()
    qtbot.keyClicks(field, "${AB")
    assert field.displayText() == "${AB"

    qtbot.keyClicks(field, "}x")
    assert "AB" not in field.displayText()


def test_the_mask_is_drawn_without_the_focus(field: SecretField) -> None:
    hidden = field.grab().toImage()
    field.setEchoMode(CLEAR)

    assert field.grab().toImage() != hidden
