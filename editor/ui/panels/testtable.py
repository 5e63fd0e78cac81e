"""The table of the tests: each model's state, its group, the verdict in words, and the time."""

from __future__ import annotations

from itertools import groupby
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
)

from editor.core.routing.route import Kind, Route
from editor.core.standing import Standing, State
from editor.ui.look.appearance import current_look
from editor.ui.look.shapes import Shape, paint_shape, turn_of_arc
from editor.ui.testwords import shape_of, time_of, title_of, verdict
from editor.ui.widgets.cells import Cells, Words
from editor.ui.widgets.steady import fill_ground, hold_still

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent

    from editor.core.result import Result
    from editor.core.standing import Key

STANDING_ROLE = int(Qt.ItemDataRole.UserRole) + 1
SHAPE, MODEL, GROUP, VERDICT, TIME = range(5)
_SHARES = {MODEL: 26, GROUP: 17}
_NARROW, _NARROW_SHARES = 320, {MODEL: 45}
_TIME_WIDTH = 72
_NONE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


def _words(text: str) -> str:
    return QCoreApplication.translate("Tests", text)


def _is_same(old: Standing, new: Standing) -> bool:
    return old is new or old.key == new.key


def notice_standing(notice: Result) -> Standing:
    """Return the notice that replaces a test of assistants as a row like the others."""
    route = Route(model=_words("Assistants"), group="", kind=Kind.CHAT)
    return Standing(route, notice, route)


