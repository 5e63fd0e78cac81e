"""Two texts compared, one above the other or side by side."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from editor.ui.language import counted
from editor.ui.look.appearance import current_look
from editor.ui.widgets.differences import Cell, Row, RowKind, rows_between
from editor.ui.widgets.numberedtext import NumberedText, VisibleLine
from editor.ui.widgets.positions import utf16_index
from editor.ui.widgets.splitter import Splitter
from editor.ui.widgets.standins import StandIns

_SIGNS = {RowKind.REMOVED: "\u2212", RowKind.ADDED: "+"}
_TINTS = {RowKind.REMOVED: "diff_del", RowKind.ADDED: "diff_add"}
_FOLD_INDENT = "    "
_LINES_ABOVE = 4


class _Line(NamedTuple):
    """A line of a pane: what kind of row it is, and its cell; no cell is the other side's line."""

    kind: RowKind
    cell: Cell | None
    folded: int = 0

    @property
    def text(self) -> str:
        """Return what the line reads."""
        if self.kind is RowKind.FOLD:
            said = counted(self.folded, "%n unchanged line", "%n unchanged lines")
            return f"{_FOLD_INDENT}{said}"
        return self.cell.text if self.cell else ""


class DiffPane(NumberedText):
    """Shows lines with numbers, signs and tints; read-only, but it can be selected and copied."""

    def __init__(self, name: str) -> None:
        """Start empty; `name` is the accessible name."""
        super().__init__()
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self._lines: list[_Line] = []

    def show_lines(self, lines: list[_Line]) -> None:
        """Show other lines, keeping the scroll position."""
        if lines == self._lines:
            return
        bar, value = self.verticalScrollBar(), self.verticalScrollBar().value()
        self._lines = lines
        whole = "\r".join(line.text for line in lines)
        shown = StandIns.for_text(whole).show(whole)
        self.setPlainText(shown.replace("\r", "\n"))
        bar.setValue(value)

    def gutter_width(self) -> int:
        """Return room for the number and the sign."""
        return current_look().size("gutter") + current_look().pixels(12)

    def paint_ground(self, painter: QPainter, line: VisibleLine) -> None:
        """Tint the line, more strongly behind changed words; hatch where there is no line."""
        row = self._row(line)
        area = line.area(self.viewport().width())
        look = current_look()
        if row is None:
            return
        if row.kind is RowKind.FOLD:
            painter.fillRect(area, look.colour("sunken"))
        elif row.cell is None:
            painter.fillRect(area, look.colour("sunken"))
            painter.fillRect(area, QBrush(look.colour("divider"), Qt.BrushStyle.BDiagPattern))
        elif row.kind in _TINTS:
            role = _TINTS[row.kind]
            painter.fillRect(area, look.colour(role))
            strong = look.colour(f"{role}_word")
            for start, end in row.cell.words:
                painter.fillRect(self._stretch(line, row.cell.text, start, end), strong)

    def paint_gutter(self, painter: QPainter, line: VisibleLine) -> None:
        """Draw number and sign on the tint of the line."""
        row = self._row(line)
        look = current_look()
        width = self.gutter_width()
        if row is None:
            return
        self._tint_gutter(painter, line, row)
        if row.cell is None:
            return
        painter.setPen(look.colour("text_2" if row.kind in _TINTS else "text_3"))
        sign_width = look.pixels(20)
        area = QRectF(0, line.top, width - sign_width, line.height)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, flags, str(row.cell.number))
        sign = QRectF(width - sign_width, line.top, sign_width, line.height)
        painter.setPen(look.colour("text"))
        painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, _SIGNS.get(row.kind, ""))

    def _tint_gutter(self, painter: QPainter, line: VisibleLine, row: _Line) -> None:
        """Continue the tint of a line under its number."""
        role = _TINTS.get(row.kind) if row.cell else "sunken"
        if role:
            area = QRectF(0, line.top, self.gutter_width(), line.height)
            painter.fillRect(area, current_look().colour(role))

    def _row(self, line: VisibleLine) -> _Line | None:
        """Return what is shown on a line."""
        number = line.block.blockNumber()
        return self._lines[number] if number < len(self._lines) else None

    def _stretch(self, line: VisibleLine, text: str, start: int, end: int) -> QRectF:
        """Return the place of some characters of a line."""
        self.blockBoundingRect(line.block)  # lays the line out, where nothing did yet
        first = line.block.layout().lineAt(0)
        left = _x(first.cursorToX(utf16_index(text, start)))
        right = _x(first.cursorToX(utf16_index(text, end)))
        offset = self.contentOffset().x()
        return QRectF(left + offset, line.top, right - left, line.height)


