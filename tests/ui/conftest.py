"""Every test of the window runs in the look that the window has."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from editor.ui.look.appearance import Appearance, apply_look


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


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Appearance:
    """Dress the application, and hand out what keeps its look.

    Widgets of earlier tests go first: without an event loop they would stay, and be dressed too.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect(1)
    return apply_look(qapp)
