"""The window as a whole: what leads where, what is asked, and what is remembered."""

import gc
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.core.text import Edit, Patch
from editor.system.testing import TestRun
from editor.ui import testrun
from editor.ui.actions import ACTIONS
from editor.ui.app import create_window
from editor.ui.window import MainWindow

CONFIG = """\
version: "1.3.17"
endpoints:
  azureOpenAI:
    groups:
      - group: east
        apiKey: "sk-literal-0123456789"
        deploymentName: shared
        version: 2024-10-21
        models:
          gpt-4o: true
"""
GROUP = ("endpoints", "azureOpenAI", "groups", 0)
Open = Callable[[Path | None], MainWindow]


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "librechat.yaml"
    path.write_text(CONFIG)
    return path


@pytest.fixture
def opened(qapp: QApplication, qtbot: QtBot) -> Open:
    def show(path: Path | None) -> MainWindow:
        window = create_window(path)
        qtbot.addWidget(window, before_close_func=_forget)
        window.resize(1280, 800)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        return window

    return show


def _forget(window: QWidget) -> None:
    assert isinstance(window, MainWindow)
    document = window.session.document
    window.session.mark_saved(document.text, document.env_text)


def edit(window: MainWindow) -> None:
    window.session.apply(Edit("Type", (Patch(0, 0, "# mine\n"),)))


def save(window: MainWindow, qtbot: QtBot) -> None:
    """Save, and accept what is shown before."""
    window.actions_by_name["save"].trigger()
    qtbot.waitUntil(lambda: window.findChild(QDialog, "saveDialog") is not None)
    dialog = window.findChild(QDialog, "saveDialog")
    assert dialog is not None
    dialog.accept()


def answer(window: MainWindow, words: str, qtbot: QtBot) -> None:
    """Click the button of the open question that says this."""
    box = window.findChild(QMessageBox, "questionDialog")
    assert box is not None
    buttons = [button for button in box.buttons() if button.text().replace("&", "") == words]
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


CONTRACT_NAMES = [
    "configTree", "treeFilter", "form", "problemsView", "yamlView", "routesView", "testsView",
    "changesView", "envView", "legacyBanner",
]  # fmt: skip


def test_every_promised_name_is_there_once(opened: Open, config: Path) -> None:
    window = opened(config)
    assert window.objectName() == "mainWindow"
    for name in CONTRACT_NAMES:
        assert len(window.findChildren(QWidget, name)) == 1, name
    names = {action.objectName() for action in window.actions()}
    assert names == {f"action:{row.name}" for row in ACTIONS}


def test_the_offer_to_migrate_stays_away_without_legacy_settings(
    opened: Open, config: Path
) -> None:
    window = opened(config)
    banner = window.findChild(QWidget, "legacyBanner")
    assert banner is not None
    assert not banner.isVisible()


@pytest.mark.parametrize("name", ["configTree", "problemsView", "routesView", "testsView"])
def test_lists_hold_an_item_view(opened: Open, config: Path, name: str) -> None:
    widget = opened(config).findChild(QWidget, name)
    assert widget is not None
    assert isinstance(widget, QAbstractItemView) or widget.findChild(QAbstractItemView)


def test_everything_that_can_be_used_has_a_name_for_screen_readers(
    opened: Open, config: Path
) -> None:
    window = opened(config)
    window.session.select(GROUP)
    kinds = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QAbstractItemView)
    nameless = [
        (type(widget).__name__, widget.objectName())
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds) and widget.isVisible() and widget.focusPolicy()
        if not widget.accessibleName() and not getattr(widget, "text", str)()
    ]
    assert nameless == []


def test_f8_goes_to_the_field_of_the_next_problem(opened: Open, config: Path, qtbot: QtBot) -> None:
    window = opened(config)
    errors = [p for p in window.session.document.problems if p.path == (*GROUP, "version")]
    assert errors
    for _ in window.session.document.problems:
        qtbot.keyClick(window, Qt.Key.Key_F8)
        focused = QApplication.focusWidget()
        if focused is not None and "field:version" in _names_around(focused):
            return
    raise AssertionError("no problem led to the version")


