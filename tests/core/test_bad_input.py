"""Texts that are no config: a document says what is wrong and where, and refuses to edit."""

import pytest

from editor.core.document import Document, EditError
from tests.cases import case_text, golden
from tests.oracle.jsyaml import Accepted, Odd, Refused

GOLDEN = {name: verdict for name, verdict in golden().items() if name.startswith("bad/")}
REFUSED = [name for name, verdict in GOLDEN.items() if isinstance(verdict, Refused)]
NOTHING_IN_IT = [
    name
    for name, verdict in GOLDEN.items()
    if isinstance(verdict, Accepted) and verdict.value is None
]
NOT_A_MAPPING = [
    name
    for name, verdict in GOLDEN.items()
    if isinstance(verdict, Accepted) and verdict.value is not None
]
ENDLESS = [name for name, verdict in GOLDEN.items() if isinstance(verdict, Odd)]
EDIT = {"op": "set", "path": ["version"], "value": "1.3.14"}


@pytest.mark.parametrize("name", REFUSED)
def test_a_text_that_librechat_cannot_read_is_one_error_with_its_reason(name: str) -> None:
    verdict = GOLDEN[name]
    assert isinstance(verdict, Refused)
    document = Document(case_text(name))
    errors = [problem for problem in document.problems if problem.severity == "error"]
    assert [(error.origin, error.reported) for error in errors] == [("yaml", True)]
    assert verdict.reason in (errors[0].server_message or "")
    assert errors[0].message.endswith(".")
    if verdict.line is not None:
        assert errors[0].line == verdict.line + 1
    assert (document.valid, list(document.models), list(document.groups)) == (False, [], [])


@pytest.mark.parametrize("name", REFUSED)
def test_a_text_that_librechat_cannot_read_cannot_be_edited_by_path(name: str) -> None:
    document = Document(case_text(name))
    with pytest.raises(EditError) as refused:
        document.apply([EDIT])
    assert refused.value.reason
    assert document.text == case_text(name)


@pytest.mark.parametrize("name", NOTHING_IN_IT)
def test_a_text_with_nothing_in_it_is_one_yaml_error_without_a_server_message(name: str) -> None:
    document = Document(case_text(name))
    errors = [problem for problem in document.problems if problem.severity == "error"]
    assert [(error.origin, error.server_message) for error in errors] == [("yaml", None)]
    assert not document.valid


@pytest.mark.parametrize("name", NOTHING_IN_IT)
def test_a_text_with_nothing_in_it_can_be_filled(name: str) -> None:
    filled = Document(case_text(name)).apply([EDIT])
    assert filled.value == {"version": "1.3.14"}
    assert filled.text.startswith(case_text(name).removesuffix("~\n").rstrip(" "))


@pytest.mark.parametrize("name", NOT_A_MAPPING)
def test_a_list_or_a_text_at_the_top_is_said_in_plain_words(name: str) -> None:
    document = Document(case_text(name))
    assert document.problems
    assert all(problem.message.endswith(".") for problem in document.problems)


@pytest.mark.parametrize("name", ENDLESS)
def test_aliases_that_explode_are_refused_with_a_message(name: str) -> None:
    document = Document(case_text(name))
    assert not document.valid
    assert [problem.severity for problem in document.problems] == ["error"]
    with pytest.raises(EditError):
        document.apply([EDIT])


@pytest.mark.parametrize("text", ["a: " + "[" * 5000, "- " * 5000, "{a: " * 5000, "? " * 5000])
def test_deep_nesting_is_refused_without_a_crash(text: str) -> None:
    assert not Document(text).valid


def test_a_long_line_and_a_long_key_are_fine() -> None:
    document = Document(f"version: '1'\n{'k' * 100_000}: {'v' * 100_000}\n")
    assert document.value == {"version": "1", "k" * 100_000: "v" * 100_000}
