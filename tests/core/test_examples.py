"""The shipped examples: LibreChat takes each of them, and the sample shows its two problems."""

import pytest

from editor.core.document import Document
from tests.cases import case_names, case_text

SAMPLE = "examples/sample/librechat.yaml"
EXAMPLES = [name for name in case_names() if name.startswith("examples/") and name != SAMPLE]


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_valid_and_offers_models(name: str) -> None:
    document = Document(case_text(name))
    assert [problem for problem in document.problems if problem.severity == "error"] == []
    assert document.models
    assert case_text(name).count("#") >= 5


def test_the_sample_has_an_unquoted_date_that_one_fix_mends() -> None:
    document = Document(case_text(SAMPLE))
    errors = [problem for problem in document.problems if problem.severity == "error"]
    assert [error.server_message for error in errors] == ["Expected string, received date"]
    mended = document.apply(errors[0].fixes[0].operations)
    assert mended.valid
    assert len(mended.groups) == 4
