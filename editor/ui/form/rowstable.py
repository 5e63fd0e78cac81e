"""A table of nodes below the current one: models of a group, groups of the endpoint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableView,
)

from editor.ui.look.appearance import current_look
from editor.ui.look.icons import shape_icon
from editor.ui.look.shapes import Shape
from editor.ui.widgets.cells import Cells, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_ROWS = 16
_FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_NAME_FLAGS = _FLAGS | Qt.ItemFlag.ItemIsEditable
_OPEN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REMOVE_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """A node of the table: its step in the path, its cells, which of them are grey, its problem.

    `tested` stands before the first cell: how its test stands.
    """

    step: str | int
    cells: tuple[str, ...]
    quiet: tuple[bool, ...]
    shape: Shape | None = None
    tip: str = ""
    tested: Shape | None = None

    def is_plain_at(self, column: int) -> bool:
        """Say whether a cell is no more than its text at the beginning, or empty."""
        if column == len(self.cells):
            return self.shape is None
        has_shape = column == 0 and self.tested is not None
        return not has_shape and not self.cells[column].isdecimal()


def _mark_of(row: Row, role: int) -> object:
    """Return what the last column shows: the worst problem's shape."""
    if role == Qt.ItemDataRole.DecorationRole and row.shape is not None:
        return shape_icon(row.shape, "base")
    return row.tip if role == Qt.ItemDataRole.AccessibleTextRole else None


_TESTED_ROLES = (Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.AccessibleTextRole)


def _tested_of(row: Row, role: int) -> object:
    """Return what the first column shows before its text: how the node's test stands."""
    if row.tested is None:
        return None
    is_drawn = role == Qt.ItemDataRole.DecorationRole
    return shape_icon(row.tested, "base") if is_drawn else f"{row.cells[0]}, {row.tested.words}"


class RowsModel(QAbstractTableModel):
    """Holds what the table shows. `renamed(step, name)` tells what the user typed."""

    renamed = Signal(object, str)

    def __init__(self, headings: Sequence[str], *, can_rename: bool) -> None:
        """Start empty; the first column may be edited, a last one shows problems."""
        super().__init__()
        self._headings = (*headings, "")
        self._can_rename = can_rename
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show rows, telling the view only of what differs."""
        old = self.rows
        if len(rows) != len(old):
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        self.rows = rows
        for number, (before, after) in enumerate(zip(old, rows, strict=True)):
            if before != after:
                last = self.index(number, self.columnCount() - 1)
                self.dataChanged.emit(self.index(number, 0), last)

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many nodes there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return how many columns there are, that of the problems included."""
        return len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        """Return a column's heading, at the right over numbers."""
        is_over = role == Qt.ItemDataRole.TextAlignmentRole and self.rows
        if is_over and section < len(self.rows[0].cells):
            return self.index(0, section).data(role)
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None

    def data(self, index: _Index, role: int = 0) -> object:
        """Return a cell's text, its colour when it is grey, and the problem's shape."""
        row = self.rows[index.row()]
        is_last = index.column() == len(row.cells)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.tip or None
        if is_last:
            return _mark_of(row, role)
        if index.column() == 0 and role in _TESTED_ROLES:
            return _tested_of(row, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and row.cells[index.column()].isdecimal():
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and row.quiet[index.column()]:
            return current_look().colour("text_3")
        return None

    def setData(self, index: _Index, value: object, role: int = 0) -> bool:
        """Ask for another name; the answer comes with the next document."""
        row = self.rows[index.row()]
        if isinstance(value, str) and value and value != row.cells[0]:
            self.renamed.emit(row.step, value)
        return False

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let names be edited."""
        return _NAME_FLAGS if self._can_rename and index.column() == 0 else _FLAGS


class _Cells(Cells):
    """Knows which cells of the rows are plain."""

    def __init__(self, table: RowsTable) -> None:
        super().__init__(table)
        self._model = table.rows

    def words_at(self, row: int, column: int) -> Words | None:
        shown = self._model.rows[row]
        if not shown.is_plain_at(column):
            return None
        if column == len(shown.cells):
            return Words("")
        return Words(shown.cells[column], "text_3" if shown.quiet[column] else "text")


class RowsTable(QTableView):
    """Shows nodes. Enter or a double click opens one, Delete removes, F2 renames, Space toggles.

    Signals: `opened(step)`, `removal_requested(steps)`, `toggled(step)`.
    """

    opened = Signal(object)
    removal_requested = Signal(object)
    toggled = Signal(object)

    def __init__(self, name: str, model: RowsModel) -> None:
        """Show a model; `name` is the accessible name."""
        super().__init__()
        self.setAccessibleName(name)
        self.rows = model
        self.setModel(model)
        self.setItemDelegate(_Cells(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.doubleClicked.connect(self._follow)
        model.modelReset.connect(self.updateGeometry)
        self._dress()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show rows; the current one stays current."""
        step = self.current_step()
        self.rows.show_rows(rows)
        if step is not None and self.current_step() != step:
            self.go_to(step)

    def current_step(self) -> str | int | None:
        """Return which node is the current one."""
        index = self.currentIndex()
        return self.rows.rows[index.row()].step if index.isValid() else None

    def go_to(self, step: str | int) -> bool:
        """Make a node current; say whether it is there."""
        for number, row in enumerate(self.rows.rows):
            if row.step == step:
                self.setCurrentIndex(self.rows.index(number, 0))
                return True
        return False

    def rename(self) -> None:
        """Let the user type another name for the current node."""
        if self.currentIndex().isValid():
            self.edit(self.rows.index(self.currentIndex().row(), 0))

    def sizeHint(self) -> QSize:
        """Return room for the rows, within bounds."""
        rows = min(self.rows.rowCount(), _MOST_ROWS)
        height = rows * self.verticalHeader().defaultSectionSize()
        return QSize(200, height + self.horizontalHeader().sizeHint().height() + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the same height, so that a page does not squeeze it."""
        return QSize(120, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, rename, toggle or remove."""
        step = self.current_step()
        is_editing = self.state() == QAbstractItemView.State.EditingState
        if step is None or is_editing:  # keys that the name's editor leaves arrive here
            super().keyPressEvent(event)
        elif event.key() in _OPEN_KEYS:
            self.opened.emit(step)
        elif event.key() == Qt.Key.Key_F2:
            self.rename()
        elif event.key() == Qt.Key.Key_Space:
            self.toggled.emit(step)
        elif event.key() in _REMOVE_KEYS:
            chosen = sorted({index.row() for index in self.selectedIndexes()})
            self.removal_requested.emit([self.rows.rows[number].step for number in chosen])
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look's scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _follow(self, index: QModelIndex) -> None:
        if self.rows.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        else:
            self.opened.emit(self.rows.rows[index.row()].step)

    def _dress(self) -> None:
        """Set row height and column widths."""
        look = current_look()
        header = self.horizontalHeader()
        last = self.rows.columnCount() - 1
        self.verticalHeader().setDefaultSectionSize(look.size("table_row"))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(look.size("table_row"))
        self.setIconSize(QSize(look.size("icon"), look.size("icon")))
        header.setSectionResizeMode(last, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(last, look.size("table_row"))
