"""Text that is dropped into a source pane arrives once, and secrets on its way stay as they are."""

import pytest
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt
from PySide6.QtGui import QDropEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.core.concealing import hidden_spans
from editor.ui.widgets import envtokens
from editor.ui.widgets.codepane import CodePane
from editor.ui.widgets.secretpane import SecretPane

TEXT = "one: 1\r\ntwo: 2\r\nthree: 3\r\n"


class _Drop(QDropEvent):
    """A drop that says which widget it began in; Qt knows that of its own drags only."""

    def __init__(self, pane: CodePane, position: int, text: str, source: QObject) -> None:
        cursor = QTextCursor(pane.document())
        cursor.setPosition(position)
        mime = QMimeData()
        mime.setText(text)
        at = QPointF(pane.cursorRect(cursor).center())
        none = Qt.KeyboardModifier.NoModifier
        super().__init__(at, Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton, none)
        self._mime = mime
        self._source = source

    def source(self) -> QObject:
        return self._source


@pytest.fixture
def pane(qtbot: QtBot) -> CodePane:
    made = CodePane("Text")
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    made.show_text(TEXT)
    return made


def told(pane: CodePane) -> list[tuple[int, int, str]]:
    edits: list[tuple[int, int, str]] = []
    pane.user_edited.connect(lambda start, end, text: edits.append((start, end, text)))
    return edits


def test_text_from_elsewhere_arrives_once_with_the_line_ends_used_here(pane: CodePane) -> None:
    edits = told(pane)
    pane.dropEvent(_Drop(pane, 0, "zero: 0\n", QObject()))
    assert edits == [(0, 0, "zero: 0\r\n")]
    assert pane.text() == "zero: 0\r\n" + TEXT
    assert pane.textCursor().hasSelection()


@pytest.mark.parametrize(
    ("selected", "to", "expected"),
    [
        ((0, 8), 14, "two: 2\r\none: 1\r\nthree: 3\r\n"),
        ((16, 26), 0, "three: 3\r\none: 1\r\ntwo: 2\r\n"),
        ((0, 8), 3, TEXT),
    ],
)
def test_a_selection_moves_as_one_change(
    pane: CodePane, selected: tuple[int, int], to: int, expected: str
) -> None:
    edits = told(pane)
    pane.place_cursor(*selected)
    chosen = pane.textCursor().selectedText()
    pane.dropEvent(_Drop(pane, to, "is not looked at", pane.viewport()))
    assert pane.text() == expected
    assert len(edits) == (expected != TEXT)
    assert pane.textCursor().selectedText() == chosen


def test_what_moves_past_a_secret_leaves_it_alone(qtbot: QtBot) -> None:
    text = "A=1\nA_KEY=secret-0123456789\nB=2\n"
    pane = SecretPane("Text", envtokens.stretches)
    qtbot.addWidget(pane)
    pane.resize(400, 200)
    pane.show()
    pane.show_secretly(text, hidden_spans(text))
    edits = told(pane)
    pane.place_cursor(0, 4)
    pane.dropEvent(_Drop(pane, text.index("B="), "A=1\n", pane.viewport()))
    ((start, end, new),) = edits
    assert text[:start] + new + text[end:] == "A_KEY=secret-0123456789\nA=1\nB=2\n"


def test_nothing_is_dropped_into_a_read_only_text(pane: CodePane) -> None:
    pane.setReadOnly(True)
    edits = told(pane)
    QApplication.sendEvent(pane.viewport(), _Drop(pane, 0, "zero", QObject()))
    assert (edits, pane.text()) == ([], TEXT)
