"""A problem in words: shape, sentence, LibreChat's own message, and buttons that mend it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from editor.ui.look.shapes import Shape
from editor.ui.widgets.codewords import plain_words, rich_words
from editor.ui.widgets.elidedbutton import ElidedButton
from editor.ui.widgets.flow import FlowLayout
from editor.ui.widgets.labels import label, let_wrap, mark
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
        self._problem: ProblemText | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._icon = ShapeIcon(problem.shape)
        self._message = _wrapping("body", _tone(problem))
        self._quoted: QLabel | None = None
        self._buttons: QWidget | None = None
        self._grid.addWidget(self._icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._message, 0, 1)
        self.show_problem(problem)

    def show_problem(self, problem: ProblemText) -> None:
        """Show another problem, with the same widgets as far as they do."""
        before, self._problem = self._problem, problem
        if problem.shape is not self._icon.shape():
            self._icon.show_shape(problem.shape)
            mark(self._message, "tone", _tone(problem))
        if before is None or problem.message != before.message:
            self._say(problem.message)
        if before is None or problem.server_message != before.server_message:
            self._quote(problem.server_message)
        if before is None or problem.fixes != before.fixes:
            self._offer(problem.fixes)

    def _say(self, message: str) -> None:
        """Show the sentence, its code words as such."""
        is_rich = "`" in message
        plain, rich = Qt.TextFormat.PlainText, Qt.TextFormat.RichText
        self._message.setTextFormat(rich if is_rich else plain)
        self._message.setText(rich_words(message) if is_rich else message)
        self._message.setAccessibleName(plain_words(message) if is_rich else "")

    def _quote(self, server_message: str | None) -> None:
        """Show LibreChat's own message, or none."""
        if self._quoted is None and server_message:
            self._quoted = _wrapping("small", "text_2")
            self._grid.addWidget(self._quoted, 1, 1)
        if self._quoted is not None:
            self._quoted.setText(self.tr("LibreChat: “{0}”").format(server_message))
            self._quoted.setVisible(bool(server_message))

    def _offer(self, fixes: tuple[FixButton, ...]) -> None:
        """Replace the row of fix buttons."""
        if self._buttons is not None:
            self._grid.removeWidget(self._buttons)
            self._buttons.hide()
            self._buttons.setParent(None)
            self._buttons.deleteLater()
            self._buttons = None
        if not fixes:
            return
        self._buttons = QWidget()
        row = FlowLayout(self._buttons, spacing=8)
        row.setContentsMargins(0, 2, 0, 0)
        for fix in fixes[:_MOST_FIXES]:
            button = ElidedButton()
            button.show_text(fix.title)
            button.setProperty("role", "small")
            button.setObjectName(fix.id)
            button.clicked.connect(self._ask)
            row.addWidget(button)
        self._grid.addWidget(self._buttons, 2, 1)

    def _ask(self) -> None:
        """Ask for the fix whose button was clicked."""
        if self._problem is not None:
            self.fix_requested.emit(self._problem.key, self.sender().objectName())


class ProblemLines:
    """Problem lines one below the other in a layout, which are used again for other problems."""

    def __init__(self, column: QVBoxLayout, chosen: Callable[[object, str], None]) -> None:
        """Start without lines; `chosen(key, fix_id)` is called for the fix that is wanted."""
        self._column = column
        self._chosen = chosen
        self._lines: list[ProblemLine] = []

    def show_problems(self, problems: Sequence[ProblemText]) -> None:
        """Show problems in this order; the first line stays for the next problem."""
        for line, problem in zip(self._lines, problems, strict=False):
            line.show_problem(problem)
            line.show()
        for problem in problems[len(self._lines) :]:
            line = ProblemLine(problem)
            line.fix_requested.connect(self._chosen)
            self._column.addWidget(line)
            self._lines.append(line)
        for line in self._lines[len(problems) :]:
            line.hide()
        for line in self._lines[max(len(problems), 1) :]:
            self._column.removeWidget(line)
            line.setParent(None)
            line.deleteLater()
        del self._lines[max(len(problems), 1) :]


def _tone(problem: ProblemText) -> str:
    return "error" if problem.shape in (Shape.ERROR, Shape.FAILED) else "text"


def _wrapping(style: str, tone: str) -> QLabel:
    """Return a label that wraps and can be selected with the mouse."""
    result = label("", style, tone, wrap=True)
    result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    let_wrap(result, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    result.setMinimumWidth(1)
    return result
