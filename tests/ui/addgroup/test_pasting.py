"""An address that is pasted somewhere is offered to be taken apart, and never is silently."""

from pathlib import Path as FilePath

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.core.yaml.values import Path
from editor.ui.addgroup.dialog import AddGroupDialog
from editor.ui.app import create_window
from editor.ui.widgets.textfield import Line
from editor.ui.window import MainWindow
from tests.ui.addgroup.test_addgroup import CONFIG, ENV, _forget

GROUP: Path = ("endpoints", "azureOpenAI", "groups", 0)
MODEL: Path = (*GROUP, "models", "gpt-4o")
URI = (
    "https://contoso-west.openai.azure.com/openai/deployments/gpt-5/chat/completions"
    "?api-version=2025-04-01-preview"
)


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: FilePath) -> MainWindow:
    (tmp_path / "librechat.yaml").write_text(CONFIG)
    (tmp_path / ".env").write_text(ENV)
    window = create_window(tmp_path)
    qtbot.addWidget(window, before_close_func=_forget)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    return window


def paste(target: QWidget, text: str, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(target, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def field(window: MainWindow, key: str) -> QWidget:
    found = window.findChild(QWidget, f"field:{key}")
    assert found is not None
    line = found if isinstance(found, Line) else found.findChild(Line)
    assert line is not None
    return line


def accept(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.notice.button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("path", "key"),
    [
        (GROUP, "instanceName"),
        (GROUP, "baseURL"),
        (GROUP, "version"),
        (GROUP, "group"),
        (GROUP, "apiKey"),
        (MODEL, "deploymentName"),
        (MODEL, "modelName"),
    ],
)
def test_an_address_in_a_field_is_offered_to_fill_the_fields(
    window: MainWindow, qtbot: QtBot, path: Path, key: str
) -> None:
    window.session.select(path)
    paste(field(window, key), URI, qtbot)
    pasted = window.session.document.text
    assert URI in pasted
    assert window.notice.isVisible()
    assert "contoso-west.openai.azure.com" in window.notice.fact()
    accept(window, qtbot)
    (route,) = window.session.document.routes
    deployment = "gpt-5" if path == MODEL else "gpt-4o"
    assert route.url == URI.replace("gpt-5", deployment)
    assert (route.group, route.model) == ("eastus", "gpt-4o")
    assert "# ours" in window.session.document.text
    assert window.session.selection == path
    assert field(window, key).hasFocus()
    window.session.undo_stack.undo()
    assert window.session.document.text == pasted
    window.session.undo_stack.undo()
    assert window.session.document.text == CONFIG


def test_an_address_in_the_source_is_offered_too(window: MainWindow, qtbot: QtBot) -> None:
    pane, text = window.yaml.pane, window.session.document.text
    pane.setFocus()
    start = text.index("instanceName: ") + len("instanceName: ")
    pane.place_cursor(start)
    qtbot.keyClick(pane, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    QGuiApplication.clipboard().setText(URI)
    qtbot.keyClick(pane, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.notice.isVisible()
    accept(window, qtbot)
    (route,) = window.session.document.routes
    assert route.url == URI.replace("gpt-5", "gpt-4o")
    assert pane.hasFocus()


def test_the_offer_can_be_accepted_by_key(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    window.session.select(MODEL)
    target = field(window, "deploymentName")
    target.setFocus()
    paste(target, URI, qtbot)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(target, Qt.Key.Key_Return, both)
    (route,) = window.session.document.routes
    assert route.url == URI
    assert not window.notice.isVisible()
    qtbot.keyClick(target, Qt.Key.Key_Return, both)
    assert window.session.undo_stack.count() == 2


def test_the_offer_goes_with_the_address(window: MainWindow, qtbot: QtBot) -> None:
    window.session.select(GROUP)
    target = field(window, "instanceName")
    paste(target, URI, qtbot)
    assert window.notice.isVisible()
    paste(target, "contoso", qtbot)
    assert not window.notice.isVisible()


def test_an_address_in_the_tree_is_offered_as_a_group(window: MainWindow, qtbot: QtBot) -> None:
    window.session.select(GROUP)
    QGuiApplication.clipboard().setText(URI)
    window.activateWindow()
    window.tree.view.setFocus()
    qtbot.keyClick(window.tree.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.session.document.text == CONFIG
    assert window.notice.isVisible()
    accept(window, qtbot)
    dialog = window.findChild(AddGroupDialog)
    assert dialog is not None
    QApplication.processEvents()
    assert dialog.preview.address.text().replace("\u200b", "") == f"POST {URI}"


def test_an_address_beside_every_field_is_offered_as_a_group(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    QGuiApplication.clipboard().setText(URI)
    button = window.form.page().header.findChild(QPushButton)
    assert button is not None
    for place in (window.bottom.problems.view, button, window.routes.view):
        window.notice.hide()
        place.setFocus()
        qtbot.keyClick(place, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert window.notice.isVisible()
        assert "contoso-west.openai.azure.com" in window.notice.fact()
    QGuiApplication.clipboard().setText("hello")
    window.notice.hide()
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert not window.notice.isVisible()


def test_an_address_in_the_palette_leads_to_the_assistant(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    paste(window.palette_box.box, URI, qtbot)
    qtbot.keyClick(window.palette_box.box, Qt.Key.Key_Return)
    dialog = window.findChild(AddGroupDialog)
    assert dialog is not None
    QApplication.processEvents()
    assert dialog.preview.address.text().replace("\u200b", "") == f"POST {URI}"
    assert window.session.document.text == CONFIG


@pytest.mark.parametrize("text", [URI, f"  {URI}\n", '[{"name": "a"}]'])
def test_the_start_page_takes_what_is_pasted_beside_its_field(
    window: MainWindow, qtbot: QtBot, text: str
) -> None:
    window.activateWindow()
    window.show_start_page()
    door = window.findChild(QPushButton, "startMigrate")
    assert door is not None
    door.setFocus()
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(door, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.start_page.azure.address.text().strip() == text.strip()
    assert window.start_page.azure.address.hasFocus()
