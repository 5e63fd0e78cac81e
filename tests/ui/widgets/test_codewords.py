"""Backticks in a sentence never reach the eye."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.ui.look.shapes import Shape
from editor.ui.widgets.codewords import plain_words, rich_words
from editor.ui.widgets.problemline import ProblemLine, ProblemText


def test_plain_words_have_no_backticks() -> None:
    assert plain_words("Call it `a`, not `b`. One ` stays.") == "Call it a, not b. One ` stays."


def test_rich_words_are_safe_and_keep_lines() -> None:
    rich = rich_words("`<b>` & <i>\nx")
    assert "&lt;b&gt;</span> &amp; &lt;i&gt;<br>x" in rich


def test_a_problem_shows_code_in_its_font(qtbot: QtBot) -> None:
    line = ProblemLine(ProblemText(Shape.ERROR, "`version` is read as a date.", "`x`"))
    qtbot.addWidget(line)
    sentence, quoted = line.findChildren(QLabel)[-2:]
    assert sentence.textFormat() is Qt.TextFormat.RichText
    assert sentence.accessibleName() == "version is read as a date."
    assert "`" not in sentence.text()
    assert "`x`" in quoted.text()
