"""Whatever is typed, deleted or pasted: the pane's text is what the user did, and nothing else."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.ui.widgets.codepane import CodePane
from editor.ui.widgets.positions import LineTable

PIECES = ["a", "b: c", " ", "\t", "\n", "\r\n", "\r", "\u00a0", "\u2028", "\u2029", "\U0001f600"]
PIECES += [
    "é",
    "\ufffc",
    "\x00",
    "\ufeff",
    "\ufdd0",
    "\u200f",
    "\ue000",
    "\ue00a",
    "e\u0301",
    "\ufffe",
    "\uffff",
    "\u2060",
]
texts = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
places = st.integers(0, 30)
steps = st.one_of(
    st.tuples(st.just("type"), places, places, st.sampled_from(["x", "é", "\U0001f601", "\n"])),
    st.tuples(st.just("delete"), places, places, st.just("")),
    st.tuples(st.just("enter"), places, places, st.just("")),
    st.tuples(st.just("tab"), places, places, st.just("")),
    st.tuples(st.just("paste"), places, places, texts),
    st.tuples(st.just("show"), places, places, texts),
    st.tuples(st.just("replace"), places, places, texts),
)


Step = tuple[str, int, int, str]
KEYS = {"delete": Qt.Key.Key_Backspace, "enter": Qt.Key.Key_Return, "tab": Qt.Key.Key_Tab}


class Follower:
    """Applies the edits that a pane tells, as a session would."""

    def __init__(self, pane: CodePane) -> None:
        self.text = pane.text()
        pane.user_edited.connect(self.follow)

    def follow(self, start: int, end: int, text: str) -> None:
        """Make the user's edit."""
        assert 0 <= start <= end <= len(self.text)
        self.text = self.text[:start] + text + self.text[end:]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=texts, actions=st.lists(steps, max_size=6))
def test_the_pane_and_whoever_follows_it_agree(
    qapp: QApplication, start: str, actions: list[Step]
) -> None:
    pane = CodePane("Source")
    pane.show_text(start)
    follower = Follower(pane)
    for step in actions:
        act(pane, follower, step)
        assert pane.text() == follower.text
        assert shown(pane) == pane._real.shown(pane.text())


def act(pane: CodePane, follower: Follower, step: Step) -> None:
    """Do one step, between two places of the real text or of the document."""
    kind, one, other, text = step
    if kind in ("show", "replace"):
        first, last = sorted((min(one, len(pane.text())), min(other, len(pane.text()))))
        whole = text if kind == "show" else pane.text()[:first] + text + pane.text()[last:]
        pane.show_text(whole) if kind == "show" else pane.replace(first, last, text)
        follower.text = whole
        return
    select(pane, one, other)
    if kind == "type":
        pane.textCursor().insertText(text)
    elif kind == "paste":
        data = QMimeData()
        data.setText(text)
        pane.insertFromMimeData(data)
    else:
        QTest.keyClick(pane, KEYS[kind])


def select(pane: CodePane, one: int, other: int) -> None:
    """Select between two positions of the document, neither of them within a character."""
    table = LineTable.of(pane.text())
    first, last = (table.to_qt(table.to_text(min(place, table.length))) for place in (one, other))
    cursor = pane.textCursor()
    cursor.setPosition(first)
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)


def shown(pane: CodePane) -> str:
    """Return what the document holds, with newlines."""
    return pane.document().toRawText().replace("\u2029", "\n")
