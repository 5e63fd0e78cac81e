"""A table of keys and values asks for edits and keeps their types."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from editor.core.completion.suggestion import Offers, Suggestion
from editor.ui.widgets.entrycells import Kind, Steps, converted, entries_of, value_of
from editor.ui.widgets.linecompletion import Source
from editor.ui.widgets.mappingtable import MappingTable
from editor.ui.widgets.multiline import MultilineField
from editor.ui.widgets.secretfield import SecretField

KEY, KIND, VALUE, CROSS = range(4)
DAY = date(2024, 10, 21)
VALUES = {"max": 4096, "store": True, "user": None, "note": "12", "day": DAY}
NESTED = {"meta": {"tags": ["a", 2], "deep": {"x": None}}, "n": 1}


class Requests:
    """Collects what a table asks for."""

    def __init__(self, table: MappingTable) -> None:
        self.found: list[tuple[object, ...]] = []
        table.value_set.connect(self._noting("set"))
        table.yaml_set.connect(self._noting("yaml"))
        table.renamed.connect(self._noting("renamed"))
        table.removed.connect(self._noting("removed"))
        table.added.connect(self._noting("added"))
        table.moved.connect(self._noting("moved"))

    def _noting(self, kind: str) -> Callable[..., None]:
        return lambda *arguments: self.found.append((kind, *arguments))


@pytest.fixture
def table(qtbot: QtBot) -> MappingTable:
    """Give a table of parameters on screen."""
    made = MappingTable("Parameters", "Add a parameter…", typed=True)
    qtbot.addWidget(made)
    show(made, VALUES)
    made.resize(500, 300)
    made.show()
    return made


def show(table: MappingTable, values: object) -> None:
    """Show values, with what has no row of its own as a text."""
    table.show_entries(list(entries_of(values, lambda steps, value: str(value))))


def shown(table: MappingTable, row: int, column: int) -> str:
    """Return the text of a cell."""
    return table.model().index(row, column).data() or ""


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

    assert requests.found == [("set", ("max",), 8)]


def test_a_text_that_looks_like_a_number_stays_a_text(table: MappingTable, qtbot: QtBot) -> None:
    requests = Requests(table)
    line = edit(table, qtbot, 3, VALUE)
    qtbot.keyClicks(line, "3")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(requests.found))

    assert requests.found == [("set", ("note",), "3")]


def test_a_yes_can_become_a_no(table: MappingTable, qtbot: QtBot) -> None:
    requests = Requests(table)
    combo = edit(table, qtbot, 1, VALUE)
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    table.setFocus()

    assert requests.found == [("set", ("store",), False)]


def test_a_kind_can_be_changed(table: MappingTable, qtbot: QtBot) -> None:
    requests = Requests(table)
    combo = edit(table, qtbot, 3, KIND)
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    table.setFocus()

    assert requests.found == [("set", ("note",), 12)]


def test_a_nested_value_is_edited_as_yaml(table: MappingTable, qtbot: QtBot) -> None:
    requests = Requests(table)
    pane = edit(table, qtbot, 4, VALUE)
    qtbot.keyClicks(pane, "# x")
    qtbot.keyClick(pane, Qt.Key.Key_Return)
    table.setFocus()

    assert requests.found == [("yaml", ("day",), "# x\n2024-10-21")]


def test_a_key_can_be_renamed(table: MappingTable, qtbot: QtBot) -> None:
    requests = Requests(table)
    line = edit(table, qtbot, 0, KEY)
    qtbot.keyClicks(line, "max_tokens")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(requests.found))

    assert requests.found == [("renamed", ("max",), "max_tokens")]


def test_what_was_refused_is_not_shown(table: MappingTable, qtbot: QtBot) -> None:
    line = edit(table, qtbot, 0, KEY)
    qtbot.keyClicks(line, "store")
    with qtbot.waitSignal(table.renamed):
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

    assert requests.found == [("added", (), "new")]


def test_a_row_is_removed_by_key_and_by_its_cross(table: MappingTable, qtbot: QtBot) -> None:
    requests = Requests(table)
    table.setCurrentCell(2, KEY)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    cross = table.visualRect(table.model().index(0, CROSS)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cross)

    assert requests.found == [("removed", ("user",)), ("removed", ("max",))]


def test_the_row_for_a_new_key_cannot_be_removed(table: MappingTable, qtbot: QtBot) -> None:
    requests = Requests(table)
    table.setCurrentCell(5, KEY)
    qtbot.keyClick(table, Qt.Key.Key_Delete)

    assert requests.found == []


def test_showing_entries_asks_for_nothing(table: MappingTable) -> None:
    requests = Requests(table)
    show(table, {"a": "b"})

    assert requests.found == []
    assert table.rowCount() == 2


def test_what_is_nested_has_rows_of_its_own(table: MappingTable) -> None:
    show(table, NESTED)
    rows = [
        (shown(table, row, KEY), shown(table, row, KIND), shown(table, row, VALUE))
        for row in range(table.rowCount())
    ]

    assert rows == [
        ("meta", "Mapping", "2 keys"),
        ("tags", "List", "2 items"),
        ("1", "Text", "a"),
        ("2", "Number", "2"),
        ("", "", ""),
        ("deep", "Mapping", "1 key"),
        ("x", "Nothing", ""),
        ("", "", ""),
        ("", "", ""),
        ("n", "Number", "1"),
        ("", "", ""),
    ]
    assert [table.invitation(row) for row in (4, 7, 10)] == [
        "Add an item…",
        "Add a key…",
        "Add a parameter…",
    ]


def test_nested_values_are_asked_for_by_their_steps(table: MappingTable, qtbot: QtBot) -> None:
    show(table, NESTED)
    requests = Requests(table)
    for row, column in ((3, VALUE), (4, KEY), (7, KEY)):
        line = edit(table, qtbot, row, column)
        assert isinstance(line, QLineEdit)
        line.selectAll()
        qtbot.keyClicks(line, "7")
        qtbot.keyClick(line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: table.viewport().findChild(QLineEdit) is None)

    tags = ("meta", "tags")
    assert requests.found == [
        ("set", (*tags, 1), 7),
        ("added", tags, "7"),
        ("added", ("meta", "deep"), "7"),
    ]


def test_rows_move_among_their_like(table: MappingTable, qtbot: QtBot) -> None:
    show(table, NESTED)
    requests = Requests(table)
    for row, key in ((3, Qt.Key.Key_Up), (0, Qt.Key.Key_Down), (2, Qt.Key.Key_Up)):
        table.setCurrentCell(row, KEY)
        qtbot.keyClick(table, key, Qt.KeyboardModifier.AltModifier)

    assert requests.found == [("moved", ("meta", "tags", 1), 0), ("moved", ("meta",), 1)]


@pytest.mark.parametrize(
    ("value", "kind", "result"),
    [
        ("a", Kind.LIST, ["a"]),
        ("", Kind.LIST, []),
        ({"a": 1, "b": "c"}, Kind.LIST, [1, "c"]),
        ([5, 6], Kind.TEXT, "5"),
        ("a", Kind.MAPPING, {}),
        (True, Kind.TEXT, "Yes"),
        (7, Kind.NOTHING, None),
    ],
)
def test_a_value_becomes_another_kind(value: object, kind: Kind, result: object) -> None:
    entry = next(entries_of({"key": value}, lambda steps, item: ""))

    assert converted(entry, kind) == result


def test_content_within_itself_ends_as_yaml() -> None:
    endless: list[object] = []
    endless.append(endless)
    rows = list(entries_of({"x": endless}, lambda steps, item: "*x"))

    assert len(rows) < 20
    assert any(row.kind is Kind.YAML for row in rows)


def test_a_secret_is_masked_until_its_eye_is_held(qtbot: QtBot) -> None:
    made = MappingTable("Headers", "Add a header…")
    qtbot.addWidget(made)
    show(made, {"api-key": "0123456789abcdef", "x-team": "platform", "x-key": "${KEY}"})
    made.show()
    assert [shown(made, row, VALUE) for row in range(3)] == ["••••••••cdef", "platform", "${KEY}"]
    line = edit(made, qtbot, 0, VALUE)
    assert isinstance(line, SecretField)
    assert line.echoMode() is QLineEdit.EchoMode.Password
    assert line.text() == "0123456789abcdef"
    line.tail.action.pressed.emit()
    assert line.echoMode() is QLineEdit.EchoMode.Normal


def test_new_keys_are_offered_at_once(table: MappingTable, qtbot: QtBot) -> None:
    offers = Offers((Suggestion("temperature", "how varied"), Suggestion("topP")))
    asked: list[tuple[Steps, bool]] = []

    def sources(steps: Steps, is_key: bool) -> Source:
        asked.append((steps, is_key))
        return lambda text, at, wanted: offers.completion(text, at, is_asked=wanted)

    table.sources = sources
    requests = Requests(table)
    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow)
    line = edit(table, qtbot, 5, KEY)
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(requests.found))

    assert asked == [((), True)]
    assert requests.found == [("added", (), "temperature")]
