"""What an edit leaves behind that names a model which is gone is found and can be mended."""

import json

import pytest

from editor.core.document import Document
from editor.core.leftovers import Leftovers, leftovers, remedies
from editor.core.outline import value_at
from editor.core.yaml.values import Path
from tests.core.test_references import CONFIG, PLACES, PRESET
from tests.core.validation.configs import ENVIRON, GROUPS

MODELS = (*GROUPS, 0, "models")
RENAMED = {"op": "rename", "path": [*MODELS, "gpt-4o"], "name": "new"}
DELETED = {"op": "unset", "path": [*MODELS, "gpt-4o"]}
TITLE = PLACES[0]


@pytest.fixture
def document() -> Document:
    return Document(json.dumps(CONFIG), environ=ENVIRON)


def after(document: Document, *operations: dict[str, object]) -> tuple[Document, Leftovers | None]:
    """Return the document after several edits, and what they leave behind."""
    found: Leftovers | None = None
    for operation in operations:
        edited = document.apply([operation])
        found = leftovers(found, document.value, edited.value)
        document = edited
    return document, found


def test_a_renaming_leaves_all_places_behind_and_one_remedy_names_them_anew(
    document: Document,
) -> None:
    edited, found = after(document, RENAMED)
    assert found is not None
    assert ([use.path for use in found.uses], found.new_name) == (list(PLACES), "new")
    (remedy,) = remedies(edited.value, found)
    mended = edited.apply(remedy.operations)
    assert [value_at(mended.value, place) for place in PLACES] == ["new"] * 3
    assert leftovers(found, edited.value, mended.value) is None


def test_several_renamings_lead_to_the_last_name(document: Document) -> None:
    again = {"op": "rename", "path": [*MODELS, "new"], "name": "newer"}
    _, found = after(document, RENAMED, again)
    assert found is not None
    assert (found.names, found.new_name) == (("gpt-4o",), "newer")


def test_a_deletion_after_a_renaming_leaves_no_name(document: Document) -> None:
    _, found = after(document, RENAMED, {"op": "unset", "path": [*MODELS, "new"]})
    assert found is not None
    assert found.new_name is None


def test_an_edit_elsewhere_keeps_what_is_left(document: Document) -> None:
    elsewhere: dict[str, object] = {"op": "set", "path": ["cache"], "value": True}
    _, found = after(document, RENAMED, elsewhere)
    assert found is not None
    assert found.new_name == "new"


def test_taking_the_name_back_leaves_nothing(document: Document) -> None:
    back = {"op": "rename", "path": [*MODELS, "new"], "name": "gpt-4o"}
    assert after(document, RENAMED, back)[1] is None


@pytest.mark.parametrize(
    "operation",
    [
        {"op": "unset", "path": [*MODELS, "gpt-4o-mini"]},
        {"op": "rename", "path": [*MODELS, "gpt-4o-mini"], "name": "x"},
        {"op": "set", "path": [*TITLE], "value": "none"},
        {"op": "duplicate", "path": [*MODELS, "gpt-4o"], "name": "copy"},
        {"op": "move", "path": [*GROUPS, 0], "to": 1},
    ],
)
def test_other_edits_leave_nothing(document: Document, operation: dict[str, object]) -> None:
    assert after(document, operation)[1] is None


def test_a_name_that_another_group_has_is_not_gone(document: Document) -> None:
    twin: dict[str, object] = {
        "op": "set",
        "path": [*GROUPS, 1, "models", "gpt-4o"],
        "value": True,
    }
    assert after(document, twin, DELETED)[1] is None


def test_a_deleted_group_takes_all_its_models(document: Document) -> None:
    also: dict[str, object] = {"op": "set", "path": [*TITLE], "value": "gpt-4o-mini"}
    edited, found = after(document, also, {"op": "unset", "path": [*GROUPS, 0]})
    assert found is not None
    assert (found.names, found.new_name) == (("gpt-4o-mini", "gpt-4o"), None)
    assert [remedy.title for remedy in remedies(edited.value, found)] == [
        "Write titles with each conversation's own model",
        "Use “o3”",
        "Remove titleModel",
        "Remove the preset “x”",
        "Remove memory.agent",
    ]


def errors(document: Document) -> set[str]:
    return {problem.code for problem in document.problems if problem.severity == "error"}


def test_no_remedy_of_a_deletion_brings_an_error(document: Document) -> None:
    summary: dict[str, object] = {
        "op": "set",
        "path": ["summarization"],
        "value": {"provider": "azureOpenAI", "model": "gpt-4o"},
    }
    edited, found = after(document.apply([summary]), DELETED)
    assert found is not None
    assert len(remedies(edited.value, found)) == 7
    for remedy in remedies(edited.value, found):
        mended = edited.apply(remedy.operations)
        assert errors(mended) <= errors(edited), remedy.title
        left = leftovers(found, edited.value, mended.value)
        assert left is None or len(left.uses) < len(found.uses)


def test_many_models_are_not_offered_one_by_one(document: Document) -> None:
    added = [
        {"op": "set", "path": [*GROUPS, 1, "models", f"m{number}"], "value": True}
        for number in range(9)
    ]
    edited, found = after(document.apply(added), DELETED)
    assert found is not None
    assert not [remedy for remedy in remedies(edited.value, found) if "Use" in remedy.title]


def test_a_place_that_was_wrong_before_is_no_leftover(document: Document) -> None:
    path: Path = PRESET
    wrong: dict[str, object] = {"op": "set", "path": [*path], "value": "nothing"}
    _, found = after(document, wrong, DELETED)
    assert found is not None
    assert path not in {use.path for use in found.uses}
