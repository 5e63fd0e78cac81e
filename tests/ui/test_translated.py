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
from editor.ui.window import MainWindow
from tests.screenshots import STATES
from tests.ui import bracketed
from tests.ui.moments import MOMENTS
from tests.ui.panels.menus import with_menu

_PACE = 0.1
NAMES = {
    "Cancel", "Undo", "Delete", "Select All",  # Qt has a translation of its own
    "Break it", "Type", "Empty it", "Version", "Set PORT in .env", "Rename it", "Edit",  # undo
}  # fmt: skip
SIZE = QSize(1600, 1000)
State = Callable[[MainWindow], None]


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """Provide a config whose models a simulator answers quickly."""
    with demo(_PACE) as wired:
        yield wired


@pytest.mark.usefixtures("in_brackets")
@with_menu
@pytest.mark.parametrize("state", [*STATES, *MOMENTS], ids=lambda state: state.__name__)
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
    menu = QApplication.activePopupWidget()
    over = [*window.findChildren(QDialog), window.palette_box]
    top = menu or next((one for one in over if one.isVisible()), window)
    found = bracketed.unspoken(top, {*NAMES, *_names(window)})
    if menu is not None:
        menu.close()
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
        said = [one.server_message or "" for one in document.problems]
        said += [route.error or "" for route in document.routes]
        yield from (line for text in said for line in (text, " ".join(text.split())) if text)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, str) and value:
        yield value
