"""References and starts go as with LibreChat's own packages (more cases with ORACLE_CASES)."""

import os
from collections.abc import Iterator
from random import Random

import pytest

from editor.core.environment import Environment
from editor.core.schema.field import Target
from editor.core.validation.memory import Memory
from editor.core.validation.problem import Finding, Origin, Severity
from editor.core.validation.verdict import findings_in
from tests.generators.environments import environments, startups, text_with_references
from tests.oracle.startup import Startup
from tests.oracle.zod import is_installed

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
def test_what_stops_the_start_is_librechats_text(oracle: Startup, target: Target) -> None:
    stopped = 0
    for config, environ in startups(_COUNT, 1):
        theirs = oracle.start(config, target, environ)
        errors = _errors(findings_in(config, target, Memory(), Environment(environ)))
        assert [found.reported for found in errors] == [found is errors[0] for found in errors]
        thrown = [found for found in errors if found.server_message == "Invalid URL"]
        others = [
            found for found in errors if found.origin is not Origin.SCHEMA and found not in thrown
        ]
        assert _first_text(thrown) == theirs.thrown, (config, environ)
        assert _first_text(others) == theirs.error, (config, environ)
        stopped += any(found.origin is Origin.STARTUP for found in others)
    assert stopped > _COUNT // 10


def _errors(findings: tuple[Finding, ...]) -> list[Finding]:
    """Return what would stop LibreChat."""
    origins = {Origin.SCHEMA, Origin.STARTUP, Origin.GROUPS}
    return [
        found for found in findings if found.severity is Severity.ERROR and found.origin in origins
    ]


def _first_text(findings: list[Finding]) -> str | None:
    return str(findings[0].server_message) if findings else None
