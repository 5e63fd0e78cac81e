"""A list that drops down from a line, in two columns: texts, and what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor.ui.language import in_language
from editor.ui.look.appearance import current_look
from editor.ui.widgets.rowpainting import RowState, Strip, paint_ground, paint_text

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from editor.core.completion.suggestion import Suggestion

_Index = QModelIndex | QPersistentModelIndex
_MOST_ROWS = 8
_PADDING = 12
_GAP = 16
_FRAME = 4
_TEXT_SHARE = 0.6
_SLACK = 4
"""What a painter may need more than the metrics say."""


class _Suggestions(QAbstractListModel):
    """Holds what is offered now."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Suggestion, ...] = ()

    def show_rows(self, rows: tuple[Suggestion, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = 0) -> object:
        text, meaning = said(self.rows[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{text}, {meaning}" if meaning else text
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{text}\n{meaning}" if meaning else None
        return None


def said(suggestion: Suggestion) -> Suggestion:
    """Return a suggestion whose meaning is in the language of the window."""
    return suggestion._replace(meaning=in_language(suggestion.meaning))


class SuggestionList(QListView):
    """Shows suggestions over the window's other contents; the keyboard stays in the line.

    It is a child of the window and no window of its own, so that the next click, wherever it goes,
    is not lost on closing it.
    """

    def __init__(self, name: str, window: QWidget) -> None:
        """Start empty and hidden; `name` is the accessible name."""
        super().__init__(window)
        self.hide()
        self.setAccessibleName(name)
        self.setProperty("surface", "raised")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setViewportMargins(0, _FRAME, 0, _FRAME)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.column = 0
        self._held = _Suggestions()
        self.setModel(self._held)
        self.setItemDelegate(_RowPainter(self))

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """Return what is offered."""
        return self._held.rows

    def show_suggestions(self, suggestions: tuple[Suggestion, ...], current: int) -> None:
        """Offer texts, one of them current, or none for -1."""
        if suggestions != self._held.rows:
            self._held.show_rows(suggestions)
        self.setCurrentIndex(self._held.index(current, 0) if current >= 0 else QModelIndex())

    def move_current(self, by: int) -> None:
        """Make another suggestion the current one; past an end it stays."""
        now = self.currentIndex().row() if self.currentIndex().isValid() else -1 if by > 0 else 0
        row = min(max(now + by, 0), len(self._held.rows) - 1)
        self.setCurrentIndex(self._held.index(row, 0))

    def place_at(self, anchor: QWidget) -> None:
        """Stand below a widget, above it where there is more room."""
        window, look = anchor.window(), current_look()
        top_left = anchor.mapTo(window, anchor.rect().topLeft())
        texts, meanings = self._column_widths()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        wanted = texts + (_GAP + meanings if meanings else 0) + 2 * _PADDING + bar
        width = min(max(wanted, anchor.width()), window.width() - 2 * _FRAME)
        row = look.size("tree_row")
        height = row * min(len(self._held.rows), _MOST_ROWS) + 2 * _FRAME + 2
        below = window.height() - top_left.y() - anchor.height() - _FRAME
        is_above = below < height and top_left.y() > below
        height = min(height, (top_left.y() if is_above else below) - _FRAME)
        y = top_left.y() - height - 2 if is_above else top_left.y() + anchor.height() + 2
        begin = top_left.x() + (anchor.width() - width if self.isRightToLeft() else 0)
        x = max(min(begin, window.width() - width - _FRAME), _FRAME)
        self.column = min(texts, int((width - 2 * _PADDING) * _TEXT_SHARE)) if meanings else width
        self.setGeometry(x, y, width, max(height, row))

    def _column_widths(self) -> tuple[int, int]:
        """Return the widths of the longest text and the longest meaning."""
        look = current_look()
        texts, meanings = QFontMetrics(look.font("body")), QFontMetrics(look.font("small"))
        rows = self._held.rows
        return (
            max((texts.horizontalAdvance(one.text) for one in rows), default=0) + _SLACK,
            max((meanings.horizontalAdvance(said(one).meaning) for one in rows), default=0),
        )


class _RowPainter(QStyledItemDelegate):
    """Paints a text and its meaning."""

    def __init__(self, view: SuggestionList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, current_look().size("tree_row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look = current_look()
        state = RowState(
            selected=bool(option.state & QStyle.StateFlag.State_Selected),
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            focused=True,
        )
        paint_ground(painter, option.rect, state, "raised")
        text, meaning = said(self._view.suggestions[index.row()])
        area = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        strip = Strip(area, painter.layoutDirection())
        column = strip.first(min(self._view.column, area.width()), _GAP)
        paint_text(painter, column, text, "text", look.font("body"))
        if meaning and strip.width > 0:
            paint_text(painter, strip.rest(), meaning, "text_2", look.font("small"))
