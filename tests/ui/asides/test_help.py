"""The sheet of shortcuts, the dialog about the program, and the report for whoever helps."""

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.actions import ACTIONS
from editor.ui.widgets.labels import ElidedLabel
from editor.ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


def dialog_of(window: MainWindow, name: str) -> QDialog:
    dialog = window.findChild(QDialog, name)
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def press(dialog: QWidget, name: str, qtbot: QtBot) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_sheet_shows_every_action_that_has_a_key(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Slash, CTRL)
    sheet = dialog_of(window, "shortcutSheet")
    words = {part.full_text() for part in sheet.findChildren(ElidedLabel)}
    assert {row.title.rstrip("…") for row in ACTIONS if row.keys} <= words
    keys = {part.text() for part in sheet.findChildren(QLabel)}
    assert {"Ctrl S", "Alt Left", "F8"} <= keys
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_about_shows_versions_and_licences(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_name["about"].trigger()
    dialog = dialog_of(window, "aboutDialog")
    pane = dialog.findChild(QPlainTextEdit, "licences")
    assert pane is not None
    lines = [line.split() for line in pane.toPlainText().splitlines()]
    assert ["pydantic", "MIT"] in [[line[0], line[-1]] for line in lines]
    assert any(f"Qt {qVersion()}" in part.text() for part in dialog.findChildren(QLabel))
    press(dialog, "closeAbout", qtbot)
    assert not dialog.isVisible()


def test_the_report_is_copied_without_secrets_names_and_paths(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.actions_by_name["about"].trigger()
    press(dialog_of(window, "aboutDialog"), "copyReport", qtbot)
    report = QGuiApplication.clipboard().text()
    assert "would refuse this file" in report
    assert "Config: librechat.yaml, 11 lines, LF" in report
    assert f"Qt {qVersion()}" in report
    for private in ("0123456789", "my-secret-resource", "east", str(window.windowFilePath())):
        assert private not in report


def test_the_report_can_be_copied_without_a_dialog(window: MainWindow) -> None:
    QGuiApplication.clipboard().clear()
    window.actions_by_name["copyReport"].trigger()
    assert "LibreChat Azure editor" in QGuiApplication.clipboard().text()
    words = "".join(part.text() for part in window.notice.findChildren(QLabel))
    assert "in the clipboard" in words


def test_ctrl_slash_comments_in_the_source_and_ctrl_question_mark_still_helps(
    window: MainWindow, qtbot: QtBot
) -> None:
    pane = window.yaml.pane
    pane.setFocus()
    qtbot.keyClick(pane, Qt.Key.Key_Slash, CTRL)
    assert window.session.document.text.startswith("# version")
    assert window.findChild(QDialog, "shortcutSheet") is None
    qtbot.keyClick(pane, Qt.Key.Key_Question, CTRL)
    assert dialog_of(window, "shortcutSheet").isVisible()
