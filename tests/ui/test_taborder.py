"""Tab leads through the window as it is read, though fields are made when they are needed."""

import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSpacerItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor import resources
from editor.ui.app import create_window
from editor.ui.taborder import next_stop
from editor.ui.window import MainWindow

GROUP = ("endpoints", "azureOpenAI", "groups", 0)
_MANY = 60


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> MainWindow:
    window = create_window(resources.folder() / "examples" / "sample")
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.session.select(GROUP)
    qtbot.waitUntil(lambda: window.form.findChild(QWidget, "field:baseURL") is not None)
    return window


def walked(window: MainWindow, key: Qt.Key, last: QWidget) -> list[str]:
    """Return the names of the stops from where the keyboard is to a last one."""
    names: list[str] = []
    for _ in range(_MANY):
        here = QApplication.focusWidget()
        assert here is not None
        names.append(here.objectName())
        if here is last:
            return names
        QTest.keyClick(here, key)
    raise AssertionError(names)


def test_tab_goes_from_the_tree_over_the_fields_to_the_source(window: MainWindow) -> None:
    window.tree.view.setFocus()
    names = walked(window, Qt.Key.Key_Tab, window.yaml.pane)
    wanted = ["configTree", "environmentRow", "crumb:back", "field:group", "field:apiKey"]
    wanted += ["field:instanceName", "field:version", "field:baseURL", "yamlView"]
    assert [name for name in names if name in wanted] == wanted


def test_shift_tab_goes_the_same_way_back(window: MainWindow) -> None:
    base_url = window.form.findChild(QWidget, "field:baseURL")
    assert base_url is not None
    base_url.setFocus()
    names = walked(window, Qt.Key.Key_Backtab, window.tree.view)
    wanted = ["field:baseURL", "field:instanceName", "field:group", "crumb:back", "configTree"]
    assert [name for name in names if name in wanted] == wanted


def test_nothing_is_known_of_spacers_that_may_go(window: MainWindow) -> None:
    before = {id(one) for one in gc.get_objects() if isinstance(one, QSpacerItem)}
    assert next_stop(window, QApplication.focusWidget(), 1) is not None
    after = [one for one in gc.get_objects() if isinstance(one, QSpacerItem)]
    assert all(id(one) in before for one in after)


def test_of_buttons_of_which_one_is_chosen_tab_stops_at_that_one(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    row = QHBoxLayout(holder)
    buttons = [QPushButton(name) for name in ("one", "two", "three")]
    group = QButtonGroup(holder)
    for button in buttons:
        button.setCheckable(True)
        row.addWidget(button)
    for button in buttons[1:]:
        group.addButton(button)
    buttons[2].setChecked(True)
    holder.show()
    assert next_stop(holder, buttons[0], 1) is buttons[2]
    assert next_stop(holder, buttons[2], 1) is buttons[0]
    buttons[2].setEnabled(False)
    assert next_stop(holder, buttons[0], 1) is buttons[0]
