"""The diff against the file on disk: what saving would change, without any secret."""

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from editor.core.document import Document
from editor.core.schema.table import GROUPS_PATH
from editor.core.text import Edit, Patch
from editor.ui.panels.changes import ChangesPanel
from editor.ui.session import Session


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> ChangesPanel:
    return shown(qtbot, session)


def shown(qtbot: QtBot, session: Session) -> ChangesPanel:
    panel = ChangesPanel(session)
    qtbot.addWidget(panel)
    panel.resize(456, 400)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def words(panel: ChangesPanel) -> list[str]:
    """Return what is said where there is no diff."""
    return [part.text() for part in panel.findChildren(QLabel) if part.isVisible()]


def diff(panel: ChangesPanel) -> list[str]:
    """Return the lines that are seen, none while there is no diff."""
    panes = [pane for pane in panel.findChildren(QPlainTextEdit) if pane.isVisible()]
    return panes[0].toPlainText().split("\n") if panes else []


def test_without_a_change_it_says_so(panel: ChangesPanel) -> None:
    assert words(panel) == ["Same as on disk."]
    assert panel.objectName() == "changesView"


def test_an_edit_is_shown_after_a_moment_and_undo_takes_it_away(
    qtbot: QtBot, panel: ChangesPanel, session: Session
) -> None:
    session.operate([{"op": "set", "path": ["cache"], "value": False}], "x")
    qtbot.waitUntil(lambda: diff(panel) != [])
    assert [line for line in diff(panel) if "cache" in line] == ["cache: true", "cache: false"]
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: words(panel) == ["Same as on disk."])


def test_saving_makes_it_empty(qtbot: QtBot, panel: ChangesPanel, session: Session) -> None:
    session.operate([{"op": "set", "path": ["cache"], "value": False}], "x")
    qtbot.waitUntil(lambda: diff(panel) != [])
    session.mark_saved(session.document.text)
    qtbot.waitUntil(lambda: words(panel) == ["Same as on disk."])


def test_nothing_is_compared_while_nobody_looks(
    qtbot: QtBot, panel: ChangesPanel, session: Session
) -> None:
    panel.hide()
    session.operate([{"op": "set", "path": ["cache"], "value": False}], "x")
    panel.refresh()
    panel.show()
    assert diff(panel)


def test_secrets_are_masked(qtbot: QtBot) -> None:
    text = (
        "endpoints:\n  azureOpenAI:\n    groups:\n    - group: a\n      apiKey: 0123456789abcdef\n"
    )
    session = Session(Document(text))
    panel = shown(qtbot, session)
    path = [*GROUPS_PATH, 0]
    session.operate([{"op": "set", "path": [*path, "apiKey"], "value": "secret-secret-9999"}], "x")
    panel.refresh()
    assert "      apiKey: ***cdef" in diff(panel)
    assert "      apiKey: ***9999" in diff(panel)
    assert "secret" not in "".join(diff(panel))


def test_a_change_that_the_mask_hides_is_told(qtbot: QtBot) -> None:
    text = "endpoints:\n  azureOpenAI:\n    groups:\n    - group: a\n      apiKey: short\n"
    session = Session(Document(text))
    panel = shown(qtbot, session)
    session.operate([{"op": "set", "path": [*GROUPS_PATH, 0, "apiKey"], "value": "shorter"}], "x")
    panel.refresh()
    assert words(panel)[0] == "Only a hidden value differs."


def test_the_env_file_is_compared_too_and_named(
    panel: ChangesPanel, session: Session, qtbot: QtBot
) -> None:
    at = session.document.env_text.index("3080")
    session.apply(Edit("Type", (), (Patch(at, at + 4, "3081"),)))
    panel.refresh()
    assert words(panel) == [".env"]
    assert [line for line in diff(panel) if "PORT" in line] == ["PORT=3080", "PORT=3081"]
    session.operate([{"op": "set", "path": ["cache"], "value": False}], "x")
    panel.refresh()
    assert words(panel) == ["Config", ".env"]


def test_secrets_of_the_env_file_are_masked(panel: ChangesPanel, session: Session) -> None:
    at = session.document.env_text.index("eastus-0001")
    session.apply(Edit("Type", (), (Patch(at, at + 11, "eastus-9999"),)))
    panel.refresh()
    assert [line for line in diff(panel) if "EASTUS_KEY" in line] == [
        "EASTUS_KEY=***0001",
        "EASTUS_KEY=***9999",
    ]
    assert "not-a-real-key" not in "".join(diff(panel))


def test_a_variable_that_only_the_config_on_disk_names_stays_masked(qtbot: QtBot) -> None:
    config = "endpoints: {azureOpenAI: {groups: [{apiKey: '${OURS}'}]}}\n"
    session = Session(Document(config, "OURS=not-a-real-thing-0001\n"))
    panel = shown(qtbot, session)
    at = config.index("OURS")
    session.apply(Edit("x", (Patch(at, at + 4, "X"),), (Patch(0, 4, "X"),)))
    qtbot.waitUntil(lambda: any("X=" in line for line in all_lines(panel)))
    assert "OURS=***0001" in all_lines(panel)
    assert "X=***0001" in all_lines(panel)


def test_both_texts_stand_side_by_side_where_there_is_room(
    qtbot: QtBot, panel: ChangesPanel, session: Session
) -> None:
    session.operate([{"op": "set", "path": ["cache"], "value": False}], "x")
    qtbot.waitUntil(lambda: diff(panel) != [])
    assert len(panes(panel)) == 1
    panel.resize(900, 400)
    qtbot.waitUntil(lambda: len(panes(panel)) == 2)
    qtbot.waitUntil(lambda: panes(panel)[1].x() > 0)
    assert ["cache: true" in pane.toPlainText() for pane in panes(panel)] == [True, False]


def panes(panel: ChangesPanel) -> list[QPlainTextEdit]:
    found = [pane for pane in panel.findChildren(QPlainTextEdit) if pane.isVisible()]
    return sorted(found, key=lambda pane: pane.mapToGlobal(pane.rect().topLeft()).x())


def all_lines(panel: ChangesPanel) -> list[str]:
    return [line for pane in panes(panel) for line in pane.toPlainText().split("\n")]
