"""How a test stands is seen before its model's name, also while hundreds are tested at once."""

from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from editor.core.standing import State
from editor.core.yaml.values import Path
from editor.ui.testing import Tests
from editor.ui.tree import ConfigTree
from tests.ui.tree.seen import MISTRAL, index_of
from tests.ui.tree.standings import Standings

ELSEWHERE = [("endpoints", "azureOpenAI", "groups", number) for number in range(20)]


def on_screen(tree: ConfigTree) -> QImage:
    """Return what a person sees of a model's row; drawing it for the picture would hide a lack."""
    view = tree.view
    row = view.visualRect(index_of(tree, MISTRAL))
    row.moveTopLeft(view.viewport().mapTo(tree.window(), row.topLeft()))
    return tree.screen().grabWindow(tree.window().winId()).copy(row).toImage()


@pytest.mark.parametrize("others", [[], ELSEWHERE], ids=["one", "many"])
def test_another_state_is_drawn(tree: ConfigTree, qtbot: QtBot, others: list[Path]) -> None:
    standings = Standings()
    tree.follow_tests(cast("Tests", standings))
    QCoreApplication.processEvents()
    before = on_screen(tree)
    standings.states[MISTRAL] = State.FAILED
    standings.changed.emit({MISTRAL, *others})

    qtbot.waitUntil(lambda: on_screen(tree) != before)
