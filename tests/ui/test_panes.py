"""How the panels share the window when one of them folds or there is little room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from editor import resources
from editor.ui.app import create_window
from editor.ui.window import MainWindow


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> MainWindow:
    window = create_window(resources.folder() / "examples" / "sample")
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


def button(window: MainWindow, name: str) -> QToolButton:
    found = window.findChild(QToolButton, name)
    assert found is not None
    return found


def test_a_folded_panel_gives_its_room_to_those_above(window: MainWindow, qtbot: QtBot) -> None:
    fold, before = button(window, "foldBottom"), window.middle.height()
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    strip = window.bottom.tabBar().height()
    qtbot.waitUntil(lambda: window.bottom.height() == strip)
    assert window.middle.height() > before + strip
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.middle.height() == before)


def test_in_a_narrow_window_the_source_stands_in_the_forms_place(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(900, 700)
    switch = button(window, "sourceSwitch")
    qtbot.waitUntil(switch.isVisible)
    assert window.middle.isVisible()
    assert not window.side.isVisible()
    switch.setFocus()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert window.side.isVisible()
    assert not window.middle.isVisible()
    assert window.tree.isVisible()


def test_in_the_smallest_window_one_column_is_seen_at_a_time(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(640, 480)
    switch = button(window, "treeSwitch")
    qtbot.waitUntil(switch.isVisible)
    columns = (window.middle.navigation, window.middle, window.side)
    assert [column.isVisible() for column in columns] == [False, True, False]
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert [column.isVisible() for column in columns] == [True, False, False]
