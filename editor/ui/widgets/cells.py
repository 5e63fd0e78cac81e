"""Cells of tables: texts run as their own letters do, and what is plain is drawn fast."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor.ui.look.appearance import current_look
from editor.ui.look.direction import isolated
from editor.ui.widgets.rowpainting import paint_line

_AROUND_TEXT = 7
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
        look, line = current_look(), QRect(option.rect)
        line.setTop(line.bottom() + 1 - look.line_width)
        painter.fillRect(line, look.colour("divider"))
        if words.text:
            area = option.rect.adjusted(_AROUND_TEXT, 0, -_AROUND_TEXT, -look.line_width - 1)
            style = (words.role, option.font, Qt.TextElideMode.ElideRight)
            paint_line(painter, area, words.text, style, is_at_end=words.is_at_end)
