"""The status bar says what another target makes of the same file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.core.document import Document
from editor.core.schema.field import Target
from editor.core.text import Edit, Patch
from editor.ui.actions import build_actions
from editor.ui.judging import Judging
from editor.ui.session import Session
from editor.ui.statusbar import StatusBar
from editor.ui.tasks import Tasks
from editor.ui.toolbar import Toolbar
from tests.ui.panels.menus import with_menu

CONFIG = """\
version: "1.3.17"
endpoints:
  azureOpenAI:
    titleModel: gpt-4o
    groups:
      - group: east
        apiKey: "${K}"
        instanceName: east
        version: "2024-10-21"
        deploymentName: four
        models:
          gpt-4o: true
"""
TITLE = "titleModel: gpt-4o"
COMMENT = Edit("Comment", (Patch(0, 0, "# mine\n"),))


def shown(qtbot: QtBot, text: str) -> tuple[Session, StatusBar]:
    session = Session(Document(text, "K=x\n"))
    bar = StatusBar(session)
    qtbot.addWidget(bar)
    bar.resize(900, 28)
    with qtbot.waitExposed(bar):
        bar.show()
    return session, bar


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (CONFIG, "LibreChat 0.7 accepts this file: 1 note more."),
        (
            CONFIG.replace(TITLE, "titlePromptTemplate: 3"),
            "LibreChat 0.7 accepts this file: 1 error less, 2 warnings more, 1 note more.",
        ),
        (
            CONFIG.replace(TITLE, "titleModel: gpt-4o\n    plugins: 3"),
            "LibreChat 0.7 would refuse this file: 1 error more, 1 warning less, 1 note more.",
        ),
        (
            CONFIG.replace("1.3.17", "1.0.0"),
            "LibreChat 0.7 accepts this file: as many problems as for 0.8, but others.",
        ),
        ("a: [\n", "LibreChat 0.7 would refuse this file: no other problems than for 0.8."),
    ],
)
def test_another_target_says_in_one_sentence_what_changed(
    qtbot: QtBot, text: str, words: str
) -> None:
    session, bar = shown(qtbot, text)
    session.judge(session.document.for_target(Target.V0_7))
    assert bar.currentMessage() == words


def test_the_way_back_counts_the_other_way_round(qtbot: QtBot) -> None:
    session, bar = shown(qtbot, CONFIG.replace(TITLE, "titlePromptTemplate: 3"))
    session.judge(session.document.for_target(Target.V0_7))
    session.judge(session.document.for_target(Target.V0_8))
    assert bar.currentMessage() == (
        "LibreChat 0.8 would refuse this file: 1 error more, 2 warnings less, 1 note less."
    )


def test_the_next_edit_brings_the_verdict_back(qtbot: QtBot) -> None:
    session, bar = shown(qtbot, CONFIG)
    verdict = bar.findChild(QPushButton, "verdict")
    assert verdict is not None
    session.judge(session.document.for_target(Target.V0_7))
    session.apply(COMMENT)
    assert bar.currentMessage() == ""
    assert verdict.isVisible()
    assert verdict.text() == "LibreChat 0.7 accepts this file"


def test_an_edit_or_another_file_says_nothing_about_targets(qtbot: QtBot) -> None:
    session, bar = shown(qtbot, CONFIG)
    session.apply(COMMENT)
    assert bar.currentMessage() == ""
    session.load(Document("a: [\n", target="0.7"))
    assert bar.currentMessage() == ""


def test_the_choice_in_the_toolbar_leads_to_the_sentence(qtbot: QtBot) -> None:
    session, bar = shown(qtbot, CONFIG)
    toolbar = Toolbar(build_actions(bar))
    qtbot.addWidget(toolbar)
    judging = Judging(session, Tasks())
    toolbar.target_chosen.connect(judging.set_target)
    choice = toolbar.findChild(QComboBox, "targetChoice")
    assert choice is not None
    QTest.keyClick(choice, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: bar.currentMessage().startswith("LibreChat 0.7 accepts this file"))


def test_the_release_that_judges_can_be_clicked(qtbot: QtBot) -> None:
    session, bar = shown(qtbot, CONFIG)
    button = bar.findChild(QPushButton, "target")
    assert button is not None
    assert button.text() == "LibreChat 0.8"
    with qtbot.waitSignal(bar.target_clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    session.judge(session.document.for_target(Target.V0_7))
    assert button.text() == "LibreChat 0.7"
    assert button.accessibleName() == "Judged by LibreChat 0.7"


@with_menu
def test_clicking_the_release_opens_the_toolbars_choice(qtbot: QtBot) -> None:
    parent = QWidget()
    toolbar = Toolbar(build_actions(parent))
    qtbot.addWidget(parent)
    qtbot.addWidget(toolbar)
    with qtbot.waitExposed(toolbar):
        toolbar.show()
    toolbar.open_target_choice()
    choice = toolbar.findChild(QComboBox, "targetChoice")
    assert choice is not None
    assert choice.view().isVisible()
    choice.hidePopup()
