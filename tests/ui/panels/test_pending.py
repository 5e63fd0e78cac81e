"""What is still to come has its place, and says so."""

from collections.abc import Callable
from pathlib import Path

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


def test_the_environment_page_says_where_the_file_is(qtbot: QtBot) -> None:
    page = pending.environment_panel()
    qtbot.addWidget(page)
    page.show()
    assert page.objectName() == "envView"
    assert words(page)[0] == "No .env beside this file"
    page.show_path(Path("/srv/librechat/.env"))
    assert words(page)[1].endswith(str(Path("/srv/librechat/.env")))


def words(page: QWidget) -> list[str]:
    return [part.text() for part in page.findChildren(QLabel) if part.isVisible()]
