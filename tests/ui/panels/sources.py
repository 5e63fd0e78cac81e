"""How the tests of the YAML panel show it and type in it."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.ui.panels.yaml import YamlPanel
from editor.ui.session import Session


def shown(qtbot: QtBot, session: Session) -> YamlPanel:
    """Return a panel on the screen with the keyboard in the text."""
    panel = YamlPanel(session)
    qtbot.addWidget(panel)
    panel.resize(456, 400)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.pane.setFocus()
    return panel


def type_at(panel: YamlPanel, before: str, keys: str) -> None:
    """Put the cursor behind a text and type."""
    panel.reveal_offset(panel.pane.text().index(before) + len(before))
    QTest.keyClicks(panel.pane, keys)
