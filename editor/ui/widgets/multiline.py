"""A field for a text of several lines."""

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from editor.ui.widgets.labels import mark
from editor.ui.widgets.standins import SPECIAL, StandIns
from editor.ui.widgets.undo import is_undo

_FEWEST_LINES = 3
_MOST_LINES = 10
_AROUND = 10


class MultilineField(QPlainTextEdit):
    """Edits a text with newlines; it grows with them. Signals: `edited(value)`, user's edits only.

    Every character of the value survives, also those that Qt would take for line ends.
    """

    edited = Signal(object)

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        """Start empty; `name` is the accessible name."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setProperty("frame", "field")
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._stand_ins = StandIns()
        self.textChanged.connect(self._tell)
        self.blockCountChanged.connect(self.updateGeometry)

    def show_value(self, value: str | None) -> None:
        """Show a text; the cursor stays as near as it can to where it was."""
        text = value or ""
        if text == self.value():
            return
        position = self.textCursor().position()
        with QSignalBlocker(self):
            self._stand_ins = StandIns.for_text(text, SPECIAL + "\r")
            self.setPlainText(self._stand_ins.show(text))
            cursor = self.textCursor()
            last = self.document().characterCount() - 1
            cursor.setPosition(min(position, last), QTextCursor.MoveMode.MoveAnchor)
            self.setTextCursor(cursor)
        self.updateGeometry()

    def value(self) -> str:
        """Return the text with all of its characters."""
        return self._stand_ins.read(self.document().toRawText().replace("\u2029", "\n"))

    def set_code(self, code: bool) -> None:
        """Use the monospaced font."""
        mark(self, "code", "true" if code else "false")

    def sizeHint(self) -> QSize:
        """Return room for the lines, within bounds."""
        lines = min(max(self.blockCount(), _FEWEST_LINES), _MOST_LINES)
        height = lines * self.fontMetrics().lineSpacing() + _AROUND + 2 * self.frameWidth()
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """Return the same height, so that a form does not squeeze it."""
        return QSize(0, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Let Ctrl+Z and Ctrl+Y pass to the window."""
        if is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def _tell(self) -> None:
        """Tell what the user made of the text."""
        self.edited.emit(self.value())
