"""Everything that people read passes through Qt's translation, and is translated where it can."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from editor import resources
from editor.ui.actions import build_actions
from editor.ui.language import is_translated, speak, speak_english
from editor.ui.toolbar import Toolbar
from tools.wording import SOURCE, all_words, words_of

NOT_FOR_PEOPLE = {
    # names of code
    "Appearance", "Fusion", "Palette", "Path", "Value",
    "tuple[int, int, int, int]",
    # a heading that is written into the .env, a value of an enum
    "Image generation", "yes or no",
    # what LibreChat says
    "Configuration conflict: The '{}' endpoint has both 'supportedIds' and 'excludedIds' defined. "
    "The 'excludedIds' will be ignored.",
    "Configuration conflict: The '{}' endpoint has both 'privateAssistants' and 'supportedIds' or "
    "'excludedIds' defined. The 'supportedIds' and 'excludedIds' will be ignored.",
    "Invalid literal value, expected ", "Number must be greater than or equal to ",
    "Number must be ",
    # lines for a compose file
    "services:\n  {}:\n    volumes:\n      - type: bind\n        source: {}\n        target: {}\n",
    # what is typed into a terminal, a config or a page
    "az cognitiveservices account deployment list -o json", "gpt-4o, gpt-4o-mini",
}  # fmt: skip
IN_ENGLISH = {
    "app.py",  # the name of the program
    "asides/asides.py",  # the report for whoever helps
    "look/shapes.py", "look/stylesheet.py", "widgets/codewords.py",  # SVG, style sheets, HTML
}  # fmt: skip
GERMAN = """\
<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS><TS version="2.1" language="de"><context><name>Actions</name>
<message><source>Save</source><translation>Sichern</translation></message>
</context></TS>
"""


def test_every_literal_that_reads_like_words_is_translated() -> None:
    in_english = {words for name in IN_ENGLISH for words in words_of(SOURCE / name)}
    found = [
        f"{words.line}: {words.text}"
        for words in all_words()
        if not words.context and words.text not in NOT_FOR_PEOPLE and words not in in_english
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ('label("No group yet")', True),
        ('label(self.tr("No group yet"))', False),
        ('label(f"{count} groups of {name}")', True),
        ('setText("Save")', True),
        ('setObjectName("saveButton")', False),
        ('"""Says what it does."""', False),
    ],
)
def test_the_search_for_words_finds_what_people_read(
    tmp_path: Path, line: str, is_found: bool
) -> None:
    path = tmp_path / "page.py"
    path.write_text(f"class Page:\n    def build(self):\n        {line}\n")
    assert bool([words for words in words_of(path) if not words.context]) is is_found


def test_the_template_has_every_text() -> None:
    """Brought up to date by make translations."""
    template = ElementTree.parse(resources.folder() / "i18n" / "librechat-azure-editor.ts")
    known = {
        (context.findtext("name"), message.findtext("source"))
        for context in template.iter("context")
        for message in context.iter("message")
    }
    found = {(words.context, words.text) for words in all_words() if words.context}
    missing = found ^ known
    assert not missing, f"Run make translations: {missing}"


@pytest.fixture
def translations(tmp_path: Path, qapp: QApplication) -> Iterator[Path]:
    """Provide a folder with a German translation; English is spoken again afterwards."""
    source = tmp_path / "librechat-azure-editor_de.ts"
    source.write_text(GERMAN, encoding="utf-8")
    tool = Path(sys.executable).parent / "pyside6-lrelease"
    subprocess.run([tool, "-silent", source], check=True)
    yield tmp_path
    speak_english(qapp)


def test_the_systems_language_is_spoken(
    qapp: QApplication, qtbot: QtBot, translations: Path
) -> None:
    assert speak(qapp, QLocale("de_AT"), translations)
    toolbar = Toolbar(build_actions(qapp))
    qtbot.addWidget(toolbar)
    texts = {button.text() for button in toolbar.findChildren(QToolButton)}
    assert "Sichern" in texts
    assert "Undo" in texts
    assert is_translated()
    speak_english(qapp)
    assert not is_translated()


def test_a_language_without_a_translation_is_no_harm(
    qapp: QApplication, translations: Path
) -> None:
    assert not is_translated()
    assert not speak(qapp, QLocale("fr_FR"), translations)
    assert not is_translated()
    assert not speak(qapp, QLocale("de_DE"), translations / "missing")
