"""The environment in the window: what leads to it, and back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.core.text import Edit, Patch
from editor.ui.app import create_window
from editor.ui.environment.dialogs import MoveDialog, NewVariableDialog
from editor.ui.navigation import Navigation
from editor.ui.palette.entries import Entry, Kind
from editor.ui.window import MainWindow

CONFIG = """\
version: "1.3.17"
endpoints:
  azureOpenAI:
    groups:
      - group: east
        apiKey: ${EAST_KEY}
        instanceName: east
        deploymentName: shared
        version: "2024-10-21"
        models:
          gpt-4o: true
"""
GROUP = ("endpoints", "azureOpenAI", "groups", 0)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "librechat.yaml"
    path.write_text(CONFIG)
    return path


def opened(config: Path, qtbot: QtBot) -> MainWindow:
    window = create_window(config)
    qtbot.addWidget(window, before_close_func=_forget)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


def _forget(window: QWidget) -> None:
    assert isinstance(window, MainWindow)
    document = window.session.document
    window.session.mark_saved(document.text, document.env_text)


def test_the_environment_row_shows_the_variables_and_a_node_brings_the_form_back(
    config: Path, qtbot: QtBot
) -> None:
    config.with_name(".env").write_text("EAST_KEY=1\n")
    window = opened(config, qtbot)
    window.session.select(GROUP)
    row = window.findChild(QAbstractItemView, "environmentRow")
    page = window.findChild(QWidget, "envView")
    assert row is not None
    assert page is not None
    qtbot.mouseClick(row.viewport(), Qt.MouseButton.LeftButton)
    assert page.isVisible()
    assert not window.form.isVisible()
    assert window.side.currentWidget() is window.env
    assert not window.tree.view.selectedIndexes()
    place = window.tree.view.visualRect(window.tree.view.model().index(0, 0))
    qtbot.mouseClick(window.tree.view.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert window.form.isVisible()
    assert window.side.currentWidget() is window.yaml
    qtbot.mouseClick(row.viewport(), Qt.MouseButton.LeftButton)
    window.tree.view.setFocus()
    qtbot.keyClick(window.tree.view, Qt.Key.Key_Down)
    assert window.form.isVisible()


def test_a_problem_of_the_env_file_leads_to_its_line(config: Path, qtbot: QtBot) -> None:
    config.with_name(".env").write_text("A=1\nAZURE_API_KEY=legacy\n")
    window = opened(config, qtbot)
    found = [one for one in window.session.document.problems if one.file == "env"]
    window.ways.to_field(found[0])
    assert window.side.currentWidget() is window.env
    assert window.env.pane.offset() == 4


def test_a_legacy_setting_brings_the_banner_up(config: Path, qtbot: QtBot) -> None:
    window = opened(config, qtbot)
    banner = window.findChild(QWidget, "legacyBanner")
    assert banner is not None
    assert not banner.isVisible()
    window.session.apply(Edit("Type", (), (Patch(0, 0, "AZURE_API_KEY=x\n"),)))
    assert banner.isVisible()
    window.session.undo_stack.undo()
    assert not banner.isVisible()


def test_a_chip_leads_to_its_variable_ready_to_be_given_a_value(config: Path, qtbot: QtBot) -> None:
    window = opened(config, qtbot)
    window.session.select(GROUP)
    chips = [one for one in window.form.findChildren(QPushButton) if one.text() == "not set"]
    qtbot.mouseClick(chips[0], Qt.MouseButton.LeftButton)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "variableValue"
    qtbot.keyClicks(focused, "x")
    assert window.session.document.env_text == "EAST_KEY=x\n"


def test_the_eye_for_the_env_text_is_there_with_its_tab_only(config: Path, qtbot: QtBot) -> None:
    window = opened(config, qtbot)
    assert not window.env.reveal.isVisible()
    window.side.setCurrentWidget(window.env)
    assert window.env.reveal.isVisible()


def test_a_literal_key_moves_to_the_env_file_by_the_button_under_its_field(
    config: Path, qtbot: QtBot
) -> None:
    config.write_text(CONFIG.replace("${EAST_KEY}", "literal-key-0123456789"))
    window = opened(config, qtbot)
    window.session.select(GROUP)
    before = window.session.document
    press(window.form, "Move to .env…", qtbot)
    dialog = window.findChild(MoveDialog)
    assert dialog is not None
    assert window.session.document is before
    press(dialog, "Move", qtbot)
    document = window.session.document
    assert "literal" not in document.text
    assert document.environment.variables == {"EAST_API_KEY": "literal-key-0123456789"}
    window.session.undo_stack.undo()
    assert (window.session.document.text, window.session.document.env_text) == (before.text, "")


def press(widget: QWidget, words: str, qtbot: QtBot) -> None:
    found = [one for one in widget.findChildren(QPushButton) if one.text() == words]
    button = next(one for one in found if one.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_new_variable_is_asked_for_and_chosen(config: Path, qtbot: QtBot) -> None:
    window = opened(config, qtbot)
    window.middle.show_environment()
    press(window.middle.environment, "Add variable", qtbot)
    dialog = window.findChild(NewVariableDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.name, "EAST_KEY")
    qtbot.keyClicks(dialog.value, "abc")
    press(dialog, "Add", qtbot)
    assert window.session.document.env_text == "EAST_KEY=abc\n"
    assert window.middle.environment.detail.value.text() == "abc"


def test_changes_of_both_files_are_counted(config: Path, qtbot: QtBot) -> None:
    window = opened(config, qtbot)
    window.session.apply(Edit("Both", (Patch(0, 0, "# a\n"),), (Patch(0, 0, "A=1\n"),)))
    tab = window.side.indexOf(window.changes)
    qtbot.waitUntil(lambda: window.side.tabText(tab) == "Changes 2")


def test_a_node_of_the_palette_brings_the_form_back(config: Path, qtbot: QtBot) -> None:
    window = opened(config, qtbot)
    window.session.select(GROUP)
    window.middle.show_environment()
    navigation = window.findChild(Navigation)
    assert navigation is not None
    navigation.to_entry(Entry(kind=Kind.NODE, title="east", target=GROUP))
    assert window.form.isVisible()
