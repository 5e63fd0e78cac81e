"""The source pane: shows a text exactly, and says what the user changed in it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QShowEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from editor.core.text import Patch, apply, difference
from editor.ui.widgets import lineedits, yamltokens
from editor.ui.widgets.highlighter import Highlighter, Stretches
from editor.ui.widgets.lineedits import INDENT, LineBreak, SourceLine
from editor.ui.widgets.markedtext import MarkedText
from editor.ui.widgets.positions import shown_line_ends, utf16_length
from editor.ui.widgets.realtext import RealText
from editor.ui.widgets.undo import is_undo

_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAB = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class CodePane(MarkedText):
    """Edits a text of which no character is ever lost, whatever Qt can show of it.

    Offsets are code points of the real text, with its own line ends.
    Signals: `user_edited(start, end, text)` after the user replaced that stretch, with offsets
    of the text before; `cursor_moved(offset)` after the user moved the cursor, or clicked where
    it is. The text goes as an object: on the way to a Qt string PySide drops a byte order mark at
    its beginning.
    """

    user_edited = Signal(int, int, object)
    cursor_moved = Signal(int)

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        language: Stretches = yamltokens.stretches,
    ) -> None:
        """Start empty; `name` is the accessible name, `language` colours the text."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._real = RealText.of("")
        self._quiet = False
        self._pending: tuple[int, int, int] | None = None
        self._highlighter = Highlighter(self.document(), language)
        self.document().contentsChange.connect(self._note_change)
        self.document().contentsChanged.connect(self._tell_change)
        self.cursorPositionChanged.connect(self._tell_cursor)

    def text(self) -> str:
        """Return the real text."""
        return self._real.text

    def show_text(self, text: str) -> None:
        """Show a text, changing only what differs; cursor, selection and scroll position stay."""
        for patch in difference(self._real.text, text):
            self.replace(patch.start, patch.end, patch.text)

    def replace(self, start: int, end: int, text: str) -> None:
        """Replace a stretch without telling anyone; cursor, selection and view stay in place."""
        before = self._real
        self._real, patch = before.replaced(Patch(start, end, text))
        if patch is None:
            self._show_anew()
            return
        first, last = before.table.to_qt(patch.start), before.table.to_qt(patch.end)
        self._put(first, last, self._real.shown(patch.text))
        self._keep_in_step()

    def original(self, start: int, end: int) -> str:
        """Return a stretch as an edit around it has to leave it."""
        return self._real.text[start:end]

    def edit(self, patches: Sequence[Patch]) -> None:
        """Replace sorted stretches in the user's name, told as one change; the cursor goes along.

        What is between them is told as it really is, not as it is shown.
        """
        if not patches:
            return
        start, end = patches[0].start, patches[-1].end
        moved = [Patch(one.start - start, one.end - start, one.text) for one in patches]
        text = apply(self.original(start, end), moved)
        for patch in reversed(patches):
            self.replace(*patch)
        self.user_edited.emit(start, end, text)
        self._tell_cursor()

    def toggle_comment(self) -> None:
        """Make comments of the lines selected, or of the cursor's; of comments, lines again."""
        self.edit(lineedits.commented(self._selected_lines()))

    def offset(self) -> int:
        """Return where the cursor is."""
        return self._real.table.to_text(self.textCursor().position())

    def offset_at(self, position: int) -> int:
        """Return the offset of a document position."""
        return self._real.table.to_text(min(position, self._real.table.length))

    def position_of(self, offset: int) -> int:
        """Return the document position of an offset; the end for one beyond it."""
        return min(self._real.table.to_qt(offset), self.document().characterCount() - 1)

    def place_cursor(self, start: int, end: int | None = None) -> None:
        """Select a stretch, or just put the cursor there, and scroll to it; the focus stays."""
        cursor = self.textCursor()
        cursor.setPosition(self.position_of(start))
        if end is not None:
            cursor.setPosition(self.position_of(end), QTextCursor.MoveMode.KeepAnchor)
        with self._quietly():
            self.setTextCursor(cursor)
        self.reveal(start)

    def event(self, event: QEvent) -> bool:
        """Let Ctrl+Z and Ctrl+Y pass to the window, but keep Ctrl+/ from it."""
        if is_undo(event):
            event.ignore()
            return False
        if not self.isReadOnly() and _claims_comment_keys(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the indent on Enter, indent with spaces on Tab, and comment on Ctrl+/."""
        if any(event.matches(key) for key in _UNDO):
            event.ignore()
        elif self.isReadOnly():
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self._break_line()
        elif event.key() in _TAB:
            self._indent(outwards=event.key() == Qt.Key.Key_Backtab)
        elif _is_ctrl_slash(event):
            self.toggle_comment()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Leave files that are dropped to the window, which opens them."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert what is pasted as it is, but with the line ends of this text."""
        start, end = self._selected()
        pasted = self._real.in_line_ends_of(start, end, source.text())
        self.replace(start, end, pasted)
        self.place_cursor(start + len(pasted))
        self.user_edited.emit(start, end, pasted)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put dropped text in, or take what was selected here to another place, as one change.

        Qt would do so in several changes at once, of which the offsets cannot be told.
        """
        if self.isReadOnly() or not self.canInsertFromMimeData(event.mimeData()):
            super().dropEvent(event)
            return
        super().dragLeaveEvent(QDragLeaveEvent())
        cursor = self.cursorForPosition(event.position().toPoint())
        at = self._real.table.to_text(cursor.position())
        start, end = self._selected()
        is_own = event.source() in (self, self.viewport())
        event.accept()
        text = self._real.in_line_ends_of(at, at, event.mimeData().text())
        put, taken = Patch(at, at, text), None
        if is_own and event.dropAction() == Qt.DropAction.MoveAction:
            if start <= at <= end:
                return
            put, taken = Patch(at, at, self.original(start, end)), Patch(start, end, "")
        self.edit(sorted([put, taken] if taken else [put]))
        first = at - (end - start) if taken and at > end else at
        self.place_cursor(first, first + len(put.text))
        self.setFocus()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the selection as the real text has it, with newlines.

        This is the one way out for text: what must not leave in the clear is to be masked here.
        """
        start, end = self._selected()
        copied = QMimeData()
        copied.setText(shown_line_ends(self._real.text[start:end]))
        return copied

    def prepare_lines(self, first: int, last: int) -> None:
        """Colour lines that came on screen."""
        with self._quietly():
            self._highlighter.show_lines(first, last)

    def showEvent(self, event: QShowEvent) -> None:
        """Take care of the first lines."""
        super().showEvent(event)
        self.refresh_screen()

    def changeEvent(self, event: QEvent) -> None:
        """Colour anew for a new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_highlighter"):
            with self._quietly():
                self._highlighter.redo()
            self.refresh_screen()

    def _note_change(self, position: int, removed: int, added: int) -> None:
        """Remember what of the document changed; reading it has to wait until Qt is done."""
        if not self._quiet:
            self._pending = (position, removed, added)

    def _tell_change(self) -> None:
        """Find out what the user changed and tell it; changes of colour only are none."""
        if self._pending is None:
            return
        position, removed, added = self._pending
        self._pending = None
        patch = self._real.typed(position, removed, self._document_text(position, added))
        if patch is None:
            self._keep_in_step()
            return
        self._real = self._real.with_patch(patch)
        self._keep_in_step()
        self.user_edited.emit(patch.start, patch.end, patch.text)
        self._tell_cursor()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor there; tell also of a click that does not move it."""
        before = self.textCursor().position()
        super().mousePressEvent(event)
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and self.textCursor().position() == before:
            self._tell_cursor()

    def _tell_cursor(self) -> None:
        """Tell where the user put the cursor, unless an edit is still to be told first."""
        if not self._quiet and self._pending is None:
            self.cursor_moved.emit(self.offset())

    def _document_text(self, position: int, length: int) -> str:
        """Return what the document reads, its line ends as newlines."""
        end = min(position + length, self.document().characterCount() - 1)
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText().replace("\u2029", "\n")

    def _selected(self) -> tuple[int, int]:
        """Return the selection's stretch of the real text."""
        cursor, table = self.textCursor(), self._real.table
        return table.to_text(cursor.selectionStart()), table.to_text(cursor.selectionEnd())

    def broken(self, before: str, _after: str) -> LineBreak:
        """Return what Enter does between two parts of a line: keep its indent."""
        return LineBreak(0, "\n" + before[: len(before) - len(before.lstrip(" "))])

    def _break_line(self) -> None:
        """Begin a new line in place of the selection."""
        cursor = self.textCursor()
        first = self.document().findBlock(cursor.selectionStart())
        last = self.document().findBlock(cursor.selectionEnd())
        before = first.text()[: cursor.selectionStart() - first.position()]
        removed, added = self.broken(before, last.text()[cursor.selectionEnd() - last.position() :])
        if removed:
            start = cursor.selectionStart() - removed
            end = cursor.selectionEnd()
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(added)
        self.ensureCursorVisible()

    def _indent(self, *, outwards: bool) -> None:
        """Put spaces up to the next step; with lines selected, or outwards, move whole lines."""
        cursor = self.textCursor()
        if outwards:
            self.edit(lineedits.unindented(self._selected_lines()))
        elif cursor.hasSelection():
            self.edit(lineedits.indented(self._selected_lines()))
        else:
            cursor.insertText(" " * (INDENT - cursor.positionInBlock() % INDENT))

    def _selected_lines(self) -> list[SourceLine]:
        """Return the lines that the selection is in, or the cursor's; they hold stand-ins."""
        cursor = self.textCursor()
        block = self.document().findBlock(cursor.selectionStart())
        last = self.document().findBlock(max(cursor.selectionStart(), cursor.selectionEnd() - 1))
        lines: list[SourceLine] = []
        while block.isValid() and block.blockNumber() <= last.blockNumber():
            start = self._real.table.to_text(block.position())
            lines.append(SourceLine(start, block.text()))
            block = block.next()
        return lines

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Change the document or the cursor without telling it as the user's doing."""
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    def _keep_in_step(self) -> None:
        """Show everything anew should the document and the real text have got out of step.

        They do when an edit joins a CR and an LF that were two line ends into one.
        """
        if self._real.table.length != self.document().characterCount() - 1:
            self._show_anew()

    def _show_anew(self) -> None:
        """Show the whole real text."""
        self._put(0, self.document().characterCount() - 1, self._real.shown(self._real.text))

    def _put(self, first: int, last: int, shown: str) -> None:
        """Replace document positions `first` to `last`, with cursor and view kept in place."""
        growth = utf16_length(shown) - (last - first)
        own = self.textCursor()
        anchor, position = own.anchor(), own.position()
        bar, sideways = self.verticalScrollBar(), self.horizontalScrollBar().value()
        top = self.firstVisibleBlock().position()
        with self._quietly():
            cursor = QTextCursor(self.document())
            cursor.setPosition(first)
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            if "\n" in shown:
                self._layout.expect_other_lines()
            cursor.insertText(shown)
            kept = _moved(anchor, first, last, growth), _moved(position, first, last, growth)
            if (self.textCursor().anchor(), self.textCursor().position()) != kept:
                own.setPosition(kept[0])
                own.setPosition(kept[1], QTextCursor.MoveMode.KeepAnchor)
                self.setTextCursor(own)
            top = self.document().findBlock(_moved(top, first, last, growth))
            bar.setValue(top.firstLineNumber())
            self.horizontalScrollBar().setValue(sideways)
        self.prepare_lines(*self.numbers_on_screen())
        self.refresh_screen()


def _is_ctrl_slash(event: QKeyEvent) -> bool:
    """Say whether these are the keys for comments; some keyboards have the slash above a digit."""
    ctrl, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    return event.key() == Qt.Key.Key_Slash and event.modifiers() & (ctrl | alt) == ctrl


def _claims_comment_keys(event: QEvent) -> bool:
    """Say whether Qt asks if the keys for comments are the text's own."""
    is_asked = event.type() == QEvent.Type.ShortcutOverride
    return isinstance(event, QKeyEvent) and is_asked and _is_ctrl_slash(event)


def _moved(position: int, first: int, last: int, growth: int) -> int:
    """Return where a position is after `first` to `last` were replaced by so much more text."""
    if position <= first:
        return position
    return position + growth if position >= last else min(position, last + growth)
