"""What typing, choosing and clearing in the form does to the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from editor.core.outline import value_at
from editor.core.schema.field import Target
from editor.core.text import Edit, Patch
from tests.ui.form.conftest import CONFIG, EAST, ENDPOINT, WEST, Desk, Desks


def test_typing_sets_the_value_and_nothing_else(desk: Desk) -> None:
    desk.session.select(EAST)
    desk.type("instanceName", "contoso-2")
    assert desk.changed_lines() == [("instanceName: contoso-east", "instanceName: contoso-2")]


def test_typing_in_one_field_is_one_step_that_undo_takes_back(desk: Desk) -> None:
    desk.session.select(EAST)
    desk.type("instanceName", "abc")
    assert desk.steps() == ["Set instanceName of east"]
    desk.session.undo_stack.undo()
    assert desk.text == CONFIG
    assert desk.line("instanceName").text() == "contoso-east"


def test_leaving_the_field_ends_the_step(desk: Desk) -> None:
    desk.session.select(EAST)
    desk.type("instanceName", "a")
    desk.line("apiKey").setFocus()
    desk.type("instanceName", "b")
    assert desk.steps() == ["Set instanceName of east"] * 2


def test_the_cursor_stays_where_the_user_types(desk: Desk) -> None:
    desk.session.select(EAST)
    line = desk.line("instanceName")
    line.setFocus()
    line.setCursorPosition(3)
    desk.qtbot.keyClicks(line, "XY")
    assert (line.text(), line.cursorPosition()) == ("conXYtoso-east", 5)


def test_a_version_typed_as_a_date_stays_text(desk: Desk) -> None:
    desk.session.select(EAST)
    desk.type("version", "2025-01-01")
    assert desk.changed_lines()[0][1].startswith('version: "2025-01-01"   # the group')


def test_clearing_an_optional_field_removes_its_key(desk: Desk) -> None:
    desk.session.select(EAST)
    desk.clear("deploymentName")
    assert "deploymentName: shared" not in desk.text
    assert len(desk.text.splitlines()) == len(CONFIG.splitlines()) - 1
    assert desk.steps() == ["Remove deploymentName of east"]


def test_typing_on_in_a_cleared_field_keeps_the_comment(desk: Desk) -> None:
    desk.session.select(EAST)
    desk.clear("version")
    desk.qtbot.keyClicks(desk.line("version"), "new")
    assert desk.changed_lines() == [
        ('version: "2024-10-21"   # the group\'s', 'version: "new"   # the group\'s')
    ]
    assert desk.steps() == ["Set version of east"]
    desk.session.undo_stack.undo()
    assert desk.text == CONFIG


def test_clearing_a_required_field_leaves_an_empty_text(desk: Desk) -> None:
    desk.session.select(EAST)
    desk.clear("group")
    assert desk.changed_lines() == [("- group: east   # paid by IT", '- group: ""   # paid by IT')]


def test_the_root_version_is_edited_on_the_page_of_the_file(desk: Desk) -> None:
    desk.type("version", "1.4")
    assert desk.changed_lines() == [('version: "1.3.17"  # ours', 'version: "1.4"  # ours')]
    assert desk.steps() == ["Set version"]


@pytest.mark.parametrize(
    ("typed", "written"),
    [("40", "streamRate: 40"), ("x", "streamRate: x"), ("2.5", "streamRate: 2.5")],
)
def test_a_number_is_written_as_a_number(desk: Desk, typed: str, written: str) -> None:
    desk.session.select(ENDPOINT)
    desk.type("streamRate", typed)
    assert desk.changed_lines() == [("streamRate: 25", written)]
    assert desk.line("streamRate").text() == typed


@pytest.mark.parametrize(("index", "line"), [(1, "assistants: true"), (2, "assistants: false")])
def test_a_switch_writes_yes_and_no(desk: Desk, index: int, line: str) -> None:
    desk.session.select(EAST)
    combo = desk.field("assistants")
    assert isinstance(combo, QComboBox)
    assert combo.currentText() == "Not set (off)"
    combo.setFocus()
    for _ in range(index):
        desk.qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert f"      {line}\n" in desk.text
    desk.qtbot.keyClick(combo, Qt.Key.Key_Home)
    assert desk.text == CONFIG


def test_a_choice_offers_what_the_release_knows(desks: Desks) -> None:
    new, old = desks(CONFIG), desks(CONFIG, Target.V0_7)
    for desk, names in ((new, {"functions", "structured"}), (old, {"functions"})):
        desk.session.select(ENDPOINT)
        combo = desk.part("titleMethod", QComboBox)
        items = {combo.itemText(index) for index in range(combo.count())}
        assert items & {"functions", "structured"} == names


def test_a_value_of_the_wrong_type_is_shown_as_it_is_written(desks: Desks) -> None:
    desk = desks(CONFIG.replace('"2024-10-21"', "2024-10-21").replace("contoso-east", "0x1F"))
    desk.session.select(EAST)
    assert desk.line("version").text() == "2024-10-21"
    assert desk.line("instanceName").text() == "0x1F"
    assert any("date" in sentence for sentence in desk.said("version"))


def test_a_secret_is_hidden_and_its_edit_reaches_the_text(desk: Desk) -> None:
    desk.session.select(WEST)
    line = desk.line("apiKey")
    assert line.echoMode() == line.EchoMode.Password
    desk.type("apiKey", "${WEST_KEY}")
    assert desk.changed_lines() == [("apiKey: 0123456789abcdef", "apiKey: ${WEST_KEY}")]
    assert line.echoMode() == line.EchoMode.Normal


def test_a_long_text_is_edited_in_lines(desk: Desk) -> None:
    desk.session.select(ENDPOINT)
    field = desk.field("titlePrompt")
    assert isinstance(field, QPlainTextEdit)
    field.setFocus()
    desk.qtbot.keyClicks(field, "one")
    desk.qtbot.keyClick(field, Qt.Key.Key_Return)
    desk.qtbot.keyClicks(field, "two")
    assert value_at(desk.session.document.value, (*ENDPOINT, "titlePrompt")) == "one\ntwo"
    assert desk.steps() == ["Set titlePrompt of Azure OpenAI"]


def test_while_the_text_is_broken_fields_are_read_only(desk: Desk) -> None:
    desk.session.select(EAST)
    desk.session.apply(Edit("Type", (Patch(0, 0, "["),)))
    assert desk.line("instanceName").isReadOnly()
    assert desk.line("instanceName").text() == "contoso-east"
    assert not desk.field("assistants").isEnabled()
    assert desk.form.lock_line.isVisible()
    desk.session.undo_stack.undo()
    assert not desk.line("instanceName").isReadOnly()
    assert desk.field("assistants").isEnabled()
    assert not desk.form.lock_line.isVisible()


def test_a_refused_edit_says_why_under_the_field(desk: Desk) -> None:
    desk.session.select(EAST)
    desk.session.read_only_reason = "This file can only be looked at."
    desk.type("instanceName", "x")
    assert desk.text == CONFIG
    assert desk.said("instanceName") == ["This file can only be looked at."]
