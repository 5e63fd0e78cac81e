"""The filter shows what matches with what it is in, and then everything as it was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from editor.core.schema.table import AZURE_PATH, GROUPS_PATH
from editor.ui.session import Session
from editor.ui.tree import ConfigTree
from tests.ui.tree.seen import (
    MISTRAL,
    SWEDEN,
    current,
    index_of,
    insert_group,
    rows,
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("MISTRAL", {"foundry": {"mistral-large": {}}}),
        ("nano-global", {"eastus": {"gpt-5-nano": {}}}),
        ("contoso-sw", {"sweden": {"gpt-5-chat": {}}}),
        ("partners", {"partners": {"gpt-5-partners": {}, "gpt-4.1": {}}}),
    ],
)
def test_the_filter_keeps_what_matches_with_what_it_is_in(
    tree: ConfigTree, words: str, expected: dict[str, dict]
) -> None:
    QTest.keyClicks(tree.filter, words)
    assert rows(tree) == {"Azure OpenAI": expected}


def test_a_filter_without_match_says_so_and_can_be_cleared(
    tree: ConfigTree, session: Session
) -> None:
    session.select(MISTRAL)
    QTest.keyClicks(tree.filter, "gpt-6")
    texts = [part.text() for part in tree.findChildren(QLabel) if part.isVisible()]
    assert texts == ["No node matches ‘gpt-6’"]
    assert session.selection == MISTRAL
    QTest.keyClick(tree.filter, Qt.Key.Key_Escape)
    assert tree.view.isVisible()
    assert current(tree) == MISTRAL


def test_clearing_the_filter_brings_the_expansion_back(tree: ConfigTree) -> None:
    tree.view.collapse(index_of(tree, SWEDEN))
    QTest.keyClicks(tree.filter, "chat")
    assert tree.view.isExpanded(index_of(tree, SWEDEN))
    tree.filter.clear()
    assert not tree.view.isExpanded(index_of(tree, SWEDEN))
    assert tree.view.isExpanded(index_of(tree, (*GROUPS_PATH, 0)))


def test_down_leads_from_the_filter_to_the_rows(tree: ConfigTree, session: Session) -> None:
    QTest.keyClicks(tree.filter, "chat")
    QTest.keyClick(tree.filter, Qt.Key.Key_Down)
    assert tree.view.hasFocus()
    assert current(tree) == AZURE_PATH


def test_ctrl_f_leads_from_the_rows_to_the_filter(tree: ConfigTree) -> None:
    tree.view.setFocus()
    QTest.keyClick(tree.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert tree.filter.hasFocus()


def test_a_filtered_tree_follows_the_config(tree: ConfigTree, session: Session) -> None:
    QTest.keyClicks(tree.filter, "second")
    assert not tree.view.isVisible()
    insert_group(session, 0, "second-region")
    assert tree.view.isVisible()
    assert rows(tree) == {"Azure OpenAI": {"second-region": {"new": {}}}}
