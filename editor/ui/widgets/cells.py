"""Cells of tables: texts run as their own letters do, and what is plain is drawn fast."""

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor.ui.look.appearance import current_look
from editor.ui.look.direction import isolated
from editor.ui.widgets.rowpainting import Line, paint_line

_AROUND_TEXT = 7
_VERY_WIDE = 1_000_000
_State = QStyle.StateFlag
_NOT_PLAIN = _State.State_Selected | _State.State_HasFocus | _State.State_MouseOver


class Words(NamedTuple):
    """What a plain cell shows: one line in the colour of a role, at its beginning or its end."""

    text: str
    role: str = "text"
    is_at_end: bool = False


class Cells(QStyledItemDelegate):
    """Draws cells as Qt would, the plain ones itself: Qt's way takes three times as long."""

    def words_at(self, row: int, column: int) -> Words | None:
        """Return what a cell shows if it is no more than that, else None: Qt draws it then."""
        return None

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Let the text run as its own letters do, also where the table is mirrored."""
        super().initStyleOption(option, index)
        option.text = isolated(option.text)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the cell and the line below it."""
        is_plain = not option.state & _NOT_PLAIN
        words = self.words_at(index.row(), index.column()) if is_plain else None
        if words is None:
            super().paint(painter, option, index)
            return
        look, below = current_look(), QRect(option.rect)
        below.setTop(below.bottom() + 1 - look.line_width)
        painter.fillRect(below, look.colour("divider"))
        if words.text:
            cell = option.rect.adjusted(0, 0, 0, -look.line_width)
            area = _place_of(words.text, option.font, cell)
            line = Line(words.role, option.font, is_at_end=words.is_at_end, is_at_top=True)
            paint_line(painter, area, words.text, line)


def _place_of(text: str, font: QFont, cell: QRect) -> QRect:
    """Return where Qt would put a line of text in a cell: on whole pixels."""
    above = cell.height() // 2 - _height_of(text, font) // 2
    return cell.adjusted(_AROUND_TEXT, above, -_AROUND_TEXT, 0)


def _height_of(text: str, font: QFont) -> int:
    """Return the height of a line; letters that the font has not may come from a higher one."""
    if text.isascii():
        metrics = QFontMetricsF(font)
        return ceil(metrics.ascent() + metrics.descent())
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_VERY_WIDE)
    layout.endLayout()
    return ceil(line.height())
