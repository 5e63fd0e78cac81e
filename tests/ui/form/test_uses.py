"""What names a model is found from its page, and follows when the model gets another name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from editor.ui.form.modelpage import ModelPage
from editor.ui.form.uses import UPDATE_USES
from tests.ui.form.conftest import CONFIG, EAST, ENDPOINT, Desk, Desks

BIG, SMALL = (*EAST, "models", "big"), (*EAST, "models", "small")
SPECS = """modelSpecs:
  list:
    - name: fast
      label: Fast & cheap
      preset: {endpoint: azureOpenAI, model: small}
memory:
  agent: {provider: azureOpenAI, model: big}
"""
PRESET = ("modelSpecs", "list", 0, "preset", "model")


@pytest.fixture
def desk(desks: Desks) -> Desk:
    """Return a form over a config that names its models in other places, too."""
    return desks(CONFIG + SPECS)


def links(desk: Desk) -> list[QPushButton]:
    block = desk.page(ModelPage).uses
    return block.links if block.isVisible() else []


def update_buttons(desk: Desk) -> list[QPushButton]:
    row = desk.form.page().fields["modelName"]
    return [button for button in row.findChildren(QPushButton, UPDATE_USES) if button.isVisible()]


def rename(desk: Desk, name: str) -> None:
    desk.type("modelName", name)
    desk.qtbot.keyClick(desk.line("modelName"), Qt.Key.Key_Return)


def test_a_model_says_where_it_is_used(desk: Desk) -> None:
    desk.session.select(SMALL)
    assert [link.text() for link in links(desk)] == ["titleModel", "modelSpecs: Fast && cheap"]
    desk.session.select(BIG)
    assert [link.accessibleName() for link in links(desk)] == ["Go to memory.agent.model"]


def test_a_model_that_nothing_names_says_nothing(desks: Desks) -> None:
    desk = desks(CONFIG)
    desk.session.select(BIG)
    assert links(desk) == []


def test_a_link_goes_to_the_field_that_names_the_model(desk: Desk) -> None:
    desk.session.select(SMALL)
    desk.qtbot.mouseClick(links(desk)[0], Qt.MouseButton.LeftButton)
    assert desk.session.selection == ENDPOINT
    field = desk.field("titleModel")
    assert field.isVisible()
    assert field.hasFocus()


def test_a_link_to_a_place_without_a_field_selects_it(desk: Desk) -> None:
    desk.session.select(SMALL)
    links(desk)[1].setFocus()
    desk.qtbot.keyClick(links(desk)[1], Qt.Key.Key_Space)
    assert desk.session.selection == PRESET


def test_a_finished_renaming_offers_to_update_what_names_the_model(desk: Desk) -> None:
    before = desk.text
    desk.session.select(SMALL)
    desk.type("modelName", "tiny")
    assert update_buttons(desk) == []
    desk.qtbot.keyClick(desk.line("modelName"), Qt.Key.Key_Return)
    assert desk.said("modelName") == ["2 other places still name “small”."]
    (button,) = update_buttons(desk)
    assert button.text() == "Update them"
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.changed_lines(before) == [
        ("titleModel: small", "titleModel: tiny"),
        ("small: true", "tiny: true"),
        (
            "preset: {endpoint: azureOpenAI, model: small}",
            "preset: {endpoint: azureOpenAI, model: tiny}",
        ),
    ]
    assert desk.steps()[-1] == "Name tiny in 2 places"
    assert desk.said("modelName") == []
    assert len(links(desk)) == 2
    desk.session.undo_stack.undo()
    assert desk.said("modelName") == ["2 other places still name “small”."]


def test_leaving_the_field_finishes_the_renaming(desk: Desk) -> None:
    desk.session.select(BIG)
    desk.type("modelName", "huge")
    desk.line("deploymentName").setFocus()
    assert desk.said("modelName") == ["1 other place still names “big”."]
    assert [button.text() for button in update_buttons(desk)] == ["Update it"]


def test_taking_the_renaming_back_takes_the_offer_back(desk: Desk) -> None:
    desk.session.select(SMALL)
    rename(desk, "tiny")
    while desk.session.undo_stack.canUndo():
        desk.session.undo_stack.undo()
    assert desk.session.selection == SMALL
    assert desk.said("modelName") == []


def test_renaming_what_nothing_names_offers_nothing(desks: Desks) -> None:
    desk = desks(CONFIG)
    desk.session.select(BIG)
    rename(desk, "huge")
    assert desk.said("modelName") == []


def test_places_that_mean_another_model_of_the_name_are_left_alone(desks: Desks) -> None:
    desk = desks(CONFIG.replace("models: {}", "models: {small: true}"))
    desk.session.select(SMALL)
    rename(desk, "tiny")
    assert desk.said("modelName") == []


def test_the_offer_is_for_the_renamed_model_only(desk: Desk) -> None:
    desk.session.select(SMALL)
    rename(desk, "tiny")
    desk.session.select(BIG)
    assert desk.said("modelName") == []
    desk.session.select((*EAST, "models", "tiny"))
    assert desk.said("modelName") == ["2 other places still name “small”."]


def test_a_second_renaming_remembers_the_name_that_is_still_named(desk: Desk) -> None:
    desk.session.select(SMALL)
    rename(desk, "tiny")
    rename(desk, "mini")
    assert desk.said("modelName") == ["2 other places still name “small”."]
