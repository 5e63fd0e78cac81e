"""A person changes settings by keys and clicks; they count at once and in the next run."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.system import settings
from editor.system.settings import Review, Settings, Theme
from editor.ui.asides.settingsdialog import SettingsDialog
from editor.ui.look.appearance import current_look
from editor.ui.window import MainWindow


def opened(window: MainWindow, qtbot: QtBot) -> SettingsDialog:
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = [one for one in window.findChildren(SettingsDialog) if one.isVisible()]
    return dialog


def press(dialog: QWidget, name: str, qtbot: QtBot) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(dialog: QWidget, name: str, steps_down: int, qtbot: QtBot) -> None:
    combo = dialog.findChild(QComboBox, name)
    assert combo is not None
    for _ in range(steps_down):
        qtbot.keyClick(combo, Qt.Key.Key_Down)


def write(dialog: QWidget, name: str, text: str, qtbot: QtBot) -> None:
    line = dialog.findChild(QLineEdit, name)
    assert line is not None
    line.selectAll()
    qtbot.keyClicks(line, text)


def said(dialog: QWidget) -> str:
    return "\n".join(part.text() for part in dialog.findChildren(QLabel) if part.isVisible())


def test_what_is_chosen_counts_and_is_kept(
    window: MainWindow, settings_folder: Path, qtbot: QtBot
) -> None:
    dialog = opened(window, qtbot)
    choose(dialog, "settings:theme", 2, qtbot)
    choose(dialog, "settings:review", 1, qtbot)
    write(dialog, "settings:concurrency", "3", qtbot)
    write(dialog, "settings:timeout", "12.5", qtbot)
    press(dialog, "settings:save", qtbot)
    assert not dialog.isVisible()
    assert current_look().dark
    kept = settings.load(settings_folder)
    assert kept.appearance.theme is Theme.DARK
    assert kept.review is Review.ALWAYS
    assert (kept.testing.concurrency, kept.testing.first_byte) == (3, 12.5)


def test_the_text_grows_and_returns_to_the_systems_size(
    window: MainWindow, settings_folder: Path, qtbot: QtBot
) -> None:
    before = current_look().type_scale
    dialog = opened(window, qtbot)
    choose(dialog, "settings:text", 3, qtbot)
    press(dialog, "settings:save", qtbot)
    assert settings.load(settings_folder).appearance.text_percent == 150
    assert abs(current_look().type_scale / before - 1.5) < 0.06
    dialog = opened(window, qtbot)
    press(dialog, "settings:defaults", qtbot)
    press(dialog, "settings:save", qtbot)
    assert current_look().type_scale == before


def test_cancelling_changes_nothing(
    window: MainWindow, settings_folder: Path, qtbot: QtBot
) -> None:
    before = settings.load(settings_folder)
    dialog = opened(window, qtbot)
    choose(dialog, "settings:theme", 2, qtbot)
    press(dialog, "settings:cancel", qtbot)
    assert settings.load(settings_folder) == before
    assert not current_look().dark


def test_a_number_that_cannot_be_is_said_under_its_field(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    write(dialog, "settings:concurrency", "many", qtbot)
    save = dialog.findChild(QPushButton, "settings:save")
    assert save is not None
    assert not save.isEnabled()
    assert "A whole number from 1 to 256." in said(dialog)
    write(dialog, "settings:concurrency", "4", qtbot)
    assert save.isEnabled()
    assert "whole number" not in said(dialog)


def test_certificates_that_cannot_be_read_keep_the_dialog_open(
    window: MainWindow, settings_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "ca.pem").write_text("nothing of the kind")
    dialog = opened(window, qtbot)
    write(dialog, "settings:caFile", str(tmp_path / "ca.pem"), qtbot)
    press(dialog, "settings:save", qtbot)
    qtbot.waitUntil(lambda: "holds no certificates" in said(dialog))
    assert dialog.isVisible()
    assert settings.load(settings_folder).testing.ca_file is None


def test_recent_files_outlive_a_change_of_settings(
    window: MainWindow, settings_folder: Path, config: Path, qtbot: QtBot
) -> None:
    dialog = opened(window, qtbot)
    press(dialog, "settings:save", qtbot)
    assert settings.load(settings_folder).recent_files == (config,)


def test_the_last_file_is_not_opened_when_that_is_unwanted(
    open_window: Callable[[Path | None], MainWindow], settings_folder: Path, config: Path,
    qtbot: QtBot,
) -> None:  # fmt: skip
    settings.save(settings_folder, Settings((config,)))
    first = open_window(None)
    assert first.windowFilePath() == str(config)
    dialog = opened(first, qtbot)
    box = dialog.findChild(QCheckBox, "settings:restore")
    assert box is not None
    qtbot.keyClick(box, Qt.Key.Key_Space)
    press(dialog, "settings:save", qtbot)
    assert open_window(None).windowFilePath() == ""


def test_broken_settings_are_reset_and_that_is_said_once(
    open_window: Callable[[Path | None], MainWindow], settings_folder: Path, config: Path
) -> None:
    settings.save(settings_folder, Settings())
    (file,) = settings_folder.iterdir()
    file.write_text('{"recent_files": [')
    window = open_window(config)
    assert "settings could not be read and are reset" in said(window.notice)
    assert "settings.broken.json" in said(window.notice)
    assert open_window(config).notice.isHidden()