def _names_around(widget: QWidget | None) -> list[str]:
    names: list[str] = []
    while widget is not None:
        names.append(widget.objectName())
        widget = widget.parentWidget()
    return names


def test_the_verdict_stands_in_the_status_bar_and_leads_to_the_first_problem(
    opened: Open, config: Path, qtbot: QtBot
) -> None:
    window = opened(config)
    verdict = window.findChild(QPushButton, "verdict")
    assert verdict is not None
    assert verdict.text().startswith("LibreChat 0.8 would refuse this file")
    qtbot.mouseClick(verdict, Qt.MouseButton.LeftButton)
    assert window.session.selection[: len(GROUP)] == GROUP


def test_the_target_can_be_changed(opened: Open, config: Path) -> None:
    window = opened(config)
    choice = window.findChild(QComboBox, "targetChoice")
    assert choice is not None
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    assert window.session.document.target == "0.7"


def test_what_tests_need_is_loaded_while_a_person_looks(
    config: Path, opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = list[str]()

    def load() -> None:
        threads.append(threading.current_thread().name)

    monkeypatch.setattr("editor.ui.app.load", load)
    opened(config)
    qtbot.waitUntil(lambda: bool(threads))
    assert threads[0].startswith("task")


def test_results_come_up_once_all_is_loaded(
    config: Path, opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded, order, prepare = threading.Event(), list[str](), testrun._prepare

    def load_slowly(*how: Any) -> TestRun:
        assert loaded.wait(30)
        order.append("loaded")
        return prepare(*how)

    monkeypatch.setattr(testrun, "_prepare", load_slowly)
    window = opened(config)
    window.bottom.currentChanged.connect(lambda _: order.append("results"))
    window.session.select(GROUP)
    QTimer.singleShot(100, loaded.set)
    window.actions_by_name["testGroup"].trigger()
    assert window.tests.is_running
    qtbot.waitUntil(lambda: window.bottom.tests.isVisible())
    assert order == ["loaded", "results"]
    qtbot.waitUntil(lambda: not window.tests.is_running)


def test_closing_with_unsaved_changes_asks_first(opened: Open, config: Path, qtbot: QtBot) -> None:
    window = opened(config)
    edit(window)
    assert window.isWindowModified()
    window.close()
    assert window.isVisible()
    answer(window, "Save", qtbot)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert config.read_text() == "# mine\n" + CONFIG


def test_changes_can_be_discarded_when_closing(opened: Open, config: Path, qtbot: QtBot) -> None:
    window = opened(config)
    edit(window)
    window.close()
    answer(window, "Discard changes", qtbot)
    assert not window.isVisible()
    assert config.read_text() == CONFIG


def test_a_conflict_on_disk_is_asked_about_and_nothing_is_lost(
    opened: Open, config: Path, qtbot: QtBot
) -> None:
    window = opened(config)
    edit(window)
    config.write_text("theirs: 1\n")
    save(window, qtbot)
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "questionDialog") is not None)
    assert config.read_text() == "theirs: 1\n"
    answer(window, "Overwrite it", qtbot)
    qtbot.waitUntil(lambda: config.read_text() == "# mine\n" + CONFIG)


def test_a_conflict_about_the_env_file_names_it_and_offers_no_other_name_for_the_config(
    opened: Open, config: Path, qtbot: QtBot
) -> None:
    env = config.with_name(".env")
    env.write_text("A=1\n")
    window = opened(config)
    edit(window)
    window.session.apply(Edit("Type", (), (Patch(2, 3, "2"),)))
    env.write_text("theirs=1\n")
    save(window, qtbot)
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "questionDialog") is not None)
    box = window.findChild(QMessageBox, "questionDialog")
    assert box is not None
    assert box.text() == f"{env} was changed by another program since it was read."
    titles = [button.text().replace("&", "") for button in box.buttons()]
    assert "Save as…" not in titles
    answer(window, "Overwrite it", qtbot)
    qtbot.waitUntil(lambda: config.read_text() == "# mine\n" + CONFIG)
    assert env.read_text() == "A=2\n"


