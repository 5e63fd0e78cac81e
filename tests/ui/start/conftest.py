"""A window without a file, and hands for it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.app import create_window
from editor.ui.window import MainWindow

URI = (
    "https://contoso-eastus.openai.azure.com/openai/deployments/gpt-4o-prod/chat/completions"
    "?api-version=2024-10-21"
)
KEY = "not-a-real-key-0001"
ACCOUNT = "/subscriptions/0/resourceGroups/ai/providers/Microsoft.CognitiveServices/accounts"
_Widget = TypeVar("_Widget", bound=QWidget)


@pytest.fixture
def window(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> MainWindow:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    window = create_window(None)
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


def child(window: QWidget, name: str, kind: type[_Widget]) -> _Widget:
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def paste(field: QWidget, text: str, qtbot: QtBot) -> None:
    """Paste over what a field holds, as a person does."""
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def click(window: QWidget, name: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(child(window, name, QPushButton), Qt.MouseButton.LeftButton)


def choose(window: MainWindow, name: str, path: Path) -> None:
    """Type a path into the open file dialog and confirm it."""
    found = child(window, name, QFileDialog)
    field = child(found, "fileNameEdit", QLineEdit)
    field.setText(str(path))
    found.accept()


def listed(*deployments: tuple[str, str], resource: str = "contoso-eastus") -> str:
    """Return a list as Azure's command line prints it, of names and models."""
    entries: list[dict[str, Any]] = [
        {
            "id": f"{ACCOUNT}/{resource}/deployments/{name}",
            "name": name,
            "properties": {"model": {"format": "OpenAI", "name": model, "version": "1"}},
        }
        for name, model in deployments
    ]
    return json.dumps(entries, indent=2)


Enter = Callable[[str, str], None]


@pytest.fixture
def enter(window: MainWindow, qtbot: QtBot) -> Enter:
    """Paste an address and a key into the door."""

    def do(address: str, key: str) -> None:
        paste(window.start_page.azure.address, address, qtbot)
        paste(window.start_page.azure.key, key, qtbot)

    return do
