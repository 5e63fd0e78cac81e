"""The YAML pane helps with typing, offers fixes by key, and keeps secrets hidden."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.core.document import Document
from editor.core.schema.table import GROUPS_PATH
from editor.ui.panels.yaml import YamlPanel
from editor.ui.session import Session
from tests.ui.panels.menus import open_menu, titles, with_menu
from tests.ui.panels.sources import shown, type_at

SWEDEN = (*GROUPS_PATH, 1)


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> YamlPanel:
    return shown(qtbot, session)


def test_enter_goes_on_with_a_list_and_ends_it(qtbot: QtBot) -> None:
    session = Session(Document("dropParams:\n  - a\r\nx: 1\n"))
    panel = shown(qtbot, session)
    type_at(panel, "- a", "")
    QTest.keyClick(panel.pane, Qt.Key.Key_Return)
    QTest.keyClicks(panel.pane, "b")
    QTest.keyClick(panel.pane, Qt.Key.Key_Return)
    QTest.keyClick(panel.pane, Qt.Key.Key_Return)
    QTest.keyClicks(panel.pane, "# c")
    assert session.document.text == "dropParams:\n  - a\r\n  - b\r\n  # c\r\nx: 1\n"


def test_ctrl_slash_comments_the_lines_selected_as_one_step(
    panel: YamlPanel, session: Session
) -> None:
    before = session.document.text
    start = before.index("cache: true")
    panel.pane.place_cursor(start, start + 3)
    QTest.keyClick(panel.pane, Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
    assert session.document.text == before.replace("cache: true", "# cache: true")
    QTest.keyClick(panel.pane, Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
    assert session.document.text == before
    session.undo_stack.undo()
    assert session.document.text == before.replace("cache: true", "# cache: true")


@with_menu
def test_ctrl_dot_offers_what_mends_the_line(panel: YamlPanel, session: Session) -> None:
    panel.activateWindow()
    panel.reveal_offset(session.document.text.index("2024-10-21 ") - 9)
    QTest.keyClick(panel.pane, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    menu = open_menu()
    assert "is read as a date" in menu.actions()[0].text()
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert 'version: "2024-10-21" ' in session.document.text


@with_menu
def test_ctrl_dot_says_when_there_is_nothing_to_mend(panel: YamlPanel) -> None:
    panel.activateWindow()
    panel.reveal_offset(0)
    QTest.keyClick(panel.pane, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert titles(open_menu()) == ["No problem in this line"]


def test_a_key_is_hidden_as_it_is_typed_and_shown_while_the_eye_is_held(
    qtbot: QtBot, panel: YamlPanel, session: Session
) -> None:
    assert not panel.has_secrets
    type_at(panel, 'apiKey: "', "sk-0123456789ab")
    assert 'apiKey: "sk-0123456789ab${' in session.document.text
    line = panel.pane.textCursor().block().text()
    assert "sk-" not in line
    assert panel.has_secrets
    panel.eye.show()
    QTest.mousePress(panel.eye, Qt.MouseButton.LeftButton)
    assert 'apiKey: "sk-0123456789ab' in panel.pane.toPlainText()
    QTest.mouseRelease(panel.eye, Qt.MouseButton.LeftButton)
    assert "sk-0123456789ab" not in panel.pane.toPlainText()


def test_a_text_with_a_hidden_key_is_edited_around_it(panel: YamlPanel, session: Session) -> None:
    key = "sk-0123456789ab"
    session.operate([{"op": "set", "path": [*SWEDEN, "apiKey"], "value": key}], "Set the key")
    before = session.document.text
    panel.pane.setFocus()
    panel.pane.selectAll()
    QTest.keyClick(panel.pane, Qt.Key.Key_Tab)
    QTest.keyClick(panel.pane, Qt.Key.Key_Backtab)
    assert session.document.text == before
    assert key in before
    assert key not in panel.pane.toPlainText()
    panel.pane.copy()
    assert key not in QApplication.clipboard().text()
