"""Our reading of `.env` texts is npm dotenv's, on texts of this run (more with ORACLE_CASES).

What we write, npm dotenv reads as it was meant.
"""

import os
from random import Random

import pytest

from editor.core import dotenv
from editor.core.dotenv import Unwritable, assignments
from editor.core.text import apply
from tests.generators.dotenvs import dotenv_texts
from tests.oracle.dotenv import Dotenv, is_available

pytestmark = pytest.mark.skipif(
    not is_available(), reason="node and dotenv are needed: npm ci in tests/oracle"
)
_COUNT = max(2_000, int(os.environ.get("ORACLE_CASES", "5000")) * 2 // 5)
_SIGNS = "ab1#'\"`\\n\n\r\t $\u2028=:é🙂{}"
_NAMES = ("A", "AZURE_KEY", "a.b-c", "NEW", "AZURE_NEW")


def test_generated_texts_are_read_as_dotenv_reads_them() -> None:
    with Dotenv() as oracle:
        for text in dotenv_texts(_COUNT, 1):
            assert dotenv.parse(text) == oracle.parse(text), text


def test_dotenv_reads_the_values_that_are_written() -> None:
    random = Random(4)
    refused = 0
    with Dotenv() as oracle:
        for text in dotenv_texts(_COUNT, 5):
            name = random.choice(_NAMES)
            value = "".join(random.choices(_SIGNS, k=random.randint(0, 12)))
            try:
                new = apply(text, dotenv.set_value(text, name, value))
            except Unwritable:
                refused += 1
                continue
            assert oracle.parse(new) == oracle.parse(text) | {name: value}, (text, name, value)
    assert refused < _COUNT // 10


def test_dotenv_reads_the_others_after_a_variable_is_renamed_or_taken_out() -> None:
    random = Random(6)
    refused = 0
    with Dotenv() as oracle:
        for text in dotenv_texts(_COUNT // 2, 7):
            keys = [one.key for one in assignments(text) if one.key != "__proto__"]
            if not keys:
                continue
            name, before = random.choice(keys), oracle.parse(text)
            value = before.pop(name)
            renamed = apply(text, dotenv.rename(text, name, "RENAMED"))
            assert oracle.parse(renamed) == before | {"RENAMED": value}, (text, name)
            for change in (dotenv.comment_out, dotenv.remove):
                try:
                    assert oracle.parse(apply(text, change(text, name))) == before, (text, name)
                except Unwritable:
                    refused += 1
    assert refused < _COUNT // 100
