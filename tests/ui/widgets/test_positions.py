"""Positions convert both ways, and agree with what a Qt document counts."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from editor.ui.widgets import positions
from editor.ui.widgets.positions import LineTable

pieces = st.sampled_from(["a", "é", "\t", "\n", "\r", "\r\n", "\U0001f600", "\u00a0", "\U0001d4b3"])
texts = st.lists(pieces, max_size=20).map("".join)


@given(text=texts)
def test_every_offset_comes_back(text: str) -> None:
    table = LineTable.of(text)

    for offset in range(len(text) + 1):
        inside = text[offset - 1 : offset + 1] == "\r\n" and offset > 0
        assert table.to_text(table.to_qt(offset)) == offset + inside


@given(text=texts)
def test_offsets_never_go_backwards(text: str) -> None:
    table = LineTable.of(text)
    found = [table.to_qt(offset) for offset in range(len(text) + 1)]

    assert found == sorted(found)
    assert (found[0], found[-1]) == (0, table.length)


@given(text=texts)
def test_the_length_is_the_document_s(qapp: QApplication, text: str) -> None:
    document = QTextDocument()
    document.setPlainText(text)

    assert LineTable.of(text).length == document.characterCount() - 1


@given(before=texts, after=texts)
def test_a_prefix_is_as_long_shown_as_it_is_converted(before: str, after: str) -> None:
    if before.endswith("\r") and after.startswith("\n"):
        before += "x"
    shown = positions.utf16_length(positions.shown_line_ends(before))

    assert LineTable.of(before + after).to_qt(len(before)) == shown
    assert positions.real_length(before, len(positions.shown_line_ends(before))) == len(before)


@given(before=texts, after=texts)
def test_a_newline_never_joins_its_neighbours(before: str, after: str) -> None:
    if before.endswith("\r") and after.startswith("\n"):
        before += "x"
    text = before + after
    added = positions.line_end_for(text, len(before), len(before))
    lines = len(positions.LINE_END.findall(before + added + after))

    assert lines == len(positions.LINE_END.findall(text)) + 1


def test_a_newline_is_the_one_that_the_line_has() -> None:
    assert positions.line_end_for("a\r\nb\nc", 1, 1) == "\r\n"
    assert positions.line_end_for("a\r\nb\nc", 3, 3) == "\n"
    assert positions.line_end_for("a\r\nb", 4, 4) == "\r\n"
    assert positions.line_end_for("ab", 1, 1) == "\n"
