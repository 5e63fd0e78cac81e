"""A table of keys and values asks for edits and keeps their types."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.widgets.entrycells import Entry, Kind, value_of
from editor.ui.widgets.mappingtable import MappingTable
from editor.ui.widgets.multiline import MultilineField

KEY, KIND, VALUE, CROSS = range(4)
VALUES = {"max": 4096, "store": True, "user": None, "note": "12", "stop": ["a"]}


class Requests:
    """Collects what a table asks for."""

    def __init__(self, table: MappingTable) -> None:
        self.found: list[tuple[object, ...]] = []
        table.value_set.connect(self._noting("set"))
        table.yaml_set.connect(self._noting("yaml"))
        table.key_renamed.connect(self._noting("renamed"))
        table.key_removed.connect(self._noting("removed"))
        table.key_added.connect(self._noting("added"))

    def _noting(self, kind: str) -> Callable[..., None]:
        return lambda *arguments: self.found.append((kind, *arguments))


@pytest.fixture
def table(qtbot: QtBot) -> MappingTable:
    """Give a table of parameters on screen."""
    made = MappingTable("Parameters", "Add a parameter…", typed=True)
    qtbot.addWidget(made)
    made.show_entries([Entry.of(key, value, "- a\n") for key, value in VALUES.items()])
    made.resize(500, 300)
    made.show()
    return made


def shown(table: MappingTable, row: int, column: int) -> str:
    """Return the text of a cell."""
    return table.model().index(row, column).data()


def edit(table: MappingTable, qtbot: QtBot, row: int, column: int) -> QWidget:
    """Open the editor of a cell with the keyboard and return it."""
    table.setCurrentCell(row, column)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    kinds = (QLineEdit, QComboBox, MultilineField)
    return next(child for kind in kinds for child in table.viewport().findChildren(kind))


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Kind.TEXT, "12", "12"),
        (Kind.NUMBER, "12", 12),
        (Kind.NUMBER, "x", "x"),
        (Kind.NUMBER, "", 0),
        (Kind.YES_NO, "Yes", True),
        (Kind.YES_NO, "No", False),
        (Kind.NOTHING, "x", None),
    ],
)
def test_a_text_of_a_kind_is_a_value(kind: Kind, text: str, value: object) -> None:
    found = value_of(kind, text)

    assert found == value
    assert type(found) is type(value)


def test_kinds_are_shown(table: MappingTable) -> None:
    kinds = [shown(table, row, KIND) for row in range(5)]

    assert kinds == ["Number", "Yes or no", "Nothing", "Text", "YAML"]


def test_a_number_stays_a_number(table: MappingTable, qtbot: QtBot) -> None:
    requests = Requests(table)
    line = edit(table, qtbot, 0, VALUE)
    qtbot.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(line, "8")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(requests.found))

    assert requests.found == [("set", "max", 8)]


def test_a_text_that_looks_like_a_number_stays_a_text(table: MappingTable, qtbot: QtBot) -> None:
    requests = Requests(table)
    line = edit(table, qtbot, 3, VALUE)
    qtbot.keyClicks(line, "3")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(requests.found))

    assert requests.found == [("set", "note", "3")]


def test_a_yes_can_become_a_no(table: MappingTable, qtbot: QtBot) -> None:
    requests = Requests(table)
    combo = edit(table, qtbot, 1, VALUE)
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    table.setFocus()

    assert requests.found == [("set", "store", False)]


def test_a_kind_can_be_changed(table: MappingTable, qtbot: QtBot) -> None:
    requests = Requests(table)
    combo = edit(table, qtbot, 3, KIND)
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    table.setFocus()

    assert requests.found == [("set", "note", 12)]


def test_a_nested_value_is_edited_as_yaml(table: MappingTable, qtbot: QtBot) -> None:
    requests = Requests(table)
    pane = edit(table, qtbot, 4, VALUE)
    qtbot.keyClicks(pane, "# x")
    qtbot.keyClick(pane, Qt.Key.Key_Return)
    table.setFocus()

    assert requests.found == [("yaml", "stop", "# x\n- a\n")]


def test_a_key_can_be_renamed(table: MappingTable, qtbot: QtBot) -> None:
    requests = Requests(table)
    line = edit(table, qtbot, 0, KEY)
    qtbot.keyClicks(line, "max_tokens")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(requests.found))

    assert requests.found == [("renamed", "max", "max_tokens")]


def test_what_was_refused_is_not_shown(table: MappingTable, qtbot: QtBot) -> None:
    line = edit(table, qtbot, 0, KEY)
    qtbot.keyClicks(line, "store")
    with qtbot.waitSignal(table.key_renamed):
        qtbot.keyClick(line, Qt.Key.Key_Return)

    assert shown(table, 0, KEY) == "max"


def test_the_last_row_takes_a_new_key(table: MappingTable, qtbot: QtBot) -> None:
    requests = Requests(table)
    line = edit(table, qtbot, 5, KEY)
    assert isinstance(line, QLineEdit)
    assert line.text() == ""
    qtbot.keyClicks(line, "new")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(requests.found))

    assert requests.found == [("added", "new")]


def test_a_row_is_removed_by_key_and_by_its_cross(table: MappingTable, qtbot: QtBot) -> None:
    requests = Requests(table)
    table.setCurrentCell(2, KEY)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    cross = table.visualRect(table.model().index(0, CROSS)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cross)

    assert requests.found == [("removed", "user"), ("removed", "max")]


def test_the_row_for_a_new_key_cannot_be_removed(table: MappingTable, qtbot: QtBot) -> None:
    requests = Requests(table)
    table.setCurrentCell(5, KEY)
    qtbot.keyClick(table, Qt.Key.Key_Delete)

    assert requests.found == []


def test_showing_entries_asks_for_nothing(table: MappingTable) -> None:
    requests = Requests(table)
    table.show_entries([Entry("a", Kind.TEXT, "b")])

    assert requests.found == []
    assert table.rowCount() == 2
