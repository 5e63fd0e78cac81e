"""Every part can be drawn in both schemes at 100 % and 200 % text, and nothing is cut off."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.look.appearance import Appearance
from editor.ui.widgets.labels import ElidedLabel
from tests.ui.component_sheet import sheet


@pytest.fixture(params=[13, 26], ids=["100 %", "200 %"])
def page(
    request: pytest.FixtureRequest, qapp: QApplication, look: Appearance, qtbot: QtBot
) -> Iterator[QWidget]:
    """Give the sheet at a size of text."""
    before = qapp.font()
    font = QFont(before)
    font.setPixelSize(request.param)
    qapp.setFont(font)
    look.refresh()
    made = sheet(request.param / 13)
    qtbot.addWidget(made)
    made.show()
    qapp.processEvents()
    made.resize(made.width(), made.heightForWidth(made.width()))
    qapp.processEvents()
    yield made
    qapp.setFont(before)
    look.refresh()


@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
def test_the_sheet_can_be_drawn(page: QWidget, look: Appearance, scheme: Qt.ColorScheme) -> None:
    look.prefer(scheme)
    picture = page.grab()
    look.prefer(Qt.ColorScheme.Unknown)

    assert picture.height() > 1_000


def test_no_label_or_button_is_cut_off(page: QWidget) -> None:
    labels = [part for part in page.findChildren(QLabel) if part.isVisible()]
    for part in labels:
        if not isinstance(part, ElidedLabel):
            assert part.width() >= min(part.minimumSizeHint().width(), 16), part.text()
        assert part.height() >= part.fontMetrics().height(), part.text()
        if part.wordWrap():
            assert part.height() >= part.heightForWidth(part.width()), part.text()
    for part in page.findChildren(QAbstractButton):
        if part.isVisible():
            assert part.width() >= part.minimumSizeHint().width(), part.text()
            assert part.height() >= part.fontMetrics().height(), part.text()


def test_no_field_is_lower_than_its_text(page: QWidget) -> None:
    fields = [part for part in page.findChildren(QLineEdit) if part.isVisible()]

    assert fields
    assert all(part.height() >= part.fontMetrics().height() + 2 for part in fields)


def test_whatever_takes_the_focus_has_a_name(page: QWidget) -> None:
    nameless = [
        part
        for part in page.findChildren(QWidget)
        if part.isVisible()
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (part.accessibleName() or getattr(part, "text", str)())
    ]

    assert [(type(part).__name__, part.objectName()) for part in nameless] == []
