"""A table that draws its plain cells itself looks as if Qt had drawn them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QItemSelectionModel
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStyledItemDelegate
from pytestqt.qtbot import QtBot

from editor.ui.form.rowstable import Row, RowsModel, RowsTable
from editor.ui.look.shapes import Shape

PLAIN = (False, False, False)
ROWS = (
    Row("a", ("gpt-4o", "global", "2024-10-21"), (False, True, True)),
    Row("b", ("a name that is much too long " * 3, "–", "12"), (False, True, False), Shape.ERROR),
    Row("c", ("نموذج", "x y", "日本 😀"), PLAIN, tested=Shape.OK),
    Row("d", ("مجموعة", "", "v"), PLAIN),
)


@pytest.fixture
def table(qtbot: QtBot) -> RowsTable:
    """Give a table on screen."""
    made = RowsTable("Models", RowsModel(("Model", "Deployment", "API version"), can_rename=True))
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show_rows(ROWS)
    with qtbot.waitActive(made):  # what is selected looks otherwise before
        made.show()
        made.activateWindow()
    return made


def picture(table: RowsTable) -> QImage:
    """Return what the table looks like."""
    QCoreApplication.processEvents()
    return table.viewport().grab().toImage()


@pytest.mark.usefixtures("_every_look")
def test_it_looks_as_if_qt_had_drawn_it(table: RowsTable) -> None:
    ours = picture(table)
    table.setItemDelegate(QStyledItemDelegate(table))
    assert ours == picture(table)


def test_a_selected_row_looks_selected(table: RowsTable) -> None:
    before = picture(table)
    flags = QItemSelectionModel.SelectionFlag
    row = table.rows.index(1, 0)
    table.selectionModel().select(row, flags.ClearAndSelect | flags.Rows)
    ours = picture(table)
    assert ours != before
    table.setItemDelegate(QStyledItemDelegate(table))
    assert ours == picture(table)


def test_what_changed_is_drawn(table: RowsTable) -> None:
    before = picture(table)
    table.show_rows((replace(ROWS[0], cells=("gpt-4o", "other", "2024-10-21")), *ROWS[1:]))
    assert before != picture(table)
