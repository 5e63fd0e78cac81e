"""The laws notice what they are there to notice: each is shown an edit that breaks it."""

from dataclasses import dataclass

import pytest

from editor.core.text import Edit, Patch, difference
from editor.core.yaml.values import Value
from tests.laws.edits import outcome
from tests.laws.reference import Operation
from tests.oracle.comparison import read
from tests.oracle.jsyaml import Accepted, Refused, Verdict

TEXT = """\
# about a

a: 1 # beside a
# about b
b:
  - x
  # about y
  - y # beside y
c: 'text'
"""


@dataclass
class Forged:
    """A document whose edits give whatever text the test wants."""

    text: str
    result: str = ""
    patches: tuple[Patch, ...] = ()

    @property
    def value(self) -> Value:
        value = read(self.text)
        return None if isinstance(value, Exception) else value

    def apply(self, operations: list[Operation]) -> "Forged":
        del operations
        return Forged(self.result)

    def edit(self, operations: list[Operation], label: str) -> Edit:
        del operations
        return Edit(label, self.patches or difference(self.text, self.result))


def load(text: str) -> Verdict:
    value = read(text)
    return Refused(str(value), 0, 0, 0) if isinstance(value, Exception) else Accepted(value)


def broken(operation: Operation, *replacement: str) -> str:
    result = TEXT
    for old, new in zip(replacement[::2], replacement[1::2], strict=True):
        assert old in result
        result = result.replace(old, new)
    return " and ".join(outcome(Forged(TEXT, result), operation, load).broken)


SET_C = {"op": "set", "path": ["c"], "value": "true"}
UNSET_Y = {"op": "unset", "path": ["b", 1]}
Y = "  # about y\n  - y # beside y\n"


@pytest.mark.parametrize(
    ("operation", "replacement", "law"),
    [
        (SET_C, ("'text'", "'true'"), ""),
        (SET_C, ("'text'", "true"), "js-yaml reads"),
        (SET_C, ("'text'", "'true"), "the new text is refused"),
        (SET_C, ("c: 'text'", 'c : "true"'), "changed more than the scalar"),
        (SET_C, ("'text'", "'true'", "# beside a", ""), "is lost"),
        (SET_C, ("'text'", "'true'", "# about a\n\n", "\n"), "is lost"),
        (SET_C, ("'text'", "'true'", "# about b\n", "\n# about b\n\n"), "another node"),
        (
            SET_C,
            ("'text'", "'true'", " # beside a", "", "# about b\nb:", "b: # beside a"),
            "is lost",
        ),
        (SET_C, ("'text'", "'true'", " # beside y", "", "- x", "- x # beside y"), "another node"),
        (UNSET_Y, (Y, ""), ""),
        (UNSET_Y, ("  - y # beside y\n", ""), "of the removed node is still there"),
        (UNSET_Y, (Y, "", "b:\n", "b: \n"), "removing added"),
        ({"op": "move", "path": ["c"], "to": 0}, ("c: 'text'", "c:  'text'"), "in the order"),
        (
            {"op": "rename", "path": ["c"], "name": "d"},
            ("c: 'text'", "d: text"),
            "more than the key",
        ),
        (
            {"op": "insert", "path": ["d"], "value": 1},
            ("c: 'text'", "d: 1\nc: text"),
            "took something",
        ),
        ({"op": "duplicate", "path": ["b", 1]}, (Y, Y + "  - y\n"), "belongs to another node"),
        ({"op": "insert", "path": ["b", 0], "value": 1}, ("  - x", "  - 1\n  - x"), ""),
    ],
)
def test_a_law_notices_its_breach(
    operation: Operation, replacement: tuple[str, ...], law: str
) -> None:
    found = broken(operation, *replacement)
    assert law in found
    assert bool(law) == bool(found)


def test_patches_that_lead_elsewhere_are_noticed() -> None:
    new = TEXT.replace("'text'", "'true'")
    forged = Forged(TEXT, new, (Patch(0, 1, "!"),))
    assert outcome(forged, SET_C, load).broken == ("the patches do not give the new text",)
