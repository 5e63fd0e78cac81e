"""F2 renames a row in place, as one named step."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from editor.core.schema.table import AZURE_PATH
from editor.core.yaml.values import Path
from editor.ui.session import Session
from editor.ui.tree import ConfigTree
from tests.ui.mirror import right_to_left
from tests.ui.tree.seen import (
    MISTRAL,
    SWEDEN,
    current,
    index_of,
)


def rename(tree: ConfigTree, path: Path, name: str) -> None:
    """Rename a row as a person would."""
    tree.view.setFocus()
    tree.view.setCurrentIndex(index_of(tree, path))
    QTest.keyClick(tree.view, Qt.Key.Key_F2)
    editor = tree.view.findChild(QLineEdit)
    assert editor is not None
    assert editor.accessibleName()
    editor.selectAll()
    QTest.keyClicks(editor, name)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()  # Qt takes the text over once the key is through


def test_f2_renames_a_model_as_one_named_step(tree: ConfigTree, session: Session) -> None:
    rename(tree, MISTRAL, "mistral-small")
    assert "          mistral-small: true\n" in session.document.text
    assert session.undo_stack.undoText() == "Rename mistral-large to mistral-small"
    assert session.selection == current(tree) == (*MISTRAL[:-1], "mistral-small")
    session.undo_stack.undo()
    assert index_of(tree, MISTRAL).isValid()


def test_f2_renames_a_group(tree: ConfigTree, session: Session) -> None:
    rename(tree, SWEDEN, "north")
    assert '- group: "north"' in session.document.text
    assert session.undo_stack.undoText() == "Rename sweden to north"
    assert current(tree) == SWEDEN


@pytest.mark.parametrize("name", ["", "mistral-large"])
def test_no_name_and_the_same_name_change_nothing(
    tree: ConfigTree, session: Session, name: str
) -> None:
    rename(tree, MISTRAL, name)
    assert session.undo_stack.count() == 0


def test_a_name_that_is_taken_is_refused_and_the_row_stays(
    qtbot: QtBot, tree: ConfigTree, session: Session
) -> None:
    with qtbot.waitSignal(session.refused):
        rename(tree, MISTRAL, "DeepSeek-V3.1")
    assert index_of(tree, MISTRAL).data() == "mistral-large"


@pytest.mark.parametrize("path", [(), AZURE_PATH])
def test_what_has_no_name_of_its_own_is_left_without_a_word(
    tree: ConfigTree, session: Session, path: Path
) -> None:
    session.select(path)
    tree.rename_current()
    assert tree.view.findChild(QLineEdit) is None


def test_escape_leaves_the_name(tree: ConfigTree, session: Session) -> None:
    tree.view.setFocus()
    tree.view.setCurrentIndex(index_of(tree, MISTRAL))
    QTest.keyClick(tree.view, Qt.Key.Key_F2)
    editor = tree.view.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "x")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert session.undo_stack.count() == 0


def test_the_editor_stands_over_the_name_from_whichever_side_people_read(
    qapp: QApplication, session: Session, qtbot: QtBot
) -> None:
    def editor_of(tree: ConfigTree) -> QRect:
        qtbot.addWidget(tree)
        tree.resize(256, 300)
        tree.show()
        QApplication.processEvents()  # the bar takes its room
        tree.view.setCurrentIndex(index_of(tree, MISTRAL))
        tree.rename_current()
        editor = tree.view.findChild(QLineEdit)
        assert editor is not None
        return editor.geometry()

    plain = editor_of(ConfigTree(session))
    with right_to_left(qapp):
        turned = ConfigTree(session)
        mirrored = editor_of(turned)
    width = turned.view.viewport().width()
    assert (width - 1 - mirrored.right(), mirrored.width()) == (plain.left(), plain.width())
