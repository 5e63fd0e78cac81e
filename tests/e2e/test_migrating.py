"""A legacy `.env` becomes a group: by mouse, and by keyboard alone, in at most six interactions."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.core.document import Document
from editor.core.dotenv import parse
from editor.ui.app import create_window
from editor.ui.window import MainWindow

KEY = "sk-very-secret-0123456789"
ENV = f"""\
# ours
HOST=localhost
AZURE_API_KEY={KEY}
AZURE_OPENAI_API_INSTANCE_NAME=contoso
AZURE_OPENAI_API_VERSION=2024-10-21
AZURE_USE_MODEL_AS_DEPLOYMENT_NAME=true
"""
MODELS = "AZURE_OPENAI_MODELS=gpt-4o,gpt-3.5-turbo\n"
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Person:
    """Clicks and types, and counts how often."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.count = window, 0
        self._qtbot = qtbot

    def click(self, widget: QWidget) -> None:
        self.count += 1
        assert widget.isVisible()
        assert widget.isEnabled()
        self._qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        self.count += 1
        with_what = Qt.KeyboardModifier.NoModifier if modifier is None else modifier
        self._qtbot.keyClick(self._focused(), key, with_what)

    def fill(self, text: str) -> None:
        self.count += 1
        self._qtbot.keyClicks(self._focused(), text)

    def wait_for(self, dialog: str) -> QWidget:
        self._qtbot.waitUntil(lambda: self.window.findChild(QWidget, dialog) is not None)
        found = self.window.findChild(QWidget, dialog)
        assert found is not None
        self._qtbot.waitUntil(lambda: found.isActiveWindow())
        return found

    def return_to_window(self) -> None:
        """Do what the system does when a dialog closes, where there is a system."""
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow)

    def _focused(self) -> QWidget:
        focused = QApplication.focusWidget()
        return self.window if focused is None else focused


Enter: TypeAlias = Callable[[Path | None], Person]


@pytest.fixture
def enter(qapp: QApplication, qtbot: QtBot) -> Enter:
    def opened(path: Path | None) -> Person:
        window = create_window(path)
        qtbot.addWidget(window, before_close_func=_forget)
        window.resize(1280, 800)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        return Person(window, qtbot)

    return opened


def _forget(window: MainWindow) -> None:
    window.session.mark_saved(window.session.document.text, window.session.document.env_text)


def button(parent: QWidget, name: str) -> QPushButton:
    found = parent.findChild(QPushButton, name)
    assert found is not None
    return found


def test_by_mouse_an_env_file_alone_becomes_a_config(
    tmp_path: Path, enter: Enter, qtbot: QtBot
) -> None:
    env, config = tmp_path / ".env", tmp_path / "librechat.yaml"
    env.write_text(ENV + MODELS)
    person = enter(env)
    person.click(person.window.legacy_banner.button)
    person.click(button(person.wait_for("migrationDialog"), "migrate"))
    person.return_to_window()
    person.press(Qt.Key.Key_S, CONTROL)
    person.wait_for("saveDialog")
    person.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: person.window.session.is_clean)
    assert person.count <= 6
    saved = Document(config.read_text(), env.read_text())
    assert saved.valid
    assert saved.models == ("gpt-4o", "gpt-3.5-turbo")
    assert saved.legacy == ()
    assert parse(env.read_text())["AZURE_MAIN_API_KEY"] == KEY
    assert "# AZURE_OPENAI_API_INSTANCE_NAME=contoso" in env.read_text()
    assert person.window.legacy_banner.isHidden()


def test_by_keyboard_the_missing_models_are_filled_in(
    tmp_path: Path, enter: Enter, qtbot: QtBot
) -> None:
    env, config = tmp_path / ".env", tmp_path / "librechat.yaml"
    env.write_text(ENV)
    config.write_text('version: "1.3.14"\n')
    person = enter(tmp_path)
    person.press(Qt.Key.Key_L, CONTROL | SHIFT)
    person.wait_for("migrationDialog")
    person.fill("gpt-4o")
    person.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: person.window.session.selection[-1] == 0)
    assert person.window.notice.fact() == "Migrated."
    assert person.window.notice.button.text() == "Test all"
    person.return_to_window()
    person.press(Qt.Key.Key_S, CONTROL)
    person.wait_for("saveDialog")
    person.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: person.window.session.is_clean)
    assert Document(config.read_text(), env.read_text()).models == ("gpt-4o",)
    assert person.count <= 6
    assert KEY not in config.read_text()


def test_one_undo_brings_both_files_back(tmp_path: Path, enter: Enter, qtbot: QtBot) -> None:
    env = tmp_path / ".env"
    env.write_bytes((ENV + MODELS).replace("\n", "\r\n").encode())
    person = enter(env)
    session = person.window.session
    before = session.document
    person.click(person.window.legacy_banner.button)
    person.wait_for("migrationDialog")
    person.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.document.env_text != before.env_text)
    assert session.document.text != ""
    person.return_to_window()
    person.press(Qt.Key.Key_Z, CONTROL)
    assert (session.document.text, session.document.env_text) == (before.text, before.env_text)
    assert session.undo_stack.undoText() == ""


def test_cancelling_changes_nothing(tmp_path: Path, enter: Enter, qtbot: QtBot) -> None:
    (tmp_path / ".env").write_text(ENV + MODELS)
    person = enter(tmp_path)
    person.click(person.window.legacy_banner.button)
    dialog = person.wait_for("migrationDialog")
    person.press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert person.window.session.is_clean
    assert person.window.actions_by_name["migrate"].isEnabled()


@pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing)",  # the file dialog's completion, offscreen
)
@pytest.mark.parametrize("has_mouse", [True, False])
def test_from_a_fresh_start_six_interactions_are_enough(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    enter: Enter,
    qtbot: QtBot,
    has_mouse: bool,
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    env = tmp_path / ".env"
    env.write_text(ENV + MODELS)
    person = enter(None)
    door = button(person.window, "startMigrate")
    if has_mouse:
        person.click(door)
    else:
        door.setFocus()
        person.press(Qt.Key.Key_Space)
    person.wait_for("envDialog")
    person.fill(str(env))
    person.press(Qt.Key.Key_Return)
    migrating = person.wait_for("migrationDialog")
    if has_mouse:
        person.click(button(migrating, "migrate"))
    else:
        person.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: person.window.session.document.text != "")
    person.return_to_window()
    person.press(Qt.Key.Key_S, CONTROL)
    person.wait_for("saveDialog")
    person.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: person.window.session.is_clean)
    assert person.count == 6
    assert Document((tmp_path / "librechat.yaml").read_text(), env.read_text()).valid
