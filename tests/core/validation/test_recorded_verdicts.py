"""Our verdict is what LibreChat's own packages said of the recorded configs."""

import pytest

from editor.core.schema.field import Level, Target
from editor.core.schema.root import ENDPOINTS_KEYS, ROOT_KEYS
from editor.core.schema.table import fields_of
from tests.core.validation import recorded
from tests.oracle.zod import decoded, judgement_from
from tests.oracle.zod_comparison import differences


@pytest.mark.parametrize("target", Target)
def test_recorded_configs_get_the_verdict_of_librechat(target: Target) -> None:
    recorded_cases = (*recorded.verdicts(), *recorded.sections())
    cases = [case for case_target, case in recorded_cases if case_target is target]
    assert len(cases) > 180
    for case in cases:
        config = decoded(case["config"])
        assert differences(config, target, judgement_from(case)) == [], case["config"]


@pytest.mark.parametrize("target", Target)
def test_the_table_has_the_keys_that_librechat_knows(target: Target) -> None:
    known = recorded.keys(target)
    assert list(ROOT_KEYS[target]) == known["root"]
    assert list(ENDPOINTS_KEYS[target]) == known["endpoints"]
    for level in Level:
        ours = {row.key for row in fields_of(level, target)}
        assert ours == set(known[level.value])
