"""A source pane in which secrets are bullets, and out of which they do not get."""

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QMenu

from editor.core.concealing import concealed, masked_part
from editor.core.text import Span
from editor.ui.widgets.codepane import CodePane
from editor.ui.widgets.highlighter import Stretches
from editor.ui.widgets.positions import shown_line_ends


class SecretPane(CodePane):
    """Edits a text of which the document itself holds no hidden secret.

    Offsets are those of the real text, since each hidden character has one bullet. `text()` is
    what is shown. `menu_requested(menu, offset)` lets others add to the context menu.
    `cut_refused(str)`: the selection was not cut, and why.
    """

    menu_requested = Signal(object, int)
    cut_refused = Signal(str)

    def __init__(self, name: str, language: Stretches) -> None:
        """Start empty and hidden; `name` is the accessible name, `language` colours the text."""
        super().__init__(name, language=language)
        self._secret_text = ""
        self._secrets: tuple[Span, ...] = ()
        self._is_revealed = False

    def show_secretly(self, text: str, secrets: tuple[Span, ...]) -> None:
        """Show a text with its secrets hidden."""
        self._secret_text, self._secrets = text, secrets
        self.show_text(text if self._is_revealed else concealed(text, secrets))

    def reveal_secrets(self, is_revealed: bool) -> None:
        """Show secrets in the clear, or hide them again."""
        self._is_revealed = is_revealed
        self.show_secretly(self._secret_text, self._secrets)

    def original(self, start: int, end: int) -> str:
        """Return a stretch with its secrets in the clear, for an edit to leave them alone."""
        return self._secret_text[start:end]

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the selection with its secrets masked, unless they are shown."""
        if self._is_revealed:
            return super().createMimeDataFromSelection()
        copied = QMimeData()
        part = masked_part(self._secret_text, Span(*self._selected()), self._secrets)
        copied.setText(shown_line_ends(part))
        return copied

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cut no hidden secret, since only its mask would get to the clipboard."""
        if event.matches(QKeySequence.StandardKey.Cut) and self._would_lose():
            self.cut_refused.emit(self.tr("Hold the eye to cut what is hidden."))
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Drag no hidden secret away, since only its mask would arrive."""
        if event.button() == Qt.MouseButton.LeftButton and self._would_lose():
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the usual menu, with what others add, and without what would lose a secret."""
        is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self.cursorRect().bottomLeft() if is_by_key else event.pos()
        position = self.textCursor() if is_by_key else self.cursorForPosition(event.pos())
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._protect(menu)
        self.menu_requested.emit(menu, self._real.table.to_text(position.position()))
        menu.popup(self.viewport().mapToGlobal(QPoint(at)))

    def _protect(self, menu: QMenu) -> None:
        for action in menu.actions():
            if action.objectName() == "edit-cut" and self._would_lose():
                action.setEnabled(False)

    def _would_lose(self) -> bool:
        """Say whether the selection has something hidden."""
        start, end = self._selected()
        return not self._is_revealed and any(
            span.start < end and start < span.end for span in self._secrets
        )
