"""Tree rows are drawn in every state, and say their words."""

from itertools import pairwise

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QCursor, QHoverEvent, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem, QTreeView
from pytestqt.qtbot import QtBot

from editor.ui.look.appearance import current_look
from editor.ui.look.shapes import Shape
from editor.ui.widgets.rowpainting import paint_ground
from editor.ui.widgets.rowtree import ROW_ROLE, RowTree, TreeRow
from tests.ui.painted import drawn_anew, on_screen


@pytest.fixture
def tree(qtbot: QtBot) -> RowTree:
    """Give a tree of two rows on screen."""
    made = RowTree("Configuration")
    qtbot.addWidget(made)
    model = QStandardItemModel(made)
    for row in (TreeRow("eastus", "contoso", Shape.OK), TreeRow("x" * 300, "y", errors=2)):
        item = QStandardItem(row.name)
        item.setData(row, ROW_ROLE)
        model.appendRow(item)
    made.setModel(model)
    made.resize(220, 120)
    made.show()
    return made


def test_rows_are_as_high_as_the_tokens_say(tree: RowTree) -> None:
    assert tree.visualRect(tree.model().index(0, 0)).height() == current_look().size("tree_row")


def test_selection_focus_and_problems_are_visible(tree: RowTree, qtbot: QtBot) -> None:
    tree.clearFocus()
    pictures = [tree.grab().toImage()]
    tree.setCurrentIndex(tree.model().index(0, 0))
    pictures.append(tree.grab().toImage())
    tree.setFocus()
    qtbot.waitUntil(tree.hasFocus)
    pictures.append(tree.grab().toImage())
    row = TreeRow("eastus", "contoso", Shape.FAILED, warnings=1)
    tree.model().setData(tree.model().index(0, 0), row, ROW_ROLE)
    pictures.append(tree.grab().toImage())

    assert all(one != other for one, other in pairwise(pictures))


def test_a_badge_stays_where_a_name_is_far_too_long(tree: RowTree) -> None:
    with_badge = tree.grab().toImage()
    index = tree.model().index(1, 0)
    tree.model().setData(index, TreeRow("x" * 300, "y"), ROW_ROLE)

    assert tree.grab().toImage() != with_badge


def test_a_row_says_what_it_shows() -> None:
    row = TreeRow("gpt-4", "prod", Shape.STALE, errors=1, warnings=2)

    assert row.words == "gpt-4, prod, Stale, 1 error, 2 warnings"


def test_the_model_s_own_data_is_left_alone(tree: RowTree) -> None:
    assert tree.model().index(0, 0).data(Qt.ItemDataRole.DisplayRole) == "eastus"


def test_a_row_opens_wherever_its_arrow_is_clicked(tree: RowTree, qtbot: QtBot) -> None:
    model = tree.model()
    assert isinstance(model, QStandardItemModel)
    model.item(0).appendRow(QStandardItem("gpt-4"))
    index = model.index(0, 0)
    row = tree.visualRect(index)
    last = QPoint(row.left() + 4, row.center().y())
    for is_open in (True, False):
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=last)
        assert tree.isExpanded(index) is is_open
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=last + QPoint(12, 0))
    assert not tree.isExpanded(index)
    assert tree.currentIndex() == index


class ByQt(RowTree):
    """Lets Qt draw the rows."""

    def drawRow(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the ground, and the rest as Qt does."""
        row = QRect(0, option.rect.top(), self.viewport().width(), option.rect.height())
        paint_ground(painter, row, self.state_of(index), self.surface)
        QTreeView.drawRow(self, painter, option, index)


def nested() -> QStandardItemModel:
    """Return rows at three depths."""
    model = QStandardItemModel()
    rows = {
        "Azure OpenAI": ["eastus", "westus"],
        "eastus": ["gpt-4o", "gpt-4o-mini"],
        "westus": ["o3"],
    }

    def item(name: str) -> QStandardItem:
        made = QStandardItem(name)
        shape = None if name in rows else Shape.OK
        made.setData(TreeRow(name, "more words", shape, "group", warnings=1), ROW_ROLE)
        for below in rows.get(name, []):
            made.appendRow(item(below))
        return made

    model.appendRow(item("Azure OpenAI"))
    return model


@pytest.mark.parametrize("direction", Qt.LayoutDirection)
def test_it_looks_as_if_qt_had_drawn_it(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    pictures = list[QImage]()
    for kind in (RowTree, ByQt):
        made, model = kind("Configuration"), nested()
        qtbot.addWidget(made)
        made.setLayoutDirection(direction)
        made.setModel(model)
        made.resize(260, 240)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        made.expandAll()
        groups = model.index(0, 0)
        made.collapse(model.index(1, 0, groups))
        made.setCurrentIndex(model.index(1, 0, model.index(0, 0, groups)))
        made.setFocus()
        qtbot.waitUntil(made.hasFocus)
        pictures.append(made.viewport().grab().toImage())
        made.close()
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize("direction", Qt.LayoutDirection)
def test_nothing_remains_of_the_ground_of_a_row_that_was_selected(
    qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    tree = shown_nested(qtbot, direction, 240)
    tree.setCurrentIndex(tree.model().index(0, 0, tree.model().index(0, 0)))
    QCoreApplication.processEvents()
    tree.clearSelection()
    QCoreApplication.processEvents()
    seen = on_screen(tree.viewport())
    assert seen == drawn_anew(tree.viewport())


def test_a_row_looks_pointed_at_until_qt_draws_another_one(qtbot: QtBot) -> None:
    tree = shown_nested(qtbot, Qt.LayoutDirection.LeftToRight, 240)
    place = tree.visualRect(tree.model().index(0, 0)).center()
    qtbot.mouseMove(tree.viewport(), place)
    QCursor.setPos(tree.viewport().mapToGlobal(place))
    QCoreApplication.processEvents()
    seen = on_screen(tree.viewport())
    tree.viewport().setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
    assert seen == drawn_anew(tree.viewport())


def test_the_row_under_the_pointer_is_marked_until_it_leaves(qtbot: QtBot) -> None:
    tree = shown_nested(qtbot, Qt.LayoutDirection.LeftToRight, 240)
    port, index = tree.viewport(), tree.model().index(0, 0)
    row = tree.visualRect(tree.model().index(1, 0, index))
    plain = on_screen(port, row)

    def point_at(kind: QEvent.Type, place: QPoint, before: QPoint) -> QImage:
        whole = port.mapToGlobal(place).toPointF()
        QCoreApplication.sendEvent(port, QHoverEvent(kind, place, whole, before))
        QCoreApplication.processEvents()
        return on_screen(port, row)

    outside = QPoint(-1, -1)
    assert point_at(QEvent.Type.HoverEnter, row.center(), outside) != plain
    assert point_at(QEvent.Type.HoverLeave, outside, row.center()) == plain


def shown_nested(qtbot: QtBot, direction: Qt.LayoutDirection, height: int) -> RowTree:
    """Return a tree on screen, all of it open."""
    tree = RowTree("Configuration")
    qtbot.addWidget(tree)
    tree.setLayoutDirection(direction)
    tree.setModel(nested())
    tree.expandAll()
    tree.resize(260, height)
    with qtbot.waitActive(tree):
        tree.show()
        tree.activateWindow()
    tree.setFocus()
    return tree
