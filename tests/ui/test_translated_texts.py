"""What core and system say is translated whole; a translator's slip does no harm."""

import errno
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from editor import resources
from editor.core.completion.offering import MODEL_NAME, offers_at
from editor.core.diagnosis.catalogue import catalogue
from editor.core.document import Document, EditError
from editor.core.schema.table import AZURE_PATH, GROUPS_PATH
from editor.core.wording import Worded, counted, worded
from editor.system.errors import ChangedOnDisk, InvalidText, refusal
from editor.ui.language import in_language, name_in_language, speak, speak_english
from tests.core.validation import recorded
from tests.ui import bracketed
from tests.ui.moments import ODD, ODD_ENV

_NAME = "librechat-azure-editor"
_GROUP = [*GROUPS_PATH, 0]
bracketing = pytest.mark.usefixtures("in_brackets")


def english_in(text: str, source: str) -> list[str]:
    """Return what of a text stays English: what is outside of brackets, and parts like words."""
    outside = re.sub(r"`[^`]*`", "", bracketed.outside_brackets(in_language(text)))
    parts = [outside, *(part for part in _parts(text) if part not in source)]
    return [part for part in parts if bracketed.reads_like_words(part)]


def _parts(text: str) -> Iterator[str]:
    for part in text.parts if isinstance(text, Worded) else ():
        if isinstance(part, Worded):
            yield from _parts(part)
        elif isinstance(part, str):
            yield part


def _documents() -> Iterator[Document]:
    cases = [*recorded.verdicts(), *recorded.sections(), *recorded.startups()]
    for target, case in cases:
        yield Document(json.dumps(case["config"]), ODD_ENV, target.value)
    yield from (Document(ODD, ODD_ENV, target) for target in ("0.8", "0.7"))
    bad = Path(__file__).parents[1] / "cases" / "bad"
    for path in sorted(bad.glob("*.yaml")):
        yield Document(path.read_text(encoding="utf-8", errors="replace"))


@bracketing
def test_every_problem_and_fix_is_translated() -> None:
    found: set[str] = set()
    for document in _documents():
        said = [problem.message for problem in document.problems]
        said += [fix.title for problem in document.problems for fix in problem.fixes]
        said += [text for one in document.legacy for text in (one.effect, one.remedy)]
        said += [str(warning) for route in document.routes for warning in route.warnings]
        source = json.dumps(document.value, ensure_ascii=False) + document.text
        found |= {f"{one!r}: {text}" for text in said for one in english_in(text, source)}
    assert not found, "\n".join(sorted(found))


@bracketing
def test_every_note_of_a_migration_is_translated() -> None:
    legacy = "AZURE_OPENAI_API_VERSION=2024-10-21\n" + ODD_ENV
    configs = ("", "version: 1.3.17\n", ODD, "- 1\n", "a: [")
    choices = ({}, {"models": ["gpt-4"]}, {"group": "anchors", "key_variable": "1NAME"})
    notes = [
        (note.message, config)
        for config in configs
        for target in ("0.8", "0.7")
        for choice in choices
        for note in Document(config, legacy, target).migrate(choice).notes
    ]
    found = {f"{one!r}: {text}" for text, config in notes for one in english_in(text, config)}
    assert len(notes) > len(configs)
    assert not found, "\n".join(sorted(found))


@bracketing
@pytest.mark.parametrize("entry", catalogue().values(), ids=lambda entry: entry.id)
def test_every_diagnosis_is_translated(entry: object) -> None:
    texts = [getattr(entry, name) for name in ("summary", "cause", "fix")]
    assert not [one for text in texts for one in english_in(text, "")]


@bracketing
@pytest.mark.parametrize(
    ("path", "is_key"),
    [
        (("version",), False),
        ((*_GROUP, "version"), False),
        ((*_GROUP, "apiKey"), False),
        ((*_GROUP, "baseURL"), False),
        ((*_GROUP, "additionalHeaders"), True),
        ((*_GROUP, "additionalHeaders", "x"), False),
        ((*_GROUP, "addParams"), True),
        ((*_GROUP, "dropParams", 0), False),
        ((*_GROUP, "models", "gpt-5", MODEL_NAME), False),
        ((*AZURE_PATH, "titleModel"), False),
    ],
)
def test_every_meaning_of_an_offer_is_translated(path: tuple[str | int, ...], is_key: bool) -> None:
    sample = resources.folder() / "examples" / "sample" / "librechat.yaml"
    document = Document(sample.read_text(encoding="utf-8"), "EASTUS_KEY=x\nEMPTY=\n")
    offers = offers_at(document, path, is_key=is_key)
    offered = (*offers.whole, *offers.variables, *offers.placeholders)
    assert offered
    assert not [one for offer in offered for one in english_in(offer.meaning, document.text)]


