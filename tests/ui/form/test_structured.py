"""Headers, parameters and lists: in tables, and as YAML text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from editor.ui.widgets.listeditor import ListEditor
from editor.ui.widgets.mappingtable import MappingTable
from tests.ui.form.conftest import CONFIG, EAST, Desk, Desks


def edit_cell(desk: Desk, table: MappingTable, row: int, column: int, text: str) -> None:
    table.setFocus()
    table.setCurrentCell(row, column)
    desk.qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.viewport().findChild(QWidget)
    if isinstance(editor, QPlainTextEdit):
        editor.setPlainText(text)
        table.commitData(editor)
        table.closeEditor(editor, table.itemDelegate().EndEditHint.NoHint)
    else:
        assert isinstance(editor, QLineEdit)
        editor.selectAll()
        desk.qtbot.keyClicks(editor, text)
        desk.qtbot.keyClick(editor, Qt.Key.Key_Return)
        desk.qtbot.waitUntil(lambda: table.viewport().findChild(QLineEdit) is None)


def test_parameters_keep_their_types(desk: Desk) -> None:
    desk.session.select(EAST)
    table = desk.part("addParams", MappingTable)
    cells = table.model()
    shown = [[cells.index(row, column).data() for column in range(3)] for row in range(4)]
    assert shown == [
        ["maxTokens", "Number", "4096"],
        ["user", "Text", "17"],
        ["strict", "Yes or no", "Yes"],
        ["metadata", "YAML", "{tags: [a, b]}"],
    ]


def test_a_number_edited_in_the_table_stays_a_number(desk: Desk) -> None:
    desk.session.select(EAST)
    edit_cell(desk, desk.part("addParams", MappingTable), 0, 2, "99")
    assert desk.changed_lines() == [("maxTokens: 4096", "maxTokens: 99")]


def test_a_text_of_digits_stays_text(desk: Desk) -> None:
    desk.session.select(EAST)
    edit_cell(desk, desk.part("addParams", MappingTable), 1, 2, "18")
    assert desk.changed_lines() == [('user: "17"', 'user: "18"')]


def test_a_nested_value_is_edited_as_yaml(desk: Desk) -> None:
    desk.session.select(EAST)
    edit_cell(desk, desk.part("addParams", MappingTable), 3, 2, "{tags: [c]}")
    assert desk.group(0)["addParams"]["metadata"] == {"tags": ["c"]}


def test_what_is_no_yaml_is_said_in_place_and_changes_nothing(desk: Desk) -> None:
    desk.session.select(EAST)
    edit_cell(desk, desk.part("addParams", MappingTable), 3, 2, "{tags: [c")
    assert desk.text == CONFIG
    assert desk.said("addParams")[0].startswith("This is not YAML yet")


def test_keys_are_added_renamed_and_removed(desk: Desk) -> None:
    desk.session.select(EAST)
    table = desk.part("addParams", MappingTable)
    edit_cell(desk, table, 4, 0, "seed")
    assert desk.group(0)["addParams"]["seed"] == ""
    edit_cell(desk, table, 4, 0, "salt")
    assert list(desk.group(0)["addParams"]) == ["maxTokens", "user", "strict", "metadata", "salt"]
    table.setCurrentCell(4, 0)
    desk.qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert desk.text == CONFIG


def test_removing_the_last_key_removes_the_field(desks: Desks) -> None:
    text = CONFIG.replace("      dropParams: [user, stop]\n", "      additionalHeaders: {a: b}\n")
    desk = desks(text)
    desk.session.select(EAST)
    table = desk.part("additionalHeaders", MappingTable)
    table.setFocus()
    table.setCurrentCell(0, 0)
    desk.qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert "additionalHeaders" not in desk.text


def test_a_header_that_looks_like_a_number_is_written_as_text(desk: Desk) -> None:
    desk.session.select(EAST)
    desk.form.page().focus_key("additionalHeaders")
    table = desk.part("additionalHeaders", MappingTable)
    edit_cell(desk, table, 0, 0, "x-cost")
    edit_cell(desk, table, 0, 2, "4711")
    assert 'x-cost: "4711"' in desk.text


def test_a_list_is_changed_item_by_item(desk: Desk) -> None:
    desk.session.select(EAST)
    items = desk.part("dropParams", ListEditor)
    items.setFocus()
    items.setCurrentRow(0)
    desk.qtbot.keyClick(items, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert "dropParams: [stop, user]" in desk.text
    items.setCurrentRow(0)
    desk.qtbot.keyClick(items, Qt.Key.Key_Delete)
    assert "dropParams: [user]" in desk.text
    desk.qtbot.keyClick(items, Qt.Key.Key_Delete)
    assert "dropParams" not in desk.text


def test_the_same_value_can_be_edited_as_text(desk: Desk) -> None:
    desk.session.select(EAST)
    text = desk.part("dropParams", QPlainTextEdit)
    assert text.toPlainText() == "[user, stop]"
    text.setPlainText("[user")
    assert desk.text == CONFIG
    assert desk.said("dropParams")[0].startswith("This is not YAML yet")
    text.setPlainText("[user, seed]")
    assert "dropParams: [user, seed]" in desk.text
    assert text.toPlainText() == "[user, seed]"
    assert desk.said("dropParams") == []


def test_a_value_that_no_table_can_show_is_shown_as_yaml(desks: Desks) -> None:
    desk = desks(CONFIG.replace("[user, stop]", "user"))
    desk.session.select(EAST)
    assert desk.part("dropParams", QPlainTextEdit).isVisible()
    assert not desk.part("dropParams", ListEditor).isVisible()
    assert desk.said("dropParams")
