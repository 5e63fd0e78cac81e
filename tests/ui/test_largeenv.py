"""A `.env` of thousands of variables: what would make people wait is off, and that is said."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from editor.core import dotenv
from editor.core.document import Document
from editor.core.schema.table import GROUPS_PATH
from editor.core.text import Edit, Patch
from editor.ui.environment.dialogs import MoveDialog, NewVariableDialog
from editor.ui.environment.page import EnvironmentPage
from editor.ui.judging import Judging
from editor.ui.panels.changes import ChangesPanel
from editor.ui.panels.env import EnvPanel
from editor.ui.session import Session
from editor.ui.tasks import Tasks

CONFIG = """\
version: 1.3.17
endpoints:
  azureOpenAI:
    groups:
      - group: east
        apiKey: ${EAST_KEY}
        instanceName: east
        version: "2024-10-21"
        models: {gpt-4o: true}
"""
COUNT = 1_600
ENV = "".join(f"VARIABLE_{number}=some value\n" for number in range(COUNT))
ADDED = Edit("Add EAST_KEY", (), dotenv.add(ENV, "EAST_KEY", "x" * 20))


@pytest.fixture
def session() -> Session:
    return Session(Document(CONFIG, ENV))


@pytest.fixture
def tasks(qapp: QApplication, session: Session) -> Iterator[Tasks]:
    tasks = Tasks()
    judging = Judging(session, tasks)
    yield tasks
    tasks.wait()
    assert judging is not None


def shown(widget: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(widget)
    widget.resize(700, 800)
    with qtbot.waitExposed(widget):
        widget.show()


def seen(widget: QWidget) -> str:
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def test_the_text_is_not_shown_and_the_reason_is(session: Session, qtbot: QtBot) -> None:
    panel = EnvPanel(session)
    shown(panel, qtbot)
    assert not panel.pane.isVisible()
    assert panel.pane.text() == ""
    assert "too large to be shown" in seen(panel)
    assert "1,600 variables" in seen(panel)


def test_a_text_that_becomes_large_goes_and_comes_back(session: Session, qtbot: QtBot) -> None:
    session.load(Document(CONFIG, "A=1\n"))
    panel = EnvPanel(session)
    shown(panel, qtbot)
    assert panel.pane.isVisible()
    session.apply(Edit("Paste", (), (Patch(0, 0, ENV),)))
    assert not panel.pane.isVisible()
    session.undo_stack.undo()
    assert panel.pane.isVisible()
    assert panel.pane.text() == "A=1\n"


def test_what_is_pasted_into_the_text_may_make_it_large(session: Session, qtbot: QtBot) -> None:
    session.load(Document(CONFIG, "A=1\n"))
    panel = EnvPanel(session)
    shown(panel, qtbot)
    panel.pane.setFocus()
    QApplication.clipboard().setText(ENV)
    qtbot.keyClick(panel.pane, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert session.document.env_text == ENV + "A=1\n"
    assert not panel.pane.isVisible()


def test_values_cannot_be_typed_but_variables_can_be_added(session: Session, qtbot: QtBot) -> None:
    migrate = QAction("Migrate…")
    page = EnvironmentPage(session, {"migrate": migrate})
    migrate.setParent(page)
    shown(page, qtbot)
    page.show_variable("EAST_KEY")
    assert page.detail.value.isReadOnly()
    assert "typing a value" not in seen(page.detail)
    assert page.add_button.isEnabled()
    assert "values are not typed here" in seen(page)


def test_only_the_first_of_very_many_variables_are_listed(session: Session, qtbot: QtBot) -> None:
    migrate = QAction("Migrate…")
    page = EnvironmentPage(session, {"migrate": migrate})
    migrate.setParent(page)
    shown(page, qtbot)
    assert len(page.others_table.rows.rows) == 1_000
    assert "the first 1000 of them here" in seen(page)


def test_an_edit_is_worked_out_beside_the_window(
    session: Session, tasks: Tasks, qtbot: QtBot
) -> None:
    before = session.document
    session.apply(ADDED, select=("version",))
    qtbot.waitUntil(lambda: session.document is not before)
    assert {"problems", "routes"} <= vars(session.document).keys()
    assert session.document.environment.is_set("EAST_KEY")
    assert session.selection == ("version",)
    session.undo_stack.undo()
    assert session.document is before


def test_undoing_a_later_step_first_does_not_make_it_slow(
    session: Session, tasks: Tasks, qtbot: QtBot
) -> None:
    before = session.document
    session.apply(ADDED)
    qtbot.waitUntil(lambda: session.document is not before)
    session.apply(Edit("Type", (Patch(0, 0, "# a\n"),)))
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert session.document is before


def test_an_edit_of_a_text_that_changed_meanwhile_is_refused(
    session: Session, tasks: Tasks, qtbot: QtBot
) -> None:
    reasons: list[str] = []
    session.refused.connect(reasons.append)
    gate = Event()
    for _ in range(4):
        tasks.run(gate.wait, lambda _: None, lambda _: None, 0)
    session.apply(ADDED)
    session.apply(Edit("Type", (Patch(0, 0, "# a\n"),)))
    gate.set()
    qtbot.waitUntil(lambda: bool(reasons))
    assert reasons == ["The text changed meanwhile. Try it again."]
    assert session.document.env_text == ENV


def test_a_changed_text_is_not_compared(session: Session, qtbot: QtBot) -> None:
    panel = ChangesPanel(session)
    shown(panel, qtbot)
    assert "Same as on disk" in seen(panel)
    session.apply(ADDED)
    qtbot.waitUntil(lambda: "too large to be compared" in seen(panel))


def test_a_new_variable_is_added_beside_the_window(
    session: Session, tasks: Tasks, qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = NewVariableDialog(session, parent)
    dialog.open()
    qtbot.keyClicks(dialog.name, "VARIABLE_1")
    assert "in the .env file already" in seen(dialog)
    dialog.name.setText("EAST_KEY")
    qtbot.keyClicks(dialog.value, "new")
    before = session.document
    dialog.accept()
    qtbot.waitUntil(lambda: session.document is not before)
    assert session.document.environment.value("EAST_KEY") == "new"
    assert session.undo_stack.undoText() == "Add EAST_KEY"


def test_a_secret_moves_beside_the_window(session: Session, tasks: Tasks, qtbot: QtBot) -> None:
    session.load(Document(CONFIG.replace("${EAST_KEY}", "0123456789-secret"), ENV))
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = MoveDialog(session, (*GROUPS_PATH, 0, "apiKey"), parent)
    dialog.open()
    before = session.document
    dialog.accept()
    qtbot.waitUntil(lambda: session.document is not before)
    assert "0123456789-secret" not in session.document.text
    assert "0123456789-secret" in session.document.env_text


def test_a_fix_in_the_text_is_made_beside_the_window(
    session: Session, tasks: Tasks, qtbot: QtBot
) -> None:
    session.load(Document(CONFIG, ENV + "AZURE_API_KEY=legacy\n"))
    before = session.document
    fixes = [fix for problem in before.problems for fix in problem.fixes if fix.env]
    assert session.fix(fixes[0])
    qtbot.waitUntil(lambda: session.document is not before)
    assert "routes" in vars(session.document)


def test_what_cannot_be_written_is_said_afterwards(
    session: Session, tasks: Tasks, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.refused) as refused:
        session.make("Add", lambda one: Edit("Add", (), dotenv.add(one.env_text, "A B", "x")))
    assert refused.args is not None
    assert "A name may have letters" in refused.args[0]
