"""A row of a form: label, editor, hint below, problems below that."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QStyle, QVBoxLayout, QWidget

from editor.ui.look.appearance import current_look
from editor.ui.look.direction import margins
from editor.ui.look.shapes import Shape
from editor.ui.widgets.labels import label, mark
from editor.ui.widgets.problemline import ProblemLines, ProblemText

_ANY_WIDTH = 16_777_215
_LABEL_GAP = 8


class FieldRow(QWidget):
    """Shows an editor under its name, with what there is to say about its value.

    The label stands left of the editor, above it where the row is narrow.
    Signals: `fix_requested(key, fix_id)` with the key of the problem that is to be mended.
    """

    fix_requested = Signal(object, str)

    def __init__(self, title: str, editor: QWidget, parent: QWidget | None = None) -> None:
        """Put the editor into a row called `title`."""
        super().__init__(parent)
        self.editor = editor
        self._problems: tuple[ProblemText, ...] = ()
        self._above = False
        self._beside: QWidget | None = None
        self._label = label(title, "body", "text_2")
        self._label.setWordWrap(True)
        self._label.setBuddy(editor)
        self._hint = label("", "small", "text_3", wrap=True)
        self._hint.hide()
        self._below = QWidget()
        lines = QVBoxLayout(self._below)
        lines.setContentsMargins(0, 6, 0, 2)
        lines.setSpacing(8)
        self._lines = ProblemLines(lines, self.fix_requested.emit)
        self._below.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if not editor.accessibleName():
            editor.setAccessibleName(title)
        self._arrange()

    def title(self) -> str:
        """Return the label's text."""
        return self._label.text()

    def set_title(self, title: str) -> None:
        """Call the row otherwise."""
        self._label.setText(title)

    def set_hint(self, text: str) -> None:
        """Say something quiet about the value, or nothing."""
        if text == self._hint.text():
            return
        self._hint.setText(text)
        self._hint.setVisible(bool(text))
        self.editor.setAccessibleDescription(text)

    def place_beside_title(self, button: QWidget) -> None:
        """Keep a button behind the label's text, at its end where that fills the column."""
        if self._beside is None:
            self._label.installEventFilter(self)
        self._beside = button
        self._place_beside(button)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the button with the label."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self._beside is not None:
            self._place_beside(self._beside)
        return False

    def _place_beside(self, button: QWidget) -> None:
        line = min(self._label.height(), current_look().size("field"))
        side = min(current_look().size("button_small"), line)
        text = self._label.fontMetrics().horizontalAdvance(self._label.text())
        x = min(text + 2, self._label.width() - side - 2)
        place = QRect(x, self._label.y() + (line - side) // 2, side, side)
        button.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))

    def hint(self) -> str:
        """Return what is said quietly about the value."""
        return self._hint.text()

    def set_quiet(self, quiet: bool) -> None:
        """Draw the editor quietly, for a field that LibreChat ignores; it stays editable."""
        mark(self.editor, "quiet", "true" if quiet else "false")

    def show_problems(self, problems: tuple[ProblemText, ...]) -> None:
        """Show problems below the editor, and its border in the error's colour for an error."""
        has_error = any(problem.shape is Shape.ERROR for problem in problems)
        mark(self.editor, "problem", "error" if has_error else "")
        if problems == self._problems:
            return
        self._problems = problems
        self._lines.show_problems(problems)
        self._below.setVisible(bool(problems))

    def problems(self) -> tuple[ProblemText, ...]:
        """Return the problems that are shown."""
        return self._problems

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the label above the editor where the row is narrow."""
        above = self.width() < current_look().pane("labels_above_below")
        if above != self._above:
            self._above = above
            self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look's scale."""
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()
        super().changeEvent(event)

    def _arrange(self) -> None:
        """Put the parts where they belong at this width."""
        look = current_look()
        column, first, span = (0, 1, 2) if self._above else (1, 0, 1)
        width = look.size("label_column")
        line = look.size("button_small" if self._above else "field")
        self._label.setMinimumSize(0 if self._above else width, line)
        self._grid.setVerticalSpacing(0 if self._above else 4)
        self._label.setMaximumWidth(_ANY_WIDTH if self._above else width)
        self._label.setContentsMargins(margins(0, 0, 0 if self._above else _LABEL_GAP, 0))
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(
            self._label, 0, 0, 1, span, Qt.AlignmentFlag(0) if self._above else top
        )
        for row, part in enumerate((self.editor, self._hint, self._below), start=first):
            self._grid.addWidget(part, row, column, 1, span)
