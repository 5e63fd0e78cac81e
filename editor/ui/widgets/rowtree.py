"""A tree whose rows show shape, name, secondary text and badges on a rounded ground."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QHoverEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from editor.ui.look.appearance import current_look
from editor.ui.look.icons import paint_icon
from editor.ui.look.shapes import Shape, paint_shape, turn_of_arc
from editor.ui.widgets import counts
from editor.ui.widgets.rowpainting import (
    GAP,
    Line,
    RowState,
    Strip,
    badge_width,
    paint_badge,
    paint_ground,
    paint_line,
    paint_text,
    square,
)
from editor.ui.widgets.steady import fill_ground, hold_still

if TYPE_CHECKING:
    from collections.abc import Collection

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_SHORTEST_SECONDARY = 24
_NAME_GAP = 6
_ARROW_SHIFT = 6
_CONTENT_SHIFT = 8
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class TreeRow:
    """What a row shows; a model returns it under `ROW_ROLE`. The shape wins over the icon."""

    name: str
    secondary: str = ""
    shape: Shape | None = None
    icon: str = ""
    strong: bool = False
    errors: int = 0
    warnings: int = 0

    @property
    def words(self) -> str:
        """Return what a screen reader says for the row."""
        parts = [self.name, self.secondary, self.shape.words if self.shape else ""]
        parts += [counts.errors(self.errors), counts.warnings(self.warnings)]
        return ", ".join(part for part in parts if part)


_Key = tuple[int, int] | None


class _Standing(NamedTuple):
    """How the rows stand while an area is drawn, so that each need not be looked up."""

    area: QRect
    selected: Collection[_Key]
    pointed: _Key
    current: _Key
    focused: bool


class RowTree(QTreeView):
    """Shows a model whose first column has a `TreeRow` under `ROW_ROLE`."""

    def __init__(self, name: str, surface: str = "window", parent: QWidget | None = None) -> None:
        """Start without a model on a surface; `name` is the accessible name."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.surface = surface
        self.setProperty("surface", surface)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setIndentation(current_look().size("tree_indent"))
        self._painted: _Standing | None = None
        self.setItemDelegate(RowDelegate(self))
        self.header().setStretchLastSection(True)
        hold_still(self.viewport())
        self._dragged_over = QPersistentModelIndex()
        self._pointed = QPersistentModelIndex()

    def state_of(self, index: _Index) -> RowState:
        """Return how a row stands."""
        now = self._painted or self._standing()
        row = _key(index)
        return RowState(row in now.selected, row == now.pointed, row == now.current, now.focused)

    def redraw_picture(self, index: QModelIndex) -> None:
        """Draw the shape or icon of a row anew."""
        area = self.content_of(self.visualRect(index))
        side = current_look().size("icon")
        self.viewport().update(Strip(area, self.layoutDirection()).first(side))

    def is_drawn(self, area: QRect) -> bool:
        """Say whether something in an area of the viewport is to be drawn now."""
        return self._painted is None or self._painted.area.intersects(area)

    def _standing(self, area: QRect | None = None) -> _Standing:
        """Look once what Qt would be asked for at each row."""
        return _Standing(
            area=self.viewport().rect() if area is None else area,
            selected={_key(index) for index in self.selectedIndexes()},
            pointed=_key(self._pointed),
            current=_key(self.currentIndex()),
            focused=self.hasFocus(),
        )

    def viewportEvent(self, event: QEvent) -> bool:
        """Remember the row under the pointer, which Qt draws anew as soon as it is another one."""
        if isinstance(event, QHoverEvent):
            is_over = event.type() is not QEvent.Type.HoverLeave
            place = event.position().toPoint()
            self._pointed = QPersistentModelIndex(self.indexAt(place) if is_over else QModelIndex())
        return super().viewportEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Draw what is before a row's contents too, which Qt forgets where the tree is mirrored."""
        super().selectionChanged(selected, deselected)
        if self.isRightToLeft():
            self.viewport().update()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Remember the row that is dragged over, for the mark."""
        super().dragMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._dragged_over = QPersistentModelIndex(index if event.isAccepted() else QModelIndex())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the mark away."""
        self._dragged_over = QPersistentModelIndex()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the mark away, then let Qt drop."""
        self._dragged_over = QPersistentModelIndex()
        super().dropEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw all rows anew for another width alone: their ends are elsewhere then."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and in place of Qt's thin line a mark where a drop would go."""
        fill_ground(self.viewport(), event, self.surface)
        state = self.state()
        self.setState(self.State.NoState)
        self._painted = self._standing(event.rect())
        super().paintEvent(event)
        self._painted = None
        self.setState(state)
        place = self.dropIndicatorPosition()
        if not self._dragged_over.isValid() or place == place.OnViewport:
            return
        row = self.content_of(self.visualRect(_plain(self._dragged_over)))
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current_look().colour("accent"), 2))
        if place == place.OnItem:
            painter.drawRoundedRect(QRectF(row).adjusted(-4, 1, 4, -1), 4, 4)
            return
        height = row.top() if place == place.AboveItem else row.bottom() + 1
        begin, end, inward = row.left(), row.right(), 3
        if self.isRightToLeft():
            begin, end, inward = end, begin, -3
        painter.drawEllipse(QPointF(begin, height), 3, 3)
        painter.drawLine(QPointF(begin + inward, height), QPointF(end, height))

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the ground over the whole width, then the row.

        Qt would first ask the model so much that drawing took three times as long.
        """
        row, place = _plain(index), QRect(option.rect)
        whole = QRect(0, place.top(), self.viewport().width(), place.height())
        paint_ground(painter, whole, self.state_of(row), self.surface)
        area = self.visualRect(row)
        if self.model().hasChildren(row):
            place.setRight(area.left() - 1)
            if self.isRightToLeft():
                place = whole.adjusted(area.right() + 1, 0, 0, 0)
            self.drawBranches(painter, place, row)
        delegate = self.itemDelegate()
        assert isinstance(delegate, RowDelegate)
        delegate.paint_row(painter, area, row)

    def drawBranches(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        """Draw the arrow away from the edge, in line with what is above the tree.

        Where the tree is mirrored so is the arrow, which Qt would let point to the edge.
        """
        if not self.isRightToLeft():
            super().drawBranches(painter, rect.translated(_ARROW_SHIFT, 0), index)
            return
        shifted = rect.translated(-_ARROW_SHIFT, 0)
        painter.save()
        painter.translate(2 * shifted.left() + self.indentation(), 0)
        painter.scale(-1, 1)
        super().drawBranches(painter, shifted, index)
        painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open and close a row also where its arrow reaches into the contents."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        row = self.visualRect(index)
        inside = row.right() - place.x() if self.isRightToLeft() else place.x() - row.left()
        is_arrow = 0 <= inside < _ARROW_SHIFT and self.model().hasChildren(index)
        if is_arrow and event.button() == Qt.MouseButton.LeftButton:
            self.setExpanded(index, not self.isExpanded(index))
            return
        super().mousePressEvent(event)

    def content_of(self, rect: QRect) -> QRect:
        """Return where the contents of a row are, given where Qt would put them."""
        whole = self.viewport().rect()
        area = QStyle.visualRect(self.layoutDirection(), whole, rect)
        area.setLeft(area.left() + _CONTENT_SHIFT)
        area.setRight(whole.width() - GAP - 4)
        return QStyle.visualRect(self.layoutDirection(), whole, area)


class RowDelegate(QStyledItemDelegate):
    """Draws the contents of a tree row.

    Where room is short, the secondary text is shortened first and vanishes under 24 pixels, then
    the name is shortened in its middle; badges always stay.
    """

    def __init__(self, tree: RowTree) -> None:
        """Draw for one tree."""
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return a height that follows the font."""
        look = current_look()
        height = QFontMetrics(look.font("body")).height() + 12
        return QSize(0, max(height, look.size("tree_row")))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a row where Qt puts it."""
        self.paint_row(painter, option.rect, index)

    def paint_row(self, painter: QPainter, area: QRect, index: _Index) -> None:
        """Draw shape or icon, name, secondary text and badges."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, TreeRow):
            return
        state = self._tree.state_of(index)
        ground = state.ground(self._tree.surface)
        strip = Strip(self._tree.content_of(area), self._tree.layoutDirection())
        painter.save()
        self._badges(painter, strip, row, ground)
        self._picture(painter, strip, row, ground)
        if self._tree.is_drawn(strip.rest()):
            self._texts(painter, strip, row, state)
        painter.restore()

    def _badges(self, painter: QPainter, strip: Strip, row: TreeRow, ground: str) -> None:
        """Draw the counts of problems from the end."""
        for shape, count in ((Shape.WARNING, row.warnings), (Shape.ERROR, row.errors)):
            if count:
                place = strip.last(badge_width(count), GAP)
                paint_badge(painter, place, shape, count, ground)

    def picture_width(self, row: TreeRow) -> int:
        """Return how far from the beginning of its contents the name of a row is."""
        return current_look().size("icon") + _NAME_GAP if row.shape or row.icon else 0

    def _picture(self, painter: QPainter, strip: Strip, row: TreeRow, ground: str) -> None:
        """Draw the shape or the icon."""
        if not (row.shape or row.icon):
            return
        look = current_look()
        side = look.size("icon")
        place = square(strip.first(side, _NAME_GAP), side)
        if row.shape:
            turn = turn_of_arc(monotonic()) if row.shape is Shape.RUNNING else 0.0
            paint_shape(painter, QRectF(place), row.shape, getattr(look.scheme, ground), turn=turn)
        else:
            paint_icon(painter, place, row.icon, "text_2")

    def _texts(self, painter: QPainter, strip: Strip, row: TreeRow, state: RowState) -> None:
        """Draw the name and what is left of the secondary text."""
        look = current_look()
        font = look.font("section" if row.strong else "body")
        line = Line("text", font, Qt.TextElideMode.ElideMiddle)
        strip.first(paint_line(painter, strip.rest(), row.name, line), _NAME_GAP)
        if row.secondary and strip.width >= look.pixels(_SHORTEST_SECONDARY):
            paint_text(painter, strip.rest(), row.secondary, state.quiet_text, look.font("small"))


def _plain(index: _Index) -> QModelIndex:
    """Return the index that Qt's types may call persistent."""
    if isinstance(index, QModelIndex):
        return index
    return index.model().index(index.row(), index.column(), index.parent())


def _key(index: _Index) -> _Key:
    """Return what tells a row from all others of its model."""
    return (index.internalId(), index.row()) if index.isValid() else None
