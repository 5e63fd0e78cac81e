"""The image tools' settings: edited in the `.env` text, with what becomes of them."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from editor.core.document import Document
from editor.core.image_variables import VARIABLES
from editor.ui.environment.images import ImageSection
from editor.ui.session import Session

AZURE = (
    "DALLE3_API_KEY=image-key-0123456789\n"
    "DALLE3_BASEURL=https://c.openai.azure.com/openai/deployments/dall-e-3\n"
    "DALLE3_AZURE_API_VERSION=2024-02-01\n"
)


def section(qtbot: QtBot, env_text: str) -> ImageSection:
    made = ImageSection(Session(Document('version: "1"\n', env_text)))
    made._session.document_changed.connect(made.show_document)
    qtbot.addWidget(made)
    made.resize(500, 900)
    made.set_folded(False)
    with qtbot.waitExposed(made):
        made.show()
    return made


def seen(made: ImageSection) -> str:
    return "\n".join(one.text() for one in made.findChildren(QLabel) if one.isVisible())


def field(made: ImageSection, name: str) -> QLineEdit:
    found = made.findChild(QLineEdit, f"env:{name}")
    assert found is not None
    return found


def test_every_variable_has_a_field(qtbot: QtBot) -> None:
    made = section(qtbot, "")
    for row in VARIABLES:
        assert field(made, row.name).accessibleName()


def test_the_address_that_results_is_shown(qtbot: QtBot) -> None:
    made = section(qtbot, AZURE)
    lines = [one for one in made.findChildren(QLineEdit) if one.isVisible() and one.isReadOnly()]
    assert [one.text() for one in lines] == [
        "https://c.openai.azure.com/openai/deployments/dall-e-3/images/generations"
        "?api-version=2024-02-01"
    ]
    assert "Azure" in seen(made)
    assert "image-key" not in seen(made)


def test_what_has_no_effect_says_why(qtbot: QtBot) -> None:
    made = section(qtbot, AZURE + "DALLE_REVERSE_PROXY=https://p/v1\nDALLE2_API_KEY=x\n")
    assert seen(made).count("Set, but without effect: another variable is missing, or wins.") == 1
    assert "LibreChat 0.8.8 does not read it; releases up to 0.7.5 did." in seen(made)


def test_a_tool_that_cannot_start_says_librechats_words(qtbot: QtBot) -> None:
    made = section(qtbot, "DALLE3_BASEURL=https://x\n")
    assert "Missing DALLE_API_KEY environment variable." in seen(made)


def test_typing_adds_the_variable_in_its_block_as_one_step(qtbot: QtBot) -> None:
    made = section(qtbot, "A=1\n")
    session = made._session
    qtbot.keyClicks(field(made, "IMAGE_GEN_OAI_MODEL"), "gpt-image-2")
    assert session.document.environment.variables["IMAGE_GEN_OAI_MODEL"] == "gpt-image-2"
    assert session.document.env_text.startswith("A=1\n")
    assert "# Image generation" in session.document.env_text
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert session.document.env_text == "A=1\n"
    assert field(made, "IMAGE_GEN_OAI_MODEL").text() == ""


def test_help_stands_under_the_field_that_has_the_focus(qtbot: QtBot) -> None:
    made = section(qtbot, "")
    made.activateWindow()
    assert "4,000 characters" not in seen(made)
    field(made, "DALLE3_BASEURL").setFocus()
    qtbot.waitUntil(lambda: "4,000 characters" in seen(made))


def test_keys_are_hidden(qtbot: QtBot) -> None:
    made = section(qtbot, AZURE)
    assert field(made, "DALLE3_API_KEY").echoMode() == QLineEdit.EchoMode.Password


@pytest.mark.parametrize(("env_text", "words"), [("", "nothing set"), (AZURE, "3 set")])
def test_the_heading_counts_while_folded(qtbot: QtBot, env_text: str, words: str) -> None:
    made = section(qtbot, env_text)
    made.set_folded(True)
    assert words in made.caret.accessibleName()
