"""What takes long to judge is judged beside the window, and what is shown meanwhile is not lost."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from editor.core.compose.project import Project
from editor.core.document import Document
from editor.core.schema.field import Target
from editor.core.text import Edit, Patch
from editor.ui.bottom import BottomPanel
from editor.ui.judging import Judging
from editor.ui.session import Session
from editor.ui.tasks import Tasks
from editor.ui.testing import Tests

CONFIG = """\
version: 1.3.17
endpoints:
  azureOpenAI:
    groups:
      - group: eastus
        apiKey: key
        instanceName: contoso
        version: "2024-10-21"
        models:
          gpt-4o: true
"""
COMMENT = Edit("Type", (Patch(0, 0, "# a\n"),))
COMPOSE = Project(folder="/srv", config="/srv/librechat.yaml")


class Desk:
    """A session whose work beside the window waits for a gate."""

    def __init__(self) -> None:
        self.session = Session(Document(CONFIG))
        self.tasks = Tasks()
        self.judging = Judging(self.session, self.tasks)
        self.gate = Event()
        for _ in range(4):
            self.tasks.run(self.gate.wait, lambda _: None, lambda _: None, 0)

    def finish(self) -> None:
        self.gate.set()
        while self.tasks._running:
            self.tasks.wait()


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.finish()


def test_the_present_verdict_stays_until_the_other_one_is_there(desk: Desk) -> None:
    before = desk.session.document
    desk.judging.set_target(Target.V0_7)
    assert desk.session.document is before
    desk.finish()
    assert desk.session.document.target is Target.V0_7
    assert {"problems", "routes"} <= vars(desk.session.document).keys()


def test_what_is_typed_meanwhile_is_judged_by_the_other_release_too(desk: Desk) -> None:
    desk.judging.set_target(Target.V0_7)
    desk.session.apply(COMMENT)
    desk.finish()
    document = desk.session.document
    assert (document.target, document.text) == (Target.V0_7, "# a\n" + CONFIG)
    assert document.problems == Document("# a\n" + CONFIG, target="0.7").problems


def test_of_two_wishes_for_a_release_the_last_one_counts(desk: Desk) -> None:
    shown: list[Document] = []
    desk.session.document_changed.connect(shown.append)
    desk.judging.set_target(Target.V0_7)
    desk.judging.set_target(Target.V0_8)
    desk.finish()
    assert shown == []
    assert desk.session.document.target is Target.V0_8


def test_a_release_and_surroundings_can_be_wished_for_at_once(desk: Desk) -> None:
    desk.judging.surround(COMPOSE)
    desk.judging.set_target(Target.V0_7)
    desk.finish()
    document = desk.session.document
    assert (document.target, document.compose) == (Target.V0_7, COMPOSE)


def test_surroundings_of_another_config_are_forgotten(desk: Desk) -> None:
    desk.judging.surround(COMPOSE)
    desk.judging.forget_surroundings()
    desk.session.load(Document(CONFIG.replace("eastus", "westus")))
    desk.finish()
    assert desk.session.document.compose == Project()


def test_a_large_edit_is_one_step_whose_way_back_is_known(desk: Desk) -> None:
    before = desk.session.document
    desk.judging.apply("Comment", lambda _: COMMENT)
    assert desk.session.document is before
    desk.finish()
    outcome = desk.session.document
    assert outcome.text == "# a\n" + CONFIG
    desk.session.undo_stack.undo()
    assert desk.session.document is before
    desk.session.undo_stack.redo()
    assert desk.session.document is outcome


def test_a_large_edit_goes_on_from_what_was_typed_meanwhile(desk: Desk) -> None:
    desk.judging.apply("Comment", lambda _: COMMENT)
    desk.session.apply(Edit("Type", (Patch(0, 0, "# b\n"),)))
    desk.finish()
    assert desk.session.document.text == "# a\n# b\n" + CONFIG


def test_a_large_edit_can_be_given_up(desk: Desk, qtbot: QtBot) -> None:
    desk.judging.apply("Comment", lambda _: COMMENT)
    qtbot.waitUntil(lambda: desk.tasks.long_work is not None)
    desk.tasks.cancel()
    desk.finish()
    assert desk.session.document.text == CONFIG


def test_what_was_worked_out_is_told_once_it_is_shown(desk: Desk) -> None:
    shown: list[object] = []
    desk.judging.shown.connect(lambda: shown.append(desk.session.document.target))
    desk.judging.set_target(Target.V0_7)
    desk.judging.apply("Comment", lambda _: COMMENT)
    desk.finish()
    assert shown == [Target.V0_7, Target.V0_7]
    assert desk.session.document.text == "# a\n" + CONFIG


def test_safe_fixes_are_found_beside_the_window(desk: Desk, qtbot: QtBot) -> None:
    desk.session.load(Document(CONFIG.replace('"2024-10-21"', "2024-10-21")))
    panel = BottomPanel(desk.session, Tests(desk.session, desk.tasks, Path()))
    qtbot.addWidget(panel)
    panel.show()
    before = desk.session.document
    button = panel.findChild(QPushButton, "applySafeFixes")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.session.document is before
    desk.finish()
    assert desk.session.document.text == CONFIG
    assert desk.session.undo_stack.undoText() == "Apply safe fixes"
