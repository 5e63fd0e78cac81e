"""What still names a model that was renamed or deleted can be brought up to date, from the bar."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.app import create_window
from editor.ui.form.grouppage import GroupPage
from editor.ui.window import MainWindow
from tests.ui.panels.menus import choose, open_menu, titles, with_menu
from tests.ui.tree.test_renaming import rename as rename_in_tree

CONFIG = """\
version: "1.3.17"
endpoints:
  azureOpenAI:
    titleModel: mini
    groups:
      - group: east
        apiKey: "sk-literal-0123456789"
        instanceName: east
        deploymentName: shared
        version: "2024-10-21"
        models:
          mini: true
          big: true
modelSpecs:
  list:
    - name: fast
      label: Fast & cheap
      preset: {endpoint: azureOpenAI, model: mini}
"""
GROUP = ("endpoints", "azureOpenAI", "groups", 0)
MINI = (*GROUP, "models", "mini")


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    path = tmp_path / "librechat.yaml"
    path.write_text(CONFIG)
    window = create_window(path)
    qtbot.addWidget(window, before_close_func=_forget)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


def _forget(window: QWidget) -> None:
    assert isinstance(window, MainWindow)
    document = window.session.document
    window.session.mark_saved(document.text, document.env_text)


def by_tree(window: MainWindow) -> None:
    rename_in_tree(window.tree, MINI, "tiny")


def by_table(window: MainWindow) -> None:
    window.session.select(GROUP)
    page = window.form.page()
    assert isinstance(page, GroupPage)
    page.models.table.setFocus()
    page.models.table.go_to("mini")
    QTest.keyClick(page.models.table, Qt.Key.Key_F2)
    editor = page.models.table.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "tiny")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def by_source(window: MainWindow) -> None:
    pane = window.yaml.pane
    pane.setFocus()
    cursor = pane.textCursor()
    cursor.setPosition(CONFIG.index("mini: true"))
    cursor.setPosition(CONFIG.index(": true"), QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    QTest.keyClicks(pane, "tiny")


def offer(window: MainWindow) -> str:
    return window.notice.fact() if window.notice.isVisible() else ""


def press(window: MainWindow) -> None:
    QTest.mouseClick(window.notice.button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("way", [by_tree, by_table, by_source])
def test_however_a_model_is_renamed_what_names_it_can_follow(
    window: MainWindow, qtbot: QtBot, way: Callable[[MainWindow], None]
) -> None:
    way(window)
    qtbot.waitUntil(lambda: offer(window) == "2 other places still name “mini”.")
    assert "titleModel, modelSpecs: Fast & cheap" in window.notice.accessibleName()
    assert window.notice.button.text() == "Update them"
    press(window)
    text = window.session.document.text
    assert "titleModel: tiny" in text
    assert "model: tiny}" in text
    assert window.session.undo_stack.undoText() == "Name tiny in 2 places"
    assert offer(window) == ""


def test_while_a_name_is_typed_in_the_source_nothing_moves(window: MainWindow) -> None:
    by_source(window)
    assert offer(window) == ""


def test_taking_the_renaming_back_takes_the_offer_back(window: MainWindow) -> None:
    by_tree(window)
    assert offer(window)
    window.session.undo_stack.undo()
    assert offer(window) == ""


def test_the_forms_own_offer_is_not_made_twice(window: MainWindow, qtbot: QtBot) -> None:
    window.session.select(MINI)
    line = window.form.page().fields["modelName"].editor
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "tiny")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert offer(window) == ""


def delete(window: MainWindow, path: tuple[str | int, ...] = MINI) -> None:
    window.session.select(path)
    window.actions_by_name["delete"].trigger()


@with_menu
def test_after_a_deletion_the_bar_offers_ways_out(window: MainWindow) -> None:
    delete(window)
    assert offer(window) == "2 other places still name “mini”."
    assert window.notice.button.text() == "Choose…"
    press(window)
    menu = open_menu()
    assert titles(menu) == [
        "Write titles with each conversation's own model",
        "Use “big”",
        "Remove titleModel",
        "Remove the preset “Fast && cheap”",
    ]
    choose(menu, "Write titles with each conversation's own model")
    assert "titleModel: current_model" in window.session.document.text
    assert offer(window) == "1 other place still names “mini”."
    press(window)
    choose(open_menu(), "Use “big”")
    assert "model: big}" in window.session.document.text
    assert offer(window) == ""


@with_menu
def test_a_menu_that_is_closed_leaves_the_offer(window: MainWindow) -> None:
    delete(window)
    press(window)
    QTest.keyClick(open_menu(), Qt.Key.Key_Escape)
    assert offer(window) == "2 other places still name “mini”."


def test_deleting_a_group_tells_of_all_its_models(window: MainWindow) -> None:
    window.session.operate([{"op": "set", "path": ["endpoints", "all"], "value": {}}], "Set")
    path = ["modelSpecs", "list", 0, "preset", "model"]
    window.session.operate([{"op": "set", "path": path, "value": "big"}], "Set")
    delete(window, GROUP)
    assert offer(window) == "2 places name models that are gone."


def test_another_file_is_no_deletion(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(CONFIG.replace("mini: true", "else: true"))
    _forget(window)
    with qtbot.waitSignal(window._filing.opened):
        window._filing.open(other)
    assert offer(window) == ""


def test_an_offer_can_be_put_away(window: MainWindow) -> None:
    delete(window)
    window.notice.dismissed.emit()
    assert offer(window) == ""
    window.session.operate([{"op": "set", "path": ["cache"], "value": True}], "Set")
    assert offer(window) == ""
