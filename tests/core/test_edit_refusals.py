"""What an edit refuses, with its reason and line, and what detaching then allows."""

import pytest

from editor.core.document import Document, EditError
from tests.cases import case_text
from tests.core.operations import AZURE, EAST, WEST, duplicate, insert, move, put, rename, unset
from tests.laws.reference import Operation, applied

REFUSALS = [
    ("anchors-and-aliases", put("x-models", "gpt-4o", value=False), 2),
    ("anchors-and-aliases", put(*EAST, "models", "gpt-4o", value=False), 12),
    ("merge-keys", put(*EAST, "apiKey", value="x"), None),
    ("merge-keys", unset(*EAST, "apiKey"), None),
    ("merge-keys", rename(*EAST, "apiKey", name="x"), None),
    ("block-style", unset(*EAST, "nothing"), None),
    ("block-style", put(*AZURE, "groups", 7, "group", value="x"), None),
    ("block-style", insert(*AZURE, "groups", 3, value={}), None),
    ("block-style", insert(*EAST, "group", value="x"), None),
    ("block-style", insert(*EAST, "group", "x", value="x"), None),
    ("block-style", rename(*EAST, "group", name="apiKey"), None),
    ("block-style", rename(*EAST, name="x"), None),
    ("block-style", rename(*EAST, "nothing", name="x"), None),
    ("block-style", move(*EAST, to=2), None),
    ("block-style", move(*EAST, to=-1), None),
    ("block-style", duplicate(*EAST, "group"), None),
    ("block-style", duplicate(*EAST, "group", name="apiKey"), None),
    ("block-style", duplicate(*EAST, name="x"), None),
    ("block-style", duplicate(*EAST, "nothing", name="x"), None),
    ("bad/tab-indentation", put("version", value="1"), 3),
    ("bad/two-documents", put("version", value="1"), None),
    ("bad/unclosed-quote", put("version", value="1"), 3),
    ("bad/root-list", put("version", value="1"), None),
]


@pytest.mark.parametrize(("name", "operation", "line"), REFUSALS)
def test_what_cannot_be_edited_is_refused_with_reason_and_line(
    name: str, operation: Operation, line: int | None
) -> None:
    document = Document(case_text(f"{name}.yaml"))
    with pytest.raises(EditError) as refused:
        document.apply([operation])
    assert refused.value.index == 0
    assert refused.value.reason
    assert isinstance(refused.value.line, int | None)
    if line is not None:
        assert refused.value.line == line


DETACHED = [
    ("anchors-and-aliases", put(*EAST, "models", "gpt-4o", value=False)),
    ("merge-keys", put(*EAST, "apiKey", value="x")),
    ("merge-keys", unset(*EAST, "apiKey")),
    ("merge-keys", rename(*EAST, "apiKey", name="x")),
    ("merge-key-last-or-alone", unset(*EAST, "apiKey")),
    ("merge-key-last-or-alone", put(*EAST, "version", value="2025-01-01")),
    ("merge-key-last-or-alone", unset(*WEST, "apiKey")),
    ("merge-key-last-or-alone", put(*WEST, "apiKey", value="x")),
    ("merge-key-last-or-alone", put("x-inline", "deep", "b", value=2)),
    ("shared-key-in-two-groups", insert(*WEST, "models", "o1", value=True)),
    ("shared-key-in-two-groups", put(*EAST, "models", "gpt-4", "version", value="1")),
]


@pytest.mark.parametrize(("name", "operation"), DETACHED)
def test_a_detached_edit_changes_one_place_only(name: str, operation: Operation) -> None:
    document = Document(case_text(f"{name}.yaml"))
    with pytest.raises(EditError):
        document.apply([operation])
    detached = document.apply([operation | {"detach": True}])
    assert detached.value == applied(document.value, operation)
