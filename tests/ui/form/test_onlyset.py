"""The form can be kept to what the file says."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.form.conftest import EAST, ENDPOINT, Desk

SMALL = (*EAST, "models", "small")


def shown(desk: Desk) -> list[str]:
    """Return the keys of the fields that show, folded ones included."""
    return [key for key, row in desk.form.page().fields.items() if not row.isHidden()]


def keep_to_what_is_set(desk: Desk) -> None:
    desk.qtbot.mouseClick(desk.form.crumbs.only_set, Qt.MouseButton.LeftButton)
    assert desk.form.crumbs.only_set.isChecked()


def test_only_what_is_set_or_wrong_shows_on_every_page(desk: Desk) -> None:
    desk.session.select(EAST)
    keep_to_what_is_set(desk)
    given = ["group", "apiKey", "instanceName", "deploymentName", "version"]
    assert shown(desk) == [*given, "addParams", "dropParams"]
    headings = {section.caret.text(): section.isHidden() for section in desk.form.page().sections}
    assert headings["General"]
    assert not headings["Request"]
    desk.session.select(ENDPOINT)
    assert "titleModel" in shown(desk)
    assert "titleMethod" not in shown(desk)
    desk.session.select(SMALL)
    assert shown(desk) == ["modelName"]
    desk.qtbot.mouseClick(desk.form.crumbs.only_set, Qt.MouseButton.LeftButton)
    assert "version" in shown(desk)


def test_a_field_that_is_emptied_stays_while_it_has_the_keyboard(desk: Desk) -> None:
    desk.session.select(EAST)
    keep_to_what_is_set(desk)
    desk.clear("deploymentName")
    assert "deploymentName" in shown(desk)
    desk.session.select(SMALL)
    desk.session.select(EAST)
    assert "deploymentName" not in shown(desk)


def test_a_field_that_is_gone_to_shows(desk: Desk) -> None:
    desk.session.select(EAST)
    keep_to_what_is_set(desk)
    assert desk.form.focus_field((*EAST, "baseURL"))
    assert "baseURL" in shown(desk)
    assert desk.line("baseURL").hasFocus()
    assert not desk.line("baseURL").visibleRegion().isEmpty()
    desk.type("baseURL", "https://x")
    assert desk.group(0)["baseURL"] == "https://x"


def test_a_far_field_that_is_gone_to_is_scrolled_to(desk: Desk) -> None:
    desk.form.resize(640, 300)
    desk.session.select(ENDPOINT)
    keep_to_what_is_set(desk)
    assert desk.form.focus_field((*ENDPOINT, "titlePromptTemplate"))
    assert not desk.field("titlePromptTemplate").visibleRegion().isEmpty()
