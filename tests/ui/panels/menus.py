"""Opens context menus as a person does, and chooses from them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

with_menu = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
"""Marks a test that opens a menu, which Qt without a screen warns about."""


def right_click(widget: QWidget, place: QPoint) -> None:
    """Ask for a menu with the pointer."""
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)


def press_menu_key(widget: QWidget) -> None:
    """Ask for a menu with the keyboard, as the system does when its key is pressed."""
    centre = widget.rect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    event = QContextMenuEvent(reason, centre, widget.mapToGlobal(centre))
    QApplication.sendEvent(widget, event)


def open_menu() -> QMenu:
    """Return the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def titles(menu: QMenu) -> list[str]:
    """Return what a menu offers; a line between entries is an empty text."""
    return [action.text() for action in menu.actions()]


def choose(menu: QMenu, title: str) -> None:
    """Click an entry of a menu."""
    entry = next(action for action in menu.actions() if action.text() == title)
    place = menu.actionGeometry(entry).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
