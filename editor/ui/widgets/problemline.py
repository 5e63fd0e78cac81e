"""A problem in words: shape, sentence, LibreChat's own message, and buttons that mend it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from editor.ui.look.shapes import Shape
from editor.ui.widgets.codewords import plain_words, rich_words
from editor.ui.widgets.flow import FlowLayout
from editor.ui.widgets.labels import label
from editor.ui.widgets.shapeicon import ShapeIcon

_MOST_FIXES = 2


@dataclass(frozen=True, slots=True)
class FixButton:
    """A fix that is offered: what identifies it, and what its button says."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class ProblemText:
    """A problem as it is shown under a field; `key` is handed back when a fix is chosen."""

    shape: Shape
    message: str
    server_message: str | None = None
    fixes: tuple[FixButton, ...] = ()
    key: object = None


class ProblemLine(QWidget):
    """Shows one problem with at most two fix buttons.

    Signals: `fix_requested(key, fix_id)`, with the key of the problem shown.
    """

    fix_requested = Signal(object, str)

    def __init__(self, problem: ProblemText) -> None:
        """Show a problem."""
        super().__init__()
        self._problem = problem
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        tone = "error" if problem.shape in (Shape.ERROR, Shape.FAILED) else "text"
        grid.addWidget(ShapeIcon(problem.shape), 0, 0, Qt.AlignmentFlag.AlignTop)
        message = _wrapping(problem.message, "body", tone)
        if "`" in problem.message:
            message.setTextFormat(Qt.TextFormat.RichText)
            message.setText(rich_words(problem.message))
            message.setAccessibleName(plain_words(problem.message))
        grid.addWidget(message, 0, 1)
        if problem.server_message:
            quoted = f"LibreChat: \u201c{problem.server_message}\u201d"
            grid.addWidget(_wrapping(quoted, "small", "text_2"), 1, 1)
        if problem.fixes:
            grid.addWidget(self._buttons(), 2, 1)

    def _buttons(self) -> QWidget:
        """Return the row of fix buttons."""
        holder = QWidget()
        row = FlowLayout(holder, spacing=8)
        row.setContentsMargins(0, 2, 0, 0)
        for fix in self._problem.fixes[:_MOST_FIXES]:
            button = QPushButton(fix.title)
            button.setProperty("role", "small")
            button.setObjectName(fix.id)
            button.clicked.connect(self._ask)
            row.addWidget(button)
        return holder

    def _ask(self) -> None:
        """Ask for the fix whose button was clicked."""
        self.fix_requested.emit(self._problem.key, self.sender().objectName())


def _wrapping(text: str, style: str, tone: str) -> QLabel:
    """Return a label that wraps and can be selected with the mouse."""
    result = label(text, style, tone, wrap=True)
    result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    result.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    result.setMinimumWidth(1)
    return result
