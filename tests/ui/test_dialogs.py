"""A question has one button that stands out, and does what was answered."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.ui import dialogs
from editor.ui.look.appearance import current_look


def test_the_first_answer_is_drawn_primary_and_given_by_a_click(qtbot: QtBot) -> None:
    window, given = QWidget(), []
    qtbot.addWidget(window)
    window.show()
    answers = [("Test all", lambda: given.append("all")), ("One", lambda: given.append("one"))]
    box = dialogs.ask(window, "Test everything?", "It costs a little.", answers)
    first, other = (
        next(one for one in box.findChildren(QPushButton) if one.text() == text)
        for text in ("Test all", "One")
    )
    accent = current_look().colour("accent")
    for button, is_primary in ((first, True), (other, False)):
        ground = button.grab().toImage().pixelColor(6, button.height() // 2)
        assert (ground == accent) is is_primary
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert given == ["all"]
