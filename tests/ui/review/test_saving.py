"""Saving shows the changes first, and says afterwards what lets LibreChat read them."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QListWidget,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.core.text import Edit, Patch
from editor.system import settings
from editor.system.settings import Review
from editor.ui.app import create_window
from editor.ui.review.dialog import ReviewDialog
from editor.ui.widgets.diffview import DiffPane
from editor.ui.window import MainWindow

KEY = "sk-0123456789abcd"
CONFIG = """\
version: "1.3.14"
endpoints:
  azureOpenAI:
    groups:
      - group: east
        apiKey: ${EAST_KEY}
        instanceName: contoso
        version: "2024-10-21"
        models:
          gpt-4o:
            deploymentName: gpt-4o
"""
ENV = f"EAST_KEY={KEY}\nPORT=3080\n"
GROUP = ["endpoints", "azureOpenAI", "groups", 0]
CONTROL = Qt.KeyboardModifier.ControlModifier

Open: TypeAlias = Callable[[], MainWindow]
_Widget = TypeVar("_Widget", bound=QWidget)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    (tmp_path / "librechat.yaml").write_text(CONFIG)
    (tmp_path / ".env").write_text(ENV)
    return tmp_path


@pytest.fixture
def opened(folder: Path, qapp: QApplication, qtbot: QtBot) -> Open:
    def show() -> MainWindow:
        window = create_window(folder)
        qtbot.addWidget(window, before_close_func=_forget)
        window.resize(1280, 800)
        with qtbot.waitExposed(window):
            window.show()
        return window

    return show


def _forget(window: MainWindow) -> None:
    window.session.mark_saved(window.session.document.text, window.session.document.env_text)


def change(window: MainWindow, instance: str = "fabrikam", port: str = "3081") -> None:
    operation = {"op": "set", "path": [*GROUP, "instanceName"], "value": instance}
    window.session.operate([operation], "Set resource of east")
    text = window.session.document.env_text
    at = text.index("PORT=") + len("PORT=")
    window.session.apply(Edit("Set PORT", (), (Patch(at, len(text) - 1, port),)))


def save(window: MainWindow, qtbot: QtBot) -> ReviewDialog:
    """Press what saves, and return what is shown before."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: window.findChild(ReviewDialog) is not None)
    dialog = window.findChild(ReviewDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def accept(window: MainWindow, dialog: ReviewDialog, qtbot: QtBot) -> None:
    focused = dialog.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.is_clean)
    qtbot.waitUntil(lambda: window.findChild(ReviewDialog) is None)


def words(parent: QWidget) -> str:
    return "\n".join(one.text() for one in parent.findChildren(QLabel) if one.isVisible())


def lines(dialog: ReviewDialog) -> str:
    panes = [pane for pane in dialog.findChildren(DiffPane) if pane.isVisible()]
    return "\n".join(pane.toPlainText() for pane in panes)


def child(parent: QWidget, kind: type[_Widget], name: str) -> _Widget:
    found = parent.findChild(kind, name)
    assert found is not None
    return found


def test_both_files_are_shown_and_then_saved(opened: Open, folder: Path, qtbot: QtBot) -> None:
    window = opened()
    change(window)
    dialog = save(window, qtbot)
    said = words(dialog)
    assert "Review 2 changes in 2 files" in said
    assert "LibreChat 0.8 accepts the result" in said
    assert "Set resource of east" in said
    assert "instanceName: contoso" in lines(dialog)
    assert "instanceName: fabrikam" in lines(dialog)
    assert (folder / "librechat.yaml").read_text() == CONFIG
    accept(window, dialog, qtbot)
    assert "fabrikam" in (folder / "librechat.yaml").read_text()
    assert (folder / ".env").read_text() == ENV.replace("3080", "3081")
    assert window.notice.fact() == "Saved, and read back."


def test_the_other_file_is_one_key_away_and_its_secrets_are_masked(
    opened: Open, qtbot: QtBot
) -> None:
    window = opened()
    change(window)
    dialog = save(window, qtbot)
    files = child(dialog, QListWidget, "reviewFiles")
    assert [files.item(row).text() for row in range(2)] == [
        "librechat.yaml   +1 \u22121",
        ".env   +1 \u22121",
    ]
    qtbot.keyClick(files, Qt.Key.Key_Down)
    assert "PORT=3080" in lines(dialog)
    assert "PORT=3081" in lines(dialog)
    assert "EAST_KEY=***abcd" in lines(dialog)
    assert KEY not in lines(dialog)


def test_a_refusal_of_librechat_is_said_before_saving(opened: Open, qtbot: QtBot) -> None:
    window = opened()
    window.session.operate([{"op": "unset", "path": [*GROUP, "apiKey"]}], "Break it")
    dialog = save(window, qtbot)
    assert "LibreChat 0.8 would refuse the result" in words(dialog)
    assert "Review 1 change in 1 file" in words(dialog)
    accept(window, dialog, qtbot)
    assert "would refuse it: mend it before you restart" in words(window.notice)
    qtbot.mouseClick(window.notice.button, Qt.MouseButton.LeftButton)
    assert window.session.selection == tuple(GROUP)


