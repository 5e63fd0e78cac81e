"""Tree and source on one session: what is done in one is seen in the other."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.core.schema.table import GROUPS_PATH
from editor.ui.panels.yaml import YamlPanel
from editor.ui.session import Session
from editor.ui.tree import ConfigTree
from tests.ui.tree.seen import MISTRAL, current, index_of, rows


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> QWidget:
    window = QWidget()
    row = QHBoxLayout(window)
    row.addWidget(ConfigTree(session))
    row.addWidget(YamlPanel(session))
    qtbot.addWidget(window)
    window.resize(800, 400)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def tree(window: QWidget) -> ConfigTree:
    found = window.findChild(ConfigTree)
    assert found is not None
    return found


@pytest.fixture
def source(window: QWidget) -> YamlPanel:
    found = window.findChild(YamlPanel)
    assert found is not None
    return found


def test_a_model_that_is_typed_appears_in_the_tree_letter_by_letter(
    qtbot: QtBot, tree: ConfigTree, source: YamlPanel, session: Session
) -> None:
    text = session.document.text
    source.reveal_offset(text.index("mistral-large: true") + len("mistral-large: true"))
    QTest.keyClick(source.pane, Qt.Key.Key_Return)
    QTest.keyClicks(source.pane, "phi: true")
    assert list(rows(tree)["Azure OpenAI"]["foundry"])[-1] == "phi"
    qtbot.waitUntil(lambda: current(tree) == (*MISTRAL[:-1], "phi"))
    session.undo_stack.undo()
    assert list(rows(tree)["Azure OpenAI"]["foundry"])[-1] == "mistral-large"
    assert session.document.text == source.pane.text() == text


def test_going_through_the_tree_scrolls_the_source_and_keeps_the_keyboard(
    tree: ConfigTree, source: YamlPanel, session: Session
) -> None:
    tree.view.setFocus()
    tree.view.setCurrentIndex(index_of(tree, (*GROUPS_PATH, 0)))
    for _ in range(9):
        QTest.keyClick(tree.view, Qt.Key.Key_Down)
        lines = source.pane.node_lines()
        assert lines is not None
        seen = [line.block.blockNumber() for line in source.pane.visible_lines()]
        assert lines[0] in seen or lines[0] + 1 in seen
        assert tree.view.hasFocus()
        assert session.selection == current(tree)


def test_the_tree_keeps_the_last_readable_state_while_a_line_is_half_typed(
    tree: ConfigTree, source: YamlPanel, session: Session
) -> None:
    before = rows(tree)
    source.reveal_offset(session.document.text.index("\nfileConfig"))
    QTest.keyClick(source.pane, Qt.Key.Key_Return)
    QTest.keyClicks(source.pane, "x: {")
    assert not session.document.is_readable
    assert rows(tree) == before
    QTest.keyClicks(source.pane, "}")
    assert session.document.is_readable
