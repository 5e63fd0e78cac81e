"""A list editor asks for items to be added, changed, moved and removed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from editor.ui.widgets.listeditor import ListEditor


@pytest.fixture
def editor(qtbot: QtBot) -> ListEditor:
    """Give a list of three on screen."""
    made = ListEditor("Dropped", "Add a parameter to drop…")
    qtbot.addWidget(made)
    made.show_items(["temperature", "top_p", "n"])
    made.show()
    return made


def type_into(editor: ListEditor, qtbot: QtBot, row: int, text: str) -> None:
    """Edit a row with the keyboard."""
    editor.setCurrentRow(row)
    qtbot.keyClick(editor, Qt.Key.Key_F2)
    line = editor.viewport().findChild(QLineEdit)
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_the_last_row_takes_a_new_item(editor: ListEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.item_added) as asked:
        type_into(editor, qtbot, 3, "stop")

    assert asked.args == ["stop"]
    assert editor.item(3).text() == ""


def test_an_item_can_be_changed(editor: ListEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.item_set) as asked:
        type_into(editor, qtbot, 1, "top_k")

    assert asked.args == [1, "top_k"]
    assert editor.item(1).text() == "top_p"


def test_an_item_can_be_removed_by_key_and_by_its_cross(editor: ListEditor, qtbot: QtBot) -> None:
    removed: list[int] = []
    editor.item_removed.connect(removed.append)
    editor.setCurrentRow(2)
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    cross = editor.cross_area(editor.visualItemRect(editor.item(0))).center()
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=cross)

    assert removed == [2, 0]


def test_alt_and_an_arrow_moves_an_item(editor: ListEditor, qtbot: QtBot) -> None:
    moved: list[tuple[int, int]] = []
    editor.item_moved.connect(lambda row, to: moved.append((row, to)))
    editor.setCurrentRow(1)
    qtbot.keyClick(editor, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(editor, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert moved == [(1, 0)]
    assert editor.currentRow() == 0


def test_showing_fewer_items_keeps_the_row_for_a_new_one(editor: ListEditor) -> None:
    editor.show_items(["a"])

    assert [editor.item(row).text() for row in range(editor.count())] == ["a", ""]
