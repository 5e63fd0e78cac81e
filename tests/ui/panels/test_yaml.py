"""Typing in the source is an edit of the config, and tree and source follow each other."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from editor.core.document import Document
from editor.core.schema.table import AZURE_PATH, GROUPS_PATH
from editor.core.yaml.values import Path
from editor.ui.panels.yaml import YamlPanel
from editor.ui.session import Session
from tests.ui.panels.menus import choose, open_menu, press_menu_key, right_click, titles, with_menu
from tests.ui.panels.sources import shown, type_at

SWEDEN = (*GROUPS_PATH, 1)
MISTRAL = (*GROUPS_PATH, 2, "models", "mistral-large")


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> YamlPanel:
    return shown(qtbot, session)


def marked(panel: YamlPanel) -> tuple[int, int]:
    """Return the lines of the current node."""
    lines = panel.pane.node_lines()
    assert lines is not None
    return lines


def settle(qtbot: QtBot, session: Session, path: Path) -> None:
    """Wait for the current node."""
    qtbot.waitUntil(lambda: session.selection == path)


def compose(panel: YamlPanel, text: str) -> None:
    """Enter what no key has, as an input method does."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(panel.pane, event)


def paste(panel: YamlPanel, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    panel.pane.insertFromMimeData(data)


def test_it_shows_the_text_under_its_name_of_the_contract(
    panel: YamlPanel, session: Session
) -> None:
    assert panel.pane.objectName() == "yamlView"
    assert panel.pane.accessibleName()
    assert panel.pane.text() == session.document.text


def test_what_is_typed_is_the_config_and_one_step(panel: YamlPanel, session: Session) -> None:
    before = session.document.text
    type_at(panel, 'instanceName: "contoso-eastus', "-2")
    changed = before.replace("contoso-eastus", "contoso-eastus-2", 1)
    assert session.document.text == changed
    assert session.undo_stack.undoText() == "Edit YAML"
    session.undo_stack.undo()
    assert session.document.text == panel.pane.text() == before
    assert not session.undo_stack.canUndo()


def test_a_key_is_typed_as_one_step_though_the_node_changes_with_each_letter(
    qtbot: QtBot, panel: YamlPanel, session: Session
) -> None:
    type_at(panel, "mistral-large", "-2x")
    QTest.keyClick(panel.pane, Qt.Key.Key_Backspace)
    assert session.undo_stack.count() == 1
    settle(qtbot, session, (*MISTRAL[:-1], "mistral-large-2"))
    session.undo_stack.undo()
    assert "mistral-large: true" in session.document.text


def test_a_new_line_begins_a_step(panel: YamlPanel, session: Session) -> None:
    type_at(panel, "cache: tru", "e1")
    QTest.keyClick(panel.pane, Qt.Key.Key_Return)
    QTest.keyClicks(panel.pane, "a: 1")
    assert session.undo_stack.count() == 2
    assert "cache: true1\na: 1e\n" in session.document.text


def test_moving_the_cursor_begins_a_step(panel: YamlPanel, session: Session) -> None:
    type_at(panel, "cache: tru", "x")
    QTest.keyClick(panel.pane, Qt.Key.Key_Left)
    QTest.keyClick(panel.pane, Qt.Key.Key_Right)
    QTest.keyClicks(panel.pane, "y")
    assert session.undo_stack.count() == 2


def test_a_paste_is_a_step_of_its_own(panel: YamlPanel, session: Session) -> None:
    type_at(panel, "cache: tru", "x")
    paste(panel, "pasted")
    QTest.keyClicks(panel.pane, "y")
    assert session.undo_stack.count() == 3
    assert "cache: truxpastedye" in session.document.text


def test_lines_typed_end_as_those_around_and_other_bytes_stay(qtbot: QtBot) -> None:
    text = "version: 1.3.17\r\n# \U0001f600 \u2028é\r\nendpoints:\r\n  azureOpenAI:\r\n    a: b\r\n"
    session = Session(Document(text))
    panel = shown(qtbot, session)
    type_at(panel, "    a: ", "")
    compose(panel, "\U0001f680")
    QTest.keyClick(panel.pane, Qt.Key.Key_Return)
    QTest.keyClicks(panel.pane, "c: ")
    assert session.document.text == text.replace("a: b", "a: \U0001f680\r\n    c: b")
    while session.undo_stack.canUndo():
        session.undo_stack.undo()
    assert session.document.text == panel.pane.text() == text


def test_the_cursor_selects_the_node_that_it_is_in(panel: YamlPanel, session: Session) -> None:
    text = panel.pane.text()
    for before, path in (
        ("deploymentName: gpt-5-chat-eu", SWEDEN),
        ("mistral-large", MISTRAL),
        ("titleModel", AZURE_PATH),
        ("# ---- Sweden", SWEDEN),
        ("# ---- Foundry", (*GROUPS_PATH, 2)),
        ("gpt-5-nano:              # ti", (*GROUPS_PATH, 0, "models", "gpt-5-nano")),
        ("customWelcome", ()),
    ):
        panel.reveal_offset(text.index(before))
        assert session.selection == path, before


def test_the_cursor_keys_select_too_and_the_focus_stays(panel: YamlPanel, session: Session) -> None:
    panel.reveal_offset(panel.pane.text().index("      - group: sweden".replace("sweden", '"sw')))
    assert session.selection == SWEDEN
    for _ in range(8):
        QTest.keyClick(panel.pane, Qt.Key.Key_Down)
    assert session.selection == (*SWEDEN, "models", "gpt-5-chat")
    assert panel.pane.hasFocus()


def test_a_selection_elsewhere_marks_and_shows_the_node_but_moves_no_cursor(
    panel: YamlPanel, session: Session
) -> None:
    other = QLineEdit(panel)
    other.show()
    other.setFocus()
    moved = []
    panel.pane.cursor_moved.connect(moved.append)
    session.select(SWEDEN)
    lines = session.document.text.split("\n")
    first, last = marked(panel)
    assert lines[first].strip().startswith("# ---- Sweden")
    assert lines[last].strip() == "gpt-5-chat: true"
    numbers = [line.block.blockNumber() for line in panel.pane.visible_lines()]
    assert first + 1 in numbers
    assert other.hasFocus()
    assert (panel.pane.offset(), moved) == (0, [])


def test_the_cursor_does_not_make_the_text_jump(panel: YamlPanel, session: Session) -> None:
    panel.reveal_offset(panel.pane.text().index("mistral-large"))
    value = panel.pane.verticalScrollBar().value()
    for _ in range(3):
        QTest.keyClick(panel.pane, Qt.Key.Key_Up)
    assert session.selection == (*GROUPS_PATH, 2)
    assert panel.pane.verticalScrollBar().value() == value


def test_the_marked_lines_follow_an_edit(panel: YamlPanel, session: Session) -> None:
    session.select(SWEDEN)
    first, last = marked(panel)
    session.operate([{"op": "unset", "path": ["cache"]}], "x")
    assert marked(panel) == (first - 2, last - 2)
    session.operate([{"op": "unset", "path": [*SWEDEN, "dropParams"]}], "x")
    assert marked(panel) == (first - 2, last - 3)


def test_the_whole_file_has_no_marked_lines(panel: YamlPanel, session: Session) -> None:
    session.select(SWEDEN)
    session.select(())
    assert panel.pane.node_lines() is None


def test_problems_are_underlined_with_their_message(panel: YamlPanel, session: Session) -> None:
    start = session.document.text.index("2024-10-21  ")
    position = panel.pane.position_of(start + 3)
    assert "is read as a date" in panel.pane.message_at(position)
    assert panel.pane.message_at(panel.pane.position_of(start - 30)) == ""
    session.fix(session.document.problems[0].fixes[0])
    assert panel.pane.message_at(position) == ""


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_underlines_stand_where_the_problem_is_whatever_ends_the_lines(
    qtbot: QtBot, line_end: str
) -> None:
    text = line_end.join(("# \U0001f600", "endpoints:", "  azureOpenAI:", "    odd: 1", ""))
    panel = shown(qtbot, Session(Document(text)))
    at = panel.pane.position_of(text.index("odd"))
    assert " odd " in panel.pane.message_at(at)
    assert " odd " in panel.pane.message_at(at + 3)
    assert " odd " not in panel.pane.message_at(at - 1)


def test_a_broken_text_stays_editable_and_is_underlined(
    qtbot: QtBot, panel: YamlPanel, session: Session
) -> None:
    type_at(panel, "cache: true", ": [")
    assert not session.document.is_readable
    problem = session.document.problems[0]
    panel.reveal(problem.line or 0, problem.column or 0)
    assert panel.pane.message_at(panel.pane.textCursor().position()) == problem.message
    session.undo_stack.undo()
    assert session.document.is_readable


def test_revealing_puts_cursor_and_keyboard_there(panel: YamlPanel, session: Session) -> None:
    told = []
    panel.cursor_moved.connect(lambda line, column: told.append((line, column)))
    panel.find_bar.open_bar()
    panel.reveal(52, 18)
    assert panel.pane.hasFocus()
    assert panel.pane.offset() == session.document.text.index("2024-10-21  ")
    assert told[-1] == (52, 18)
    assert session.selection == SWEDEN


def test_lines_that_differ_from_disk_are_counted(
    qtbot: QtBot, panel: YamlPanel, session: Session
) -> None:
    with qtbot.waitSignal(panel.changes_counted, check_params_cb=lambda count: count == 2):
        type_at(panel, "cache: tru", "x")
        type_at(panel, "streamRate: 2", "x")
    with qtbot.waitSignal(panel.changes_counted, check_params_cb=lambda count: count == 0):
        session.mark_saved(session.document.text)


def test_another_file_is_shown_from_its_top(panel: YamlPanel, session: Session) -> None:
    panel.reveal(52, 18)
    session.load(Document(session.document.text.replace("cache: true", "cache: false")))
    assert panel.pane.offset() == 0
    assert panel.pane.verticalScrollBar().value() == 0


def test_a_change_elsewhere_leaves_the_cursor_where_it_is(
    panel: YamlPanel, session: Session
) -> None:
    panel.reveal(52, 18)
    session.operate([{"op": "set", "path": ["cache"], "value": False}], "x")
    assert panel.pane.offset() == session.document.text.index("2024-10-21  ")


def test_what_may_not_be_changed_is_not(panel: YamlPanel, session: Session) -> None:
    session.read_only_reason = "The file is only shown."
    before = session.document.text
    type_at(panel, "cache: ", "x")
    assert panel.pane.text() == session.document.text == before
    panel.set_read_only(True)
    assert panel.pane.isReadOnly()


def test_undo_shows_what_it_changed(panel: YamlPanel, session: Session) -> None:
    type_at(panel, "serverFileSizeLimit: ", "1")
    panel.pane.verticalScrollBar().setValue(0)
    session.undo_stack.undo()
    last = panel.pane.document().findBlock(
        panel.pane.position_of(session.document.text.index("serverFileSizeLimit"))
    )
    assert last.blockNumber() in [line.block.blockNumber() for line in panel.pane.visible_lines()]


def test_find_selects_the_next_occurrence_and_goes_round(
    panel: YamlPanel, session: Session
) -> None:
    QTest.keyClick(panel.pane, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert panel.find_bar.words.hasFocus()
    QTest.keyClicks(panel.find_bar.words, "MISTRAL")
    found = panel.pane.text().index("mistral-large")
    assert panel.pane.textCursor().selectedText() == "mistral"
    assert panel.pane.offset() == found + len("mistral")
    QTest.keyClick(panel.find_bar.words, Qt.Key.Key_Return)
    assert panel.pane.offset() == found + len("mistral")
    QTest.keyClick(panel.find_bar.words, Qt.Key.Key_Escape)
    assert panel.pane.hasFocus()
    assert not panel.find_bar.isVisible()


def test_find_goes_back(panel: YamlPanel) -> None:
    panel.find_bar.open_bar()
    QTest.keyClicks(panel.find_bar.words, "- group:")
    first = panel.pane.offset()
    QTest.keyClick(panel.find_bar.words, Qt.Key.Key_Return)
    assert panel.pane.offset() > first
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(panel.find_bar.words, Qt.Key.Key_Return, shift)
    assert panel.pane.offset() == first


def place_of(panel: YamlPanel, text: str) -> QPoint:
    """Return where the middle of a text is seen."""
    cursor = panel.pane.textCursor()
    cursor.setPosition(panel.pane.text().index(text) + len(text) // 2)
    return panel.pane.cursorRect(cursor).center()


@with_menu
def test_a_right_click_on_a_problem_offers_its_fix_before_all_else(
    panel: YamlPanel, session: Session
) -> None:
    panel.reveal_offset(session.document.text.index("2024-10-21 "))
    panel.pane.place_cursor(0)
    panel.pane.reveal(session.document.text.index("2024-10-21 "))
    right_click(panel.pane.viewport(), place_of(panel, "2024-10-21 "))
    menu = open_menu()
    assert titles(menu)[:3] == ["Put it in quotes", "", "&Undo\tCtrl+Z"]
    choose(menu, "Put it in quotes")
    assert 'version: "2024-10-21" ' in session.document.text
    assert session.undo_stack.undoText() == "Put it in quotes"


@with_menu
def test_the_menu_key_offers_the_fix_at_the_cursor(panel: YamlPanel, session: Session) -> None:
    panel.activateWindow()
    panel.reveal_offset(session.document.text.index("2024-10-21 ") + 10)
    press_menu_key(panel.pane)
    assert titles(open_menu())[0] == "Put it in quotes"


@with_menu
def test_elsewhere_the_menu_is_the_one_of_every_text(panel: YamlPanel) -> None:
    panel.reveal_offset(0)
    right_click(panel.pane.viewport(), place_of(panel, "version"))
    assert titles(open_menu())[0] == "&Undo\tCtrl+Z"
