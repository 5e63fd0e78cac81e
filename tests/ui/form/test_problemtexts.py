"""How problems stand on a page when there are many."""

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from editor.ui.form.problemtexts import ProblemStack
from editor.ui.look.shapes import Shape
from editor.ui.widgets.problemline import ProblemLine, ProblemText


def test_a_page_shows_the_first_problems_and_counts_the_rest(
    qapp: QApplication, qtbot: QtBot
) -> None:
    stack = ProblemStack()
    qtbot.addWidget(stack)
    problems = tuple(ProblemText(Shape.ERROR, f"Problem {number}.") for number in range(1000))
    stack.show_problems(problems)
    assert len(stack.findChildren(ProblemLine)) == 20
    words = [label.text() for label in stack.findChildren(QLabel) if not label.isHidden()]
    assert "980 more are in the list of problems." in words
    stack.show_problems(problems[:3])
    assert not any("more are" in label.text() for label in _shown(stack))


def _shown(stack: ProblemStack) -> list[QLabel]:
    return [label for label in stack.findChildren(QLabel) if not label.isHidden()]
