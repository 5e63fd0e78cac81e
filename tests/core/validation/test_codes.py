"""Every code has a meaning, and the documentation lists it."""

from editor.core.validation.codes import MEANINGS, Code
from editor.core.validation.problem import Origin
from tests.core.validation import recorded
from tests.core.validation.codes_page import PAGE, page
from tests.core.validation.configs import findings
from tests.oracle.zod import decoded


def test_every_code_has_its_meaning() -> None:
    assert set(MEANINGS) == set(Code)


def test_the_documentation_lists_the_codes_of_the_code() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


_OF_THE_TEXT = {Code.SYNTAX, Code.EMPTY_FILE, Code.ENDLESS_ALIASES}


def test_every_code_about_schema_and_groups_occurs_in_a_recorded_config() -> None:
    occurring = {
        found.code
        for target, case in (*recorded.verdicts(), *recorded.sections())
        for found in findings(decoded(case["config"]), target)
        if found.origin in {Origin.SCHEMA, Origin.GROUPS}
    }
    listed = list(Code)
    of_values = set(listed[: listed.index(Code.UNKNOWN_KEY)]) - _OF_THE_TEXT
    assert occurring == of_values
