"""The banner is there only while legacy settings are, and offers the migration."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from editor.core.document import Document
from editor.core.text import Edit, Patch
from editor.ui.legacybanner import LegacyBanner
from editor.ui.session import Session
from tests.ui.environment.conftest import CONFIG

LEGACY = "AZURE_API_KEY=a\nAZURE_OPENAI_MODELS=b\n"


def banner(qtbot: QtBot, document: Document) -> LegacyBanner:
    migrate = QAction("Migrate…")
    made = LegacyBanner(Session(document), migrate)
    migrate.setParent(made)
    migrate.setEnabled(False)
    qtbot.addWidget(made)
    return made


def words(shown: LegacyBanner) -> str:
    return " ".join(one.text() for one in shown.findChildren(QLabel))


@pytest.mark.parametrize(
    ("config", "env_text", "expected"),
    [
        (CONFIG, LEGACY, "2 legacy Azure settings in .env. LibreChat warns that they conflict"),
        (CONFIG, "AZURE_API_KEY=a\n", "1 legacy Azure setting in .env."),
        (CONFIG, "AZURE_OPENAI_BASEURL=https://x\n", "They reach into groups without a warning."),
        ('version: "1"\n', LEGACY, "A group of librechat.yaml can take their place."),
    ],
)
def test_what_is_found_is_said(qtbot: QtBot, config: str, env_text: str, expected: str) -> None:
    shown = banner(qtbot, Document(config, env_text))
    shown.resize(900, 36)
    shown.show()
    assert expected in words(shown)
    assert not shown.button.isEnabled()


def test_without_legacy_settings_there_is_no_banner(qtbot: QtBot) -> None:
    assert banner(qtbot, Document(CONFIG, "EAST_KEY=1\n")).isHidden()


def test_a_closed_banner_comes_back_for_another_setting_only(qtbot: QtBot) -> None:
    shown = banner(qtbot, Document(CONFIG, LEGACY))
    session = shown._session
    close = shown.findChild(QToolButton)
    assert close is not None
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert shown.isHidden()
    session.apply(Edit("Type", (), (Patch(0, 0, "A=1\n"),)))
    assert shown.isHidden()
    session.apply(Edit("Type", (), (Patch(0, 0, "PLUGINS_USE_AZURE=true\n"),)))
    assert not shown.isHidden()
    assert shown.fact() == "3 legacy Azure settings in .env."
    session.apply(Edit("Clear", (), (Patch(0, len(session.document.env_text), ""),)))
    assert shown.isHidden()
