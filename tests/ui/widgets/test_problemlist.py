"""The problems list leads to field, source and fix, by key and by click."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from pytestqt.qtbot import QtBot

from editor.ui.look.shapes import Shape
from editor.ui.widgets.problemlist import PROBLEM_ROLE, ProblemList, ProblemRow

ROWS = (
    ProblemRow(Shape.ERROR, "No deployment.", "LibreChat stops here", "eastus", 26, "Fill in"),
    ProblemRow(Shape.WARNING, "Superseded.", "Advice", "eastus", 27),
)


@pytest.fixture
def view(qtbot: QtBot) -> ProblemList:
    """Give a list of two on screen."""
    made = ProblemList("Problems")
    qtbot.addWidget(made)
    model = QStandardItemModel(made)
    for row in ROWS:
        item = QStandardItem(row.message)
        item.setData(row, PROBLEM_ROLE)
        model.appendRow(item)
    made.setModel(model)
    made.resize(1000, 100)
    made.show()
    made.setCurrentIndex(model.index(0, 0))
    return made


@pytest.mark.parametrize(
    ("modifier", "signal"),
    [
        (Qt.KeyboardModifier.NoModifier, "field_requested"),
        (Qt.KeyboardModifier.AltModifier, "source_requested"),
        (Qt.KeyboardModifier.ControlModifier, "fix_requested"),
    ],
)
def test_enter_leads_on(
    view: ProblemList, qtbot: QtBot, modifier: Qt.KeyboardModifier, signal: str
) -> None:
    with qtbot.waitSignal(getattr(view, signal)) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Return, modifier)

    assert asked.args == [view.model().index(0, 0)]


def test_a_click_on_the_link_asks_for_the_fix(view: ProblemList, qtbot: QtBot) -> None:
    row = view.visualRect(view.model().index(0, 0))
    link = QPoint(row.right() - 24, row.center().y())
    with qtbot.waitSignal(view.fix_requested):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=link)


def test_a_click_elsewhere_only_selects(view: ProblemList, qtbot: QtBot) -> None:
    asked: list[object] = []
    view.fix_requested.connect(asked.append)
    for index in (0, 1):
        row = view.visualRect(view.model().index(index, 0))
        left = QPoint(row.left() + 60, row.center().y())
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=left)
    right = QPoint(view.width() - 24, view.visualRect(view.model().index(1, 0)).center().y())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=right)

    assert asked == []
    assert view.currentIndex().row() == 1


@pytest.mark.parametrize("width", [1200, 900, 600, 300, 120])
def test_it_can_be_drawn_at_every_width(view: ProblemList, width: int) -> None:
    view.resize(width, 100)

    assert not view.grab().isNull()


def test_a_row_says_what_it_shows() -> None:
    assert ROWS[0].words == (
        "Error, No deployment., LibreChat stops here, eastus, line 26, Fill in"
    )
