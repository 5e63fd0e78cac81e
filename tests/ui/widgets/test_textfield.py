"""A text field tells the user's edits only, and says where an inherited value comes from."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from editor.ui.look.shapes import Shape
from editor.ui.widgets.chip import Chip
from editor.ui.widgets.textfield import Inherited, Note, TextField

EASTUS = Inherited("2024-10-21", "eastus")


@pytest.fixture
def field(qtbot: QtBot) -> TextField:
    """Give a field on screen."""
    made = TextField("Version", "Each model names its own")
    qtbot.addWidget(made)
    made.resize(400, 28)
    made.show()
    return made


def edits(field: TextField) -> list[object]:
    """Return the list in which the field's edits are collected."""
    collected: list[object] = []
    field.edited.connect(collected.append)
    return collected


def test_only_the_user_s_edits_are_told(field: TextField, qtbot: QtBot) -> None:
    told = edits(field)
    field.show_value("ab")
    field.selectAll()
    qtbot.keyClicks(field, "xy")

    assert told == ["x", "xy"]


def test_showing_the_same_value_moves_neither_cursor_nor_selection(field: TextField) -> None:
    field.show_value("contoso")
    field.setSelection(2, 3)
    field.show_value("contoso", EASTUS)

    assert (field.selectedText(), field.selectionStart()) == ("nto", 2)


def test_nothing_set_shows_the_placeholder(field: TextField) -> None:
    field.show_value(None)

    assert field.placeholderText() == "Each model names its own"
    assert field.tail.chip_text() == ""


def test_an_inherited_value_is_a_placeholder_with_its_source(
    field: TextField, qtbot: QtBot
) -> None:
    field.show_value(None, EASTUS)

    assert (field.text(), field.placeholderText()) == ("", "2024-10-21")
    assert field.tail.chip_text() == "from eastus"
    with qtbot.waitSignal(field.source_requested):
        qtbot.mouseClick(field.findChild(Chip), Qt.MouseButton.LeftButton)


def test_an_override_can_be_taken_back(field: TextField, qtbot: QtBot) -> None:
    field.show_value("2024-12-01-preview", EASTUS)

    assert field.tail.chip_text() == "overrides group"
    assert field.tail.action.accessibleName() == "Return to 2024-10-21 from eastus"
    with qtbot.waitSignal(field.reset_requested):
        qtbot.mouseClick(field.tail.action, Qt.MouseButton.LeftButton)


def test_a_note_is_shown_with_its_shape_and_leads_somewhere(field: TextField, qtbot: QtBot) -> None:
    field.show_value("${K}", None, Note("not set", Shape.ERROR, "Set K", clickable=True))

    assert field.tail.chip_text() == "not set"
    with qtbot.waitSignal(field.note_clicked):
        qtbot.mouseClick(field.findChild(Chip), Qt.MouseButton.LeftButton)


def test_the_text_keeps_clear_of_what_stands_at_the_end(field: TextField) -> None:
    field.show_value("x", EASTUS)

    assert field.textMargins().right() >= field.tail.width()
    assert field.tail.geometry().right() < field.width()

    field.show_value("x")
    assert field.textMargins().right() == 0


def test_everything_at_the_end_has_a_name(field: TextField) -> None:
    field.show_value("x", EASTUS)

    shown = [part for part in field.findChildren(QAbstractButton) if part.isVisible()]
    assert len(shown) == 2
    assert all(part.accessibleName() for part in shown)


def test_characters_that_a_line_cannot_show_survive(field: TextField) -> None:
    value = "a\nb\u2028c\u00a0d"
    field.show_value(value)

    assert field.text() == value


def test_undo_is_left_to_the_window(field: TextField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "abc")
    control = Qt.KeyboardModifier.ControlModifier
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, control)
    event.setAccepted(True)
    field.event(event)

    assert not event.isAccepted()


def test_a_long_chip_leaves_the_value_its_part_of_the_field(qtbot: QtBot) -> None:
    field = TextField("API version")
    qtbot.addWidget(field)
    field.resize(300, 28)
    field.show()
    source = "a group with a very long name that nobody would choose"
    field.show_value(None, Inherited("2024-10-21", source))
    assert field.tail.chip_text() == f"from {source}"
    assert field.textMargins().right() < 220
    assert field.minimumSizeHint().width() < 100
    field.resize(900, 28)
    assert field.textMargins().right() > 300
