"""Values that JSON does not know, aliases without end, and depth are judged too."""

import math

import pytest

from editor.core.schema.field import Target
from editor.core.schema.shipped import Node, definitions_of, schema_at
from editor.core.validation.faults import Checker, Fault
from editor.core.yaml.values import Timestamp, Value

_TEXTS: Node = {"type": "object", "additionalProperties": {"type": "string"}}


def faults(value: Value, node: Node) -> tuple[Fault, ...]:
    return Checker({}).faults(value, node)


@pytest.mark.parametrize(
    ("value", "node"),
    [
        (Timestamp(0), {"type": "string"}),
        (Timestamp(0), {"type": "object"}),
        (math.nan, {"type": "number"}),
        (math.inf, {"type": "integer"}),
        (True, {"type": "number"}),
        (True, {"enum": [1]}),
        (1, {"const": True}),
        ("😀", {"maxLength": 1}),
        ("a\n", {"pattern": "^a$"}),
        ("\x1c", {"pattern": r"^\s$"}),
        (b"ab", _TEXTS),
        (None, {"type": ["string", "number"]}),
    ],
)
def test_javascript_would_refuse_it(value: Value, node: Node) -> None:
    assert faults(value, node)


@pytest.mark.parametrize(
    ("value", "node"),
    [
        (math.inf, {"type": "number", "minimum": 1}),
        (b"ab", {"type": "object", "additionalProperties": {"type": "integer"}}),
        ("\ufeff", {"pattern": r"^\s$"}),
        ("éß1", {"pattern": r"^[\p{L}][\p{L}\p{N}]*$"}),
        (None, {"type": ["string", "null"]}),
        (2.5, {"minimum": 2.5, "maximum": 2.5}),
        ({"a": 1}, {}),
    ],
)
def test_javascript_would_take_it(value: Value, node: Node) -> None:
    assert faults(value, node) == ()


def test_entries_come_in_the_order_of_javascript() -> None:
    found = faults({"b": 1, "10": 1, "2": 1}, _TEXTS)
    assert [fault.path for fault in found] == [("2",), ("10",), ("b",)]


def doubled(leaf: Value, times: int) -> Value:
    for _ in range(times):
        leaf = [leaf, leaf]
    return leaf


@pytest.mark.parametrize("leaf", ["sound", Timestamp(0)])
def test_aliases_that_double_sixty_times_take_no_time(leaf: Value) -> None:
    path = ("endpoints", "custom")
    checker = Checker(definitions_of(Target.V0_8))
    value: Value = [{"addParams": {"a": doubled(leaf, 60)}}]
    found = checker.faults(value, schema_at(Target.V0_8, path))
    assert len(found) == (0 if leaf == "sound" else 1)


def test_thousands_of_faults_are_cut_off() -> None:
    assert len(faults(dict.fromkeys(map(str, range(5000)), 1), _TEXTS)) == 1000


def test_depth_beyond_any_file_is_taken() -> None:
    value: Value = "x"
    for _ in range(5000):
        value = [value]
    checker = Checker(definitions_of(Target.V0_8))
    assert checker.faults(value, {"$ref": "#/definitions/value1"}) == ()
