"""Each test has settings of its own, and a window to stand over."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor.system import settings
from editor.ui.app import create_window
from editor.ui.look.appearance import Appearance
from editor.ui.window import MainWindow

CONFIG = """\
version: "1.3.17"
endpoints:
  azureOpenAI:
    groups:
      - group: east
        apiKey: "sk-literal-0123456789"
        instanceName: my-secret-resource
        version: 2024-10-21
        models:
          gpt-4o: true
"""


@pytest.fixture
def settings_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return settings.default_folder()


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "librechat.yaml"
    path.write_text(CONFIG)
    return path


@pytest.fixture
def open_window(
    qtbot: QtBot, settings_folder: Path, config: Path
) -> Callable[[Path | None], MainWindow]:
    """Open a window on a file, or as without one."""

    def opened(path: Path | None) -> MainWindow:
        window = create_window(path)
        qtbot.addWidget(window, before_close_func=_forget)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        return window

    return opened


@pytest.fixture
def window(open_window: Callable[[Path | None], MainWindow], config: Path) -> MainWindow:
    return open_window(config)


@pytest.fixture(autouse=True)
def _plain_look(qapp: QApplication, look: Appearance) -> Iterator[None]:
    """Leave no theme or text size of one test to the next."""
    yield
    look.prefer(Qt.ColorScheme.Unknown)
    look.enlarge(100)


def _forget(window: QWidget) -> None:
    assert isinstance(window, MainWindow)
    document = window.session.document
    window.session.mark_saved(document.text, document.env_text)
