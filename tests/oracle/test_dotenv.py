"""Our reading of `.env` texts is npm dotenv's, on texts of this run (more with ORACLE_CASES)."""

import os

import pytest

from editor.core import dotenv
from tests.generators.dotenvs import dotenv_texts
from tests.oracle.dotenv import Dotenv, is_available

pytestmark = pytest.mark.skipif(
    not is_available(), reason="node and dotenv are needed: npm ci in tests/oracle"
)
_COUNT = max(2_000, int(os.environ.get("ORACLE_CASES", "5000")) * 2 // 5)


def test_generated_texts_are_read_as_dotenv_reads_them() -> None:
    with Dotenv() as oracle:
        for text in dotenv_texts(_COUNT, 1):
            assert dotenv.parse(text) == oracle.parse(text), text