class TestsModel(QAbstractTableModel):
    """Serves a row for each standing, which is under `STANDING_ROLE`."""

    __test__ = False

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.standings: tuple[Standing, ...] = ()
        self._verdicts: dict[int, tuple[Standing, str]] = {}
        self._headings = ("", _words("Model"), _words("Group"), _words("Verdict"), _words("Time"))

    def show_standings(self, standings: Sequence[Standing]) -> bool:
        """Serve other standings; say whether the rows had to be laid out anew."""
        old, new = self.standings, tuple(standings)
        kept = self._verdicts
        self._verdicts = {id(one): kept[id(one)] for one in new if id(one) in kept}
        if len(old) != len(new) or not all(map(_is_same, old, new)):
            self.beginResetModel()
            self.standings = new
            self.endResetModel()
            return True
        self.standings = new
        for first, last in _runs(row for row, one in enumerate(new) if one is not old[row]):
            self.dataChanged.emit(self.index(first, SHAPE), self.index(last, TIME))
        return False

    def row_of(self, key: Key) -> int:
        """Return the number of a row, -1 for none."""
        return next((row for row, one in enumerate(self.standings) if one.key == key), -1)

    def words_at(self, row: int, column: int) -> Words:
        """Return what a cell shows beside a shape."""
        quiet = column in (GROUP, TIME)
        text = self._text(self.standings[row], column)
        return Words(text, "text_2" if quiet else "text", is_at_end=column == TIME)

    def rowCount(self, parent: _Index = _NONE) -> int:
        """Return how many tests there are."""
        return 0 if parent.isValid() else len(self.standings)

    def columnCount(self, parent: _Index = _NONE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a column's heading."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == TIME:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return self._headings[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell reads."""
        standing = self.standings[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(standing, index.column())
            case Qt.ItemDataRole.UserRole:
                return standing.route.path
            case _ if role == STANDING_ROLE:
                return standing
            case Qt.ItemDataRole.ToolTipRole:
                return None if index.column() == SHAPE else self._text(standing, index.column())
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(standing, index.column())
            case Qt.ItemDataRole.TextAlignmentRole if index.column() == TIME:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ForegroundRole if index.column() in (GROUP, TIME):
                return current_look().colour("text_2")
            case _:
                return None

    def _text(self, standing: Standing, column: int) -> str:
        match column:
            case 1:
                return title_of(standing)
            case 2:
                return standing.route.group
            case 3:
                return self._verdict(standing)
            case 4:
                return time_of(standing, monotonic())
            case _:
                return ""

    def _verdict(self, standing: Standing) -> str:
        """Return the verdict; it is made once, since secrets are looked for in it."""
        kept = self._verdicts.get(id(standing))
        if kept is None:
            kept = self._verdicts[id(standing)] = (standing, verdict(standing))
        return kept[1]

    def _spoken(self, standing: Standing, column: int) -> str:
        if column == MODEL:
            return ", ".join((title_of(standing), shape_of(standing.state).words))
        return self._text(standing, column) or shape_of(standing.state).words


def _runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of neighbouring rows."""
    for _, run in groupby(enumerate(rows), lambda pair: pair[1] - pair[0]):
        numbers = [row for _, row in run]
        yield numbers[0], numbers[-1]


class TestsTable(QTableView):
    """Shows tests, a row each.

    Signals: `chosen(Standing)` when a person went to a row, `entered(Standing)` for Enter or a
    double click.
    """

    __test__ = False

    chosen = Signal(object)
    entered = Signal(object)

    def __init__(self, name: str) -> None:
        """Start empty; `name` is the accessible name."""
        super().__init__()
        self.tests = TestsModel()
        self._is_showing = False
        self.setAccessibleName(name)
        self.setModel(self.tests)
        self.setItemDelegate(_Cells(self.tests, self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().currentRowChanged.connect(self._choose)
        self.doubleClicked.connect(self._enter)
        hold_still(self.viewport())
        self._dress()

    def show_standings(self, standings: Sequence[Standing]) -> None:
        """Show other standings; the current row stays the current one."""
        current = self.current()
        self._is_showing = True
        if self.tests.show_standings(standings) and current is not None:
            self.go_to(current.key)
        self._is_showing = False

    def current(self) -> Standing | None:
        """Return the standing of the current row."""
        index = self.currentIndex()
        return self.tests.standings[index.row()] if index.isValid() else None

    def go_to(self, key: Key) -> bool:
        """Make a row the current one, not by a person's choice; say whether it is there."""
        row = self.tests.row_of(key)
        before, self._is_showing = self._is_showing, True
        if row >= 0:
            self.setCurrentIndex(self.tests.index(row, MODEL))
        self._is_showing = before
        return row >= 0

    def show_time(self) -> None:
        """Turn the arcs and tell the seconds of what is running."""
        last = self.rowAt(self.viewport().height() - 1)
        rows = range(max(self.rowAt(0), 0), (last if last >= 0 else self.tests.rowCount() - 1) + 1)
        for row in rows:
            if self.tests.standings[row].under_way is State.RUNNING:
                self._redraw(row, row, SHAPE, SHAPE)
                self._redraw(row, row, TIME, TIME)

    def dataChanged(self, first: _Index, last: _Index, roles: Sequence[int] = ()) -> None:
        """Draw only the rows that changed: of more than a cell, Qt would draw everything."""
        if QAccessible.isActive():
            super().dataChanged(first, last, roles)
        end = VERDICT if self.isColumnHidden(TIME) else TIME  # what is hidden has no place
        self._redraw(first.row(), last.row(), SHAPE, end)

    def _redraw(self, *corners: int) -> None:
        """Draw some cells anew: first and last row, first and last column."""
        top, bottom, begin, end = corners
        cells = (self.tests.index(top, begin), self.tests.index(bottom, end))
        self.viewport().update(self.visualRect(cells[0]).united(self.visualRect(cells[1])))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow a row on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out; leave the titles out where they would hide the rows."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.viewport().update()
        header, row = self.horizontalHeader(), current_look().size("table_row")
        header.setHidden(self.height() < header.sizeHint().height() + row)
        self._share()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells on their ground."""
        fill_ground(self.viewport(), event, "base")
        super().paintEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look's scale."""
        super().changeEvent(event)
        if event.type() == event.Type.StyleChange:
            self._dress()

    def _choose(self, current: QModelIndex) -> None:
        if not self._is_showing and current.isValid():
            self.chosen.emit(self.tests.standings[current.row()])

    def _enter(self, index: QModelIndex) -> None:
        if index.isValid():
            self.entered.emit(self.tests.standings[index.row()])

    def _dress(self) -> None:
        look = current_look()
        self.verticalHeader().setDefaultSectionSize(look.size("table_row"))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(look.size("table_row"))
        self._share()

    def _share(self) -> None:
        look, width = current_look(), self.viewport().width()
        is_narrow = width < look.pixels(_NARROW)
        for column in (GROUP, TIME):
            self.setColumnHidden(column, is_narrow)
        fixed = {SHAPE: look.size("table_row") + 4, TIME: look.pixels(_TIME_WIDTH)}
        rest = width - (fixed[SHAPE] if is_narrow else sum(fixed.values()))
        percents = _NARROW_SHARES if is_narrow else _SHARES
        shares = {column: rest * percent // 100 for column, percent in percents.items()}
        widths = {**fixed, **shares, VERDICT: rest - sum(shares.values())}
        for column, wanted in widths.items():
            self.setColumnWidth(column, max(wanted, 0))


class _Cells(Cells):
    """Draws the texts, and before them the shape of a test's state."""

    def __init__(self, tests: TestsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._tests = tests

    def words_at(self, row: int, column: int) -> Words:
        """Return what a cell shows beside a shape."""
        return self._tests.words_at(row, column)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        if index.column() != SHAPE:
            return
        look = current_look()
        shape = shape_of(self._tests.standings[index.row()].state)
        side = look.size("icon")
        centre = option.rect.center()
        area = QRectF(centre.x() - side // 2, centre.y() - side // 2, side, side)
        turn = turn_of_arc(monotonic()) if shape is Shape.RUNNING else 0.0
        paint_shape(painter, area, shape, look.scheme.base, turn=turn)
