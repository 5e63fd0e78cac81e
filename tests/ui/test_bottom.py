"""The strip of the bottom panel offers all safe fixes at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editor.core.document import Document
from editor.ui.bottom import BottomPanel
from editor.ui.session import Session
from editor.ui.tasks import Tasks
from editor.ui.testing import Tests

CONFIG = """\
version: "1.3.14"
endpoints:
  azureOpenAI:
    groups:
      - group: east
        apiKey: "${K}"
        instanceName: east
        version: 2024-10-21
        models:
          gpt-4o:
            deploymentName: four
            version: 2024-10-21
"""
CLEAN = CONFIG.replace("2024-10-21", '"2024-10-21"')


def shown(qtbot: QtBot, text: str) -> BottomPanel:
    session = Session(Document(text, "K=x\n"))
    panel = BottomPanel(session, Tests(session, Tasks(), Path()))
    qtbot.addWidget(panel)
    panel.resize(900, 200)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def button(panel: BottomPanel) -> QPushButton:
    found = panel.findChild(QPushButton, "applySafeFixes")
    assert found is not None
    return found


def test_a_click_applies_all_safe_fixes_as_one_step(qtbot: QtBot) -> None:
    panel = shown(qtbot, CONFIG)
    session = panel.session
    assert button(panel).text() == "Apply 2 safe fixes"
    QTest.mouseClick(button(panel), Qt.MouseButton.LeftButton)
    assert session.document.text == CLEAN
    assert session.undo_stack.count() == 1
    assert session.undo_stack.undoText() == "Apply safe fixes"
    session.undo_stack.undo()
    assert session.document.text == CONFIG


def test_the_button_goes_with_the_last_safe_fix_and_comes_back(qtbot: QtBot) -> None:
    panel = shown(qtbot, CONFIG)
    QTest.mouseClick(button(panel), Qt.MouseButton.LeftButton)
    assert not button(panel).isVisible()
    panel.session.undo_stack.undo()
    assert button(panel).isVisible()


def test_one_fix_is_counted_as_one(qtbot: QtBot) -> None:
    panel = shown(qtbot, CLEAN.replace('version: "2024-10-21"', "version: 2024-10-21", 1))
    assert button(panel).text() == "Apply 1 safe fix"


@pytest.mark.parametrize("text", [CLEAN, CLEAN.replace("instanceName", "instanceNam"), "a: [\n"])
def test_without_a_safe_fix_there_is_no_button(qtbot: QtBot, text: str) -> None:
    assert not button(shown(qtbot, text)).isVisible()


def test_the_button_belongs_to_the_problems(qtbot: QtBot) -> None:
    panel = shown(qtbot, CONFIG)
    panel.setCurrentWidget(panel.tests)
    assert not button(panel).isVisible()
    panel.setCurrentWidget(panel.problems)
    assert button(panel).isVisible()


def test_the_keyboard_reaches_it_while_the_panel_is_folded(qtbot: QtBot) -> None:
    panel = shown(qtbot, CONFIG)
    panel.set_folded(True)
    assert button(panel).isVisible()
    button(panel).setFocus()
    QTest.keyClick(button(panel), Qt.Key.Key_Space)
    assert panel.session.document.text == CLEAN


def test_a_text_that_may_only_be_looked_at_stays(qtbot: QtBot) -> None:
    panel = shown(qtbot, CONFIG)
    session = panel.session
    session.read_only_reason = "The file is not UTF-8."
    with qtbot.waitSignal(session.refused):
        QTest.mouseClick(button(panel), Qt.MouseButton.LeftButton)
    assert session.document.text == CONFIG
