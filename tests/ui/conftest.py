"""Every test of the window runs in the look that the window has."""

import pytest
from PySide6.QtWidgets import QApplication

from editor.ui.look.appearance import Appearance, apply_look


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Appearance:
    """Dress the application, and hand out what keeps its look."""
    return apply_look(qapp)
