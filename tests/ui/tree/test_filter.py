"""The filter shows what matches with what it is in, and then everything as it was."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from editor.core.schema.table import AZURE_PATH, GROUPS_PATH
from editor.core.standing import State
from editor.ui.session import Session
from editor.ui.testing import Tests
from editor.ui.tree import ConfigTree
from tests.ui import bracketed
from tests.ui.panels.menus import choose, open_menu, with_menu
from tests.ui.tree.seen import (
    MISTRAL,
    SWEDEN,
    current,
    index_of,
    insert_group,
    rows,
    set_value,
)
from tests.ui.tree.standings import Standings


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


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("contoso-sw chat", {"sweden": {"gpt-5-chat": {}}}),
        ("host:uksouth", {"uksouth": {"gpt-5.1": {}}}),
        ("problem:date", {"sweden": {}}),
        ("deployment:assistant", {"partners": {"gpt-4.1": {}}}),
    ],
)
def test_a_word_may_name_where_to_look(
    tree: ConfigTree, words: str, expected: dict[str, dict]
) -> None:
    QTest.keyClicks(tree.filter, words)
    assert rows(tree) == {"Azure OpenAI": expected}


@pytest.mark.usefixtures("in_brackets")
def test_a_problem_is_found_by_the_words_that_are_shown(tree: ConfigTree) -> None:
    tree.filter.setText(f"problem:{bracketed.OPEN}`version`")
    assert list(rows(tree).values()) == [{"sweden": {}}]


def test_the_switch_leaves_nodes_with_problems_until_they_are_mended(
    tree: ConfigTree, session: Session
) -> None:
    before = rows(tree)
    QTest.mouseClick(tree.bar.switch, Qt.MouseButton.LeftButton)
    assert rows(tree) == {"Azure OpenAI": {"sweden": {}}}
    set_value(session, (*SWEDEN, "version"), "2024-10-21")
    assert rows(tree) == {"Azure OpenAI": {}}
    QTest.mouseClick(tree.bar.switch, Qt.MouseButton.LeftButton)
    assert rows(tree) == before


def test_the_switch_and_the_words_are_cleared_together(tree: ConfigTree) -> None:
    before = rows(tree)
    QTest.mouseClick(tree.bar.switch, Qt.MouseButton.LeftButton)
    QTest.keyClicks(tree.filter, "mistral")
    texts = [part.text() for part in tree.findChildren(QLabel) if part.isVisible()]
    assert texts == ["No node with a problem matches ‘mistral’"]
    clear = tree.findChild(QPushButton, "clearFilter")
    assert clear is not None
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert rows(tree) == before
    assert tree.filter.hasFocus()


@with_menu
def test_the_menu_asks_for_one_thing_and_waits_for_the_word(tree: ConfigTree) -> None:
    QTest.keyClick(tree.filter, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    choose(open_menu(), "Host…")
    assert tree.filter.text() == "host:"
    QTest.keyClicks(tree.filter, "contoso-partners")
    assert rows(tree) == {"Azure OpenAI": {"partners": {"gpt-5-partners": {}, "gpt-4.1": {}}}}


def test_a_filter_by_status_follows_the_tests(tree: ConfigTree) -> None:
    standings = Standings()
    tree.follow_tests(cast("Tests", standings))
    QTest.keyClicks(tree.filter, "status:failed")
    assert not tree.view.isVisible()
    standings.states[MISTRAL] = State.FAILED
    standings.changed.emit({MISTRAL})
    assert rows(tree) == {"Azure OpenAI": {"foundry": {"mistral-large": {}}}}