def _x(answer: object) -> float:
    """Return the coordinate in what PySide answers for `cursorToX`: a pair, or the number alone."""
    number = answer[0] if isinstance(answer, tuple) else answer
    return number if isinstance(number, float | int) else 0.0


class DiffView(QWidget):
    """Compares two texts. Secrets are to be masked in the texts before they get here."""

    def __init__(self, name: str) -> None:
        """Start empty, one above the other; `name` is the accessible name."""
        super().__init__()
        self._rows: tuple[Row, ...] = ()
        self._side_by_side = False
        self._old = DiffPane(f"{name}, before")
        self._new = DiffPane(f"{name}, after")
        self._unified = DiffPane(name)
        self._sides = Splitter()
        self._sides.addWidget(self._old)
        self._sides.addWidget(self._new)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._unified)
        row.addWidget(self._sides)
        self._sides.hide()
        self._link(self._old, self._new)
        self._link(self._new, self._old)

    def show_texts(self, old: str, new: str) -> None:
        """Show what differs between two texts."""
        rows = rows_between(old, new)
        if rows != self._rows:
            self._rows = rows
            self._fill()

    def rows(self) -> tuple[Row, ...]:
        """Return the rows that are shown."""
        return self._rows

    def set_side_by_side(self, side_by_side: bool) -> None:
        """Show both texts beside each other, or their lines one above the other."""
        self._side_by_side = side_by_side
        self._unified.setVisible(not side_by_side)
        self._sides.setVisible(side_by_side)
        self._fill()

    def count_changes(self) -> int:
        """Return how many runs of changed lines there are."""
        return len(self._starts())

    def show_change(self, index: int) -> None:
        """Scroll to a run of changed lines, counted from 0, with a few lines above it."""
        starts = self._starts()
        if starts:
            pane = self._new if self._side_by_side else self._unified
            first = starts[min(index, len(starts) - 1)]
            pane.verticalScrollBar().setValue(max(0, first - _LINES_ABOVE))

    def _starts(self) -> list[int]:
        return _changes_in(self._rows if self._side_by_side else _unified(self._rows))

    def _fill(self) -> None:
        """Fill the panes that are visible."""
        if not self._side_by_side:
            self._unified.show_lines(_unified(self._rows))
            return
        self._old.show_lines([_side(row, row.old, RowKind.REMOVED) for row in self._rows])
        self._new.show_lines([_side(row, row.new, RowKind.ADDED) for row in self._rows])

    def _link(self, leader: DiffPane, follower: DiffPane) -> None:
        """Scroll one pane with the other."""
        leader.verticalScrollBar().valueChanged.connect(follower.verticalScrollBar().setValue)
        leader.horizontalScrollBar().valueChanged.connect(follower.horizontalScrollBar().setValue)


def _unified(rows: Sequence[Row]) -> list[_Line]:
    """Return the lines of the unified form: of a changed line the old one, then the new one."""
    lines: list[_Line] = []
    for row in rows:
        if row.kind is RowKind.CHANGED:
            lines += (_Line(RowKind.REMOVED, row.old), _Line(RowKind.ADDED, row.new))
        else:
            lines.append(_Line(row.kind, row.new or row.old, row.folded))
    return lines


def _side(row: Row, cell: Cell | None, changed: RowKind) -> _Line:
    """Return a row's line on one side."""
    kind = row.kind if row.kind in (RowKind.SAME, RowKind.FOLD) else changed
    return _Line(kind, cell, row.folded)


def _changes_in(rows: Sequence[Row | _Line]) -> list[int]:
    """Return where each run of changed rows begins."""
    calm = (RowKind.SAME, RowKind.FOLD)
    return [
        index
        for index, row in enumerate(rows)
        if row.kind not in calm and (not index or rows[index - 1].kind in calm)
    ]
