"""A few letters and Enter lead to any node, field, problem or action."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor import resources
from editor.core.schema.table import GROUPS_PATH
from editor.ui.app import create_window
from editor.ui.palette.entries import Entry
from editor.ui.palette.results import Heading
from editor.ui.window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    sample = resources.folder() / "examples" / "sample"
    for name in ("librechat.yaml", ".env"):
        (tmp_path / name).write_bytes((sample / name).read_bytes())
    window = create_window(tmp_path / "librechat.yaml")
    qtbot.addWidget(window, before_close_func=_forget)
    with qtbot.waitExposed(window):
        window.show()
    return window


def _forget(window: QWidget) -> None:
    assert isinstance(window, MainWindow)
    document = window.session.document
    window.session.mark_saved(document.text, document.env_text)


def type_in(window: MainWindow, text: str) -> None:
    """Open the palette with its keys and type."""
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(window.palette_box.box, text)


def press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.palette_box.box, key)


def titles(window: MainWindow) -> list[str]:
    rows = window.palette_box.results.found.rows
    return [row.title for row in rows if isinstance(row, Entry)]


def test_letters_and_enter_lead_to_a_group(window: MainWindow) -> None:
    type_in(window, "swed")
    assert window.palette_box.isVisible()
    assert titles(window)[0] == "sweden"
    press(window, Qt.Key.Key_Return)
    assert not window.palette_box.isVisible()
    assert window.session.selection == (*GROUPS_PATH, 1)
    assert window.tree.view.hasFocus()


def test_arrows_choose_over_the_headings(window: MainWindow) -> None:
    type_in(window, "")
    rows = window.palette_box.results.found.rows
    assert isinstance(rows[0], Heading)
    press(window, Qt.Key.Key_Up)
    assert window.palette_box.results.currentIndex().row() == 1
    for _ in rows:
        press(window, Qt.Key.Key_Down)
    assert window.palette_box.results.chosen() == rows[-1]


def test_a_letter_in_front_asks_for_one_kind(window: MainWindow) -> None:
    type_in(window, ">add")
    assert titles(window)[0] == "Add group"
    press(window, Qt.Key.Key_Return)
    assert window.session.undo_stack.undoText() == "Add group"
    type_in(window, "$")
    assert all(title.isupper() for title in titles(window))


def test_a_problem_leads_to_its_field(window: MainWindow) -> None:
    type_in(window, "!version")
    press(window, Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "field:version"


def test_escape_returns_the_keyboard(window: MainWindow) -> None:
    window.tree.filter.setFocus()
    type_in(window, "x")
    press(window, Qt.Key.Key_Escape)
    assert not window.palette_box.isVisible()
    assert window.tree.filter.hasFocus()


def test_a_click_beside_it_closes_it(window: MainWindow) -> None:
    type_in(window, "x")
    QTest.mouseClick(window.palette_box, Qt.MouseButton.LeftButton, pos=QPoint(5, 400))
    assert not window.palette_box.isVisible()


def test_a_click_on_a_row_goes_there(window: MainWindow) -> None:
    type_in(window, "mistral")
    results = window.palette_box.results
    place = results.visualRect(results.currentIndex()).center()
    QTest.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.session.selection[-1] == "mistral-large"


def test_no_secret_is_offered(window: MainWindow) -> None:
    key = [*GROUPS_PATH, 0, "apiKey"]
    window.session.operate([{"op": "set", "path": key, "value": "0123456789abcdef"}], "Set")
    type_in(window, "API key")
    words = " ".join(
        row.words for row in window.palette_box.results.found.rows if isinstance(row, Entry)
    )
    assert "***cdef" in words
    assert "0123456789abcdef" not in words


def test_it_fits_the_smallest_window(window: MainWindow) -> None:
    window.resize(640, 480)
    type_in(window, "")
    card = window.palette_box.findChildren(type(window.palette_box.results))[0].parentWidget()
    assert card is not None
    assert window.rect().contains(card.geometry())


def entry(window: MainWindow, title: str) -> Entry:
    rows = window.palette_box.results.found.rows
    return next(row for row in rows if isinstance(row, Entry) and row.title == title)


def test_a_variable_says_where_it_is_set_and_what_uses_it(window: MainWindow) -> None:
    type_in(window, "$EASTUS")
    found = entry(window, "EASTUS_KEY")
    assert found.secondary.startswith("variable, set in .env line ")
    assert "eastus" in found.aside


def test_a_variable_that_is_only_named_is_found_too(window: MainWindow) -> None:
    steps = [{"op": "set", "path": [*GROUPS_PATH, 0, "apiKey"], "value": "${NOT_THERE_YET}"}]
    assert window.session.operate(steps, "Set")
    type_in(window, "not_there")
    assert entry(window, "NOT_THERE_YET").secondary == "variable, not set"
    press(window, Qt.Key.Key_Return)
    assert window.middle.currentWidget() is window.middle.environment


def test_the_new_actions_can_be_run(window: MainWindow) -> None:
    type_in(window, ">problems")
    assert "Show only nodes with problems" in titles(window)
    press(window, Qt.Key.Key_Return)
    assert window.tree.bar.switch.isChecked()


def test_an_action_says_which_node_it_is_for(window: MainWindow) -> None:
    window.session.select((*GROUPS_PATH, 1, "models", "gpt-5-chat"))
    type_in(window, ">chat")
    assert entry(window, "Duplicate").secondary == "gpt-5-chat"
    assert "Add model" not in titles(window)
    press(window, Qt.Key.Key_Escape)
    type_in(window, ">sweden")
    assert entry(window, "Add model").secondary == "sweden"
