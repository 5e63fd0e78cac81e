"""A list of problems: shape, message, tag, node, line and the first fix as a link."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QCursor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from editor.ui.look.appearance import current_look
from editor.ui.look.shapes import Shape, paint_shape
from editor.ui.widgets.rowpainting import (
    GAP,
    Line,
    RowState,
    Strip,
    paint_ground,
    paint_line,
    paint_text,
    square,
)

PROBLEM_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_FIX = 184
_LINE = 48
_NODE = 176
_WIDE = 900
_MIDDLING = 560
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """What a row of the list shows; a model returns it under `PROBLEM_ROLE`."""

    shape: Shape
    message: str
    tag: str = ""
    node: str = ""
    line: int | None = None
    fix: str = ""

    @property
    def words(self) -> str:
        """Return what a screen reader says for the row."""
        line = QCoreApplication.translate("Problems", "line {0}")
        where = line.format(self.line) if self.line else ""
        parts = (self.shape.words, self.message, self.tag, self.node, where, self.fix)
        return ", ".join(part for part in parts if part)


class ProblemList(QListView):
    """Shows a model of problems.

    Signals, each with the index of a row: `field_requested` (Enter, double click),
    `source_requested` (Alt+Enter), `fix_requested` (Ctrl+Enter, click on the link).
    """

    field_requested = Signal(QModelIndex)
    source_requested = Signal(QModelIndex)
    fix_requested = Signal(QModelIndex)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Start without a model; `name` is the accessible name."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_ProblemDelegate(self))
        self.doubleClicked.connect(self.field_requested)

    def dataChanged(self, first: _Index, last: _Index, roles: Sequence[int] = ()) -> None:
        """Draw other words; Qt's list would lay all rows out anew, though each is as high."""
        QAbstractItemView.dataChanged(self, first, last, roles)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow the current problem on Enter."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        if not self.currentIndex().isValid():
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.fix_requested.emit(self.currentIndex())
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.source_requested.emit(self.currentIndex())
        else:
            self.field_requested.emit(self.currentIndex())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a link."""
        hand = self._link_at(event).isValid()
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(QCursor(shape))
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the fix whose link was clicked."""
        super().mouseReleaseEvent(event)
        index = self._link_at(event)
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.fix_requested.emit(index)

    def state_of(self, index: QModelIndex, option: QStyleOptionViewItem) -> RowState:
        """Return how a row stands that is drawn with an option."""
        return RowState(
            selected=self.selectionModel().isSelected(index),
            hovered=QStyle.StateFlag.State_MouseOver in option.state,
            current=index == self.currentIndex(),
            focused=self.hasFocus(),
        )

    def _link_at(self, event: QMouseEvent) -> QModelIndex:
        """Return the index of the row whose link is under the pointer."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        row = index.data(PROBLEM_ROLE) if index.isValid() else None
        if not isinstance(row, ProblemRow) or not row.fix:
            return QModelIndex()
        strip = Strip(self.visualRect(index), self.layoutDirection())
        width = min(_width(row.fix, "body"), current_look().pixels(_FIX))
        is_inside = strip.last(width + 2 * GAP).contains(place)
        return index if is_inside else QModelIndex()


class _ProblemDelegate(QStyledItemDelegate):
    """Draws a problem's row; where room is short the node goes first, then the tag."""

    def __init__(self, view: ProblemList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        look = current_look()
        height = QFontMetrics(look.font("body")).height() + 12
        return QSize(0, max(height, look.size("table_row")))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(PROBLEM_ROLE)
        if not isinstance(row, ProblemRow):
            return
        look = current_look()
        state = self._view.state_of(_plain(index), option)
        painter.save()
        paint_ground(painter, option.rect, state, "base")
        painter.setPen(QPen(look.colour("divider"), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        area = QRect(option.rect).adjusted(2 * GAP, 0, -2 * GAP, 0)
        strip = Strip(area, painter.layoutDirection())
        side = look.size("icon")
        place = QRectF(square(strip.first(side, GAP + 4), side))
        paint_shape(painter, place, row.shape, getattr(look.scheme, state.ground("base")))
        self._end(painter, strip, row)
        paint_text(painter, strip.rest(), row.message, "text", look.font("body"))
        painter.restore()

    def _end(self, painter: QPainter, strip: Strip, row: ProblemRow) -> None:
        """Draw fix, line, node and tag from the end."""
        look = current_look()
        if strip.width >= look.pixels(_MIDDLING):
            self._column(painter, strip.last(look.pixels(_FIX), GAP), row.fix, "accent_text")
            line = str(row.line) if row.line else ""
            self._column(painter, strip.last(look.pixels(_LINE), GAP), line, "text_2")
        if strip.width >= look.pixels(_WIDE - _FIX - _LINE):
            node = strip.last(look.pixels(_NODE), 2 * GAP)
            paint_text(painter, node, row.node, "text_2", look.font("body"))
        if row.tag and strip.width >= look.pixels(_MIDDLING // 2):
            self._tag(painter, strip.last(_width(row.tag, "small") + 2 * 6, GAP), row.tag)

    def _column(self, painter: QPainter, column: QRect, text: str, role: str) -> None:
        """Draw a text at the end of its column."""
        line = Line(role, current_look().font("body"), is_at_end=True)
        paint_line(painter, column, text, line)

    def _tag(self, painter: QPainter, area: QRect, text: str) -> None:
        """Draw a framed text that fills an area's width."""
        look = current_look()
        height = look.size("chip")
        top = area.center().y() - height / 2 + 0.5
        frame = QRectF(area.left() + 0.5, top, area.width() - 1, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("divider"), 1))
        painter.setBrush(look.colour("sunken"))
        painter.drawRoundedRect(frame, 4, 4)
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("text_2"))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, text)


def _width(text: str, style: str) -> int:
    """Return the width of a text in a type style."""
    return QFontMetrics(current_look().font(style)).horizontalAdvance(text)


def _plain(index: _Index) -> QModelIndex:
    """Return the index that Qt's types may call persistent."""
    return index.model().index(index.row(), index.column(), index.parent())
