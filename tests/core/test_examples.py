"""The shipped examples: LibreChat takes each of them, and the sample shows its two problems."""

import re

import pytest

from editor.core.document import Document
from editor.core.legacy import PLACEHOLDERS
from tests.cases import case_names, case_text

SAMPLE = "examples/sample/librechat.yaml"
EXAMPLES = [name for name in case_names() if name.startswith("examples/") and name != SAMPLE]


ADVICE = {
    "examples/assistants.yaml": ["retired-assistants", "retrieval-capability"],
    SAMPLE: ["unknown-title-model", "unquoted-date"],
}


def example(name: str) -> Document:
    """Return an example with all its variables set."""
    text = case_text(name)
    variables = re.findall(r"\$\{([A-Z_]+)\}", text)
    environ = {name: "x" for name in variables if name not in PLACEHOLDERS}
    return Document(text, environ=environ | {"SIMULATOR_PORT": "8100"})


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_valid_and_offers_models(name: str) -> None:
    document = example(name)
    assert [problem for problem in document.problems if problem.severity == "error"] == []
    assert document.models
    assert case_text(name).count("#") >= 5


@pytest.mark.parametrize("name", [*EXAMPLES, SAMPLE])
def test_an_example_gets_no_advice_that_it_does_not_need(name: str) -> None:
    problems = example(name).problems
    serious = [problem.code for problem in problems if problem.severity != "info"]
    assert serious == ADVICE.get(name, [])
    notes = {problem.code for problem in problems if problem.severity == "info"}
    assert notes <= {"unknown-context-window", "old-api-version"}


def test_the_sample_has_an_unquoted_date_that_one_fix_mends() -> None:
    document = example(SAMPLE)
    errors = [problem for problem in document.problems if problem.severity == "error"]
    assert [error.server_message for error in errors] == ["Expected string, received date"]
    mended = document.apply(errors[0].fixes[0].operations)
    assert mended.valid
    assert len(mended.groups) == 5
