"""A plain text view with a gutter at its left, and what is visible of its lines."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QPlainTextDocumentLayout, QPlainTextEdit, QWidget

from editor.ui.look.appearance import current_look
from editor.ui.widgets.steady import fill_ground, hold_still


class VisibleLine(NamedTuple):
    """A line on screen: its block and the stripe that it takes, in viewport pixels."""

    block: QTextBlock
    top: float
    height: float

    def area(self, width: int) -> QRectF:
        """Return the whole stripe at a width."""
        return QRectF(0, self.top, width, self.height)


class NumberedText(QPlainTextEdit):
    """Shows lines in the code font; what stands in the gutter is drawn by `paint_gutter`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty, without undo and without wrapping."""
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setProperty("frame", "code")
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        # A name in Arabic must not take the indent of its line away.
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        self.document().setDefaultTextOption(option)
        self._layout = _Lines(self.document())
        self.document().setDocumentLayout(self._layout)
        self._gutter = _Gutter(self)
        hold_still(self.viewport())
        hold_still(self._gutter)
        self._dress()
        self.blockCountChanged.connect(self._resize_gutter)
        self.updateRequest.connect(self._scroll_gutter)

    def gutter_width(self) -> int:
        """Return the width of the gutter in pixels."""
        digits = max(3, len(str(self.blockCount())))
        room = digits * self.fontMetrics().horizontalAdvance("0") + current_look().pixels(20)
        return max(current_look().size("gutter"), room)

    def paint_gutter(self, painter: QPainter, line: VisibleLine) -> None:
        """Draw what stands in the gutter beside a line."""

    def paint_ground(self, painter: QPainter, line: VisibleLine) -> None:
        """Draw what lies behind the text of a line."""

    def visible_lines(self) -> Iterator[VisibleLine]:
        """Yield the lines on screen from top to bottom."""
        return self.lines_in(self.viewport().rect())

    def lines_in(self, area: QRect) -> Iterator[VisibleLine]:
        """Yield the lines on screen that an area of the viewport touches; all are as high."""
        first, height = self.firstVisibleBlock(), self._layout.line_height
        top = self.blockBoundingGeometry(first).translated(self.contentOffset()).top()
        above = max(0, int((area.top() - top) // height))
        block = self.document().findBlockByNumber(first.blockNumber() + above)
        top += above * height
        while block.isValid() and top <= area.bottom():
            yield VisibleLine(block, top, height)
            top += height
            block = block.next()

    def numbers_on_screen(self) -> tuple[int, int]:
        """Return the numbers of the first and the last line on screen, counted from 0."""
        first = self.firstVisibleBlock().blockNumber()
        room = self.viewport().height() - self.contentOffset().y()
        last = first + int(room / max(self._layout.line_height, 1))
        return first, min(last, self.blockCount() - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the grounds of the lines, then the text."""
        fill_ground(self.viewport(), event, "base")
        painter = QPainter(self.viewport())
        for line in self.lines_in(event.rect()):
            self.paint_ground(painter, line)
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the gutter as high as the view."""
        super().resizeEvent(event)
        self._place_gutter()

    def changeEvent(self, event: QEvent) -> None:
        """Take font and colours of a new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; Ctrl and the wheel would change the font only here, so they scroll too."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().wheelEvent(event)

    def _dress(self) -> None:
        """Set the code font of the look."""
        look = current_look()
        font = look.font("code")
        self._layout.set_line_height(look.size("code_line"), QFontMetricsF(font).lineSpacing())
        if self.font() != font:
            self.setFont(font)
        self.setTabStopDistance(2 * self.fontMetrics().horizontalAdvance(" "))
        self._resize_gutter()

    def _resize_gutter(self) -> None:
        """Leave room for the gutter at the left."""
        width = self.gutter_width()
        self.setViewportMargins(width, 0, 0, 0)
        self._place_gutter()

    def _place_gutter(self) -> None:
        """Put the gutter beside the text, not beside the scroll bar below it."""
        area = self.contentsRect()
        height = self.viewport().height()
        self._gutter.setGeometry(area.left(), area.top(), self.gutter_width(), height)

    def _scroll_gutter(self, area: QRect, dy: int) -> None:
        """Draw the gutter anew where the text is."""
        if dy:
            self._gutter.scroll(0, dy)
        else:
            self._gutter.update(0, area.y(), self._gutter.width(), area.height())


class _Lines(QPlainTextDocumentLayout):
    """Lays lines out with air between them, which Qt has no setting for in plain text."""

    line_height = 0.0
    _air = 0.0
    _blocks = 0

    def set_line_height(self, height: float, natural: float) -> None:
        """Use a height in pixels for every line, the text's own where that is more."""
        self.line_height = max(height, natural)
        self._air = (self.line_height - natural) / 2

    def expect_other_lines(self) -> None:
        """Look at more than one line when the text changes next."""
        self._blocks = 0

    def documentChanged(self, start: int, removed: int, added: int) -> None:
        """Lay out and draw only the line that changed.

        WORKAROUND: Qt looks for the end of what changed behind as many characters as were there
        before and are there now, so that it draws everything whenever a line is coloured.
        """
        has_as_many_lines = self.document().blockCount() == self._blocks
        self._blocks = self.document().blockCount()
        super().documentChanged(start, 0 if has_as_many_lines and added else removed, added)

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        area = super().blockBoundingRect(block)
        layout = block.layout()
        if layout.lineCount() == 1:
            line = layout.lineAt(0)
            if line.y() == 0:
                line.setPosition(QPointF(line.x(), self._air))
            area.setHeight(self.line_height)
        return area


class _Gutter(QWidget):
    """The stripe left of the text; the view draws it."""

    def __init__(self, view: NumberedText) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self) -> QSize:
        return QSize(self._view.gutter_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        fill_ground(self, event, "base")
        painter = QPainter(self)
        painter.setFont(self._view.font())
        for line in self._view.lines_in(event.rect()):
            self._view.paint_gutter(painter, line)
