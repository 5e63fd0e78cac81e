"""The list says what is wrong, where, and leads there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from editor.core.document import Document
from editor.core.schema.table import GROUPS_PATH
from editor.core.text import Edit, Patch
from editor.ui.look.shapes import Shape
from editor.ui.panels.problems import ProblemsPanel
from editor.ui.session import Session
from editor.ui.widgets.problemlist import PROBLEM_ROLE, ProblemRow
from tests.ui.panels.menus import choose, open_menu, press_menu_key, right_click, titles, with_menu

TWO_FIXES = """\
version: "1.3.17"
endpoints:
  azureOpenAI:
    titleModel: gpt-4p
    groups:
      - group: east
        apiKey: "${K}"
        instanceName: east
        version: "2024-10-21"
        deploymentName: four
        models:
          gpt-4o: true
"""
GPT_5 = [*GROUPS_PATH, 0, "models", "gpt-5"]


@pytest.fixture
def session(session: Session) -> Session:
    """Return the session with models that LibreChat knows, so that the date is all to be said."""
    document = session.document
    text = document.text.replace("DeepSeek-V3.1", "gpt-4").replace("mistral-large", "gpt-4o")
    return Session(Document(text, document.env_text))


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> ProblemsPanel:
    panel = ProblemsPanel(session)
    qtbot.addWidget(panel)
    panel.resize(1000, 160)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.view.setFocus()
    return panel


def make_problems(session: Session) -> None:
    """Leave a group error first, then a warning."""
    session.fix(session.document.problems[0].fixes[0])
    session.operate([{"op": "unset", "path": [*GPT_5, "deploymentName"]}], "x")
    session.operate([{"op": "set", "path": [*GROUPS_PATH, 2, "versoin"], "value": "x"}], "x")


def row(panel: ProblemsPanel, number: int) -> ProblemRow:
    return panel.view.model().index(number, 0).data(PROBLEM_ROLE)


def test_a_row_says_everything_about_its_problem(panel: ProblemsPanel, session: Session) -> None:
    make_problems(session)
    first, second = row(panel, 0), row(panel, 1)
    assert first.shape is Shape.ERROR
    assert first.message == (
        'Model "gpt-5" in group "eastus" is missing a required deploymentName or version.'
    )
    assert (first.tag, first.node, first.line) == ("LibreChat stops here", "eastus › gpt-5", 37)
    assert (second.shape, second.tag, second.node) == (Shape.WARNING, "Advice", "foundry")
    assert second.fix == "Rename to “version”"


def test_plain_words_stand_in_the_tooltip_above_librechats_own(
    panel: ProblemsPanel, session: Session
) -> None:
    make_problems(session)
    tip = panel.view.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("Model “gpt-5” lacks a deployment name.")
    assert tip.endswith("is missing a required deploymentName or version.”")


def test_a_fragment_of_the_schema_stands_behind_plain_words(panel: ProblemsPanel) -> None:
    assert row(panel, 0).message == (
        'version is read as a date. Put it in quotes: "2024-10-21".'
        " LibreChat: “Expected string, received date”"
    )
    assert row(panel, 0).node == "sweden › API version"


@pytest.mark.parametrize(
    ("modifier", "signal"),
    [
        (Qt.KeyboardModifier.NoModifier, "field_requested"),
        (Qt.KeyboardModifier.AltModifier, "source_requested"),
    ],
)
def test_enter_leads_to_the_field_and_alt_enter_to_the_source(
    qtbot: QtBot, panel: ProblemsPanel, session: Session, modifier: Qt.KeyboardModifier, signal: str
) -> None:
    make_problems(session)
    panel.view.setCurrentIndex(panel.view.model().index(1, 0))
    with qtbot.waitSignal(getattr(panel, signal)) as told:
        QTest.keyClick(panel.view, Qt.Key.Key_Return, modifier)
    assert told.args == [session.document.problems[1]]


def test_a_double_click_leads_to_the_field(
    qtbot: QtBot, panel: ProblemsPanel, session: Session
) -> None:
    place = panel.view.visualRect(panel.view.model().index(0, 0)).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(panel.field_requested) as told:
        QTest.mouseDClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [session.document.problems[0]]


def test_ctrl_enter_does_the_first_fix_as_a_named_step(
    panel: ProblemsPanel, session: Session
) -> None:
    panel.view.setCurrentIndex(panel.view.model().index(0, 0))
    QTest.keyClick(panel.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert 'version: "2024-10-21"        # a date' in session.document.text
    assert session.undo_stack.undoText() == "Put it in quotes"


def test_a_click_on_the_fix_does_it(panel: ProblemsPanel, session: Session) -> None:
    area = panel.view.visualRect(panel.view.model().index(0, 0))
    place = area.center()
    place.setX(area.right() - 30)
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.document.problems == ()


def test_without_problems_it_says_so(panel: ProblemsPanel, session: Session) -> None:
    session.fix(session.document.problems[0].fixes[0])
    texts = [part.text() for part in panel.findChildren(QLabel) if part.isVisible()]
    assert texts == ["No problems. LibreChat 0.8 accepts this file."]
    assert not panel.view.isVisible()
    session.undo_stack.undo()
    assert panel.view.isVisible()


def test_next_and_previous_go_round(qtbot: QtBot, panel: ProblemsPanel, session: Session) -> None:
    make_problems(session)
    went = []
    panel.field_requested.connect(went.append)
    for go in (panel.go_to_next, panel.go_to_next, panel.go_to_next, panel.go_to_previous):
        go()
    first, second = session.document.problems
    assert went == [first, second, first, second]
    assert panel.view.currentIndex().row() == 1
    panel.go_to_first()
    assert went[-1] is first


def test_previous_begins_with_the_last(panel: ProblemsPanel, session: Session) -> None:
    make_problems(session)
    went = []
    panel.field_requested.connect(went.append)
    panel.go_to_previous()
    assert went == [session.document.problems[1]]


def test_nothing_happens_where_there_is_no_problem(panel: ProblemsPanel, session: Session) -> None:
    session.fix(session.document.problems[0].fixes[0])
    panel.field_requested.connect(pytest.fail)
    panel.go_to_next()
    panel.go_to_previous()


def test_the_current_problem_stays_current_while_others_come_and_go(
    panel: ProblemsPanel, session: Session
) -> None:
    make_problems(session)
    panel.view.setCurrentIndex(panel.view.model().index(1, 0))
    session.operate([{"op": "set", "path": ["endpoints", "azureOpenAI", "odd"], "value": 1}], "x")
    assert panel.view.model().rowCount() == 3
    assert panel.view.currentIndex().row() == 2
    assert row(panel, 2).line == session.document.problems[2].line


def test_a_text_that_cannot_be_read_has_one_problem_with_its_line(
    panel: ProblemsPanel, session: Session
) -> None:
    session.apply(Edit("Break", (Patch(0, 0, "a: [\n"),)))
    assert panel.view.model().rowCount() == 1
    assert row(panel, 0).line == session.document.problems[0].line


def test_problems_elsewhere_say_where(qtbot: QtBot) -> None:
    session = Session(Document("version: 3\nendpoints:\n  azureOpenAI: {}\n"))
    panel = ProblemsPanel(session)
    qtbot.addWidget(panel)
    count = panel.view.model().rowCount()
    nodes = {row(panel, number).node for number in range(count)}
    assert "version" in nodes
    assert any(node.startswith("Azure OpenAI") for node in nodes)


def test_names_are_those_of_the_contract(panel: ProblemsPanel) -> None:
    assert panel.view.objectName() == "problemsView"
    assert panel.view.accessibleName()


def menu_at(panel: ProblemsPanel, number: int) -> QMenu:
    """Right-click a row and return its menu."""
    place = panel.view.visualRect(panel.view.model().index(number, 0)).center()
    right_click(panel.view.viewport(), place)
    return open_menu()


@pytest.fixture
def two_fixes() -> Session:
    """Return a session whose only problem has two fixes."""
    return Session(Document(TWO_FIXES, "K=x\n"))


@pytest.fixture
def offering(qtbot: QtBot, two_fixes: Session) -> ProblemsPanel:
    panel = ProblemsPanel(two_fixes)
    qtbot.addWidget(panel)
    panel.resize(1000, 160)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    return panel


@with_menu
def test_the_menu_of_a_row_offers_all_its_fixes(
    offering: ProblemsPanel, two_fixes: Session
) -> None:
    menu = menu_at(offering, 0)
    second = "Use the conversation's own model"
    assert titles(menu) == ["Change to “gpt-4o”", second, "", "Go to field", "Go to source"]
    choose(menu, second)
    assert "titleModel: current_model\n" in two_fixes.document.text
    assert two_fixes.undo_stack.undoText() == second


@with_menu
def test_the_menu_key_opens_the_menu_of_the_current_row(offering: ProblemsPanel) -> None:
    offering.view.setFocus()
    offering.view.setCurrentIndex(offering.view.model().index(0, 0))
    press_menu_key(offering.view)
    assert "Change to “gpt-4o”" in titles(open_menu())


@with_menu
def test_the_menu_leads_to_the_source(
    qtbot: QtBot, offering: ProblemsPanel, two_fixes: Session
) -> None:
    with qtbot.waitSignal(offering.source_requested) as told:
        choose(menu_at(offering, 0), "Go to source")
    assert told.args == [two_fixes.document.problems[0]]


def test_beside_the_rows_there_is_no_menu(offering: ProblemsPanel) -> None:
    viewport = offering.view.viewport()
    right_click(viewport, viewport.rect().bottomRight())
    assert QApplication.activePopupWidget() is None
