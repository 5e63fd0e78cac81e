"""Tree, form and source show one node; going to one moves the others and takes no focus."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from editor import resources
from editor.core.schema.table import GROUPS_PATH
from editor.ui.app import create_window
from editor.ui.window import MainWindow
from tests.ui.tree.seen import current, index_of

SWEDEN = (*GROUPS_PATH, 1)
CHAT = (*SWEDEN, "models", "gpt-5-chat")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    sample = resources.folder() / "examples" / "sample"
    for name in ("librechat.yaml", ".env"):
        (tmp_path / name).write_bytes((sample / name).read_bytes())
    window = create_window(tmp_path / "librechat.yaml")
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


def click_in_source(window: MainWindow, text: str) -> None:
    """Click on the first occurrence of a text in the YAML pane."""
    pane = window.yaml.pane
    assert pane.find(text)
    pane.ensureCursorVisible()
    place = pane.cursorRect().center()
    window.session.select(())
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=place)


def field(window: MainWindow, name: str) -> QLineEdit:
    editor = window.form.findChild(QWidget, f"field:{name}")
    assert editor is not None
    line = editor if isinstance(editor, QLineEdit) else editor.findChild(QLineEdit)
    assert line is not None
    return line


def test_a_click_in_the_source_shows_the_node_everywhere_and_stays_there(
    window: MainWindow,
) -> None:
    click_in_source(window, "gpt-5-chat:")
    assert window.session.selection[: len(CHAT)] == CHAT
    assert current(window.tree) == CHAT
    assert field(window, "modelName").text() == "gpt-5-chat"
    assert window.yaml.pane.hasFocus()


def test_a_click_in_the_tree_shows_the_node_everywhere_and_stays_there(
    window: MainWindow,
) -> None:
    view = window.tree.view
    place = view.visualRect(index_of(window.tree, CHAT)).center()
    cursor = window.yaml.pane.textCursor().position()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.hasFocus()
    assert field(window, "modelName").text() == "gpt-5-chat"
    assert window.yaml.pane.textCursor().position() == cursor
    first = window.yaml.pane.firstVisibleBlock().blockNumber()
    line = next(
        number
        for number, text in enumerate(window.session.document.text.splitlines())
        if "gpt-5-chat:" in text
    )
    assert first <= line <= first + 40


def test_enter_in_the_problems_leads_to_the_field(window: MainWindow) -> None:
    view = window.bottom.problems.view
    view.setFocus()
    wrong = [
        row
        for row, problem in enumerate(window.session.document.problems)
        if problem.path == (*SWEDEN, "version")
    ]
    view.setCurrentIndex(view.model().index(wrong[0], 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.session.selection == SWEDEN
    names = []
    while focused is not None:
        names.append(focused.objectName())
        focused = focused.parentWidget()
    assert "field:version" in names


def test_alt_enter_in_the_problems_leads_to_the_line(window: MainWindow) -> None:
    problem = next(
        one for one in window.session.document.problems if one.path == (*SWEDEN, "version")
    )
    view = window.bottom.problems.view
    view.setFocus()
    row = window.session.document.problems.index(problem)
    view.setCurrentIndex(view.model().index(row, 0))
    QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert window.yaml.pane.hasFocus()
    assert window.yaml.pane.textCursor().blockNumber() + 1 == problem.line
    assert window.session.selection[: len(SWEDEN)] == SWEDEN
