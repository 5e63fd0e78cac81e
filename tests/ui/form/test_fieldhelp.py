"""A field tells what it is for, on request only."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QToolButton

from editor.core.schema.field import Level
from editor.core.schema.table import field
from editor.ui.form.fieldhelp import FieldHelp, facts_of
from tests.ui.form.conftest import EAST, ENDPOINT, Desk


def open_help(desk: Desk) -> list[str]:
    """Return the texts of the help that is open."""
    shown = [one for one in desk.form.findChildren(FieldHelp) if one.isVisible()]
    return [text.text() for one in shown for text in one.findChildren(QLabel)]


def test_f1_in_a_field_tells_about_it_and_escape_puts_it_away(desk: Desk) -> None:
    desk.session.select(EAST)
    line = desk.line("instanceName")
    line.setFocus()
    desk.qtbot.keyClick(line, Qt.Key.Key_F1)
    words = open_help(desk)
    assert words[0] == "Instance name"
    assert "bare name" in words[1]
    assert "contoso-eastus" in words
    assert not desk.form.crumbs.help.isChecked()
    desk.qtbot.keyClicks(line, "x")
    assert desk.group(0)["instanceName"].startswith("x")
    assert open_help(desk)
    desk.qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert open_help(desk) == []


def test_the_help_goes_with_the_keyboard_and_with_a_click(desk: Desk) -> None:
    desk.session.select(EAST)
    line = desk.line("instanceName")
    line.setFocus()
    desk.qtbot.keyClick(line, Qt.Key.Key_F1)
    desk.qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert open_help(desk) == []
    line.setFocus()
    desk.qtbot.keyClick(line, Qt.Key.Key_F1)
    desk.qtbot.mouseClick(desk.line("group"), Qt.MouseButton.LeftButton)
    assert open_help(desk) == []


@pytest.mark.parametrize("height", [300, 380, 700])
def test_the_help_leaves_the_field_to_be_seen(desk: Desk, height: int) -> None:
    desk.session.select(EAST)
    desk.form.window().resize(640, height)
    for key in ("instanceName", "version", "serverless"):
        editor = desk.form.page().fields[key].editor
        editor.setFocus()
        desk.qtbot.keyClick(editor, Qt.Key.Key_F1)
        (shown,) = (one for one in desk.form.findChildren(FieldHelp) if one.isVisible())
        seen = QRect(editor.mapTo(desk.form.window(), QPoint(0, 0)), editor.size())
        assert not shown.geometry().intersects(seen), key
        view = desk.form.area.viewport()
        assert view.rect().contains(QRect(editor.mapTo(view, QPoint(0, 0)), editor.size())), key
        desk.qtbot.keyClick(editor, Qt.Key.Key_Escape)


def test_the_field_with_the_keyboard_has_a_button_for_its_help(desk: Desk) -> None:
    desk.session.select(ENDPOINT)
    desk.line("streamRate").setFocus()
    desk.qtbot.waitUntil(lambda: bool(buttons(desk)))
    (button,) = buttons(desk)
    assert button.accessibleName() == "About Stream rate (F1)"
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "LibreChat 0.7.4" in open_help(desk)
    desk.line("titleModel").setFocus()
    desk.qtbot.waitUntil(lambda: "Title model" in buttons(desk)[0].accessibleName())


def buttons(desk: Desk) -> list[QToolButton]:
    """Return the buttons for help that can be seen."""
    found = desk.form.findChildren(QToolButton)
    return [one for one in found if one.property("explains") and one.isVisible()]


def test_every_editor_is_described_to_a_screen_reader(desk: Desk) -> None:
    desk.session.select(EAST)
    for row in desk.form.page().fields.values():
        assert row.editor.accessibleDescription()


def test_the_facts_are_those_of_the_table() -> None:
    version, plugins = field(Level.MODEL, "version"), field(Level.ENDPOINT, "plugins")
    assert version is not None
    assert plugins is not None
    assert ("If not set", "what the group says", "body") in facts_of(version)
    assert ("Until", "LibreChat 0.8.4", "body") in facts_of(plugins)
    assert ("If not set", "off", "body") in facts_of(plugins)