@bracketing
@pytest.mark.parametrize(
    "operation",
    [
        {"op": "unset", "path": [*_GROUP, "nothing"]},
        {"op": "set", "path": [*_GROUP, "version", "x"], "value": 1},
        {"op": "set", "path": [*_GROUP, 0], "value": 1},
        {"op": "set", "path": [*GROUPS_PATH, 9, "x"], "value": 1},
        {"op": "insert", "path": [*_GROUP, "version"], "value": 1},
        {"op": "insert", "path": [*GROUPS_PATH, 9], "value": {}},
        {"op": "rename", "path": _GROUP, "name": "x"},
        {"op": "rename", "path": [*_GROUP, "version"], "name": "apiKey"},
        {"op": "move", "path": _GROUP, "to": 9},
        {"op": "duplicate", "path": [*_GROUP, "version"]},
        {"op": "set", "path": [*GROUPS_PATH, 1, "additionalHeaders", "x"], "value": "x"},
    ],
    ids=str,
)
def test_every_refusal_is_translated(operation: dict[str, object]) -> None:
    with pytest.raises(EditError) as caught:
        Document(ODD).apply([operation])
    assert not english_in(caught.value.reason, ODD)


@bracketing
def test_every_error_of_a_file_is_translated() -> None:
    path = Path("librechat.yaml")
    errors = [
        refusal(OSError(code, "x"), path, verb)
        for code in (*errno.errorcode, 0)
        for verb in ("read", "written")
    ]
    errors += [InvalidText(path, b"\xff", 0), ChangedOnDisk(path), ChangedOnDisk(path, path)]
    found = {one for error in errors for one in english_in(str(error), "")}
    assert not found


@bracketing
def test_a_name_is_not_taken_for_a_word() -> None:
    assert name_in_language("Whole file") == "Whole file"
    assert name_in_language(worded("Whole file")) == "⟦Whole file⟧"
    assert in_language(worded("Use “{0}”", "Connection")) == "⟦Use “Connection”⟧"


def test_english_is_said_at_once() -> None:
    text = worded("Group {0}", 3)
    assert in_language(text) is text


POLISH = """\
<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS><TS version="2.1" language="pl"><context><name>core</name>
<message numerus="yes"><source>%n models</source><translation>
<numerusform>%n model</numerusform><numerusform>%n modele</numerusform>
<numerusform>%n modeli</numerusform></translation></message>
<message><source>Group {0}</source><translation>Grupa {1}</translation></message>
<message><source>Use {0}</source><translation>Użyj {0}</translation></message>
</context></TS>
"""


@pytest.fixture
def _in_polish(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    source = tmp_path / f"{_NAME}_pl.ts"
    source.write_text(POLISH, encoding="utf-8")
    tool = Path(sys.executable).parent / "pyside6-lrelease"
    subprocess.run([tool, "-silent", source], check=True)
    assert speak(qapp, QLocale("pl_PL"), tmp_path)
    yield
    speak_english(qapp)


@pytest.mark.usefixtures("_in_polish")
@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 model"), (2, "2 modele"), (5, "5 modeli"), (22, "22 modele")]
)
def test_a_language_has_all_its_plural_forms(count: int, said: str) -> None:
    assert in_language(counted(count, "%n model", "%n models")) == said


@pytest.mark.usefixtures("_in_polish")
def test_what_is_not_translated_is_good_english() -> None:
    assert in_language(counted(1, "%n group", "%n groups")) == "1 group"
    assert in_language(counted(2, "%n group", "%n groups")) == "2 groups"
    assert in_language(worded("Model {0}", "a")) == "Model a"


@pytest.mark.usefixtures("_in_polish")
def test_parts_of_a_translated_text_are_translated_too() -> None:
    both = worded("Use {0}", worded("Use {0}", "gpt-4o"))
    assert in_language(both) == "Użyj Użyj gpt-4o"


@pytest.mark.usefixtures("_in_polish")
def test_a_translation_with_places_that_english_has_not_is_left_out() -> None:
    assert in_language(worded("Group {0}", 3)) == "Group 3"
