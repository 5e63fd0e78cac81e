"""Headers, parameters and lists: in tables, and as YAML text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from editor.ui.widgets.listeditor import ListEditor
from editor.ui.widgets.mappingtable import MappingTable
from editor.ui.widgets.suggestionlist import SuggestionList
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
        desk.qtbot.waitUntil(lambda: table.viewport().findChild(QPlainTextEdit) is None)
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
    shown = [[cells.index(row, column).data() for column in range(3)] for row in range(7)]
    assert shown == [
        ["maxTokens", "Number", "4096"],
        ["user", "Text", "17"],
        ["strict", "Yes or no", "Yes"],
        ["metadata", "Mapping", "1 key"],
        ["tags", "List", "2 items"],
        ["1", "Text", "a"],
        ["2", "Text", "b"],
    ]


def test_a_number_edited_in_the_table_stays_a_number(desk: Desk) -> None:
    desk.session.select(EAST)
    edit_cell(desk, desk.part("addParams", MappingTable), 0, 2, "99")
    assert desk.changed_lines() == [("maxTokens: 4096", "maxTokens: 99")]


def test_a_text_of_digits_stays_text(desk: Desk) -> None:
    desk.session.select(EAST)
    edit_cell(desk, desk.part("addParams", MappingTable), 1, 2, "18")
    assert desk.changed_lines() == [('user: "17"', 'user: "18"')]


def test_nested_values_are_edited_in_place(desk: Desk) -> None:
    desk.session.select(EAST)
    table = desk.part("addParams", MappingTable)
    edit_cell(desk, table, 5, 2, "c")
    assert desk.changed_lines() == [("metadata: {tags: [a, b]}", "metadata: {tags: [c, b]}")]
    edit_cell(desk, table, 7, 0, "d")
    assert desk.group(0)["addParams"]["metadata"] == {"tags": ["c", "b", "d"]}
    edit_cell(desk, table, 9, 0, "site")
    assert desk.group(0)["addParams"]["metadata"] == {"tags": ["c", "b", "d"], "site": ""}


def test_nested_rows_are_moved_renamed_and_removed(desk: Desk) -> None:
    desk.session.select(EAST)
    table = desk.part("addParams", MappingTable)
    table.setFocus()
    table.setCurrentCell(5, 2)
    desk.qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert "metadata: {tags: [b, a]}" in desk.text
    assert table.currentRow() == 6
    desk.qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert "metadata: {tags: [b]}" in desk.text
    edit_cell(desk, table, 4, 0, "labels")
    assert "metadata: {labels: [b]}" in desk.text
    table.setCurrentCell(5, 0)
    desk.qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert desk.group(0)["addParams"]["metadata"] == {"labels": []}
    table.setCurrentCell(4, 0)
    desk.qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert desk.group(0)["addParams"]["metadata"] == {}


def choose_kind(desk: Desk, table: MappingTable, row: int, words: str) -> None:
    table.setFocus()
    table.setCurrentCell(row, 1)
    desk.qtbot.keyClick(table, Qt.Key.Key_F2)
    combo = table.viewport().findChild(QComboBox)
    assert isinstance(combo, QComboBox)
    desk.qtbot.keyClicks(combo, words)
    desk.qtbot.keyClick(combo, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: table.viewport().findChild(QComboBox) is None)


def test_a_value_becomes_a_list_and_nothing(desk: Desk) -> None:
    desk.session.select(EAST)
    table = desk.part("addParams", MappingTable)
    choose_kind(desk, table, 1, "List")
    assert desk.group(0)["addParams"]["user"] == ["17"]
    choose_kind(desk, table, 0, "Nothing")
    assert desk.group(0)["addParams"]["maxTokens"] is None
    assert desk.group(0)["addParams"]["strict"] is True


def test_a_known_parameter_begins_with_a_value_of_its_kind(desk: Desk) -> None:
    desk.session.select(EAST)
    table = desk.part("addParams", MappingTable)
    edit_cell(desk, table, table.rowCount() - 1, 0, "temperature")
    assert desk.group(0)["addParams"]["temperature"] == 1
    row = table.currentRow()
    assert (table.entry(row).name, table.currentColumn()) == ("temperature", 2)
    edit_cell(desk, table, row, 2, "0.5")
    assert desk.group(0)["addParams"]["temperature"] == 0.5
    edit_cell(desk, table, table.rowCount() - 1, 0, "useResponsesApi")
    assert desk.group(0)["addParams"]["useResponsesApi"] is True


def test_new_parameters_and_drops_are_offered_without_those_that_are_there(desk: Desk) -> None:
    desk.session.select(EAST)
    for key, kind in (("addParams", MappingTable), ("dropParams", ListEditor)):
        table = desk.part(key, kind)
        table.setFocus()
        last = table.model().index(table.model().rowCount() - 1, 0)
        table.setCurrentIndex(last)
        desk.qtbot.keyClick(table, Qt.Key.Key_F2)
        line = table.viewport().findChild(QLineEdit)
        assert isinstance(line, QLineEdit)
        desk.qtbot.waitUntil(line.hasFocus)
        shown = next(one for one in desk.form.findChildren(SuggestionList) if one.isVisible())
        texts = [one.text for one in shown.suggestions]
        assert "temperature" in texts
        assert "user" not in texts
        desk.qtbot.keyClick(line, Qt.Key.Key_Escape)
        assert not shown.isVisible()
        desk.qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert desk.text == CONFIG


@pytest.mark.parametrize("name", ["x-user", "api-key"])
def test_a_header_completes_variables(desks: Desks, name: str) -> None:
    desk = desks(CONFIG.replace("dropParams: [user, stop]", f"additionalHeaders: {{{name}: a}}"))
    desk.session.select(EAST)
    table = desk.part("additionalHeaders", MappingTable)
    table.setFocus()
    table.setCurrentCell(0, 2)
    desk.qtbot.keyClick(table, Qt.Key.Key_F2)
    line = table.viewport().findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.selectAll()
    desk.qtbot.keyClicks(line, "$")
    shown = next(one for one in desk.form.findChildren(SuggestionList) if one.isVisible())
    assert "${WEST_KEY}" in [one.text for one in shown.suggestions]
    desk.qtbot.keyClicks(line, "{west")
    desk.qtbot.keyClick(line, Qt.Key.Key_Return)
    desk.qtbot.keyClick(line, Qt.Key.Key_Return)
    wanted = {name: "${WEST_KEY}"}
    desk.qtbot.waitUntil(lambda: desk.group(0)["additionalHeaders"] == wanted)


def test_a_header_completes_its_placeholders(desks: Desks) -> None:
    desk = desks(CONFIG.replace("dropParams: [user, stop]", "additionalHeaders: {x-user: a}"))
    desk.session.select(EAST)
    table = desk.part("additionalHeaders", MappingTable)
    table.setFocus()
    table.setCurrentCell(0, 2)
    desk.qtbot.keyClick(table, Qt.Key.Key_F2)
    line = table.viewport().findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.selectAll()
    desk.qtbot.keyClicks(line, "{{email")
    desk.qtbot.keyClick(line, Qt.Key.Key_Return)
    desk.qtbot.keyClick(line, Qt.Key.Key_Return)
    wanted = {"x-user": "{{LIBRECHAT_USER_EMAIL}}"}
    desk.qtbot.waitUntil(lambda: desk.group(0)["additionalHeaders"] == wanted)


def test_a_literal_key_in_a_header_is_nowhere_to_be_read(desks: Desks) -> None:
    headers = "additionalHeaders: {api-key: abcdefgh12345678}"
    text = CONFIG.replace("dropParams: [user, stop]", headers)
    desk = desks(text)
    desk.session.select(EAST)
    table = desk.part("additionalHeaders", MappingTable)
    assert table.model().index(0, 2).data() == "••••••••5678"
    pane = desk.part("additionalHeaders", QPlainTextEdit)
    assert pane.toPlainText() == ""
    toggle = next(
        one
        for one in desk.field("additionalHeaders").findChildren(QPushButton)
        if one.text() == "Edit as YAML, secrets shown"
    )
    toggle.click()
    assert "abcdefgh12345678" in pane.toPlainText()
    toggle.click()
    assert pane.toPlainText() == ""


def test_a_date_is_edited_as_yaml(desks: Desks) -> None:
    desk = desks(CONFIG.replace("maxTokens: 4096", "since: 2024-10-21"))
    desk.session.select(EAST)
    table = desk.part("addParams", MappingTable)
    edit_cell(desk, table, 0, 2, "{tags: [c")
    assert desk.said("addParams")[0].startswith("This is not YAML yet")
    edit_cell(desk, table, 0, 2, "2024-10-22")
    assert "since: 2024-10-22" in desk.text


def test_keys_are_added_renamed_and_removed(desk: Desk) -> None:
    desk.session.select(EAST)
    table = desk.part("addParams", MappingTable)
    edit_cell(desk, table, 9, 0, "odd")
    assert desk.group(0)["addParams"]["odd"] == ""
    edit_cell(desk, table, 9, 0, "salt")
    assert list(desk.group(0)["addParams"]) == ["maxTokens", "user", "strict", "metadata", "salt"]
    table.setCurrentCell(9, 0)
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
    desk.field("dropParams").findChildren(QPushButton)[-1].click()
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
