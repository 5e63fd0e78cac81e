"""The rows of the assistants' endpoints agree with LibreChat's schema."""

from typing import Any

import pytest

from editor.core.schema.assistants import (
    ASSISTANTS_FIELDS,
    AZURE_ASSISTANTS_PATH,
    OPENAI_ASSISTANTS_PATH,
)
from editor.core.schema.field import Kind, Target
from editor.core.schema.shipped import schema_at
from editor.core.yaml.values import Path

PLACES = [(target, path) for target in Target for path in ASSISTANTS_FIELDS]


@pytest.mark.parametrize("path", ASSISTANTS_FIELDS)
def test_every_row_is_complete(path: Path) -> None:
    rows = ASSISTANTS_FIELDS[path]
    assert len({row.key for row in rows}) == len(rows)
    assert all(row.label and row.help.endswith(".") for row in rows)


def test_the_version_that_counts_without_one_differs() -> None:
    defaults = {path: rows[0].default for path, rows in ASSISTANTS_FIELDS.items()}
    assert defaults == {AZURE_ASSISTANTS_PATH: 1, OPENAI_ASSISTANTS_PATH: 2}


@pytest.mark.parametrize(("target", "path"), PLACES)
def test_librechat_knows_every_key_with_its_type(target: Target, path: Path) -> None:
    types = {
        Kind.BOOLEAN: {"boolean"},
        Kind.NUMBER: {"number"},
        Kind.STRINGS: {"array"},
        Kind.STRING_OR_NUMBER: {"string", "number"},
    }
    for row in ASSISTANTS_FIELDS[path]:
        schema: Any = schema_at(target, (*path, row.key))
        shapes = schema.get("anyOf", [schema])
        assert {shape["type"] for shape in shapes} == types[row.shape.kind], row.key


@pytest.mark.parametrize(("target", "path"), PLACES)
def test_the_capabilities_are_librechats(target: Target, path: Path) -> None:
    (row,) = (row for row in ASSISTANTS_FIELDS[path] if row.shape.choices)
    schema: Any = schema_at(target, (*path, row.key))
    assert list(row.shape.choices) == schema["items"]["enum"]
