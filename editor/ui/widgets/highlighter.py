"""Colours the lines of a source that are on screen, and leaves the rest for when they are."""

from collections.abc import Callable

from PySide6.QtGui import QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextDocument

from editor.ui.look.appearance import current_look
from editor.ui.widgets.positions import utf16_index
from editor.ui.widgets.tokens import NORMAL, Stretch

Stretches = Callable[[str, int], tuple[list[Stretch], int]]
"""A language: the coloured stretches of a line in a state, and the state of the next line."""

_UNKNOWN = -1
_LOOK_BACK = 300
_MARGIN = 40


class Highlighter(QSyntaxHighlighter):
    """Highlights lines near those asked for with `show_lines`; a state of -1 means not yet."""

    def __init__(self, document: QTextDocument, stretches: Stretches) -> None:
        """Attach to a document in a language; nothing is coloured yet."""
        super().__init__(document)
        self._stretches = stretches
        self._first = 0
        self._last = _UNKNOWN
        self._formats: dict[str, QTextCharFormat] = {}

    def show_lines(self, first: int, last: int) -> None:
        """Colour the lines from `first` to `last`, counted from 0, where that is not done yet."""
        self._first, self._last = first - _MARGIN, last + _MARGIN
        block = self.document().findBlockByNumber(max(0, first))
        while block.isValid() and block.blockNumber() <= last:
            if block.userState() == _UNKNOWN:
                self.rehighlightBlock(block)
            block = block.next()

    def redo(self) -> None:
        """Colour anew what is on screen, in the colours of another look."""
        self._formats.clear()
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line, if it is near the ones on screen."""
        if self._last == _UNKNOWN:
            return
        block = self.currentBlock()
        if not self._first <= block.blockNumber() <= self._last:
            self.setCurrentBlockState(_UNKNOWN)
            return
        state = self.previousBlockState() if block.blockNumber() else NORMAL
        if state == _UNKNOWN:
            state = self._state_before(block)
        found, after = self._stretches(text, state)
        for start, length, role in found:
            begin = utf16_index(text, start)
            self.setFormat(begin, utf16_index(text, start + length) - begin, self._format(role))
        self.setCurrentBlockState(after)

    def _format(self, role: str) -> QTextCharFormat:
        """Return the format of a colour role."""
        if role not in self._formats:
            made = QTextCharFormat()
            made.setForeground(current_look().colour(role))
            self._formats[role] = made
        return self._formats[role]

    def _state_before(self, block: QTextBlock) -> int:
        """Return the state in which a line begins, from some lines above it."""
        above: list[str] = []
        previous = block.previous()
        while previous.isValid() and len(above) < _LOOK_BACK and previous.userState() == _UNKNOWN:
            above.append(previous.text())
            previous = previous.previous()
        state = previous.userState() if previous.isValid() else NORMAL
        state = NORMAL if state == _UNKNOWN else state
        for line in reversed(above):
            state = self._stretches(line, state)[1]
        return state
