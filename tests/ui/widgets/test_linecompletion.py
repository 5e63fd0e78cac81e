"""A line offers what fits; what is chosen is inserted as though it had been typed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.core.completion.suggestion import Offers, Suggestion
from editor.ui.widgets.linecompletion import LineCompletion
from editor.ui.widgets.suggestionlist import SuggestionList

WHOLE = (Suggestion("gpt-4o", "128k"), Suggestion("gpt-4o-mini", "128k"), Suggestion("o3", "200k"))
NAMES = (Suggestion("EASTUS_KEY", "set in .env"), Suggestion("SWEDEN_KEY"), Suggestion("PORT"))
OFFERS = Offers(WHOLE, NAMES)


@pytest.fixture
def line(qtbot: QtBot) -> Iterator[QLineEdit]:
    window = QWidget()
    window.resize(500, 400)
    made = QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addWidget(QLineEdit())
    column.addStretch(1)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.setFocus()
    yield made
    window.close()


@pytest.fixture
def completion(line: QLineEdit) -> LineCompletion:
    return LineCompletion(line, lambda text, at, asked: OFFERS.completion(text, at, is_asked=asked))


def list_of(line: QLineEdit) -> SuggestionList:
    """Return the list that the line dropped down."""
    found = line.window().findChild(SuggestionList)
    assert isinstance(found, SuggestionList)
    return found


def test_a_dollar_offers_all_names_and_letters_narrow_them(
    line: QLineEdit, completion: LineCompletion, qtbot: QtBot
) -> None:
    qtbot.keyClicks(line, "https://")
    assert completion.offered() == []
    qtbot.keyClicks(line, "$")
    assert completion.offered() == ["${EASTUS_KEY}", "${SWEDEN_KEY}", "${PORT}"]
    qtbot.keyClicks(line, "{key")
    assert completion.offered() == ["${EASTUS_KEY}", "${SWEDEN_KEY}"]
    qtbot.keyClicks(line, "}")
    assert completion.offered() == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Enter])
def test_a_reference_is_inserted_in_place_of_what_was_typed(
    line: QLineEdit, completion: LineCompletion, qtbot: QtBot, key: Qt.Key
) -> None:
    typed: list[str] = []
    line.textEdited.connect(typed.append)
    line.setText("https:///\U0001f600x")
    line.setCursorPosition(8)
    qtbot.keyClicks(line, "${sw")
    qtbot.keyClick(line, key)
    assert line.text() == "https://${SWEDEN_KEY}/\U0001f600x"
    assert typed[-1] == line.text()
    assert completion.offered() == []
    assert line.hasFocus()


def test_characters_outside_the_basic_plane_do_not_shift_it(
    line: QLineEdit, completion: LineCompletion, qtbot: QtBot
) -> None:
    line.setText("\U0001f600")
    qtbot.keyClicks(line, "$p")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "\U0001f600${PORT}"


def test_a_brace_that_is_there_already_is_not_doubled(
    line: QLineEdit, completion: LineCompletion, qtbot: QtBot
) -> None:
    line.setText("${}")
    line.setCursorPosition(2)
    qtbot.keyClicks(line, "P")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "${PORT}"


def test_escape_leaves_what_was_typed(
    line: QLineEdit, completion: LineCompletion, qtbot: QtBot
) -> None:
    qtbot.keyClicks(line, "$")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert completion.offered() == []
    assert not list_of(line).isVisible()
    assert line.text() == "$"


def test_control_and_space_offers_everything_and_down_chooses(
    line: QLineEdit, completion: LineCompletion, qtbot: QtBot
) -> None:
    qtbot.keyClick(line, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert completion.offered() == ["gpt-4o", "gpt-4o-mini", "o3"]
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "gpt-4o-mini"


def test_down_opens_at_what_is_there(
    line: QLineEdit, completion: LineCompletion, qtbot: QtBot
) -> None:
    line.setText("gpt-4o-mini")
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert len(completion.offered()) == 3
    assert list_of(line).currentIndex().data() == "gpt-4o-mini"


def test_while_typing_freely_nothing_is_taken_unasked(
    line: QLineEdit, completion: LineCompletion, qtbot: QtBot
) -> None:
    entered: list[bool] = []
    line.returnPressed.connect(lambda: entered.append(True))
    qtbot.keyClicks(line, "gpt")
    assert completion.offered() == ["gpt-4o", "gpt-4o-mini"]
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (line.text(), entered) == ("gpt", [True])


def test_a_finished_text_offers_nothing(
    line: QLineEdit, completion: LineCompletion, qtbot: QtBot
) -> None:
    qtbot.keyClicks(line, "gpt-4o-mini")
    assert completion.offered() == []


def test_a_click_takes_a_suggestion(
    line: QLineEdit, completion: LineCompletion, qtbot: QtBot
) -> None:
    qtbot.keyClicks(line, "gpt")
    shown = list_of(line)
    place = shown.visualRect(shown.model().index(1, 0)).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert line.text() == "gpt-4o-mini"
    assert not shown.isVisible()


def test_the_list_goes_when_the_line_is_left(
    line: QLineEdit, completion: LineCompletion, qtbot: QtBot
) -> None:
    qtbot.keyClicks(line, "gpt")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert completion.offered() == []
    assert not list_of(line).isVisible()


def test_the_list_stays_inside_its_window(
    line: QLineEdit, completion: LineCompletion, qtbot: QtBot
) -> None:
    line.window().setFixedHeight(120)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    area = list_of(line).geometry()
    assert line.window().rect().contains(area)
    assert not area.intersects(QRect(line.mapTo(line.window(), line.rect().topLeft()), line.size()))


def test_a_locked_line_offers_nothing(
    line: QLineEdit, completion: LineCompletion, qtbot: QtBot
) -> None:
    line.setReadOnly(True)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert completion.offered() == []


def test_a_screen_reader_hears_text_and_meaning(
    line: QLineEdit, completion: LineCompletion, qtbot: QtBot
) -> None:
    qtbot.keyClicks(line, "o3")
    line.setText("")
    qtbot.keyClick(line, Qt.Key.Key_Down)
    model = list_of(line).model()
    heard = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "gpt-4o, 128k"
