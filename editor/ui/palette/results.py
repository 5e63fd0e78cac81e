"""The list under the palette's box: entries under headings, with the matched letters marked."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from editor.core.search import marked
from editor.ui.look.appearance import current_look
from editor.ui.look.icons import paint_icon
from editor.ui.look.shapes import paint_shape
from editor.ui.palette.entries import Entry
from editor.ui.widgets.positions import utf16_index
from editor.ui.widgets.rowpainting import (
    GAP,
    RowState,
    Strip,
    one_line,
    paint_ground,
    paint_text,
    square,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.core.text import Span

_ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_MARGIN = 16
_NONE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that says what the entries below it are."""

    text: str


class ResultsModel(QAbstractListModel):
    """Serves headings and entries; headings cannot be chosen."""

    def __init__(self, parent: QWidget) -> None:
        """Start empty."""
        super().__init__(parent)
        self.rows: tuple[Heading | Entry, ...] = ()
        self.query = ""

    def show_rows(self, rows: Sequence[Heading | Entry], query: str) -> None:
        """Serve other rows, found by a query."""
        self.beginResetModel()
        self.rows, self.query = tuple(rows), query
        self.endResetModel()

    def rowCount(self, parent: _Index = _NONE) -> int:
        """Return how many rows there are, headings included."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let entries be chosen."""
        if index.isValid() and isinstance(self.rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row reads."""
        row = self.rows[index.row()]
        if role == _ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text if isinstance(row, Heading) else row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.text if isinstance(row, Heading) else row.words
        return None


class Results(QListView):
    """Shows what was found; it never takes the keyboard from the box above."""

    def __init__(self, name: str) -> None:
        """Start empty; `name` is the accessible name."""
        super().__init__()
        self.setAccessibleName(name)
        self.found = ResultsModel(self)
        self.setModel(self.found)
        self.setItemDelegate(_Delegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setProperty("surface", "transparent")

    def show_rows(self, rows: Sequence[Heading | Entry], query: str) -> None:
        """Show other rows and choose the first entry."""
        self.found.show_rows(rows, query)
        self.updateGeometry()
        self.choose(1, start=-1)

    def choose(self, by: int, *, start: int | None = None) -> None:
        """Choose the next entry in a direction, over the headings; it stops at the ends."""
        row = self.currentIndex().row() if start is None else start
        while 0 <= row + by < len(self.found.rows):
            row += by
            if isinstance(self.found.rows[row], Entry):
                self.setCurrentIndex(self.found.index(row))
                self.scrollTo(self.found.index(max(0, row - 1)))
                self.scrollTo(self.found.index(row))
                return

    def chosen(self) -> Entry | None:
        """Return the chosen entry, None where nothing was found."""
        index = self.currentIndex()
        row = self.found.rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Entry) else None

    def sizeHint(self) -> QSize:
        """Ask for the height of all rows."""
        return QSize(0, sum(self.sizeHintForRow(row) for row in range(len(self.found.rows))))


class _Delegate(QStyledItemDelegate):
    """Draws a heading, or an entry's picture, title, secondary text, aside and keys."""

    def __init__(self, results: Results) -> None:
        super().__init__(results)
        self._results = results

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a row of the palette at the look's scale."""
        return QSize(0, current_look().size("palette_row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        row = index.data(_ROW_ROLE)
        area = QRect(option.rect).adjusted(_MARGIN, 0, -_MARGIN, 0)
        painter.save()
        if isinstance(row, Heading):
            paint_text(painter, area, row.text, "text_2", current_look().font("small"))
        elif isinstance(row, Entry):
            is_chosen = index.row() == self._results.currentIndex().row()
            state = RowState(selected=is_chosen, focused=True)
            paint_ground(painter, QRect(option.rect), state, "raised")
            self._draw_entry(painter, Strip(area, painter.layoutDirection()), row, state)
        painter.restore()

    def _draw_entry(self, painter: QPainter, strip: Strip, row: Entry, state: RowState) -> None:
        look, query = current_look(), self._results.found.query
        side = look.size("icon")
        place = square(strip.first(side, GAP + 2), side)
        if row.shape:
            ground = getattr(look.scheme, state.ground("raised"))
            paint_shape(painter, QRectF(place), row.shape, ground)
        elif row.icon:
            paint_icon(painter, place, row.icon, "text_2")
        if row.keys:
            _draw_keys(painter, strip, row.keys)
        if row.aside:
            aside = _Line(row.aside, look.font("small"), query)
            wanted = min(aside.width, strip.width // 2)
            aside.draw(painter, strip.last(wanted, GAP), state.quiet_text)
        title = _Line(row.title, look.font("body"), query)
        strip.first(title.draw(painter, strip.rest(), "text"), GAP + 2)
        if row.secondary and strip.width > 3 * GAP:
            secondary = _Line(row.secondary, look.font("small"), query)
            secondary.draw(painter, strip.rest(), state.quiet_text)


def _draw_keys(painter: QPainter, strip: Strip, keys: str) -> None:
    """Draw a shortcut as a key cap at the end of what is left."""
    look = current_look()
    font = look.font("key_cap")
    metrics = QFontMetrics(font)
    area, height = strip.last(metrics.horizontalAdvance(keys) + 10, GAP), metrics.height() + 3
    cap = QRectF(area.left(), area.center().y() - height / 2 + 1, area.width(), height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("border_raised"), 1))
    painter.drawRoundedRect(cap, 3, 3)
    painter.setFont(font)
    painter.setPen(look.colour("text_2"))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextForceLeftToRight
    painter.drawText(cap, flags, keys)


class _Line:
    """One line of text in which the letters of a query stand out."""

    def __init__(self, text: str, font: QFont, query: str) -> None:
        self._text = one_line(text)
        self._font = font
        self._spans: tuple[Span, ...] = marked(query, self._text) if query else ()
        self._layout, self.width = self._laid_out(self._text)

    def draw(self, painter: QPainter, area: QRect, role: str) -> int:
        """Draw the text at the beginning of an area, cut off with “…”, and return its width."""
        layout, width = self._layout, self.width
        if width > area.width():
            metrics = QFontMetrics(self._font)
            room = metrics.horizontalAdvance(self._text) - (width - area.width())
            mode = Qt.TextElideMode.ElideRight
            shown = metrics.elidedText(self._text, mode, max(0, room))
            layout, width = self._laid_out(shown)
        is_mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = area.right() + 1 - width if is_mirrored else area.left()
        top = area.top() + (area.height() - layout.boundingRect().height()) / 2
        painter.setPen(current_look().colour(role))
        layout.draw(painter, QPointF(left, top))
        return width

    def _laid_out(self, text: str) -> tuple[QTextLayout, int]:
        """Return a text laid out as its letters run, and its width."""
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout = QTextLayout(text, self._font)
        layout.setTextOption(option)
        layout.setFormats([_standing_out(text, span) for span in self._spans])
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        return layout, ceil(line.naturalTextWidth()) if line.isValid() else 0


def _standing_out(text: str, span: Span) -> QTextLayout.FormatRange:
    """Return how the letters of a span are drawn, as far as the text has them."""
    result = QTextLayout.FormatRange()
    result.start = utf16_index(text, min(span.start, len(text)))
    result.length = utf16_index(text, min(span.end, len(text))) - result.start
    result.format = QTextCharFormat()
    result.format.setFontWeight(QFont.Weight.DemiBold)
    result.format.setForeground(current_look().colour("accent_text"))
    return result
