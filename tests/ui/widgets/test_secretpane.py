"""No hidden secret is in the pane's document, and none gets out of it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.core.concealing import hidden_spans
from editor.ui.widgets import envtokens
from editor.ui.widgets.holdbutton import HoldButton
from editor.ui.widgets.secretpane import SecretPane
from tests.ui.panels.menus import open_menu, press_menu_key, with_menu

TEXT = "A_KEY=secret-0123456789\r\nPORT=3080\r\n"


@pytest.fixture
def pane(qtbot: QtBot) -> SecretPane:
    made = SecretPane("Text", envtokens.stretches)
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    made.show_secretly(TEXT, hidden_spans(TEXT))
    made.setFocus()
    return made


def clipboard() -> str:
    return QApplication.clipboard().text()


def test_the_document_holds_bullets_in_place_of_the_secret(pane: SecretPane) -> None:
    assert pane.toPlainText() == "A_KEY=•••••••••••••6789\nPORT=3080\n"


def test_what_is_typed_is_told_with_the_offsets_of_the_real_text(
    pane: SecretPane, qtbot: QtBot
) -> None:
    pane.place_cursor(8)
    with qtbot.waitSignal(pane.user_edited) as typed:
        qtbot.keyClicks(pane, "x")
    assert typed.args == [8, 8, "x"]
    edited = TEXT[:8] + "x" + TEXT[8:]
    pane.show_secretly(edited, hidden_spans(edited))
    assert pane.toPlainText() == "A_KEY=••••••••••••••6789\nPORT=3080\n"
    assert pane.offset() == 9
    with qtbot.waitSignal(pane.user_edited) as typed:
        qtbot.keyClick(pane, Qt.Key.Key_Backspace)
    assert typed.args == [8, 9, ""]


def test_copying_gives_the_mask_and_cutting_gives_nothing(pane: SecretPane, qtbot: QtBot) -> None:
    pane.selectAll()
    pane.copy()
    assert clipboard() == "A_KEY=***6789\nPORT=3080\n"
    with qtbot.waitSignal(pane.cut_refused):
        qtbot.keySequence(pane, QKeySequence.StandardKey.Cut)
    assert pane.toPlainText().startswith("A_KEY=")
    pane.place_cursor(TEXT.index("3080"), TEXT.index("3080") + 4)
    qtbot.keySequence(pane, QKeySequence.StandardKey.Cut)
    assert clipboard() == "3080"


def test_a_hidden_secret_cannot_be_dragged_away(pane: SecretPane, qtbot: QtBot) -> None:
    pane.selectAll()
    place = pane.viewport().rect().topLeft() + QPoint(60, 8)
    qtbot.mousePress(pane.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not pane.textCursor().hasSelection()
    qtbot.mouseRelease(pane.viewport(), Qt.MouseButton.LeftButton, pos=place)


@with_menu
def test_the_menu_cannot_cut_a_hidden_secret(pane: SecretPane) -> None:
    pane.selectAll()
    press_menu_key(pane)
    menu = open_menu()
    cut = [action for action in menu.actions() if action.objectName() == "edit-cut"]
    assert not cut[0].isEnabled()
    menu.close()


def test_secrets_show_only_while_revealed(pane: SecretPane) -> None:
    pane.reveal_secrets(True)
    assert "secret-0123456789" in pane.toPlainText()
    pane.reveal_secrets(False)
    assert "secret-0123456789" not in pane.toPlainText()


def test_a_button_is_held_by_pointer_or_space_and_let_go_when_the_focus_leaves(
    qtbot: QtBot,
) -> None:
    button = HoldButton("reveal", "Show while held")
    other = HoldButton("reveal", "Other")
    told: list[bool] = []
    button.held.connect(told.append)
    for widget in (button, other):
        qtbot.addWidget(widget)
        widget.show()
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    qtbot.keyPress(button, Qt.Key.Key_Space)
    qtbot.keyRelease(button, Qt.Key.Key_Space)
    assert told == [True, False, True, False]
    qtbot.keyPress(button, Qt.Key.Key_Space)
    button.hide()
    assert told[-1] is False


def test_moving_and_commenting_lines_leaves_the_secrets_in_them_alone(
    pane: SecretPane, qtbot: QtBot
) -> None:
    text = "PORT=3080\r\n" + TEXT
    pane.show_secretly(text, hidden_spans(text))
    pane.selectAll()
    for key, modifier in (
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier),
    ):
        with qtbot.waitSignal(pane.user_edited) as edited:
            qtbot.keyClick(pane, key, modifier)
        start, end, new = edited.args or []
        text = text[:start] + new + text[end:]
        pane.show_secretly(text, hidden_spans(text))
    assert text == "  # PORT=3080\r\n  # A_KEY=secret-0123456789\r\n  # PORT=3080\r\n"
    assert "secret" not in pane.toPlainText()