def test_what_changes_while_it_is_shown_is_shown_again(
    opened: Open, folder: Path, qtbot: QtBot
) -> None:
    window = opened()
    change(window)
    dialog = save(window, qtbot)
    change(window, "northwind", "3082")
    dialog.accept()
    qtbot.waitUntil(lambda: any("northwind" in lines(one) for one in dialogs(window)))
    assert (folder / "librechat.yaml").read_text() == CONFIG


def dialogs(window: MainWindow) -> list[ReviewDialog]:
    return [one for one in window.findChildren(ReviewDialog) if one.isVisible()]


def test_cancelling_writes_nothing(opened: Open, folder: Path, qtbot: QtBot) -> None:
    window = opened()
    change(window)
    dialog = save(window, qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert (folder / "librechat.yaml").read_text() == CONFIG
    assert not window.session.is_clean
    assert save(window, qtbot).isVisible()


def test_after_the_first_time_saving_needs_no_dialog(
    opened: Open, folder: Path, qtbot: QtBot
) -> None:
    window = opened()
    change(window)
    accept(window, save(window, qtbot), qtbot)
    change(window, "northwind", "3082")
    window.actions_by_name["save"].trigger()
    qtbot.waitUntil(lambda: window.session.is_clean)
    assert "northwind" in (folder / "librechat.yaml").read_text()


def test_who_wishes_sees_the_changes_before_every_save(opened: Open, qtbot: QtBot) -> None:
    window = opened()
    change(window)
    dialog = save(window, qtbot)
    always = child(dialog, QCheckBox, "reviewAlways")
    qtbot.mouseClick(always, Qt.MouseButton.LeftButton, pos=always.rect().center())
    always.setChecked(True)
    accept(window, dialog, qtbot)
    assert settings.load(settings.default_folder()).review is Review.ALWAYS
    change(window, "northwind", "3082")
    dialog = save(window, qtbot)
    assert "Set resource of east" in words(dialog)
    assert child(dialog, QCheckBox, "reviewAlways").isChecked()


def test_who_never_wishes_to_see_it_is_not_asked(opened: Open, folder: Path, qtbot: QtBot) -> None:
    settings.save(settings.default_folder(), settings.Settings(review=Review.NEVER))
    window = opened()
    change(window)
    window.actions_by_name["save"].trigger()
    qtbot.waitUntil(lambda: window.session.is_clean)
    assert "fabrikam" in (folder / "librechat.yaml").read_text()


def test_the_way_leads_from_change_to_change_and_the_arrangement_can_be_chosen(
    opened: Open, qtbot: QtBot
) -> None:
    window = opened()
    change(window)
    operation = {"op": "set", "path": ["version"], "value": "1.3.17"}
    window.session.operate([operation], "Set version")
    dialog = save(window, qtbot)
    assert "change 1 of 2" in words(dialog)
    after = child(dialog, QToolButton, "nextChange:librechat.yaml")
    qtbot.mouseClick(after, Qt.MouseButton.LeftButton)
    assert "change 2 of 2" in words(dialog)
    panes = dialog.findChildren(DiffPane)
    assert sum(pane.isVisible() for pane in panes) == 2
    unified = [one for one in dialog.findChildren(QPushButton) if one.text() == "Unified"]
    qtbot.mouseClick(unified[0], Qt.MouseButton.LeftButton)
    assert sum(pane.isVisible() for pane in panes) == 1


def test_the_command_that_restarts_librechat_is_copied_with_one_click(
    opened: Open, folder: Path, qtbot: QtBot
) -> None:
    compose = "services:\n  api:\n    image: ghcr.io/danny-avila/librechat:latest\n"
    mounts = (
        "    volumes:\n      - ./librechat.yaml:/app/librechat.yaml\n      - ./.env:/app/.env\n"
    )
    (folder / "docker-compose.yml").write_text(compose + mounts)
    window = opened()
    change(window)
    accept(window, save(window, qtbot), qtbot)
    qtbot.mouseClick(window.notice.button, Qt.MouseButton.LeftButton)
    expected = f"cd {folder} && docker compose up -d --force-recreate api"
    assert QGuiApplication.clipboard().text() == expected
    assert window.notice.fact() == "Copied."


def test_without_a_way_to_tell_it_is_only_said_that_librechat_must_restart(
    opened: Open, qtbot: QtBot
) -> None:
    window = opened()
    change(window)
    accept(window, save(window, qtbot), qtbot)
    assert "Restart LibreChat" in words(window.notice)
    assert not window.notice.button.isVisible()


def test_npm_is_told_by_the_installed_sources(opened: Open, folder: Path, qtbot: QtBot) -> None:
    (folder / "package.json").write_text('{"name": "LibreChat"}')
    (folder / "node_modules").mkdir()
    window = opened()
    change(window)
    accept(window, save(window, qtbot), qtbot)
    assert "npm run backend" in words(window.notice)
