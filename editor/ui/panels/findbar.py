"""The bar that finds text in the source."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from editor.ui.look.icons import icon
from editor.ui.widgets.codepane import CodePane
from editor.ui.widgets.labels import label
from editor.ui.widgets.textfield import Line

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def find(text: str, words: str, start: int, *, backwards: bool = False) -> tuple[int, int] | None:
    """Return the next occurrence from an offset on, whatever its case; then from the top."""
    if not words:
        return None
    pattern = re.compile(re.escape(words), re.IGNORECASE)
    if backwards:
        before = [found.span() for found in pattern.finditer(text, 0, max(0, start))]
        spans = before or [found.span() for found in pattern.finditer(text)]
        return spans[-1] if spans else None
    found = pattern.search(text, start) or pattern.search(text)
    return found.span() if found else None


class FindBar(QWidget):
    """Finds as one types; Enter goes on, Shift+Enter back, Escape closes."""

    closed = Signal()

    def __init__(self, pane: CodePane) -> None:
        """Search a pane; hidden until opened."""
        super().__init__()
        self.setObjectName("findBar")
        self._pane = pane
        self._start = 0
        self.words = Line()
        self.words.setObjectName("findText")
        self.words.setAccessibleName(self.tr("Find in the text"))
        self.words.setPlaceholderText(self.tr("Find"))
        self._none = label(self.tr("Not found"), "small", "text_2")
        self._none.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(4)
        row.addWidget(self.words, stretch=1)
        row.addWidget(self._none)
        row.addWidget(self._button("previousProblem", self.tr("Find previous"), self.find_previous))
        row.addWidget(self._button("nextProblem", self.tr("Find next"), self.find_next))
        row.addWidget(self._button("close", self.tr("Close the find bar"), self.close_bar))
        self.setProperty("surface", "window")
        self.setProperty("edge", "bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words.textEdited.connect(self._find_from_start)
        self.hide()

    def open_bar(self) -> None:
        """Show the bar with what is selected, ready to type."""
        selected = self._pane.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self.words.setText(selected)
        self._start = self._pane.offset() - len(selected)
        self.show()
        self.words.selectAll()
        self.words.setFocus()

    def close_bar(self) -> None:
        """Hide the bar and return to the text."""
        self.hide()
        self.closed.emit()

    def find_next(self) -> None:
        """Select the next occurrence."""
        self._show(find(self._pane.text(), self.words.text(), self._pane.offset()))

    def find_previous(self) -> None:
        """Select the occurrence before."""
        start = self._pane.offset() - 1
        self._show(find(self._pane.text(), self.words.text(), start, backwards=True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, back, or close."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.find_previous()
        elif event.key() in _ENTER:
            self.find_next()
        else:
            super().keyPressEvent(event)

    def _find_from_start(self) -> None:
        self._show(find(self._pane.text(), self.words.text(), self._start))

    def _show(self, span: tuple[int, int] | None) -> None:
        self._none.setVisible(span is None and bool(self.words.text()))
        if span is not None:
            self._pane.place_cursor(*span)

    def _button(self, icon_name: str, name: str, slot: object) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(icon_name))
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(slot)
        return button
