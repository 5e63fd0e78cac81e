"""What a key does to a field is on screen before the rest of the window follows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from editor import resources
from editor.core.schema.table import GROUPS_PATH
from editor.ui.app import create_window
from editor.ui.form.formfield import FormField
from editor.ui.window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """Give a window on screen, with a group; its cursor does not blink."""
    sample = resources.folder() / "examples" / "sample"
    for name in ("librechat.yaml", ".env"):
        (tmp_path / name).write_bytes((sample / name).read_bytes())
    pause = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    window = create_window(tmp_path / "librechat.yaml")
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.session.select((*GROUPS_PATH, 0))
    yield window
    qapp.setCursorFlashTime(pause)


def instance(window: MainWindow) -> FormField:
    """Return the row of the group's instance name, with the keyboard at its end."""
    row = window.form.page().fields["instanceName"]
    assert isinstance(row.editor, QLineEdit)
    row.editor.setFocus()
    row.editor.end(False)
    QCoreApplication.processEvents()
    return row


def on_screen(window: MainWindow, row: FormField) -> QImage:
    """Return what a person sees of a row."""
    place = QRect(row.mapTo(window, row.rect().topLeft()), row.size())
    return window.screen().grabWindow(window.winId()).copy(place).toImage()


def test_a_new_problem_is_seen_in_the_form_before_the_rest_follows(window: MainWindow) -> None:
    row = instance(window)
    before = on_screen(window, row)
    first: list[QImage] = []
    window.session.document_changed.connect(lambda _: first.append(on_screen(window, row)))
    QTest.keyClick(row.editor, Qt.Key.Key_Slash)
    (seen,) = first

    assert row.has_problems
    assert seen.height() > before.height()
    QCoreApplication.processEvents()
    assert seen == on_screen(window, row)


def test_keys_elsewhere_do_not_paint_the_form_first(window: MainWindow) -> None:
    row = instance(window)
    window.yaml.reveal_offset(window.session.document.text.index("contoso-eastus") + 14)
    QCoreApplication.processEvents()
    before = on_screen(window, row)
    first: list[QImage] = []
    window.session.document_changed.connect(lambda _: first.append(on_screen(window, row)))
    QTest.keyClick(window.yaml.pane, Qt.Key.Key_X)
    QCoreApplication.processEvents()

    assert first == [before]
    assert before != on_screen(window, row)
