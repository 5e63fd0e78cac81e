"""Ten thousand problems cost the panels no more than those that are on the screen."""

from typing import TypeVar

import pytest
from PySide6.QtCore import QIdentityProxyModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor.core.document import Document
from editor.core.schema.table import GROUPS_PATH
from editor.ui.panels.problems import ProblemsPanel
from editor.ui.panels.yaml import YamlPanel
from editor.ui.session import Session
from editor.ui.widgets.problemlist import PROBLEM_ROLE

Panel = TypeVar("Panel", bound=QWidget)
COUNT = 10_000
CONFIG = """\
version: "1.3.17"
endpoints:
  azureOpenAI:
    groups:
      - group: east
        apiKey: "${K}"
        instanceName: east
        version: "2024-10-21"
        models:
          gpt-4o:
            deploymentName: four
"""
HEIGHT = 300
ON_SCREEN = HEIGHT // 20


class Watched(QIdentityProxyModel):
    """Passes a model on and keeps which rows were asked for what they show."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[int] = set()

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role == PROBLEM_ROLE:
            self.asked.add(index.row())
        return super().data(index, role)


@pytest.fixture(scope="module")
def document() -> Document:
    """Return a config with as many unknown keys; what is wrong with it is found out once."""
    lines = "".join(f"            odd{number}: 1\n" for number in range(COUNT))
    document = Document(CONFIG + lines, "K=x\n")
    assert len(document.problems) == COUNT
    return document


@pytest.fixture
def session(document: Document) -> Session:
    return Session(document)


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> ProblemsPanel:
    return shown(qtbot, ProblemsPanel(session))


@pytest.fixture
def watched(panel: ProblemsPanel) -> Watched:
    """Return what stands between the list and its model, after the list was drawn once."""
    watched = Watched()
    watched.setParent(panel)
    watched.setSourceModel(panel.view.model())
    panel.view.setModel(watched)
    panel.view.grab()
    return watched


def shown(qtbot: QtBot, panel: Panel) -> Panel:
    qtbot.addWidget(panel)
    panel.resize(1000, HEIGHT)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def test_only_rows_on_the_screen_are_made(watched: Watched) -> None:
    assert watched.rowCount() == COUNT
    assert 0 in watched.asked
    assert len(watched.asked) <= ON_SCREEN


def test_the_end_key_makes_only_the_last_rows(panel: ProblemsPanel, watched: Watched) -> None:
    QTest.keyClick(panel.view, Qt.Key.Key_Home)
    watched.asked.clear()
    QTest.keyClick(panel.view, Qt.Key.Key_End)
    panel.view.grab()
    assert panel.view.currentIndex().row() == COUNT - 1
    assert COUNT - 1 in watched.asked
    assert min(watched.asked) >= COUNT - ON_SCREEN


def test_no_row_has_a_widget(panel: ProblemsPanel) -> None:
    assert panel.view.viewport().findChildren(QWidget) == []


def test_an_edit_that_mends_one_problem_takes_one_row_out(
    panel: ProblemsPanel, watched: Watched, session: Session
) -> None:
    removed: list[tuple[int, int]] = []
    watched.rowsRemoved.connect(lambda _, first, last: removed.append((first, last)))
    watched.modelReset.connect(pytest.fail)
    watched.layoutChanged.connect(pytest.fail)
    watched.asked.clear()
    path = [*GROUPS_PATH, 0, "models", "gpt-4o", "odd5"]
    session.operate([{"op": "unset", "path": path}], "Remove")
    panel.view.grab()
    assert removed == [(5, 5)]
    assert watched.rowCount() == COUNT - 1
    assert len(watched.asked) <= ON_SCREEN


def test_the_source_underlines_only_what_is_on_the_screen(qtbot: QtBot, session: Session) -> None:
    panel = shown(qtbot, YamlPanel(session))
    panel.reveal_offset(len(session.document.text))
    QApplication.processEvents()
    assert 0 < len(panel.pane.extraSelections()) <= HEIGHT // 5
