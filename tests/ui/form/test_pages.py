"""Which page shows, what it says, and how one gets around."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from editor.core.outline import groups_in
from editor.core.schema.assistants import ASSISTANTS_FIELDS
from editor.core.schema.field import Level, Target
from editor.core.schema.table import fields_of
from editor.core.yaml.values import Path
from editor.ui.form.endpointpage import EndpointPage
from editor.ui.form.rootpage import RootPage
from tests.ui.form.conftest import CONFIG, EAST, ENDPOINT, GROUPS, WEST, Desk, Desks

BIG = (*EAST, "models", "big")


@pytest.mark.parametrize(
    ("path", "level"), [(ENDPOINT, Level.ENDPOINT), (EAST, Level.GROUP), (BIG, Level.MODEL)]
)
def test_every_field_of_the_level_has_one_editor(desk: Desk, path: Path, level: Level) -> None:
    for other in ((), ENDPOINT, EAST, BIG):
        desk.session.select(other)
    desk.session.select(path)
    sections = desk.form.page().sections
    desk.qtbot.waitUntil(lambda: all(section.is_filled for section in sections))
    names = Counter(
        child.objectName()
        for child in desk.form.findChildren(QWidget)
        if child.objectName().startswith("field:")
    )
    tables = {"models", "groups"}
    expected = {f"field:{row.key}" for row in fields_of(level) if row.key not in tables}
    expected |= {"field:modelName"} if level is Level.MODEL else set()
    if level is Level.ENDPOINT:
        beside = ASSISTANTS_FIELDS.items()
        expected |= {f"field:{path[-1]}.{row.key}" for path, rows in beside for row in rows}
    assert names == dict.fromkeys(expected, 1)


def test_every_editor_is_or_holds_a_plain_one_and_has_a_name(desk: Desk) -> None:
    plain = (QLineEdit, QComboBox, QPlainTextEdit, QCheckBox)
    for path in ((), ENDPOINT, EAST, BIG):
        desk.session.select(path)
        for row in desk.form.page().fields.values():
            held = [child for kind in plain for child in row.editor.findChildren(kind)]
            assert isinstance(row.editor, plain) or held
            assert row.editor.accessibleName()


def test_everything_that_can_be_used_has_an_accessible_name(desk: Desk) -> None:
    kinds = (QLineEdit, QComboBox, QPlainTextEdit, QPushButton, QAbstractItemView)
    for path in ((), ENDPOINT, EAST, WEST, BIG):
        desk.session.select(path)
        for kind in kinds:
            for child in desk.form.findChildren(kind):
                if child.isVisible() and child.focusPolicy() != Qt.FocusPolicy.NoFocus:
                    named = child.accessibleName() or getattr(child, "text", str)()
                    assert named, (path, child, child.parent())


def test_the_crumbs_lead_up(desk: Desk) -> None:
    desk.session.select(BIG)
    links = [link for link in desk.form.crumbs.findChildren(QPushButton) if link.isVisible()]
    assert [link.text() for link in links] == ["Whole file", "Azure OpenAI", "east"]
    desk.qtbot.mouseClick(links[2], Qt.MouseButton.LeftButton)
    assert desk.session.selection == EAST
    assert desk.form.page().header.title() == "east"


def test_a_path_into_a_node_shows_the_node(desk: Desk) -> None:
    desk.session.select((*EAST, "addParams", "metadata"))
    assert desk.form.page().header.title() == "east"


def test_sections_fold_only_while_nothing_in_them_is_set(desk: Desk) -> None:
    desk.session.select(EAST)
    request, retired = (desk.form.page().sections[index] for index in (2, 3))
    assert not request.is_folded()
    assert retired.is_folded()
    desk.session.select(WEST)
    assert request.is_folded()


def test_a_retired_field_that_is_set_is_shown_quietly_and_says_why(desks: Desks) -> None:
    desk = desks(CONFIG.replace("dropParams:", "forcePrompt: true\n      dropParams:"))
    desk.session.select(EAST)
    row = desk.form.page().fields["forcePrompt"]
    assert row.editor.isVisible()
    assert row.editor.property("quiet") == "true"
    assert "releases up to 0.8.2 knew it" in row.editor.accessibleDescription()


def test_a_field_of_a_newer_release_is_quiet_for_the_older_target(desk: Desk) -> None:
    desk.session.select(ENDPOINT)
    assert desk.field("titleTiming").property("quiet") == "false"
    desk.session.judge(desk.session.document.for_target(Target.V0_7))
    assert desk.field("titleTiming").property("quiet") == "true"


def test_f1_explains_the_fields_on_every_page(desk: Desk) -> None:
    desk.session.select(EAST)
    desk.qtbot.keyClick(desk.form, Qt.Key.Key_F1)
    desk.qtbot.waitUntil(desk.form.crumbs.help.isChecked)
    described = desk.field("instanceName").accessibleDescription()
    assert "bare name" in described
    assert "Example: contoso-eastus" in described
    desk.session.select(BIG)
    assert "What users pick" in desk.field("modelName").accessibleDescription()
    desk.qtbot.keyClick(desk.form, Qt.Key.Key_F1)
    name = desk.form.page().fields["modelName"]
    desk.qtbot.waitUntil(lambda: "What users pick" not in name.hint())


def test_a_problem_stands_under_its_field_with_librechats_words_and_fixes(desks: Desks) -> None:
    text = CONFIG.replace('"2024-10-21"', "2024-10-21")
    desk = desks(text)
    desk.session.select(EAST)
    problem = desk.form.page().fields["version"].problems()[0]
    assert problem.server_message == "Expected string, received date"
    fix = desk.form.page().fields["version"].findChild(QPushButton, "quote")
    desk.qtbot.mouseClick(fix, Qt.MouseButton.LeftButton)
    assert desk.changed_lines(text) == [
        ("version: 2024-10-21   # the group's", 'version: "2024-10-21"   # the group\'s')
    ]


def test_a_missing_key_is_said_under_the_field_that_takes_it(desks: Desks) -> None:
    desk = desks(CONFIG.replace("      instanceName: contoso-east\n", ""))
    desk.session.select(EAST)
    assert "no instance name" in desk.said("instanceName")[0]


def test_an_unknown_key_is_listed_with_its_value_and_can_be_renamed(desk: Desk) -> None:
    desk.session.select(WEST)
    unknown = desk.form.page().unknown
    assert unknown.isVisible()
    field = desk.field("instanceNme")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "west"
    button = unknown.findChild(QPushButton, "rename-key")
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.changed_lines() == [("instanceNme: west", "instanceName: west")]
    assert not unknown.isVisible()
    assert desk.line("instanceName").text() == "west"


def test_an_unknown_key_can_be_removed(desk: Desk) -> None:
    desk.session.select(WEST)
    buttons = desk.form.page().unknown.findChildren(QToolButton)
    remove = next(b for b in buttons if b.accessibleName() == "Remove instanceNme")
    desk.qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert desk.text == CONFIG.replace("      instanceNme: west\n", "")


def test_an_unknown_value_is_edited_as_yaml(desks: Desks) -> None:
    desk = desks(CONFIG.replace("instanceNme: west", "extra:\n        a: 1\n        b: [2]"))
    desk.session.select(WEST)
    field = desk.part("extra", QPlainTextEdit)
    assert field.toPlainText() == "a: 1\nb: [2]"
    field.setPlainText("a: 3")
    assert desk.group(1)["extra"] == {"a": 3}


def test_the_endpoint_lists_its_groups_and_opens_them(desk: Desk) -> None:
    desk.session.select(ENDPOINT)
    table = desk.page(EndpointPage).groups.table
    assert [row.cells for row in table.rows.rows] == [
        ("east", "contoso-east", "2"),
        ("west", "https://west.example.com/v1", "0"),
    ]
    table.setFocus()
    table.go_to(1)
    desk.qtbot.keyClick(table, Qt.Key.Key_Return)
    assert desk.session.selection == WEST


def test_groups_are_deleted_together(desk: Desk) -> None:
    desk.session.select(ENDPOINT)
    table = desk.page(EndpointPage).groups.table
    table.setFocus()
    table.selectAll()
    desk.qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert desk.steps() == ["Delete 2 groups"]
    assert groups_in(desk.session.document.value) == []
    assert desk.page(EndpointPage).groups.empty.isVisible()


def test_adding_a_group_is_asked_of_the_window(desk: Desk) -> None:
    desk.session.select(ENDPOINT)
    button = desk.page(EndpointPage).groups.add_button
    with desk.qtbot.waitSignal(desk.form.action_requested) as asked:
        desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == ["addGroup"]


def test_the_files_page_gives_the_verdict_and_names_the_other_sections(desk: Desk) -> None:
    assert desk.form.page().header.status() == "LibreChat 0.8 accepts this file"
    assert desk.page(RootPage).others_text() == "interface"
    button = desk.page(RootPage).open_azure
    assert button.text() == "2 groups, 2 models"
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.session.selection == ENDPOINT


def test_a_refused_file_is_said_so(desks: Desks) -> None:
    desk = desks(CONFIG.replace("interface", "interfase"))
    page = desk.form.page()
    assert page.header.status() == "LibreChat 0.8 would refuse this file  •  1 error"
    assert page.notices.isVisible()


@pytest.mark.parametrize("text", ["", "# nothing\n", "version: '1'\n", "- a\n", "text\n"])
def test_a_file_without_an_azure_part_offers_to_add_it(desks: Desks, text: str) -> None:
    desk = desks(text)
    assert desk.page(RootPage).empty.isVisible()
    with desk.qtbot.waitSignal(desk.form.action_requested) as asked:
        desk.qtbot.mouseClick(desk.page(RootPage).empty.button, Qt.MouseButton.LeftButton)
    assert asked.args == ["addGroup"]


def test_a_broken_file_opens_without_a_form_to_type_in(desks: Desks) -> None:
    desk = desks("version: [\n")
    assert desk.form.lock_line.isVisible()
    assert desk.line("version").isReadOnly()


@pytest.mark.parametrize(
    "path",
    [
        ("version",),
        (*ENDPOINT, "titleModel"),
        (*EAST, "apiKey"),
        (*EAST, "addParams", "maxTokens"),
        (*EAST, "forcePrompt"),
        (*EAST, "models"),
        (*WEST, "instanceNme"),
        (*BIG, "version"),
        BIG,
        GROUPS,
    ],
)
def test_every_path_leads_to_its_field(desk: Desk, path: Path) -> None:
    assert desk.form.focus_field(path)
    focus = desk.form.focusWidget()
    assert focus is not None
    assert focus.isVisible()
    area = desk.form.area.viewport().rect()
    assert area.intersects(
        focus.rect().translated(focus.mapTo(desk.form.area.viewport(), focus.rect().topLeft()))
    )


def test_a_path_without_a_field_is_told(desk: Desk) -> None:
    assert not desk.form.focus_field((*GROUPS, 7, "apiKey"))
    assert not desk.form.focus_field(("interface",))


def test_a_new_node_waits_for_its_name(desk: Desk) -> None:
    desk.form.focus_name(BIG)
    assert desk.line("modelName").hasFocus()
    assert desk.line("modelName").selectedText() == "big"
    desk.form.focus_name(WEST)
    assert desk.line("group").selectedText() == "west"


def test_the_head_offers_the_windows_actions(desk: Desk) -> None:
    desk.session.select(EAST)
    asked = []
    desk.actions["testGroup"].triggered.connect(lambda: asked.append(True))
    button = next(
        b for b in desk.form.page().header.findChildren(QPushButton) if b.text() == "testGroup"
    )
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == [True]
    desk.actions["testGroup"].setEnabled(False)
    assert not button.isEnabled()


def test_nothing_is_set_anew_that_is_the_same(desk: Desk) -> None:
    desk.session.select(EAST)
    line = desk.line("instanceName")
    line.setFocus()
    line.setSelection(2, 3)
    for _ in range(2):
        desk.form.show_document(desk.session.document)
    assert line.selectedText() == "nto"
    assert line.hasFocus()


def test_folded_fields_are_made_when_nobody_waits_and_in_the_order_of_the_tab_key(
    desk: Desk,
) -> None:
    desk.session.select(ENDPOINT)
    page = desk.form.page()
    assert not all(section.is_filled for section in page.sections)
    desk.qtbot.waitUntil(lambda: all(section.is_filled for section in page.sections))
    section = next(one for one in page.sections if one.caret.text() == "Activity labels")
    desk.qtbot.mouseClick(section.caret, Qt.MouseButton.LeftButton)
    section.caret.setFocus()
    desk.qtbot.keyClick(section.caret, Qt.Key.Key_Tab)
    focused = desk.form.focusWidget()
    assert focused is not None
    assert section.body.isAncestorOf(focused)
    before = page.sections[0].body
    desk.qtbot.keyClick(section.caret, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert not before.isAncestorOf(desk.form.focusWidget() or before)


def test_a_folded_field_with_a_value_is_made_at_once(desks: Desks) -> None:
    with_label = CONFIG.replace("    streamRate: 25", "    streamRate: 25\n    activityLabel: true")
    desk = desks(with_label)
    desk.session.select(ENDPOINT)
    sections = {section.caret.text(): section for section in desk.form.page().sections}
    assert sections["Activity labels"].is_filled
    assert not sections["Activity labels"].is_folded()
    assert not sections["Reasoning labels"].is_filled
