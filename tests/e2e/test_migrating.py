"""A legacy `.env` becomes a group: by mouse, and by keyboard alone, in at most six interactions."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from editor.core.document import Document
from editor.core.dotenv import parse
from tests.e2e.conftest import Enter
from tests.e2e.person import CONTROL, SHIFT, Person, part

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
FILE_DIALOG = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing)",  # the file dialog's completion, offscreen
)


@pytest.fixture
def env(tmp_path: Path) -> Path:
    folder = tmp_path / "librechat"
    folder.mkdir()
    return folder / ".env"


def agree(person: Person, qtbot: QtBot, *, has_mouse: bool) -> None:
    """Let the shown migration be done."""
    dialog = person.wait_for("migrationDialog", QDialog)
    button = part(dialog, "migrate", QPushButton)
    qtbot.waitUntil(button.isEnabled)
    if has_mouse:
        person.click(button)
    else:
        person.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not person.window.session.is_clean)


@FILE_DIALOG
@pytest.mark.parametrize("has_mouse", [True, False])
def test_from_a_fresh_start_six_interactions_are_enough(
    env: Path, enter: Enter, qtbot: QtBot, has_mouse: bool
) -> None:
    env.write_text(ENV + MODELS)
    person = enter(None)
    if has_mouse:
        person.click(person.part("startMigrate", QPushButton))
    else:
        person.press(Qt.Key.Key_L, CONTROL | SHIFT)
    person.choose("envDialog", env, has_mouse=has_mouse)
    agree(person, qtbot, has_mouse=has_mouse)
    person.save(has_mouse=has_mouse)
    saved = Document(env.with_name("librechat.yaml").read_text(), env.read_text())
    assert saved.valid
    assert saved.models == ("gpt-4o", "gpt-3.5-turbo")
    assert saved.legacy == ()
    assert parse(env.read_text())["AZURE_MAIN_API_KEY"] == KEY
    assert "# AZURE_OPENAI_API_INSTANCE_NAME=contoso" in env.read_text()
    assert person.count <= 6, person.done


@pytest.mark.parametrize("has_mouse", [True, False])
def test_an_env_that_is_open_takes_four(
    env: Path, enter: Enter, qtbot: QtBot, has_mouse: bool
) -> None:
    env.write_text(ENV + MODELS)
    person = enter(env)
    if has_mouse:
        person.click(person.window.legacy_banner.button)
    else:
        person.press(Qt.Key.Key_L, CONTROL | SHIFT)
    agree(person, qtbot, has_mouse=has_mouse)
    person.save(has_mouse=has_mouse)
    assert person.count == 4
    assert person.window.legacy_banner.isHidden()


def test_by_keyboard_the_missing_models_are_filled_in(
    env: Path, enter: Enter, qtbot: QtBot
) -> None:
    config = env.with_name("librechat.yaml")
    env.write_text(ENV)
    config.write_text('version: "1.3.14"\n')
    person = enter(env.parent)
    person.press(Qt.Key.Key_L, CONTROL | SHIFT)
    person.wait_for("migrationDialog", QDialog)
    person.fill("gpt-4o")
    agree(person, qtbot, has_mouse=False)
    assert person.window.session.selection[-1] == 0
    assert person.window.notice.fact() == "Migrated."
    assert person.window.notice.button.text() == "Test all"
    person.save(has_mouse=False)
    assert Document(config.read_text(), env.read_text()).models == ("gpt-4o",)
    assert person.count <= 6
    assert KEY not in config.read_text()


def test_one_undo_brings_both_files_back(env: Path, enter: Enter, qtbot: QtBot) -> None:
    env.write_bytes((ENV + MODELS).replace("\n", "\r\n").encode())
    person = enter(env)
    session = person.window.session
    before = session.document
    person.click(person.window.legacy_banner.button)
    agree(person, qtbot, has_mouse=False)
    assert session.document.text != ""
    person.return_to_window()
    person.press(Qt.Key.Key_Z, CONTROL)
    assert (session.document.text, session.document.env_text) == (before.text, before.env_text)
    assert session.undo_stack.undoText() == ""


def test_cancelling_changes_nothing(env: Path, enter: Enter) -> None:
    env.write_text(ENV + MODELS)
    person = enter(env.parent)
    person.click(person.window.legacy_banner.button)
    dialog = person.wait_for("migrationDialog", QDialog)
    person.press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert person.window.session.is_clean
    assert person.window.actions_by_name["migrate"].isEnabled()


@FILE_DIALOG
def test_an_env_without_old_settings_is_said_to_be_one(env: Path, enter: Enter) -> None:
    env.write_text("HOST=localhost\n")
    person = enter(None)
    person.press(Qt.Key.Key_L, CONTROL | SHIFT)
    person.choose("envDialog", env, has_mouse=False)
    person.wait_until_opened(env.with_name("librechat.yaml"))
    assert person.window.notice.isVisible()
    assert person.window.notice.fact() == "There is nothing to migrate."
    assert person.window.findChild(QDialog, "migrationDialog") is None


def test_while_a_file_is_open_the_key_is_for_that_file(env: Path, enter: Enter) -> None:
    env.write_text("HOST=localhost\n")
    person = enter(env)
    assert not person.window.actions_by_name["migrate"].isEnabled()
    person.press(Qt.Key.Key_N, CONTROL)
    person.press(Qt.Key.Key_L, CONTROL | SHIFT)
    dialog = person.wait_for("envDialog", QFileDialog)
    assert dialog.directory().absolutePath() == str(env.parent)
