"""What stays where it is is not drawn anew for another height, and all is right on the screen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.look.shapes import Shape
from editor.ui.widgets.numberedtext import NumberedText
from editor.ui.widgets.rowtree import ROW_ROLE, RowTree, TreeRow
from editor.ui.widgets.steady import Ground
from tests.ui.painted import Painted, drawn_anew, on_screen

LOW, HIGH, WIDE = (300, 200), (300, 260), (360, 260)


def tree(window: QWidget) -> QWidget:
    """Return the rows of a tree, whose counts stand at the right."""
    made = RowTree("Configuration", parent=window)
    model = QStandardItemModel(made)
    for number in range(12):
        item = QStandardItem()
        item.setData(TreeRow(f"row {number}", "more", Shape.OK, errors=2), ROW_ROLE)
        model.appendRow(item)
    made.setModel(model)
    return made


def text(window: QWidget) -> QWidget:
    """Return a text that is longer than it is high."""
    made = NumberedText(window)
    made.setPlainText("\n".join(f"line {number}: value" for number in range(40)))
    return made


def ground(window: QWidget) -> QWidget:
    """Return labels on a ground."""
    made = Ground("base")
    made.setParent(window)
    column = QVBoxLayout(made)
    for number in range(3):
        column.addWidget(QLabel(f"label {number}"))
    column.addStretch()
    return made


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Give a window."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture(params=[tree, text, ground], ids=["tree", "text", "ground"])
def shown(request: pytest.FixtureRequest, window: QWidget, qtbot: QtBot) -> QWidget:
    """Give a widget in the window, at a low height."""
    make: Callable[[QWidget], QWidget] = request.param
    made = make(window)
    made.resize(*LOW)
    window.resize(500, 400)
    with qtbot.waitExposed(window):
        window.show()
    QCoreApplication.processEvents()
    return made


def drawn_part(shown: QWidget) -> QWidget:
    return shown.viewport() if isinstance(shown, RowTree | NumberedText) else shown


def test_only_what_is_new_is_drawn(shown: QWidget) -> None:
    part = drawn_part(shown)
    painted, height = Painted(part), part.height()
    shown.resize(*HIGH)
    area = painted.of_next()
    assert not area.isEmpty()
    assert area.top() >= height
    shown.resize(*LOW)
    assert painted.of_next().isEmpty()


@pytest.mark.parametrize("size", [LOW, HIGH, WIDE])
def test_it_looks_as_if_all_were_drawn(shown: QWidget, size: tuple[int, int]) -> None:
    for step in (HIGH, WIDE, LOW, size):
        shown.resize(*step)
        QCoreApplication.processEvents()
    part = drawn_part(shown)
    assert on_screen(part) == drawn_anew(part)


def test_it_looks_right_from_right_to_left(shown: QWidget) -> None:
    shown.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QCoreApplication.processEvents()
    for step in (HIGH, WIDE):
        shown.resize(*step)
        QCoreApplication.processEvents()
    part = drawn_part(shown)
    assert on_screen(part) == drawn_anew(part)


@pytest.mark.parametrize("shown", [tree, text], ids=["tree", "text"], indirect=True)
def test_it_looks_right_when_it_has_scrolled(shown: RowTree | NumberedText) -> None:
    bar = shown.verticalScrollBar()
    bar.setValue(bar.maximum())
    shown.resize(*HIGH)
    QCoreApplication.processEvents()
    bar.setValue(3)
    QCoreApplication.processEvents()
    assert on_screen(shown.viewport()) == drawn_anew(shown.viewport())
