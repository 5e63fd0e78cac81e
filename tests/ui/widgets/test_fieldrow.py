"""A row shows its label beside or above, and the problems of its value below."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.look.shapes import Shape
from editor.ui.widgets.fieldrow import FieldRow
from editor.ui.widgets.problemline import FixButton, ProblemText
from editor.ui.widgets.textfield import TextField

MISSING = ProblemText(
    Shape.ERROR,
    "This model has no deployment: neither it nor group “eastus” names one.",
    'Model "gpt-4" in group "eastus" is missing a required deploymentName or version.',
    (FixButton("fill", "Fill in “gpt-4”"), FixButton("group", "Set one for the group")),
    key=7,
)


RowIn = Callable[[int], FieldRow]


@pytest.fixture
def row_in(qtbot: QtBot) -> RowIn:
    """Give what makes a row in a form of a width."""
    forms: list[QWidget] = []

    def make(width: int) -> FieldRow:
        form = QWidget()
        forms.append(form)
        qtbot.addWidget(form)
        row = FieldRow("Deployment name", TextField("Deployment name"))
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        column.addStretch()
        form.resize(width, 600)
        form.show()
        return row

    return make


def texts(row: FieldRow) -> list[str]:
    """Return the texts that are visible in a row."""
    labels = [part for part in row.findChildren(QLabel) if part.isVisible() and part.text()]
    return [part.text() for part in labels]


def test_the_label_stands_beside_the_editor_where_there_is_room(row_in: RowIn) -> None:
    row = row_in(600)

    assert row.editor.x() >= 132
    assert row.editor.y() == 0


def test_the_label_stands_above_the_editor_in_a_narrow_form(row_in: RowIn, qtbot: QtBot) -> None:
    row = row_in(300)

    qtbot.waitUntil(lambda: row.editor.x() == 0)
    assert row.editor.y() > 0


def test_the_editor_is_called_as_its_label_says(qtbot: QtBot) -> None:
    row = FieldRow("Model name", QWidget())
    qtbot.addWidget(row)

    assert row.editor.accessibleName() == "Model name"


def test_a_problem_is_told_in_our_words_and_in_librechat_s(row_in: RowIn) -> None:
    row = row_in(600)
    row.show_problems((MISSING,))

    assert MISSING.message in texts(row)
    assert f"LibreChat: “{MISSING.server_message}”" in texts(row)
    assert row.editor.property("problem") == "error"


def test_a_warning_does_not_colour_the_border(row_in: RowIn) -> None:
    row = row_in(600)
    row.show_problems((ProblemText(Shape.WARNING, "Superseded."),))

    assert row.editor.property("problem") == ""


def test_a_fix_is_asked_for_with_the_key_of_its_problem(row_in: RowIn, qtbot: QtBot) -> None:
    row = row_in(600)
    row.show_problems((MISSING,))
    button = row.findChild(QPushButton, "group")
    with qtbot.waitSignal(row.fix_requested) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert asked.args == [7, "group"]


def test_problems_that_are_gone_are_gone(row_in: RowIn, qtbot: QtBot) -> None:
    row = row_in(600)
    height = row.height()
    row.show_problems((MISSING,))
    row.show_problems(())

    assert texts(row) == ["Deployment name"]
    qtbot.waitUntil(lambda: row.height() == height)


def test_showing_the_same_problems_keeps_the_focus_of_a_button(row_in: RowIn) -> None:
    row = row_in(600)
    row.show_problems((MISSING,))
    button = row.findChild(QPushButton, "fill")
    row.show_problems((MISSING,))

    assert row.findChild(QPushButton, "fill") is button


def test_a_long_message_is_not_cut_off(row_in: RowIn, qtbot: QtBot) -> None:
    row = row_in(420)
    row.show_problems((MISSING,))
    qtbot.waitUntil(lambda: row.height() > 100)
    for part in row.findChildren(QLabel):
        assert part.height() >= part.heightForWidth(part.width()), part.text()


def test_a_hint_is_the_editor_s_description(row_in: RowIn) -> None:
    row = row_in(600)
    row.set_hint("Latest GA version.")

    assert "Latest GA version." in texts(row)
    assert row.editor.accessibleDescription() == "Latest GA version."


def test_a_long_fix_gives_way_and_its_tooltip_has_all_of_it(row_in: RowIn) -> None:
    title = "Take the address apart into instance, deployment and version"
    row = row_in(320)
    row.show_problems((replace(MISSING, fixes=(FixButton("split", title),)),))
    button = row.findChild(QPushButton, "split")
    assert button is not None
    assert row.width() == 320
    assert button.mapTo(row, button.rect().bottomRight()).x() < 320
    assert (button.text(), button.toolTip()) == (title, title)
