"""In another language nothing is English but names, code, and what others say.

The language is made up: every text of the template for translators stands in brackets.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from editor.system.demo import demo
from editor.ui.app import create_window
from editor.ui.language import speak, speak_english
from editor.ui.window import MainWindow
from tests.screenshots import STATES
from tests.ui import bracketed

_PACE = 0.1
NAMES = {
    "LibreChat Azure editor",
    "Cancel",  # Qt has a translation of its own
    "Break it", "Type", "Empty it", "Version", "Set PORT in .env", "Rename it", "Edit",  # undo
}  # fmt: skip
SIZE = QSize(1600, 1000)
State = Callable[[MainWindow], None]


@pytest.fixture(scope="module")
def _in_brackets(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Speak the made-up language meanwhile."""
    folder = tmp_path_factory.mktemp("i18n")
    bracketed.make_translation(folder)
    assert speak(qapp, bracketed.LOCALE, folder)
    yield
    speak_english(qapp)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """Provide a config whose models a simulator answers quickly."""
    with demo(_PACE) as wired:
        yield wired


@pytest.mark.usefixtures("_in_brackets")
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_everything_is_translated(
    qapp: QApplication, qtbot: QtBot, folder: Path, state: State
) -> None:
    window = create_window(folder)
    qtbot.addWidget(window, before_close_func=_forget)
    with qtbot.waitExposed(window):
        window.resize(SIZE)
        window.show()
    state(window)
    qtbot.waitUntil(lambda: all(one.is_filled for one in window.form.page().sections))
    for _ in range(5):
        qapp.processEvents()
    over = [*window.findChildren(QDialog), window.palette_box]
    top = next((one for one in over if one.isVisible()), window)
    found = bracketed.unspoken(top, {*NAMES, *_names(window)})
    if isinstance(top, QDialog):
        top.reject()
    window.tests.close()
    assert not found, "\n".join(found)


def _forget(window: MainWindow) -> None:
    """Let the window close without a question."""
    window.session.load(window.session.document)


def _names(window: MainWindow) -> Iterator[str]:
    """Yield the words of the files, and of LibreChat and Azure about them."""
    for document in (window.session.document, window.session.readable):
        yield from _texts(document.value)
        yield from (*document.models, *(document.value if isinstance(document.value, dict) else ()))
        yield from (one.server_message for one in document.problems if one.server_message)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, str) and value:
        yield value
