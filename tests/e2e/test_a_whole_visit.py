"""An administrator's visit with real keys and clicks: open, change, undo, redo, save."""

from difflib import ndiff
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.app import create_window
from editor.ui.window import MainWindow

CONFIG = """\
# our server
version: "1.3.14"

endpoints:
  azureOpenAI:
    # titles are cheap
    titleModel: "gpt-4o-mini"
    groups:
    # primary region
    - group: "eastus"
      apiKey: "${EASTUS_KEY}"
      instanceName: "contoso-eastus"   # resource name
      version: "2024-10-21"
      models:
        gpt-4o:
          deploymentName: gpt-4o-prod
        gpt-4o-mini:
          deploymentName: gpt-4o-mini
"""
_Widget = TypeVar("_Widget", bound=QWidget)
GROUP = ("endpoints", "azureOpenAI", "groups", 0)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "librechat.yaml"
    path.write_bytes(CONFIG.replace("\n", "\r\n").encode())
    return path


@pytest.fixture
def window(config: Path, qapp: QApplication, qtbot: QtBot) -> MainWindow:
    window = create_window(config)
    qtbot.addWidget(window, before_close_func=forget)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


def forget(window: MainWindow) -> None:
    """Let the window go without asking about what the test left unsaved."""
    document = window.session.document
    window.session.mark_saved(document.text, document.env_text)


def select(window: MainWindow, path: tuple[str | int, ...], qtbot: QtBot) -> None:
    """Click on the row of a node."""
    tree = child(window, "configTree", QTreeView)
    index = row(tree, path)
    tree.scrollTo(index)
    qtbot.mouseClick(
        tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(index).center()
    )


def row(tree: QTreeView, path: tuple[str | int, ...]) -> QModelIndex:
    """Return the row whose data is a path."""
    model = tree.model()
    waiting = [model.index(number, 0) for number in range(model.rowCount())]
    while waiting:
        index = waiting.pop()
        if index.data(Qt.ItemDataRole.UserRole) == path:
            return index
        waiting += [model.index(number, 0, index) for number in range(model.rowCount(index))]
    raise AssertionError(path)


def child(window: MainWindow, name: str, kind: type[_Widget]) -> _Widget:
    """Return the widget of that name, or the one that it holds."""
    widget = window.findChild(QWidget, name)
    assert widget is not None, name
    if isinstance(widget, kind):
        return widget
    inner = widget.findChild(kind)
    assert inner is not None, name
    return inner


def retype(window: MainWindow, field: str, text: str, qtbot: QtBot) -> None:
    """Type a text over what a field holds."""
    editor = child(window, f"field:{field}", QLineEdit)
    qtbot.mouseClick(editor, Qt.MouseButton.LeftButton)
    qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor, text)


def press(window: MainWindow, name: str) -> None:
    """Trigger an action as its key does."""
    action = window.actions_by_name[name]
    assert action.isEnabled(), name
    action.trigger()


def differing(old: str, new: str) -> list[str]:
    return [line for line in ndiff(old.splitlines(), new.splitlines()) if line[0] in "+-"]


def test_open_change_undo_redo_save(window: MainWindow, config: Path, qtbot: QtBot) -> None:
    select(window, GROUP, qtbot)
    retype(window, "instanceName", "contoso-west", qtbot)
    retype(window, "version", "2025-01-01-preview", qtbot)
    retype(window, "group", "westus", qtbot)
    press(window, "addModel")
    retype(window, "modelName", "o3-mini", qtbot)
    changed = window.session.document.text
    steps = window.session.undo_stack.count()
    assert steps == 5
    for _ in range(steps):
        press(window, "undo")
    assert window.session.document.text.encode() == config.read_bytes()
    assert not window.isWindowModified()
    for _ in range(steps):
        press(window, "redo")
    assert window.session.document.text == changed
    press(window, "save")
    qtbot.waitUntil(lambda: window.findChild(QDialog, "saveDialog") is not None)
    qtbot.keyClick(child(window, "saveReviewed", QPushButton), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.isWindowModified())
    saved = config.read_bytes().decode()
    assert saved == changed
    assert differing(CONFIG, saved.replace("\r\n", "\n")) == [
        '-     - group: "eastus"',
        '+     - group: "westus"',
        '-       instanceName: "contoso-eastus"   # resource name',
        '+       instanceName: "contoso-west"   # resource name',
        '-       version: "2024-10-21"',
        '+       version: "2025-01-01-preview"',
        "+         o3-mini: true",
    ]
    assert saved.count("\n") == saved.count("\r\n")
