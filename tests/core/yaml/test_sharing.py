"""Values that are written once and used twice: who is told, and how one place gets its own."""

import pytest

from editor.core.document import Document, EditError

SHARED = """\
base: &b
  version: "2024-10-21"  # v
  headers: {a: x}
one:
  <<: *b
  k: &s "val"
two: *b
three: {<<: *b, q: *s}
list: [*b, 1]
"""
INSIDE = [
    ({"op": "set", "path": ["base", "version"], "value": "n"}, "other places use it as *b"),
    ({"op": "set", "path": ["one", "version"], "value": "n"}, "through a merge"),
    ({"op": "unset", "path": ["one", "version"]}, "through a merge"),
    ({"op": "set", "path": ["two", "version"], "value": "n"}, "stands at the anchor &b"),
    ({"op": "rename", "path": ["two", "version"], "name": "v2"}, "stands at the anchor &b"),
    ({"op": "insert", "path": ["two", "z"], "value": 1}, "stands at the anchor &b"),
    ({"op": "set", "path": ["three", "headers", "a"], "value": "n"}, "through a merge"),
    ({"op": "set", "path": ["one", "k"], "value": "n"}, "one other place uses it as *s"),
    ({"op": "set", "path": ["list", 0, "version"], "value": "n"}, "stands at the anchor &b"),
]


@pytest.mark.parametrize(("operation", "reason"), INSIDE)
def test_an_edit_inside_shared_content_is_refused_and_says_so(
    operation: dict[str, object], reason: str
) -> None:
    with pytest.raises(EditError) as refused:
        Document(SHARED).apply([operation])
    assert reason in refused.value.reason
    assert "Detach" in refused.value.reason
    assert refused.value.line is not None


@pytest.mark.parametrize("operation", [operation for operation, _ in INSIDE])
def test_detaching_changes_this_place_only(operation: dict[str, object]) -> None:
    before = Document(SHARED).value
    after = Document(SHARED).apply([{**operation, "detach": True}]).value
    assert isinstance(before, dict)
    assert isinstance(after, dict)
    path = operation["path"]
    assert isinstance(path, list)
    changed = {key for key in before if after[key] != before[key]}
    assert changed == {path[0]}


def test_an_edit_at_an_alias_replaces_the_alias() -> None:
    edited = Document(SHARED).apply([{"op": "set", "path": ["two"], "value": "own"}])
    assert edited.text == SHARED.replace("two: *b", "two: own")


def test_an_anchor_that_nobody_uses_is_not_shared() -> None:
    edited = Document("a: &x\n  b: 1\n").apply([{"op": "set", "path": ["a", "b"], "value": 2}])
    assert edited.text == "a: &x\n  b: 2\n"


def test_a_detached_anchor_moves_to_its_first_use() -> None:
    operation = {"op": "set", "path": ["base", "version"], "value": "n", "detach": True}
    text = Document(SHARED).apply([operation]).text
    assert 'base:\n  version: "n"  # v\n' in text
    assert '<<: &b {version: "2024-10-21", headers: {a: x}}' in text


EVERYWHERE = [
    (["base", "version"], ["base", "one", "two", "three"]),
    (["one", "version"], ["base", "one", "two", "three"]),
    (["two", "version"], ["base", "one", "two", "three"]),
    (["list", 0, "version"], ["base", "one", "two", "three"]),
]


@pytest.mark.parametrize(("path", "places"), EVERYWHERE)
def test_a_shared_value_can_be_set_where_it_is_written(
    path: list[object], places: list[str]
) -> None:
    operation = {"op": "set", "path": path, "value": "${V}", "everywhere": True}
    document = Document(SHARED).apply([operation])
    assert document.text == SHARED.replace('"2024-10-21"', '"${V}"')
    assert isinstance(document.value, dict)
    assert all(document.value[place]["version"] == "${V}" for place in places)  # type: ignore[index, call-overload]


@pytest.mark.parametrize("path", [["one", "k"], ["three", "q"]])
def test_an_anchored_value_keeps_its_anchor_when_it_is_set_everywhere(path: list[object]) -> None:
    operation = {"op": "set", "path": path, "value": "${V}", "everywhere": True}
    assert Document(SHARED).apply([operation]).text == SHARED.replace('"val"', '"${V}"')


@pytest.mark.parametrize("path", [["two"], ["one", "none"], ["base", "headers"], ["none", 1]])
def test_only_single_values_are_set_everywhere(path: list[object]) -> None:
    operation = {"op": "set", "path": path, "value": "x", "everywhere": True}
    with pytest.raises(EditError, match="no single value"):
        Document(SHARED).apply([operation])
