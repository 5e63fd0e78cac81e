"""A fresh start: no settings, no file, and a person in front of the window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.ui.app import create_window
from editor.ui.window import MainWindow
from tests.e2e.person import Person
from tests.ui.conftest import (
    _clipboard_empties_before_python_ends,
    _no_garbage_while_qt_destroys,
    look,
)

__all__ = ["_clipboard_empties_before_python_ends", "_no_garbage_while_qt_destroys", "look"]

Enter = Callable[[Path | None], Person]


@pytest.fixture
def enter(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Enter:
    """Open the window as somebody does who never used it."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))

    def opened(path: Path | None) -> Person:
        window = create_window(path)
        qtbot.addWidget(window, before_close_func=_forget)
        window.resize(1280, 800)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return Person(window, qtbot)

    return opened


def _forget(window: MainWindow) -> None:
    """Let the window go without asking about what the test left unsaved."""
    window.tests.close()
    document = window.session.document
    window.session.mark_saved(document.text, document.env_text)
