"""The table of tests draws its cells as Qt would, and only those that changed."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStyledItemDelegate
from pytestqt.qtbot import QtBot

from editor.core.routing.route import Kind, Route
from editor.core.standing import Standing, State
from editor.ui.panels.testtable import MODEL, SHAPE, TIME, TestsTable
from tests.ui.painted import Painted, drawn_anew, on_screen

NAMES = ("gpt-4o", "a name that is much too long " * 5, "نموذج", "日本 😀", "gpt-4-turbo", "o3")


def standing(name: str) -> Standing:
    return Standing(Route(model=name, group="eastus & west", kind=Kind.CHAT))


@pytest.fixture
def table(qtbot: QtBot) -> TestsTable:
    """Give a table on screen, with one test under way."""
    made = TestsTable("Tests")
    qtbot.addWidget(made)
    first, *others = map(standing, NAMES)
    made.show_standings([first.waiting(State.RUNNING, 0), *others])
    made.resize(500, 300)
    with qtbot.waitActive(made):  # what is selected looks otherwise before
        made.show()
        made.activateWindow()
    return made


def texts(table: TestsTable) -> QImage:
    """Return what the table looks like behind its shapes."""
    QCoreApplication.processEvents()
    port = table.viewport()
    area = port.rect().adjusted(table.columnViewportPosition(MODEL), 0, 0, 0)
    return port.grab(area).toImage()


@pytest.mark.usefixtures("_every_look")
@pytest.mark.parametrize("row", [None, 2])
def test_it_looks_as_if_qt_had_drawn_it(table: TestsTable, row: int | None) -> None:
    table.show_standings([standing(name) for name in NAMES])  # no seconds that run
    if row is not None:
        table.setCurrentIndex(table.tests.index(row, MODEL))
    ours = texts(table)
    table.setItemDelegate(QStyledItemDelegate(table))
    assert ours == texts(table)


def test_seconds_that_run_cost_two_cells(table: TestsTable) -> None:
    QCoreApplication.processEvents()
    painted = Painted(table.viewport())
    table.show_time()
    painted.of_next()
    cells = [table.visualRect(table.tests.index(0, column)) for column in (SHAPE, TIME)]
    assert painted.region.boundingRect() == cells[0].united(cells[1])
    assert not painted.region.contains(table.visualRect(table.tests.index(0, MODEL)))


def test_what_changed_is_drawn(table: TestsTable) -> None:
    QCoreApplication.processEvents()
    painted, shown = Painted(table.viewport()), list(table.tests.standings)
    shown[1] = shown[1].waiting(State.QUEUED, 0)
    table.show_standings(shown)
    row = table.visualRect(table.tests.index(1, SHAPE))
    assert painted.of_next() == row.united(table.visualRect(table.tests.index(1, TIME)))


def test_a_new_verdict_is_drawn_where_there_is_no_room_for_the_time(table: TestsTable) -> None:
    table.resize(300, 300)
    assert table.isColumnHidden(TIME)
    shown = [standing(name) for name in NAMES]  # no arc that turns
    table.show_standings(shown)
    QCoreApplication.processEvents()
    shown[1] = shown[1].waiting(State.QUEUED, 0)
    table.show_standings(shown)
    QCoreApplication.processEvents()
    seen = on_screen(table.viewport())
    assert seen == drawn_anew(table.viewport())
