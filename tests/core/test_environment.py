"""References are filled in by LibreChat's rules, and what stays says why."""

import pytest

from editor.core.environment import Environment, Failure, Unresolved
from editor.core.schema.field import Target

ENVIRONMENT = Environment(
    {"A": "1", "B": "2", "EMPTY": "", "SHADOWED": "process", "MONGO_URI": "x", "HIDDEN": ""},
    "FILE=3\nSHADOWED=file\nHIDDEN=file\n",
)


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("", ""),
        ("${A}", "1"),
        ("x${A}", "x1"),
        ("  pre ${A}  ", "pre 1"),
        ("${A}${B}", "${A}${B}"),
        ("${A}/${B}", "${A}/${B}"),
        ("${A}\n${B}", "1\n2"),
        ("https://${A}.x/${B}", "https://1.x/2"),
        ("${EMPTY}", "${EMPTY}"),
        ("pre${EMPTY}", "pre${EMPTY}"),
        ("${ A }", "${ A }"),
        ("${A:-def}", "${A:-def}"),
        ("$A", "$A"),
        ("${}", "${}"),
        ("$${A}", "$1"),
        ("${FILE} ", "3"),
        ("${SHADOWED}", "process"),
        ("${HIDDEN}", "${HIDDEN}"),
        ("${MONGO_URI}", "${MONGO_URI}"),
    ],
)
def test_references_are_filled_in(text: str, resolved: str) -> None:
    assert ENVIRONMENT.resolve(text, Target.V0_8) == resolved


def test_release_0_7_fills_in_secrets_of_its_own_too() -> None:
    assert ENVIRONMENT.resolve("${MONGO_URI}", Target.V0_7) == "x"


@pytest.mark.parametrize(
    ("text", "name", "failure"),
    [
        ("${NOPE}", "NOPE", Failure.MISSING),
        ("x ${EMPTY}", "EMPTY", Failure.EMPTY),
        ("${MONGO_URI}", "MONGO_URI", Failure.SENSITIVE),
        ("${A}/${B}", "A}/${B", Failure.SPANNING),
        ("${ A }", " A ", Failure.MISSPELT),
        ("${A:-def}", "A:-def", Failure.MISSPELT),
    ],
)
def test_what_stays_says_why(text: str, name: str, failure: Failure) -> None:
    assert ENVIRONMENT.unresolved(text, Target.V0_8) == (Unresolved(name, failure),)


def test_what_is_found_is_not_listed() -> None:
    assert ENVIRONMENT.unresolved("${A} and ${NOPE}, ${NOPE}.", Target.V0_8) == (
        Unresolved("NOPE", Failure.MISSING),
    )