def test_an_env_file_that_cannot_be_read_is_said_and_the_config_can_be_edited(
    opened: Open, config: Path
) -> None:
    config.with_name(".env").write_bytes(b"A=\xff\n")
    window = opened(config)
    assert ".env is not UTF-8 text" in window.notice.fact()
    edit(window)
    assert not window.session.is_clean


def test_a_file_that_cannot_be_opened_leaves_the_start_page_and_says_why(
    opened: Open, tmp_path: Path
) -> None:
    window = opened(tmp_path / "missing.yaml")
    page = window.findChild(QWidget, "startPage")
    message = window.findChild(QMessageBox, "messageDialog")
    assert page is not None
    assert page.isVisible()
    assert message is not None
    assert "missing.yaml does not exist" in message.text()


def test_no_file_at_all_is_the_start_page(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    page = opened(None).findChild(QWidget, "startPage")
    assert page is not None
    assert page.isVisible()


def test_text_that_is_not_utf_8_is_shown_and_cannot_be_saved(opened: Open, config: Path) -> None:
    config.write_bytes(b"version: '1'\n# \xff\n")
    window = opened(config)
    pane = window.findChild(QPlainTextEdit, "yamlView")
    assert pane is not None
    assert pane.isReadOnly()
    assert "\ufffd" in pane.toPlainText()
    assert window.notice.isVisible()
    assert "line 2" in window.notice.fact()
    assert not window.actions_by_name["save"].isEnabled()


def test_a_narrow_window_shows_form_or_source(opened: Open, config: Path, qtbot: QtBot) -> None:
    window = opened(config)
    window.resize(800, 600)
    assert window.form.isVisible()
    assert not window.side.isVisible()
    switch = window.findChild(QAbstractButton, "sourceSwitch")
    assert switch is not None
    qtbot.waitUntil(lambda: switch.isVisible() and switch.visibleRegion().boundingRect().isValid())
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert window.side.isVisible()
    assert not window.form.isVisible()
    window.resize(1300, 800)
    assert window.form.isVisible()
    assert window.side.isVisible()


def test_f6_leads_out_of_the_source(opened: Open, config: Path, qtbot: QtBot) -> None:
    window = opened(config)
    window.yaml.pane.setFocus()
    qtbot.keyClick(window.yaml.pane, Qt.Key.Key_F6)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert not window.yaml.isAncestorOf(focused)


def test_the_layout_is_remembered(opened: Open, config: Path) -> None:
    window = opened(config)
    state = window.layout_state()
    other = opened(config)
    other.resize(1100, 700)
    other.restore_layout(state)
    assert other.layout_state()["panes"] == state["panes"]


def test_keeping_to_what_is_set_is_remembered(opened: Open, config: Path, qtbot: QtBot) -> None:
    window = opened(config)
    assert not window.form.crumbs.only_set.isChecked()
    qtbot.mouseClick(window.form.crumbs.only_set, Qt.MouseButton.LeftButton)
    other = opened(config)
    other.restore_layout(window.layout_state())
    assert other.form.crumbs.only_set.isChecked()


def test_a_window_that_goes_with_unsaved_steps_goes_quietly(
    config: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    with qtbot.captureExceptions() as exceptions:
        window = create_window(config)
        window.show()
        edit(window)
        window.close()
        window.deleteLater()
        del window
        gc.collect()
        qapp.processEvents()
    assert exceptions == []


class _Shown(QObject):
    """Notes which windows appear."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.names: list[str] = []
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_window = isinstance(watched, QWidget) and watched.isWindow()
        if is_window and event.type() == QEvent.Type.Show:
            self.names.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def test_no_other_window_flashes_up(config: Path, qapp: QApplication, qtbot: QtBot) -> None:
    shown = _Shown(qapp)
    window = create_window(config)
    qtbot.addWidget(window, before_close_func=_forget)
    window.session.select(GROUP)
    with qtbot.waitExposed(window):
        window.show()
    qapp.removeEventFilter(shown)
    assert shown.names == ["MainWindow mainWindow"]
