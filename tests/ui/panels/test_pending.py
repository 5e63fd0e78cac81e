"""What is still to come has its place, and says so."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.panels import pending


@pytest.mark.parametrize(
    ("build", "name"), [(pending.routes_panel, "routesView"), (pending.tests_panel, "testsView")]
)
def test_a_page_holds_an_empty_view_and_says_what_is_missing(
    qtbot: QtBot, build: Callable[[], QWidget], name: str
) -> None:
    page = build()
    qtbot.addWidget(page)
    page.show()
    assert page.objectName() == name
    view = page.findChild(QAbstractItemView)
    assert view is not None
    assert view.model().rowCount() == 0
    words = [part.text() for part in page.findChildren(QLabel) if part.isVisible()]
    assert words[-1].endswith("a later version.")
