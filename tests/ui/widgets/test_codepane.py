"""The source pane: keys, undo, view and marks."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from pytestqt.qtbot import QtBot

from editor.ui.look.shapes import Shape
from editor.ui.widgets.codepane import CodePane
from editor.ui.widgets.markedtext import Change, Underline

LONG = "".join(f"line {number}: 1\n" for number in range(500))


@pytest.fixture
def pane(qtbot: QtBot) -> CodePane:
    """Give a pane on screen."""
    made = CodePane("Source")
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def edits(pane: CodePane) -> list[tuple[int, int, str]]:
    """Return the list in which the pane's edits are collected."""
    collected: list[tuple[int, int, str]] = []
    pane.user_edited.connect(lambda *edit: collected.append(edit))
    return collected


def test_typing_is_told_in_offsets_of_the_real_text(pane: CodePane, qtbot: QtBot) -> None:
    pane.show_text("a: \U0001f600\r\nb: 1\r\n")
    told = edits(pane)
    pane.place_cursor(len("a: \U0001f600\r\nb: "))
    qtbot.keyClicks(pane, "2")

    assert told == [(9, 9, "2")]
    assert pane.text() == "a: \U0001f600\r\nb: 21\r\n"


def test_enter_uses_the_line_end_of_the_file_and_keeps_the_indent(
    pane: CodePane, qtbot: QtBot
) -> None:
    pane.show_text("a:\r\n  b: 1\r\n")
    told = edits(pane)
    pane.place_cursor(len("a:\r\n  b: 1"))
    qtbot.keyClick(pane, Qt.Key.Key_Return)

    assert told == [(10, 10, "\r\n  ")]


def test_tab_indents_by_spaces(pane: CodePane, qtbot: QtBot) -> None:
    pane.show_text("a\nb\n")
    pane.place_cursor(1)
    qtbot.keyClick(pane, Qt.Key.Key_Tab)
    assert pane.text() == "a \nb\n"

    pane.place_cursor(0, 4)
    qtbot.keyClick(pane, Qt.Key.Key_Tab)
    assert pane.text() == "  a \n  b\n"

    qtbot.keyClick(pane, Qt.Key.Key_Backtab)
    assert pane.text() == "a \nb\n"


def test_what_the_program_changes_is_not_told(pane: CodePane) -> None:
    told = edits(pane)
    pane.show_text("a: 1\n")
    pane.replace(3, 4, "2")
    pane.show_node(0, 4)

    assert told == []
    assert pane.text() == "a: 2\n"


@pytest.mark.parametrize("key", [Qt.Key.Key_Z, Qt.Key.Key_Y])
def test_undo_is_left_to_the_window(pane: CodePane, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClicks(pane, "abc")
    control = Qt.KeyboardModifier.ControlModifier
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, control)
    event.setAccepted(True)
    pane.event(event)
    qtbot.keyClick(pane, key, control)

    assert not event.isAccepted()
    assert pane.text() == "abc"


def test_a_change_elsewhere_moves_neither_view_nor_selection(pane: CodePane) -> None:
    pane.show_text(LONG)
    start = LONG.index("line 250")
    pane.place_cursor(start, start + 4)
    pane.reveal(start)
    top = pane.firstVisibleBlock().text()
    pane.show_text("# one\n# two\n" + LONG)

    assert pane.firstVisibleBlock().text() == top
    assert pane.textCursor().selectedText() == "line"
    assert pane.offset() == start + 4 + len("# one\n# two\n")


def test_a_change_before_the_cursor_does_not_tell_a_move(pane: CodePane) -> None:
    pane.show_text("a\nb\n")
    pane.place_cursor(3)
    moves: list[int] = []
    pane.cursor_moved.connect(moves.append)
    pane.show_text("x\na\nb\n")

    assert moves == []
    assert pane.offset() == 5


def test_the_user_s_move_is_told_after_the_user_s_edit(pane: CodePane, qtbot: QtBot) -> None:
    pane.show_text("ab")
    told: list[object] = []
    pane.user_edited.connect(lambda start, end, text: told.append(text))
    pane.cursor_moved.connect(told.append)
    qtbot.keyClicks(pane, "x")
    qtbot.keyClick(pane, Qt.Key.Key_Right)

    assert told == ["x", 1, 2]


def test_a_hard_space_can_be_copied_and_pasted(pane: CodePane) -> None:
    pane.show_text("a\u00a0b\u2028c\r\nd")
    pane.selectAll()
    copied = pane.createMimeDataFromSelection()
    assert copied.text() == "a\u00a0b\u2028c\nd"

    pane.insertFromMimeData(copied)
    assert pane.text() == "a\u00a0b\u2028c\r\nd"


