"""Back and forward lead through the nodes that were shown, whatever happens to them meanwhile."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from editor.core.document import Document
from editor.ui.app import create_window
from editor.ui.history import History
from editor.ui.session import Session
from editor.ui.window import MainWindow

CONFIG = """\
version: "1.3.17"
endpoints:
  azureOpenAI:
    groups:
      - group: a
        apiKey: "${A}"
        models:
          one: true
          two: true
      - group: b
        apiKey: "${B}"
        models:
          three: true
      - group: c
        apiKey: "${C}"
        models:
          four: true
"""
AZURE = ("endpoints", "azureOpenAI")
A, B, C = ((*AZURE, "groups", number) for number in range(3))
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def session(qapp: QApplication) -> Session:
    return Session(Document(CONFIG))


@pytest.fixture
def history(session: Session) -> History:
    history = History(session)
    for path in (A, B, (*C, "models", "four")):
        session.select(path)
    return history


def shown_on_the_way_back(session: Session, history: History) -> list[object]:
    found: list[object] = [session.selection]
    while history.can_go_back:
        history.back()
        found.append(session.selection)
    return found


def test_back_and_forward_lead_along_the_same_way(session: Session, history: History) -> None:
    assert shown_on_the_way_back(session, history) == [(*C, "models", "four"), B, A]
    history.forward()
    assert session.selection == B
    assert history.can_go_forward


def test_another_way_from_the_middle_forgets_the_old_one(
    session: Session, history: History
) -> None:
    history.back()
    session.select(A)
    assert not history.can_go_forward
    assert shown_on_the_way_back(session, history) == [A, B, A]


def test_a_deleted_group_is_left_out_and_the_others_are_found_again(
    session: Session, history: History
) -> None:
    session.operate([{"op": "unset", "path": list(A)}], "Delete a", select=(*B, "models", "four"))
    assert shown_on_the_way_back(session, history) == [(*B, "models", "four"), A]


def test_the_current_node_may_be_deleted(session: Session, history: History) -> None:
    session.operate([{"op": "unset", "path": list(C)}], "Delete c", select=B)
    assert shown_on_the_way_back(session, history) == [B, A]
    assert not history.can_go_back


def test_moved_and_renamed_nodes_are_found_again(session: Session, history: History) -> None:
    session.operate(
        [{"op": "move", "path": list(A), "to": 2}], "Move a", select=(*B, "models", "four")
    )
    session.operate(
        [{"op": "rename", "path": [*B, "models", "four"], "name": "4"}],
        "Rename",
        select=(*B, "models", "4"),
    )
    assert shown_on_the_way_back(session, history) == [(*B, "models", "4"), A, C]


def test_what_is_gone_entirely_leaves_no_way(session: Session, history: History) -> None:
    session.operate([{"op": "unset", "path": ["endpoints"]}], "Delete all")
    assert not history.can_go_back
    history.back()
    assert session.selection == ()


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> MainWindow:
    path = tmp_path / "librechat.yaml"
    path.write_text(CONFIG)
    window = create_window(path)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


def test_keys_lead_back_and_forth_and_leave_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    window.session.select(A)
    window.session.select(B)
    window.yaml.pane.setFocus()
    qtbot.keyClick(window.yaml.pane, Qt.Key.Key_Left, ALT)
    assert window.session.selection == A
    assert window.yaml.pane.hasFocus()
    qtbot.keyClick(window.yaml.pane, Qt.Key.Key_Right, ALT)
    assert window.session.selection == B
    assert not window.actions_by_name["forward"].isEnabled()


def test_the_button_beside_the_way_up_leads_back(window: MainWindow, qtbot: QtBot) -> None:
    button = window.findChild(QToolButton, "crumb:back")
    assert button is not None
    assert not button.isEnabled()
    window.session.select(B)
    assert button.isEnabled()
    assert button.accessibleName() == "Back"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.session.selection == AZURE


def click(widget: QWidget, button: Qt.MouseButton) -> None:
    """Click as the system does: the window gets it before any widget."""
    window = widget.window()
    place = widget.mapTo(window, QPoint(20, 20))
    QTest.mouseClick(window.windowHandle(), button, Qt.KeyboardModifier.NoModifier, place)


def test_the_buttons_of_a_mouse_lead_back_and_forth(window: MainWindow) -> None:
    window.session.select(B)
    tree = window.tree.view.viewport()
    click(tree, Qt.MouseButton.BackButton)
    assert window.session.selection == AZURE
    click(tree, Qt.MouseButton.ForwardButton)
    assert window.session.selection == B


def visible_menu(window: MainWindow) -> QMenu | None:
    menus = window.toolbar.findChildren(QMenu)
    return next((menu for menu in menus if menu.isVisible()), None)


def test_alt_alone_opens_the_menus(window: MainWindow) -> None:
    handle = window.windowHandle()
    QTest.keyPress(handle, Qt.Key.Key_Alt, ALT)
    QTest.keyRelease(handle, Qt.Key.Key_Alt)
    menu = visible_menu(window)
    assert menu is not None
    assert menu.activeAction() is menu.actions()[0]
    menu.close()


def test_alt_with_another_key_opens_no_menu(window: MainWindow) -> None:
    handle = window.windowHandle()
    QTest.keyPress(handle, Qt.Key.Key_Alt, ALT)
    QTest.keyClick(handle, Qt.Key.Key_Left, ALT)
    QTest.keyRelease(handle, Qt.Key.Key_Alt)
    assert visible_menu(window) is None


def test_every_action_is_in_the_menus(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F10)
    menu = visible_menu(window)
    assert menu is not None
    found = {
        action
        for entry in menu.actions()
        if isinstance(part := entry.menu(), QMenu)
        for action in part.actions()
        if not action.isSeparator() and action.menu() is None
    }
    assert found == set(window.actions_by_name.values())
    menu.close()
