"""A text view that marks lines and stretches: current node, problems, changes against disk."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QPainter,
    QPen,
    QPolygonF,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from editor.ui.look.appearance import current_look
from editor.ui.look.shapes import Shape
from editor.ui.widgets.codewords import plain_words
from editor.ui.widgets.numberedtext import NumberedText, VisibleLine

_BAR = 2
_NUMBER_GAP = 8
_HATCH = 4


class Change(StrEnum):
    """How a line differs from the one on disk; removed lines were above the one that is marked."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Underline:
    """A problem's place in the text, in code points, and what to say about it."""

    start: int
    end: int
    shape: Shape
    message: str


class MarkedText(NumberedText):
    """Draws marks on top of the numbered text; subclasses say where offsets are on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without marks."""
        super().__init__(parent)
        self._underlines: tuple[Underline, ...] = ()
        self._changes: Mapping[int, Change] = {}
        self._node: tuple[int, int] | None = None
        self._screen = (0, -1)
        self.verticalScrollBar().valueChanged.connect(self.refresh_screen)
        self._current_line = 0
        self.cursorPositionChanged.connect(self._follow_cursor)

    def position_of(self, offset: int) -> int:
        """Return the document position of an offset of the text shown."""
        return offset

    def offset_at(self, position: int) -> int:
        """Return the offset of a document position in the text shown."""
        return position

    def show_node(self, start: int, end: int) -> None:
        """Mark the lines from `start` to `end` as the current node; none where they are equal."""
        first = self.line_of(start)
        last = self.line_of(max(start, end - 1))
        node = (first, last) if end > start else None
        if node != self._node:
            self._node = node
            self._repaint()

    def node_lines(self) -> tuple[int, int] | None:
        """Return the first and last line of the current node, counted from 0."""
        return self._node

    def show_underlines(self, underlines: tuple[Underline, ...]) -> None:
        """Underline the places of problems."""
        self._underlines = underlines
        self._select()

    def show_changes(self, changes: Mapping[int, Change]) -> None:
        """Mark lines, counted from 0, that differ from the ones on disk."""
        if changes != self._changes:
            self._changes = changes
            self._gutter.update()

    def line_of(self, offset: int) -> int:
        """Return the line of an offset, counted from 0."""
        return self.document().findBlock(self.position_of(offset)).blockNumber()

    def reveal(self, offset: int) -> None:
        """Scroll, if need be, so that the line of an offset is on screen; the cursor stays."""
        number = self.line_of(offset)
        lines = [line.block.blockNumber() for line in self.visible_lines()]
        if not lines or not lines[0] <= number < max(lines[-1], lines[0] + 1):
            self.verticalScrollBar().setValue(max(0, number - len(lines) // 3))

    def viewportEvent(self, event: QEvent) -> bool:
        """Show a problem's message while the pointer rests on its underline."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self.message_at(self.cursorForPosition(event.pos()).position())
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def message_at(self, position: int) -> str:
        """Return what the underlines at a document position say."""
        offset = self.offset_at(position)
        found = [one for one in self._underlines if one.start <= offset <= _end(one)]
        return "\n".join(plain_words(one.message) for one in found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take care of the lines that came on screen."""
        super().resizeEvent(event)
        self.refresh_screen()

    def refresh_screen(self) -> None:
        """Do what has to be done for the lines on screen when these are others than before."""
        screen = self.numbers_on_screen()
        if screen != self._screen:
            self._screen = screen
            self.prepare_lines(*screen)
            self._select()

    def prepare_lines(self, first: int, last: int) -> None:
        """Do what lines need before they are drawn for the first time."""

    def paint_ground(self, painter: QPainter, line: VisibleLine) -> None:
        """Tint the lines of the current node."""
        if self._in_node(line):
            area = line.area(self.viewport().width())
            painter.fillRect(area, current_look().colour("node_range"))

    def paint_gutter(self, painter: QPainter, line: VisibleLine) -> None:
        """Draw the number, the bar of the current node, and how the line differs from disk."""
        look = current_look()
        number = line.block.blockNumber()
        right = self.gutter_width()
        is_current = number == self.textCursor().blockNumber()
        painter.setPen(look.colour("text" if is_current else "text_3"))
        area = QRectF(0, line.top, right - look.pixels(_NUMBER_GAP), line.height)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, flags, str(number + 1))
        if self._in_node(line):
            bar = QRectF(right - _BAR, line.top, _BAR, line.height)
            painter.fillRect(bar, look.colour("accent"))
        change = self._changes.get(number)
        if change:
            self._paint_change(painter, line, change)

    def _paint_change(self, painter: QPainter, line: VisibleLine, change: Change) -> None:
        """Draw a mark: solid for added, hatched for changed, a triangle above for removed."""
        look = current_look()
        width = look.size("change_mark")
        area = QRectF(0, line.top, width, line.height)
        if change is Change.ADDED:
            painter.fillRect(area, look.colour("ok"))
        elif change is Change.CHANGED:
            _hatch(painter, area)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("error"))
            corners = [QPointF(0, line.top - width), QPointF(width + 2, line.top)]
            painter.drawPolygon(QPolygonF([*corners, QPointF(0, line.top + width)]))

    def _in_node(self, line: VisibleLine) -> bool:
        """Say whether a line belongs to the current node."""
        return self._node is not None and (
            self._node[0] <= line.block.blockNumber() <= self._node[1]
        )

    def _select(self) -> None:
        """Underline the problems on screen; those elsewhere would only slow the drawing."""
        document = self.document()
        first = document.findBlockByNumber(max(0, self._screen[0])).position()
        last_block = document.findBlockByNumber(max(0, self._screen[1]))
        last = last_block.position() + last_block.length()
        start, end = self.offset_at(first), self.offset_at(last)
        shown = [one for one in self._underlines if _end(one) >= start and one.start <= end]
        selections = [self._selection(one) for one in shown]
        before, after = map(_looks, (self.extraSelections(), selections))
        if before != after:
            self.setExtraSelections(selections)

    def _selection(self, underline: Underline) -> QTextEdit.ExtraSelection:
        """Return the wavy line under a stretch; at the end of a line, under what is before it."""
        end_of_text = self.document().characterCount() - 1
        first = self.position_of(underline.start)
        last = max(self.position_of(underline.end), first + 1)
        start, end = min(first, end_of_text), min(last, end_of_text)
        block = self.document().findBlock(start)
        if start > block.position() and start >= block.position() + block.length() - 1:
            start -= 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(max(end, start), QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        made = QTextCharFormat()
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        made.setUnderlineColor(current_look().colour(underline.shape))
        selection.format = made
        selection.cursor = cursor
        return selection

    def _follow_cursor(self) -> None:
        """Draw the numbers anew where the cursor came into another line."""
        line = self.textCursor().blockNumber()
        if line != self._current_line:
            self._current_line = line
            self._gutter.update()

    def _repaint(self) -> None:
        """Draw everything anew."""
        self.viewport().update()
        self._gutter.update()


def _hatch(painter: QPainter, area: QRectF) -> None:
    """Fill a narrow stripe with slanted bars; Qt's own patterns are too coarse for it."""
    painter.save()
    painter.setClipRect(area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(current_look().colour("diff_mod"), _HATCH / 2))
    top = int(area.top()) // _HATCH * _HATCH
    while top < area.bottom() + area.width():
        painter.drawLine(
            QPointF(area.left() - 1, top + 1), QPointF(area.right() + 1, top - area.width() - 1)
        )
        top += _HATCH
    painter.restore()


def _end(underline: Underline) -> int:
    """Return where an underline ends; one without length is under one character."""
    return max(underline.end, underline.start + 1)


def _looks(selections: Iterable[QTextEdit.ExtraSelection]) -> list[tuple[int, int, QColor]]:
    """Return where selections are and their colour."""
    return [
        (one.cursor.anchor(), one.cursor.position(), one.format.underlineColor())
        for one in selections
    ]
