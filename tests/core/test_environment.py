"""References are filled in by LibreChat's rules, and what stays says why."""

import pytest

from editor.core.compose.project import File, Project
from editor.core.environment import Environment, Failure, Giver, Source, Unresolved
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


COMPOSED = Environment(
    {"SHELL": "process", "BOTH": "process", "BLANK": "process"},
    "FILE=file\nBOTH=file\nMOUNTED=file\nGIVEN=file\nHUSHED=file\n",
    Project(
        (
            File(
                "docker-compose.yml",
                "services:\n  api:\n    image: librechat/librechat\n    env_file: azure.env\n"
                "    environment: {BOTH: compose, GIVEN: '${FILE}!', BLANK: '', HUSHED: ''}\n",
            ),
        ),
        (File("azure.env", "LISTED=listed\n"),),
    ),
)


@pytest.mark.parametrize(
    ("name", "value", "source"),
    [
        ("BOTH", "compose", Source(Giver.COMPOSE, "docker-compose.yml")),
        ("GIVEN", "file!", Source(Giver.COMPOSE, "docker-compose.yml")),
        ("LISTED", "listed", Source(Giver.COMPOSE, "azure.env")),
        ("SHELL", "process", Source(Giver.PROCESS)),
        ("BLANK", "process", Source(Giver.PROCESS)),
        ("HUSHED", "", Source(Giver.COMPOSE, "docker-compose.yml")),
        ("MOUNTED", "file", Source(Giver.ENV)),
        ("NOWHERE", None, None),
    ],
)
def test_a_variable_comes_from_compose_then_the_process_then_the_env(
    name: str, value: str | None, source: Source | None
) -> None:
    assert COMPOSED.value(name) == value
    assert COMPOSED.source(name) == source


def test_an_env_that_compose_passes_on_is_still_the_env() -> None:
    compose = Project((File("a.yml", "services: {librechat: {build: ., env_file: .env}}"),))
    assert Environment({}, "A=1\n", compose).source("A") == Source(Giver.ENV)


def test_the_names_that_a_misspelt_one_may_be_are_those_with_a_value() -> None:
    text = "AZURE_KEY_1=\nAZURE_KEY_2=a\nAZURE_KEY_3=a\nAZURE_KEY_4=\n"
    found = Environment({"AZURE_KEY_3": "", "AZURE_KEY_4": "a", "AZURE_KEI": "a"}, text).filled
    assert [found.closest(f"AZURE_KEY{number}") for number in "1234"] == [
        "AZURE_KEY_2",
        "AZURE_KEY_2",
        "AZURE_KEY_2",
        "AZURE_KEY_4",
    ]
