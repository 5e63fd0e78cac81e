"""Fields of the form offer what fits, and what is chosen is one step like typing."""

from __future__ import annotations

from PySide6.QtCore import Qt

from editor.ui.widgets.suggestionlist import SuggestionList
from tests.ui.form.conftest import EAST, ENDPOINT, Desk

MODEL = (*EAST, "models", "big")


def offered(desk: Desk) -> list[str]:
    """Return the texts of the list that is open."""
    lists = [one for one in desk.form.findChildren(SuggestionList) if one.isVisible()]
    return [one.text for shown in lists for one in shown.suggestions]


def test_the_version_s_list_has_the_newest_first_and_explains_the_chosen_one(desk: Desk) -> None:
    desk.session.select(EAST)
    line = desk.line("version")
    line.setFocus()
    desk.qtbot.keyClick(line, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert offered(desk)[0] == "2025-04-01-preview"
    desk.qtbot.keyClick(line, Qt.Key.Key_Up)
    desk.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert desk.group(0)["version"] == "2024-12-01-preview"
    assert 'version: "2024-12-01-preview"   # the group\'s' in desk.text
    row = desk.form.page().fields["version"]
    assert row.hint().startswith("Preview · reasoning_effort")
    assert desk.steps() == ["Set version of east"]


def test_any_version_can_be_typed(desk: Desk) -> None:
    desk.session.select(EAST)
    desk.type("version", "2026-01-01")
    assert desk.group(0)["version"] == "2026-01-01"
    assert offered(desk) == []


def test_a_model_s_name_is_completed_with_its_window(desk: Desk) -> None:
    desk.session.select(MODEL)
    desk.type("modelName", "gpt-4.1-n")
    assert offered(desk) == ["gpt-4.1-nano"]
    desk.qtbot.keyClick(desk.line("modelName"), Qt.Key.Key_Down)
    desk.qtbot.keyClick(desk.line("modelName"), Qt.Key.Key_Return)
    assert "gpt-4.1-nano" in desk.group(0)["models"]
    assert "1,047,576 tokens" in desk.form.page().fields["modelName"].hint()


def test_the_title_model_offers_the_config_s_models(desk: Desk) -> None:
    desk.session.select(ENDPOINT)
    line = desk.line("titleModel")
    line.setFocus()
    desk.qtbot.keyClick(line, Qt.Key.Key_Down)
    assert offered(desk) == ["current_model", "big", "small"]


def test_a_base_url_completes_its_placeholders(desk: Desk) -> None:
    desk.session.select(EAST)
    desk.type("baseURL", "https://${in")
    desk.qtbot.keyClick(desk.line("baseURL"), Qt.Key.Key_Tab)
    assert desk.group(0)["baseURL"] == "https://${INSTANCE_NAME}"
    assert desk.line("baseURL").hasFocus()


def test_a_locked_form_offers_nothing(desk: Desk) -> None:
    desk.session.select(EAST)
    desk.form.page().set_locked(True)
    line = desk.line("version")
    line.setFocus()
    desk.qtbot.keyClick(line, Qt.Key.Key_Down)
    assert offered(desk) == []