def test_pasting_puts_the_cursor_behind_what_was_pasted(pane: CodePane) -> None:
    pane.show_text("ab")
    pane.place_cursor(1)
    data = QMimeData()
    data.setText("x\ny")
    pane.insertFromMimeData(data)

    assert (pane.text(), pane.offset()) == ("ax\nyb", 4)


def test_deleting_a_line_end_takes_both_its_characters(pane: CodePane, qtbot: QtBot) -> None:
    pane.show_text("a\r\nb")
    pane.place_cursor(3)
    qtbot.keyClick(pane, Qt.Key.Key_Backspace)

    assert pane.text() == "ab"


def test_line_ends_that_meet_are_shown_as_the_one_that_they_become(
    pane: CodePane, qtbot: QtBot
) -> None:
    pane.show_text("a\rx\nb")
    pane.place_cursor(3)
    qtbot.keyClick(pane, Qt.Key.Key_Backspace)

    assert pane.text() == "a\r\nb"
    assert pane.blockCount() == 2


def test_a_read_only_pane_stays_as_it_is(pane: CodePane, qtbot: QtBot) -> None:
    pane.show_text("a\n")
    pane.setReadOnly(True)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_X):
        qtbot.keyClick(pane, key)

    assert pane.text() == "a\n"


def test_a_problem_is_underlined_and_says_its_message(pane: CodePane) -> None:
    text = "😀: 1\r\nversoin: 2\r\n"
    pane.show_text(text)
    start = text.index("versoin")
    pane.show_underlines((Underline(start, start + 7, Shape.WARNING, "Did you mean version?"),))
    cursors = [selection.cursor.selectedText() for selection in pane.extraSelections()]

    assert cursors == ["versoin"]
    assert pane.message_at(pane.position_of(start + 2)) == "Did you mean version?"
    assert pane.message_at(0) == ""


def test_a_problem_without_a_width_is_underlined_all_the_same(pane: CodePane) -> None:
    pane.show_text("a:\nb")
    ends = (Underline(2, 2, Shape.ERROR, "x"), Underline(4, 4, Shape.ERROR, "y"))
    pane.show_underlines(ends)

    assert all(selection.cursor.hasSelection() for selection in pane.extraSelections())
    assert len(pane.extraSelections()) == 2


def test_only_problems_on_screen_are_underlined_until_they_get_there(pane: CodePane) -> None:
    pane.show_text(LONG)
    start = LONG.index("line 400")
    pane.show_underlines((Underline(start, start + 4, Shape.ERROR, "x"),))
    assert pane.extraSelections() == []

    pane.reveal(start)
    assert len(pane.extraSelections()) == 1


def test_the_lines_of_the_node_are_marked(pane: CodePane) -> None:
    pane.show_text("a\nb\nc\nd\n")
    pane.show_node(2, 6)
    assert pane.node_lines() == (1, 2)

    pane.show_node(3, 3)
    assert pane.node_lines() is None


def test_marks_are_drawn(pane: CodePane) -> None:
    pane.show_text("a\nb\nc\n")
    plain = pane.grab().toImage()
    pane.show_changes({0: Change.ADDED, 1: Change.CHANGED, 2: Change.REMOVED})
    marked = pane.grab().toImage()
    pane.show_node(0, 3)

    assert marked != plain
    assert pane.grab().toImage() != marked


def test_lines_are_coloured_when_they_come_on_screen(pane: CodePane) -> None:
    pane.show_text(LONG)
    far = pane.document().findBlockByNumber(450)
    assert far.layout().formats() == []

    pane.reveal(far.position())
    assert far.layout().formats() != []


def test_moving_with_the_keyboard_selects_across_lines(pane: CodePane, qtbot: QtBot) -> None:
    pane.show_text("ab\r\ncd\r\n")
    pane.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(pane, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    told = edits(pane)
    qtbot.keyClicks(pane, "x")

    assert told == [(0, 4, "x")]
    assert pane.text() == "xcd\r\n"


def test_a_line_keeps_its_indent_whatever_script_it_is_in(pane: CodePane) -> None:
    pane.show_text('  "abc": 1\n  "مجموعة": 1\n')
    starts = []
    for number in range(2):
        cursor = QTextCursor(pane.document().findBlockByNumber(number))
        starts.append(pane.cursorRect(cursor).left())
    assert starts[0] == starts[1]
