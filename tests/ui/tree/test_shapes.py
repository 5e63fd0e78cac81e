"""How a test stands is seen before its model's name, also while hundreds are tested at once."""

from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from editor.core.standing import State
from editor.core.yaml.values import Path
from editor.ui.testing import Tests
from editor.ui.tree import ConfigTree
from tests.ui.painted import on_screen
from tests.ui.tree.seen import MISTRAL, index_of
from tests.ui.tree.standings import Standings

ELSEWHERE = [("endpoints", "azureOpenAI", "groups", number) for number in range(20)]


def row_of(tree: ConfigTree) -> QImage:
    """Return what a person sees of a model's row."""
    return on_screen(tree.view.viewport(), tree.view.visualRect(index_of(tree, MISTRAL)))


@pytest.mark.parametrize("direction", Qt.LayoutDirection)
@pytest.mark.parametrize("others", [[], ELSEWHERE], ids=["one", "many"])
def test_another_state_is_drawn(
    tree: ConfigTree, qtbot: QtBot, others: list[Path], direction: Qt.LayoutDirection
) -> None:
    tree.setLayoutDirection(direction)
    standings = Standings()
    tree.follow_tests(cast("Tests", standings))
    QCoreApplication.processEvents()
    before = row_of(tree)
    standings.states[MISTRAL] = State.FAILED
    standings.changed.emit({MISTRAL, *others})

    qtbot.waitUntil(lambda: row_of(tree) != before)
