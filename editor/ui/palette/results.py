"""The list under the palette's box: entries under headings, with the matched letters marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
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
from editor.ui.widgets.rowpainting import GAP, RowState, one_line, paint_ground

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
            _Line(painter, "text_2").draw(area, row.text, current_look().font("small"))
        elif isinstance(row, Entry):
            is_chosen = index.row() == self._results.currentIndex().row()
            state = RowState(selected=is_chosen, focused=True)
            paint_ground(painter, QRect(option.rect), state, "raised")
            self._draw_entry(painter, area, row, state)
        painter.restore()

    def _draw_entry(self, painter: QPainter, area: QRect, row: Entry, state: RowState) -> None:
        look, query = current_look(), self._results.found.query
        side = look.size("icon")
        place = QRect(area.left(), area.center().y() - side // 2 + 1, side, side)
        if row.shape:
            ground = getattr(look.scheme, state.ground("raised"))
            paint_shape(painter, QRectF(place), row.shape, ground)
        elif row.icon:
            paint_icon(painter, place, row.icon, "text_2")
        area.setLeft(place.right() + GAP + 2)
        if row.keys:
            area.setRight(area.right() - _draw_keys(painter, area, row.keys) - GAP)
        quiet = _Line(painter, state.quiet_text, query)
        if row.aside:
            wanted = min(quiet.width(row.aside, look.font("small")), area.width() // 2)
            aside = QRect(area.right() - wanted, area.top(), wanted + 1, area.height())
            quiet.draw(aside, row.aside, look.font("small"))
            area.setRight(aside.left() - GAP)
        drawn = _Line(painter, "text", query).draw(area, row.title, look.font("body"))
        area.setLeft(area.left() + drawn + GAP + 2)
        if row.secondary and area.width() > 3 * GAP:
            quiet.draw(area, row.secondary, look.font("small"))


def _draw_keys(painter: QPainter, area: QRect, keys: str) -> int:
    """Draw a shortcut as a key cap at the right, and return its width."""
    look = current_look()
    font = look.font("key_cap")
    metrics = QFontMetrics(font)
    width, height = metrics.horizontalAdvance(keys) + 10, metrics.height() + 3
    cap = QRectF(area.right() - width, area.center().y() - height / 2 + 1, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("border_raised"), 1))
    painter.drawRoundedRect(cap, 3, 3)
    painter.setFont(font)
    painter.setPen(look.colour("text_2"))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
    return width


class _Line:
    """Draws one line of text in which the letters of the query stand out."""

    def __init__(self, painter: QPainter, role: str, query: str = "") -> None:
        self._painter = painter
        self._role = role
        self._query = query

    def width(self, text: str, font: QFont) -> int:
        """Return how wide a text is, its marked letters bold."""
        return (
            sum(
                QFontMetrics(part_font).horizontalAdvance(part)
                for part, part_font, _ in self._parts(one_line(text), font)
            )
            + 1
        )

    def draw(self, area: QRect, text: str, font: QFont) -> int:
        """Draw a text, cut off with “…” where it does not fit, and return its width."""
        look, x = current_look(), area.left()
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        for part, part_font, role in self._parts(one_line(text), font):
            metrics = QFontMetrics(part_font)
            room = area.right() + 1 - x
            shown = metrics.elidedText(part, Qt.TextElideMode.ElideRight, room)
            self._painter.setFont(part_font)
            self._painter.setPen(look.colour(role))
            self._painter.drawText(QRect(x, area.top(), room, area.height()), align, shown)
            x += metrics.horizontalAdvance(shown)
            if shown != part:
                break
        return x - area.left()

    def _parts(self, text: str, font: QFont) -> Iterator[tuple[str, QFont, str]]:
        """Yield the stretches of a text with the font and colour role of each."""
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        end = 0
        spans: tuple[Span, ...] = marked(self._query, text) if self._query else ()
        for span in spans:
            if span.start > end:
                yield text[end : span.start], font, self._role
            yield text[span.start : span.end], bold, "accent_text"
            end = span.end
        if end < len(text):
            yield text[end:], font, self._role
