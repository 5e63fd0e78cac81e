"""Our verdict is LibreChat's, on configs made for this run (more with ORACLE_CASES)."""

import os
from collections.abc import Iterator

import pytest

from editor.core.schema.field import Target
from tests.core.validation import recorded
from tests.oracle.section_cases import section_cases
from tests.oracle.zod import Zod, is_installed
from tests.oracle.zod_cases import cases
from tests.oracle.zod_comparison import differences

pytestmark = pytest.mark.skipif(
    not is_installed(), reason="node and its packages are needed: npm ci in tests/oracle"
)
_COUNT = int(os.environ.get("ORACLE_CASES", "5000"))
_SECTIONS_COUNT = int(os.environ.get("ORACLE_CASES", "2000"))


@pytest.fixture(scope="module")
def oracle() -> Iterator[Zod]:
    with Zod() as process:
        yield process


@pytest.mark.parametrize("target", Target)
def test_generated_configs_get_the_verdict_of_librechat(oracle: Zod, target: Target) -> None:
    for config in cases(_COUNT, 1, target):
        assert differences(config, target, oracle.judge(config, target)) == [], config


@pytest.mark.parametrize("target", Target)
def test_generated_sections_get_the_verdict_of_librechat(oracle: Zod, target: Target) -> None:
    for config in section_cases(_SECTIONS_COUNT, 1, target):
        assert differences(config, target, oracle.judge(config, target)) == [], config


@pytest.mark.parametrize("target", Target)
def test_recorded_answers_are_still_given(oracle: Zod, target: Target) -> None:
    assert oracle.keys(target) == recorded.keys(target)
    for recorded_target, case in (*recorded.verdicts(), *recorded.sections()):
        if recorded_target is target:
            question = {key: case[key] for key in ("target", "config")}
            assert question | oracle.answer(question) == case
