"""Results stand beside their list, and in its place where there is no room for both."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.core.document import Document
from editor.ui.panels.tests import TestsPanel
from editor.ui.session import Session
from editor.ui.tasks import Tasks
from editor.ui.testing import Tests
from tests.ui.simulated import GROUP, config, model

WIDE, NARROW = (1000, 300), (500, 300)


@pytest.fixture
def panel(qtbot: QtBot, tmp_path: Path) -> TestsPanel:
    """Give a panel with two tests that were skipped, since their key has no value."""
    session = Session(Document(config("good", "gone"), "PORT=1\n"))
    tests = Tests(session, Tasks(), tmp_path)
    made = TestsPanel(session, tests)
    qtbot.addWidget(made)
    tests.test_all()
    qtbot.waitUntil(lambda: not tests.is_running)
    made.resize(*NARROW)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def click_row(panel: TestsPanel, row: int) -> None:
    area = panel.view.visualRect(panel.view.model().index(row, 1))
    button = Qt.MouseButton.LeftButton
    QTest.mouseClick(panel.view.viewport(), button, pos=area.center())


def test_both_are_seen_where_there_is_room(panel: TestsPanel) -> None:
    panel.resize(*WIDE)
    click_row(panel, 1)
    assert panel.view.isVisible()
    assert panel.detail.isVisible()
    assert not panel.detail.back.isVisible()


def test_a_click_opens_a_result_in_place_of_the_list(panel: TestsPanel, qtbot: QtBot) -> None:
    assert panel.view.isVisible()
    assert not panel.detail.isVisible()
    with qtbot.waitSignal(panel.room_wanted) as wanted:
        click_row(panel, 1)
    assert wanted.args == [True]
    assert panel.detail.isVisible()
    assert not panel.view.isVisible()
    current = panel.view.current()
    assert current is not None
    assert current.route.path == model("gone")


@pytest.mark.parametrize("has_mouse", [True, False])
def test_a_result_is_left_by_its_arrow_and_by_escape(
    panel: TestsPanel, qtbot: QtBot, has_mouse: bool
) -> None:
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is panel.detail.back
    with qtbot.waitSignal(panel.room_wanted) as wanted:
        if has_mouse:
            QTest.mouseClick(panel.detail.back, Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(panel.detail.back, Qt.Key.Key_Escape)
    assert wanted.args == [False]
    assert not panel.detail.isVisible()
    assert QApplication.focusWidget() is panel.view


def test_going_to_the_field_gives_the_room_back(panel: TestsPanel, qtbot: QtBot) -> None:
    click_row(panel, 0)
    with qtbot.waitSignal(panel.field_requested) as asked:
        QTest.mouseClick(panel.detail.go, Qt.MouseButton.LeftButton)
    assert asked.args == [(*GROUP, "apiKey")]
    assert panel.view.isVisible()


def test_a_wider_window_shows_both_again(panel: TestsPanel) -> None:
    click_row(panel, 0)
    panel.resize(*WIDE)
    assert panel.view.isVisible()
    assert panel.detail.isVisible()


def test_a_new_run_begins_with_the_list(panel: TestsPanel) -> None:
    click_row(panel, 0)
    panel.start_over()
    assert panel.view.isVisible()
    assert not panel.detail.isVisible()
