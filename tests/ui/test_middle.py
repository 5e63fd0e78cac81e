"""The environment in the window: what leads to it, and back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.core.text import Edit, Patch
from editor.ui.app import create_window
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
