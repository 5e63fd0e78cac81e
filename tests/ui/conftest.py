"""Every test of the window runs in the look that the window has."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from editor.core.document import Document
from editor.ui.filing import Filing
from editor.ui.language import speak, speak_english
from editor.ui.look.appearance import Appearance, apply_look
from editor.ui.session import Session
from editor.ui.tasks import Tasks
from tests.ui import bracketed


@pytest.fixture(scope="session", autouse=True)
def _no_garbage_while_qt_destroys() -> Iterator[None]:
    """Collect garbage between tests only, as the program does between events: see BesideWorkers."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def _clipboard_empties_before_python_ends(qapp: QApplication) -> Iterator[None]:
    """Take back what a text put there: without a desktop, Qt keeps it longer than Python lives."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(scope="session")
def bracketed_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Provide a folder with the translation into a made-up language; see `bracketed`."""
    folder = tmp_path_factory.mktemp("i18n")
    bracketed.make_translation(folder)
    return folder


@pytest.fixture
def in_brackets(qapp: QApplication, bracketed_folder: Path) -> Iterator[None]:
    """Speak the made-up language meanwhile."""
    assert speak(qapp, bracketed.LOCALE, bracketed_folder)
    yield
    speak_english(qapp)


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Appearance:
    """Dress the application, and hand out what keeps its look.

    Widgets of earlier tests go first: without an event loop they would stay, and be dressed too.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect(1)
    return apply_look(qapp)


@pytest.fixture(params=["light", "dark", "large", "13 pixels", "14 pixels"])
def _every_look(
    request: pytest.FixtureRequest, look: Appearance, qapp: QApplication
) -> Iterator[None]:
    """Run the test in both schemes and in several sizes of text."""
    usual = qapp.font()
    look.prefer(Qt.ColorScheme.Dark if request.param == "dark" else Qt.ColorScheme.Light)
    look.enlarge(200 if request.param == "large" else 100)
    if request.param.endswith("pixels"):
        font = QFont(usual)
        font.setPixelSize(int(request.param.split()[0]))
        qapp.setFont(font)
        apply_look(qapp)
    yield
    qapp.setFont(usual)
    look.enlarge(100)
    look.prefer(Qt.ColorScheme.Unknown)


@pytest.fixture
def filing(qapp: QApplication, tmp_path: Path) -> Iterator[Filing]:
    """Give a filing without a file, which keeps unsaved work in a folder of the test."""
    tasks = Tasks()
    yield Filing(Session(Document("")), tasks, tmp_path / "drafts")
    tasks.wait()
