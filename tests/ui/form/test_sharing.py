"""Values that stand in several places: said so, and changed here only after detaching."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from editor.ui.form.grouppage import GroupPage
from tests.ui.form.conftest import EAST, WEST, Desk, Desks

MERGED = """version: "1"
endpoints:
  azureOpenAI:
    groups:
    - &east
      group: east
      apiKey: "${KEY}"
      instanceName: one
      version: "v1"
      deploymentName: d
      models: {a: true}
    - <<: *east
      group: west
      models: {b: true}
"""
ALIASED = """version: "1"
endpoints:
  azureOpenAI:
    groups:
    - group: east
      apiKey: "${KEY}"
      instanceName: one
      version: &v "v1"
      deploymentName: d
      models: &m
        a: true
    - group: west
      apiKey: "${KEY}"
      instanceName: two
      version: *v
      deploymentName: d
      models: *m
"""


def press(desk: Desk, place: QWidget, title: str) -> None:
    desk.qtbot.waitUntil(lambda: title in shown(place))
    button = next(b for b in place.findChildren(QPushButton, "detach") if b.isVisible())
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def shown(place: QWidget) -> list[str]:
    return [button.text() for button in place.findChildren(QPushButton) if button.isVisible()]


def test_a_merged_value_waits_for_detaching_before_it_is_changed(desks: Desks) -> None:
    desk = desks(MERGED)
    desk.session.select(WEST)
    desk.type("instanceName", "two")
    assert desk.text == MERGED
    assert desk.line("instanceName").text() == "two"
    press(desk, desk.form.page().fields["instanceName"], "Detach and change here")
    groups = (desk.group(0), desk.group(1))
    assert [group["instanceName"] for group in groups] == ["one", "two"]
    assert desk.steps() == ["Set instanceName of west"]


def test_a_value_with_its_own_anchor_can_be_detached_unchanged(desks: Desks) -> None:
    desk = desks(ALIASED)
    desk.session.select(EAST)
    press(desk, desk.form.page().fields["version"], "Detach")
    assert '      version: "v1"\n' in desk.text
    desk.type("version", "v2")
    groups = (desk.group(0), desk.group(1))
    assert [group["version"] for group in groups] == ["v2", "v1"]


def test_a_shared_node_is_said_once_at_the_top(desks: Desks) -> None:
    desk = desks(MERGED)
    desk.session.select(EAST)
    page = desk.form.page()
    assert page.notices.isVisible()
    assert desk.said("instanceName") == []
    desk.type("instanceName", "three")
    assert desk.text == MERGED
    press(desk, page.notices, "Detach and change here")
    groups = (desk.group(0), desk.group(1))
    assert [group["instanceName"] for group in groups] == ["three", "one"]


def test_models_behind_an_alias_are_changed_at_their_group_only(desks: Desks) -> None:
    desk = desks(ALIASED)
    desk.session.select(WEST)
    table = desk.page(GroupPage).models.table
    table.setFocus()
    table.go_to("a")
    desk.qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert desk.text == ALIASED
    assert any("shared" in sentence for sentence in desk.page(GroupPage).models.said())


def test_a_model_of_a_shared_group_is_renamed_after_detaching(desks: Desks) -> None:
    desk = desks(MERGED)
    desk.session.select((*EAST, "models", "a"))
    desk.type("modelName", "z")
    assert desk.text == MERGED
    press(desk, desk.form.page().notices, "Detach and change here")
    assert desk.group(0)["models"] == {"z": True}
    assert desk.session.selection == (*EAST, "models", "z")
