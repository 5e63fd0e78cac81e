"""The `.env` text beside the YAML: on the same undo stack, with secrets hidden."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from editor.core.document import Document
from editor.core.text import Edit, Patch
from editor.ui.panels.env import EnvPanel
from editor.ui.session import Session
from editor.ui.widgets.codewords import plain_words
from editor.ui.widgets.markedtext import Change
from tests.ui.panels.menus import open_menu, titles, with_menu

CONFIG = """\
version: "1.3.17"
endpoints:
  azureOpenAI:
    groups:
      - group: east
        apiKey: ${MAIN}
        instanceName: east
        version: "2024-10-21"
        deploymentName: d
        models: {gpt-4o: true}
"""
ENV = "# mine\r\nMAIN=secret-of-the-east\r\nPORT=3080\r\nAZURE_API_KEY=legacy-0123456789\r\n"


@pytest.fixture
def session() -> Session:
    return Session(Document(CONFIG, ENV))


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> EnvPanel:
    made = EnvPanel(session)
    qtbot.addWidget(made)
    qtbot.addWidget(made.reveal)
    made.resize(500, 300)
    with qtbot.waitExposed(made):
        made.show()
    made.pane.setFocus()
    return made


def shown(panel: EnvPanel) -> str:
    return panel.pane.toPlainText()


def test_the_text_is_shown_with_its_secrets_hidden(panel: EnvPanel) -> None:
    assert shown(panel).splitlines() == [
        "# mine",
        "MAIN=••••••••••••••east",
        "PORT=3080",
        "AZURE_API_KEY=•••••••••••••6789",
    ]


def test_typing_is_one_step_that_keeps_every_other_byte(
    panel: EnvPanel, session: Session, qtbot: QtBot
) -> None:
    panel.reveal_place(3, 10)
    qtbot.keyClicks(panel.pane, "12")
    assert session.document.env_text == ENV.replace("3080", "308012")
    assert session.document.text == CONFIG
    assert session.undo_stack.count() == 1
    assert session.undo_stack.undoText() == "Edit .env"
    session.undo_stack.undo()
    assert session.document.env_text == ENV
    assert shown(panel).splitlines()[2] == "PORT=3080"


def test_typing_within_a_hidden_value_changes_that_value_only(
    panel: EnvPanel, session: Session, qtbot: QtBot
) -> None:
    panel.reveal_place(2, 6)
    qtbot.keyClicks(panel.pane, "ab")
    qtbot.keyClick(panel.pane, Qt.Key.Key_Delete)
    assert session.document.env_text == ENV.replace("secret-of", "abecret-of")
    assert "ab" not in shown(panel)
    assert "•" not in session.document.env_text


def test_a_whole_line_can_be_replaced_with_its_hidden_value(
    panel: EnvPanel, session: Session, qtbot: QtBot
) -> None:
    start = ENV.index("secret")
    panel.pane.place_cursor(start, ENV.index("\r\nPORT"))
    qtbot.keyClicks(panel.pane, "new")
    assert session.document.env_text == ENV.replace("secret-of-the-east", "new")


def test_the_secrets_show_while_the_eye_is_held(panel: EnvPanel, qtbot: QtBot) -> None:
    panel.reveal.show()
    qtbot.mousePress(panel.reveal, Qt.MouseButton.LeftButton)
    assert "MAIN=secret-of-the-east" in shown(panel)
    qtbot.mouseRelease(panel.reveal, Qt.MouseButton.LeftButton)
    assert "secret-of-the" not in shown(panel)


def test_a_name_becomes_secret_when_the_config_uses_it_for_a_key(
    panel: EnvPanel, session: Session
) -> None:
    session.operate(
        [{"op": "set", "path": ["endpoints", "azureOpenAI", "groups", 0, "apiKey"], "value": "x"}],
        "Set",
    )
    assert "MAIN=secret-of-the-east" in shown(panel)
    session.undo_stack.undo()
    assert "secret-of-the" not in shown(panel)


def test_problems_of_the_file_are_underlined(panel: EnvPanel) -> None:
    position = panel.pane.position_of(ENV.index("AZURE_API_KEY") + 2)
    assert "AZURE_API_KEY" in panel.pane.message_at(position)
    assert panel.pane.message_at(2) == ""


def test_lines_that_differ_from_disk_are_marked(
    panel: EnvPanel, session: Session, qtbot: QtBot
) -> None:
    start = ENV.index("3080")
    session.apply(Edit("Type", (), (Patch(start, start, "1"),)))
    qtbot.waitUntil(lambda: panel.pane._changes == {2: Change.CHANGED})


def test_the_cursor_tells_the_variable_and_its_lines_are_marked(
    panel: EnvPanel, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(panel.variable_reached) as reached:
        panel.reveal_place(3, 2)
    assert reached.args == ["PORT"]
    assert panel.pane.node_lines() == (2, 2)
    panel.show_variable("MAIN")
    assert panel.pane.node_lines() == (1, 1)
    panel.show_variable("NONE")
    assert panel.pane.node_lines() is None


def test_find_looks_in_what_is_shown_only(panel: EnvPanel, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.pane, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    words = panel.find_bar.words
    qtbot.keyClicks(words, "port")
    assert panel.pane.textCursor().selectedText() == "PORT"
    words.clear()
    qtbot.keyClicks(words, "secret")
    labels = [one.text() for one in panel.find_bar.findChildren(QLabel) if one.isVisible()]
    assert labels == ["Not found"]


def test_without_a_file_the_panel_says_so_and_begins_one(qtbot: QtBot) -> None:
    session = Session(Document(CONFIG))
    panel = EnvPanel(session)
    qtbot.addWidget(panel)
    qtbot.addWidget(panel.reveal)
    with qtbot.waitExposed(panel):
        panel.show()
    labels = [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]
    assert labels[0] == "No .env beside this file"
    create = next(one for one in panel.findChildren(QPushButton) if one.text() == "Create")
    qtbot.mouseClick(create, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(panel.pane, "A=1")
    assert session.document.env_text == "A=1"
    assert panel.pane.isVisible()


def test_a_file_that_cannot_be_edited_is_read_only(panel: EnvPanel, session: Session) -> None:
    session.env_read_only_reason = "It is not UTF-8 text."
    panel.show_document(session.document)
    assert panel.pane.isReadOnly()


def test_a_hidden_panel_shows_the_newest_text_when_it_comes(
    panel: EnvPanel, session: Session
) -> None:
    panel.hide()
    session.apply(Edit("Type", (), (Patch(0, 0, "A=1\n"),)))
    panel.show()
    assert shown(panel).startswith("A=1\n")


@with_menu
def test_ctrl_dot_offers_what_mends_the_line(panel: EnvPanel, session: Session) -> None:
    problem = next(one for one in session.document.problems if one.file == "env")
    panel.activateWindow()
    panel.reveal_place(problem.line or 1, problem.column or 1)
    QTest.keyClick(panel.pane, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert plain_words(problem.message) in titles(open_menu())
