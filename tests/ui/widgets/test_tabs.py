"""Tabs are drawn anew when one of their parts has another size, and only then."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.widgets.tabcorner import TabCorner
from editor.ui.widgets.tabs import Tabs
from tests.ui.painted import Painted, drawn_anew, on_screen


@pytest.fixture
def tabs(qtbot: QtBot) -> Tabs:
    """Give two tabs on screen."""
    made = Tabs()
    qtbot.addWidget(made)
    made.addTab(QLabel("a page"), "Problems")
    made.addTab(QWidget(), "Tests")
    TabCorner(made, QPushButton("Fold"))
    made.resize(500, 200)
    with qtbot.waitExposed(made):
        made.show()
    QCoreApplication.processEvents()
    return made


def test_nothing_is_drawn_where_nothing_changed(tabs: Tabs) -> None:
    painted = Painted(tabs)
    QCoreApplication.sendEvent(tabs, QEvent(QEvent.Type.LayoutRequest))
    assert painted.of_next().isEmpty()


def test_a_longer_name_has_room_at_once(tabs: Tabs) -> None:
    bar = tabs.tabBar()
    before = bar.tabRect(1).width()
    tabs.setTabText(1, "Tests: 17 of 200")
    QCoreApplication.processEvents()
    assert bar.tabRect(1).width() > before
    assert bar.width() >= bar.tabRect(1).right()
    assert on_screen(tabs) == drawn_anew(tabs)


def test_the_corner_has_the_room_that_it_wants(tabs: Tabs, qtbot: QtBot) -> None:
    corner = tabs.cornerWidget(Qt.Corner.TopRightCorner)
    button = corner.findChild(QPushButton)
    assert button is not None
    button.setText("Fold or unfold this panel")
    qtbot.waitUntil(lambda: button.width() >= button.sizeHint().width())
    qtbot.waitUntil(lambda: corner.geometry().right() == tabs.rect().right())


def test_a_window_has_the_room_that_a_page_wants(qtbot: QtBot) -> None:
    window, tabs, page = QWidget(), Tabs(), QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(tabs)
    tabs.addTab(page, "Tests")
    with qtbot.waitExposed(window):
        window.show()
    QCoreApplication.processEvents()
    page.setMinimumHeight(window.height() + 100)
    qtbot.waitUntil(lambda: page.height() >= page.minimumHeight())
    qtbot.waitUntil(lambda: window.height() > page.height())
