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


def test_a_result_that_stands_alone_borrows_height(window: MainWindow) -> None:
    window.bottom.set_folded(False)
    QApplication.processEvents()
    before = window.middle.height(), window.bottom.height()
    window.bottom.tests.room_wanted.emit(True)
    assert window.bottom.height() > 2 * before[1]
    assert window.middle.isVisible()
    window.bottom.tests.room_wanted.emit(False)
    assert (window.middle.height(), window.bottom.height()) == before


@pytest.mark.parametrize("way_out", ["leave", "fold", "tree"])
def test_in_the_smallest_window_it_has_all_of_it(
    window: MainWindow, qtbot: QtBot, way_out: str
) -> None:
    window.resize(640, 480)
    QApplication.processEvents()
    window.bottom.tests.room_wanted.emit(True)
    assert not window.middle.isVisible()
    if way_out == "leave":
        window.bottom.tests.room_wanted.emit(False)
    else:
        name = {"fold": "foldBottom", "tree": "treeSwitch"}[way_out]
        QTest.mouseClick(button(window, name), Qt.MouseButton.LeftButton)
    column = window.tree if way_out == "tree" else window.middle
    qtbot.waitUntil(column.isVisible)
