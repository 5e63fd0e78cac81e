"""The neighbours of the Azure endpoint that serve assistants are edited on its page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton

from editor.core.outline import value_at
from editor.ui.form.assistantssection import AssistantsSection
from editor.ui.form.endpointpage import EndpointPage
from editor.ui.form.rootpage import RootPage
from tests.ui.form.conftest import CONFIG, ENDPOINT, Desk, Desks

AZURE = ("endpoints", "azureAssistants")
SECTION = """  azureAssistants:  # old
    version: 2
    capabilities: [retrieval, painting]
"""


@pytest.fixture
def set_desk(desks: Desks) -> Desk:
    """Return a form over a config with Azure's assistants, at the endpoint."""
    desk = desks(CONFIG + SECTION)
    desk.session.select(ENDPOINT)
    return desk


def section(desk: Desk, number: int = 0) -> AssistantsSection:
    return desk.page(EndpointPage).assistants[number]


def unfold(desk: Desk, number: int = 0) -> None:
    if section(desk, number).is_folded():
        desk.qtbot.mouseClick(section(desk, number).caret, Qt.MouseButton.LeftButton)


def value(desk: Desk, *path: str) -> object:
    return value_at(desk.session.document.value, ("endpoints", *path))


def box(desk: Desk, name: str, key: str = "azureAssistants.capabilities") -> QCheckBox:
    boxes = desk.field(key).findChildren(QCheckBox)
    return next(one for one in boxes if one.text() == name)


def test_the_parts_are_folded_unless_something_is_set(desk: Desk, set_desk: Desk) -> None:
    desk.session.select(ENDPOINT)
    assert [part.is_folded() for part in desk.page(EndpointPage).assistants] == [True, True]
    assert [part.is_folded() for part in set_desk.page(EndpointPage).assistants] == [False, True]


def test_typing_in_a_field_makes_the_section(desk: Desk) -> None:
    desk.session.select(ENDPOINT)
    unfold(desk)
    desk.type("azureAssistants.pollIntervalMs", "500")
    assert value(desk, "azureAssistants") == {"pollIntervalMs": 500}
    assert desk.steps() == ["Set pollIntervalMs of azureAssistants"]
    desk.session.undo_stack.undo()
    assert desk.text == CONFIG


def test_both_endpoints_and_the_switch_are_fields_of_their_own(desk: Desk) -> None:
    desk.session.select(ENDPOINT)
    unfold(desk, 1)
    desk.type("assistants.version", "2")
    assert value(desk, "assistants") == {"version": "2"}
    assert value(desk, "azureAssistants") is None
    assert isinstance(desk.field("assistants"), QComboBox)


def test_the_version_says_what_counts_without_one(desk: Desk) -> None:
    desk.session.select(ENDPOINT)
    assert desk.line("azureAssistants.version").placeholderText() == "1 if not set"
    assert desk.line("assistants.version").placeholderText() == "2 if not set"


def test_a_number_is_shown_as_the_version(set_desk: Desk) -> None:
    assert set_desk.line("azureAssistants.version").text() == "2"
    set_desk.clear("azureAssistants.version")
    assert value(set_desk, "azureAssistants") == {"capabilities": ["retrieval", "painting"]}


def test_a_switch_is_chosen_by_keys(set_desk: Desk) -> None:
    field = set_desk.part("azureAssistants.privateAssistants", QComboBox)
    field.setFocus()
    set_desk.qtbot.keyClick(field, Qt.Key.Key_Down)
    assert value(set_desk, *AZURE[1:], "privateAssistants") is True


def test_a_checked_capability_is_added_to_the_list(set_desk: Desk) -> None:
    assert box(set_desk, "retrieval").isChecked()
    assert not box(set_desk, "tools").isChecked()
    set_desk.qtbot.mouseClick(box(set_desk, "tools"), Qt.MouseButton.LeftButton)
    assert value(set_desk, *AZURE[1:], "capabilities") == ["retrieval", "painting", "tools"]


def test_an_unchecked_capability_leaves_the_list(set_desk: Desk) -> None:
    box(set_desk, "retrieval").setFocus()
    set_desk.qtbot.keyClick(box(set_desk, "retrieval"), Qt.Key.Key_Space)
    assert value(set_desk, *AZURE[1:], "capabilities") == ["painting"]


def test_the_list_of_capabilities_can_be_removed(set_desk: Desk) -> None:
    field = set_desk.field("azureAssistants.capabilities")
    (button,) = field.findChildren(QPushButton)
    set_desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert value(set_desk, "azureAssistants") == {"version": 2}
    assert not button.isVisible()
    assert not box(set_desk, "retrieval").isChecked()


def test_problems_stand_under_their_field(set_desk: Desk) -> None:
    said = set_desk.said("azureAssistants.capabilities")
    assert any("Item 2 of `capabilities` must be" in sentence for sentence in said)
    assert set_desk.said("assistants.capabilities") == []


def test_a_problem_of_the_section_leads_to_its_field(set_desk: Desk) -> None:
    set_desk.session.select(())
    assert set_desk.form.focus_field((*AZURE, "version"))
    assert set_desk.session.selection == ENDPOINT
    assert set_desk.form.focusWidget() is set_desk.line("azureAssistants.version")
    assert set_desk.form.focus_field(("endpoints", "assistants"))
    assert set_desk.form.focusWidget() is section(set_desk, 1).caret


def test_the_whole_section_can_be_removed(set_desk: Desk) -> None:
    button = section(set_desk).remove
    assert button.accessibleName() == "Remove endpoints.azureAssistants"
    set_desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert value(set_desk, "azureAssistants") is None
    assert not button.isVisible()
    assert set_desk.steps() == ["Remove azureAssistants"]


def test_what_has_a_form_is_not_listed_as_other_on_the_whole_files_page(set_desk: Desk) -> None:
    set_desk.session.select(())
    page = set_desk.page(RootPage)
    assert "endpoints.azureAssistants" not in page.others_text()
    assert not any("capabilities" in line.message for line in page.notices.problems())
