"""References and starts go as with LibreChat's own packages (more cases with ORACLE_CASES)."""

import os
from collections.abc import Iterator
from random import Random

import pytest

from editor.core.environment import Environment
from editor.core.schema.field import Target
from tests.core.validation import recorded
from tests.generators.environments import environments, startups, text_with_references
from tests.oracle.startup import Startup, is_installed
from tests.oracle.startup_comparison import start_differences

pytestmark = pytest.mark.skipif(
    not is_installed(), reason="node and its packages are needed: npm ci in tests/oracle"
)
_COUNT = int(os.environ.get("ORACLE_CASES", "5000"))


@pytest.fixture(scope="module")
def oracle() -> Iterator[Startup]:
    with Startup() as process:
        yield process


@pytest.mark.parametrize("target", Target)
def test_references_are_filled_in_as_librechat_does(oracle: Startup, target: Target) -> None:
    random = Random(1)
    for _ in range(_COUNT // 10):
        environ = environments(random)
        texts = [text_with_references(random) for _ in range(10)]
        ours = [Environment(environ).resolve(text, target) for text in texts]
        assert ours == oracle.resolve(texts, target, environ), (texts, environ)


@pytest.mark.parametrize("target", Target)
def test_what_a_start_says_is_librechats_text(oracle: Startup, target: Target) -> None:
    stopped = warned = 0
    for config, environ in startups(_COUNT, 1):
        theirs = oracle.start(config, target, environ)
        assert start_differences(config, target, environ, theirs) == [], (config, environ)
        stopped += theirs.error is not None
        warned += bool(theirs.warnings)
    assert stopped > _COUNT // 10
    assert warned > _COUNT // 100 or target is Target.V0_7


@pytest.mark.parametrize("target", Target)
def test_recorded_starts_still_go_the_same_way(oracle: Startup, target: Target) -> None:
    for case_target, case in recorded.startups():
        if case_target is target:
            question = {key: case[key] for key in ("target", "environ", "config")}
            assert question | oracle.answer(question) == case
