"""Nothing is cut off, covered, unnamed or out of the keyboard's reach, in any state of the window.

The states are those of the screenshots, each in a common and in the smallest size of the window,
with the system's text and with twice its size; and once more read from right to left.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from editor.system.demo import demo
from editor.ui.app import create_window
from editor.ui.look.appearance import apply_look
from editor.ui.window import MainWindow
from tests.screenshots import STATES
from tests.ui import walk
from tests.ui.mirror import right_to_left

_PACE = 0.1
SIZES = (QSize(1024, 700), QSize(640, 480))
State = Callable[[MainWindow], None]


@pytest.fixture(scope="module", params=[13, 26], ids=["text100", "text200"])
def _text(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """Let the system's font have a size in pixels; dressing all widgets takes long."""
    look = apply_look(qapp)
    before = qapp.font()
    font = qapp.font()
    font.setPixelSize(request.param)
    qapp.setFont(font)
    look.refresh()
    yield
    qapp.setFont(before)
    look.refresh()


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """Provide a config whose models a simulator answers quickly."""
    with demo(_PACE) as wired:
        yield wired


@pytest.mark.usefixtures("_text")
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_everything_can_be_read_and_reached(qtbot: QtBot, folder: Path, state: State) -> None:
    window = _opened(qtbot, folder)
    found = [fault for size in SIZES for fault in _faults(window, qtbot, state, size)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_everything_can_be_read_and_reached_from_right_to_left(
    qapp: QApplication, qtbot: QtBot, folder: Path, state: State
) -> None:
    with right_to_left(qapp):
        window = _opened(qtbot, folder)
        found = _faults(window, qtbot, state, SIZES[0])
    assert not found, "\n".join(found)


def _opened(qtbot: QtBot, folder: Path) -> MainWindow:
    window = create_window(folder)
    qtbot.addWidget(window, before_close_func=_forget)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


def _faults(window: MainWindow, qtbot: QtBot, state: State, size: QSize) -> list[str]:
    """Return what is wrong with a state of the window in a size."""
    window.resize(size)
    state(window)
    qtbot.waitUntil(lambda: all(one.is_filled for one in window.form.page().sections))
    for _ in range(5):
        QApplication.processEvents()
    for _ in range(5):  # an answer may just have come; laying out what it says brings no other
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    over = [*window.findChildren(QDialog), window.palette_box]
    top = next((one for one in over if one.isVisible()), window)
    found = [f"{size.width()}: {fault}" for fault in walk.faults(top)]
    if isinstance(top, QDialog):
        if top.width() > size.width() or top.height() > size.height():
            found.append(f"{size.width()}: larger than the window: {top.size().toTuple()}")
        top.reject()
    return found


def _forget(window: MainWindow) -> None:
    """Let the window close without a question."""
    window.tests.close()
    window.session.load(window.session.document)
