"""How problems are put into words under fields and at the top of a page, and found again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.core.validation.problem import Problem, Severity
from editor.ui.language import counted, in_language
from editor.ui.look.shapes import Shape
from editor.ui.widgets.labels import label
from editor.ui.widgets.problemline import FixButton, ProblemLines, ProblemText

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.core.validation.problem import Fix

SHAPES = {
    Severity.ERROR: Shape.ERROR,
    Severity.WARNING: Shape.WARNING,
    Severity.INFO: Shape.INFO,
}
MOVE_TO_ENV = "move-to-env"
"""The fix that takes a secret out of the config; a form asks for the variable's name first."""


def problem_text(problem: Problem) -> ProblemText:
    """Return a problem as it is shown; its key finds it again in a later document."""
    fixes = tuple(FixButton(fix.id, _title(fix)) for fix in problem.fixes)
    key = (problem.code, problem.path, problem.server_message)
    shape = SHAPES[problem.severity]
    return ProblemText(shape, in_language(problem.message), problem.server_message, fixes, key)


def fix_of(problems: Iterable[Problem], key: object, fix_id: str) -> Fix | None:
    """Return the fix that a button under a shown problem stands for, if it is still there."""
    problem = problem_of(problems, key)
    fixes = () if problem is None else problem.fixes
    return next((fix for fix in fixes if fix.id == fix_id), None)


def problem_of(problems: Iterable[Problem], key: object) -> Problem | None:
    """Return the problem that was shown with a key, if it is still there."""
    for problem in problems:
        if (problem.code, problem.path, problem.server_message) == key:
            return problem
    return None


def _title(fix: Fix) -> str:
    """Return what a fix's button says; one that opens a question first ends in dots."""
    if fix.id == MOVE_TO_ENV:
        return QCoreApplication.translate("Form", "Move to .env…")
    return in_language(fix.title)


_MOST = 20
"""Problems that a page shows in full; a thousand lines would take seconds to lay out."""


class ProblemStack(QWidget):
    """Problem lines one below the other; nothing where there are none.

    Signals: `fix_requested(key, fix_id)`.
    """

    fix_requested = Signal(object, str)

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._problems: tuple[ProblemText, ...] = ()
        lines = QVBoxLayout()
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        self._lines = ProblemLines(lines, self.fix_requested.emit)
        self._more = label("", "small", "text_2")
        self._more.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(lines)
        outer.addWidget(self._more)
        self.hide()

    def problems(self) -> tuple[ProblemText, ...]:
        """Return the problems that are shown."""
        return self._problems

    def show_problems(self, problems: tuple[ProblemText, ...]) -> None:
        """Show problems in this order."""
        if problems == self._problems:
            return
        self._problems = problems
        self._lines.show_problems(problems[:_MOST])
        more = len(problems) - _MOST
        said = counted(
            more, "%n more is in the list of problems.", "%n more are in the list of problems."
        )
        self._more.setText(said)
        self._more.setHidden(more <= 0)
        self.setVisible(bool(problems))
