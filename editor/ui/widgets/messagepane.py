"""A request or a response as text: read-only, names of headers quiet, what is wrong underlined."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from editor.ui.look.appearance import current_look

_QUIET = re.compile(r"\A(?:[A-Z]+|\d{3})(?= )|^[A-Za-z][\w-]*:", re.MULTILINE)
_LINE = 2
_ROWS = 7


class MessagePane(QPlainTextEdit):
    """Shows the text of an HTTP message, wrapped anywhere."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Start empty; `name` is the accessible name."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setProperty("frame", "field")
        self.setProperty("code", True)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._wrong = (0, 0)
        self._dress()

    def show_message(self, head: str, body: str, wrong: str = "") -> None:
        """Show a message; the first occurrence of `wrong` is underlined."""
        text = f"{head}\n\n{body}" if body else head
        if text != self.toPlainText():
            self.setPlainText(text)
        start = text.find(wrong) if wrong else -1
        self._wrong = (start, start + len(wrong)) if start >= 0 else (0, 0)
        self._soften(len(head))
        self.viewport().update()

    def underlined(self) -> str:
        """Return the text that is underlined."""
        return self.toPlainText()[slice(*self._wrong)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and the line below what is wrong."""
        super().paintEvent(event)
        if self._wrong[0] < self._wrong[1]:
            painter = QPainter(self.viewport())
            for area in self._pieces():
                painter.fillRect(area, current_look().colour("failed"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look's colours and scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()
            self._soften(max(self.toPlainText().find("\n\n"), 0))

    def _pieces(self) -> list[QRect]:
        """Return the lines to draw, one for each row that the text is wrapped into."""
        cursor = QTextCursor(self.document())
        pieces: list[QRect] = []
        for position in range(*self._wrong):
            cursor.setPosition(position)
            here = self.cursorRect(cursor)
            cursor.setPosition(position + 1)
            there = self.cursorRect(cursor)
            right = there.left() if there.top() == here.top() else self.viewport().width()
            piece = QRect(here.left(), here.bottom() - _LINE + 1, right - here.left(), _LINE)
            if pieces and pieces[-1].top() == piece.top():
                pieces[-1].setRight(piece.right())
            else:
                pieces.append(piece)
        return pieces

    def _soften(self, head: int) -> None:
        """Draw the method or status and the names of headers in a quieter colour."""
        quiet = QTextCharFormat()
        quiet.setForeground(current_look().colour("text_2"))
        selections: list[QTextEdit.ExtraSelection] = []
        for found in _QUIET.finditer(self.toPlainText(), 0, head):
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(found.start())
            cursor.setPosition(found.end(), QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, quiet  # type: ignore[attr-defined]
            selections.append(selection)
        self.setExtraSelections(selections)

    def _dress(self) -> None:
        look = current_look()
        self.setFont(look.font("code"))
        self.setMinimumHeight(look.size("code_line") * _ROWS)
