"""The page of a model and the table of models in a group."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from editor.ui.form.grouppage import GroupPage
from editor.ui.form.modelpage import ModelPage
from editor.ui.form.rowstable import RowsTable
from editor.ui.look.appearance import current_look
from editor.ui.widgets.textfield import TextField
from tests.ui.form.conftest import CONFIG, EAST, WEST, Desk, Desks

BIG, SMALL = (*EAST, "models", "big"), (*EAST, "models", "small")


def table_of(desk: Desk) -> RowsTable:
    desk.session.select(EAST)
    return desk.page(GroupPage).models.table


def cells(table: RowsTable) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows.rows]


def resolved(desk: Desk) -> str:
    return " | ".join(
        label.text()
        for label in desk.page(ModelPage).resolution.findChildren(QLabel)
        if label.text()
    )


def test_an_inherited_value_is_a_placeholder_that_names_its_source(desk: Desk) -> None:
    desk.session.select(SMALL)
    line = desk.part("deploymentName", TextField)
    assert (line.text(), line.placeholderText()) == ("", "shared")
    assert line.tail.chip_text() == "from east"
    assert desk.line("version").placeholderText() == "2024-10-21"


def test_a_click_on_the_chip_goes_to_the_groups_field(desk: Desk) -> None:
    desk.session.select(SMALL)
    desk.part("deploymentName", TextField).tail.chip_clicked.emit()
    assert desk.session.selection == EAST
    assert desk.line("deploymentName").hasFocus()


def test_typing_over_an_inherited_value_gives_the_model_its_own_settings(desk: Desk) -> None:
    desk.session.select(SMALL)
    desk.type("deploymentName", "own")
    assert '        small:\n          deploymentName: "own"\n' in desk.text
    assert desk.part("deploymentName", TextField).tail.chip_text() == "overrides group"
    assert desk.steps() == ["Set deploymentName of small"]
    desk.session.undo_stack.undo()
    assert desk.text == CONFIG


def test_the_icon_returns_to_the_inherited_value(desk: Desk) -> None:
    desk.session.select(BIG)
    line = desk.part("deploymentName", TextField)
    desk.qtbot.mouseClick(line.tail.action, Qt.MouseButton.LeftButton)
    assert desk.group(0)["models"]["big"] == {}
    assert line.placeholderText() == "shared"


def test_a_model_is_made_true_only_by_the_switch(desk: Desk) -> None:
    desk.session.select(BIG)
    switch = desk.page(ModelPage).inherits_all
    assert not switch.isChecked()
    switch.setFocus()
    desk.qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert "        big: true\n" in desk.text
    assert switch.isChecked()
    desk.qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert '        big:\n          deploymentName: "shared"\n' in desk.text


def test_a_model_that_is_false_is_said_to_be_enabled(desks: Desks) -> None:
    desk = desks(CONFIG.replace("small: true", "small: false"))
    desk.session.select(SMALL)
    assert "enables the model all the same" in desk.page(ModelPage).remark.text()


def test_typing_a_name_renames_the_model_and_keeps_it_selected(desk: Desk) -> None:
    desk.session.select(SMALL)
    desk.type("modelName", "tiny")
    assert desk.changed_lines() == [("small: true", "tiny: true")]
    assert desk.session.selection == (*EAST, "models", "tiny")
    assert desk.form.page().header.title() == "tiny"
    for _ in range(desk.session.undo_stack.count()):
        desk.session.undo_stack.undo()
    assert (desk.text, desk.session.selection) == (CONFIG, SMALL)


def test_a_name_that_is_taken_is_refused_in_place(desk: Desk) -> None:
    desk.session.select(SMALL)
    desk.type("modelName", "big")
    assert "bi: true" in desk.text
    assert desk.line("modelName").text() == "big"
    assert len(desk.said("modelName")) == 1


def test_a_model_says_what_it_resolves_to(desk: Desk) -> None:
    desk.session.select(BIG)
    assert resolved(desk) == (
        "Resolves to | Resource | contoso-east | from group | Deployment | big-prod | from model | "
        "API version | 2024-10-21 | from group | API key | EAST_KEY | from group"
    )


def test_a_missing_deployment_is_said_at_its_field_and_in_the_block(desks: Desks) -> None:
    desk = desks(CONFIG.replace("      deploymentName: shared\n", ""))
    desk.session.select(SMALL)
    assert "missing" in resolved(desk)
    assert desk.said("deploymentName")[0].startswith("Model “small” lacks a deployment name")
    assert desk.form.focus_field(SMALL)
    assert desk.line("deploymentName").hasFocus()


def test_the_table_shows_what_each_model_resolves_to(desk: Desk) -> None:
    table = table_of(desk)
    assert cells(table) == [("big", "big-prod", "2024-10-21"), ("small", "shared", "2024-10-21")]
    grey = current_look().colour("text_3")
    role = Qt.ItemDataRole.ForegroundRole
    assert table.rows.index(1, 1).data(role) == grey
    assert table.rows.index(0, 1).data(role) is None
    assert desk.page(GroupPage).models.note.text() == "Grey values come from the group."


def test_f2_renames_in_the_table(desk: Desk) -> None:
    table = table_of(desk)
    table.setFocus()
    table.go_to("small")
    desk.qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    desk.qtbot.keyClicks(editor, "tiny")
    desk.qtbot.keyClick(editor, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: table.findChild(QLineEdit) is None)
    assert desk.changed_lines() == [("small: true", "tiny: true")]
    assert desk.steps() == ["Rename small to tiny"]
    assert table.current_step() == "tiny"


def test_a_model_is_added_and_named_in_place(desk: Desk) -> None:
    table = table_of(desk)
    desk.qtbot.mouseClick(desk.page(GroupPage).models.add_button, Qt.MouseButton.LeftButton)
    assert "        new-model: true\n" in desk.text
    editor = table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.hasFocus()
    editor.selectAll()
    desk.qtbot.keyClicks(editor, "gpt")
    desk.qtbot.keyClick(editor, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: table.findChild(QLineEdit) is None)
    assert CONFIG.replace("small: true\n", "small: true\n        gpt: true\n") == desk.text
    assert desk.steps() == ["Add model", "Rename new-model to gpt"]


def test_a_group_without_models_offers_to_add_one(desk: Desk) -> None:
    desk.session.select(WEST)
    block = desk.page(GroupPage).models
    assert block.empty.isVisible()
    assert not block.table.isVisible()
    desk.qtbot.mouseClick(block.empty.button, Qt.MouseButton.LeftButton)
    assert cells(block.table) == [("new-model", "new-model", "–")]
    assert block.table.isVisible()


def test_delete_removes_the_chosen_models_in_one_step(desk: Desk) -> None:
    table = table_of(desk)
    table.setFocus()
    table.go_to("big")
    desk.qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    desk.qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert desk.steps() == ["Delete 2 models"]
    assert cells(table) == []
    desk.session.undo_stack.undo()
    assert desk.text == CONFIG


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("big", "        big: true\n"),
        ("small", '        small:\n          deploymentName: "shared"\n'),
    ],
)
def test_space_toggles_own_settings(desk: Desk, name: str, written: str) -> None:
    table = table_of(desk)
    table.setFocus()
    table.go_to(name)
    desk.qtbot.keyClick(table, Qt.Key.Key_Space)
    assert written in desk.text


def test_enter_opens_the_model(desk: Desk) -> None:
    table = table_of(desk)
    table.setFocus()
    table.go_to("small")
    desk.qtbot.keyClick(table, Qt.Key.Key_Return)
    assert desk.session.selection == SMALL


def test_a_serverless_group_sends_the_models_names(desks: Desks) -> None:
    desk = desks(CONFIG.replace("models: {}", "models: {mistral: true}"))
    desk.session.select((*WEST, "models", "mistral"))
    assert "Deployment | mistral | the model’s name | API version | none" in resolved(desk)
    assert "Resource | https://west.example.com/v1" in resolved(desk)
    assert "***cdef" in resolved(desk)
    assert "0123456789" not in resolved(desk)
