"""The field table: its rows, their order, and where they apply."""

import pytest

from editor.core.schema import table
from editor.core.schema.field import Kind, Level, Target
from editor.core.yaml.values import Path


@pytest.mark.parametrize("level", Level)
def test_every_row_is_complete(level: Level) -> None:
    rows = table.fields_of(level)
    assert len({row.key for row in rows}) == len(rows)
    for row in rows:
        assert row.level is level
        assert row.label
        assert row.help.endswith(".")
        assert (row.shape.kind is Kind.CHOICE) == bool(row.shape.choices)
        assert row.is_known_in(Target.V0_8) or row.is_known_in(Target.V0_7)


def test_the_last_keys_are_the_long_ones() -> None:
    assert table.key_order(Level.GROUP)[0] == "group"
    assert table.key_order(Level.GROUP)[-1] == "models"
    assert table.key_order(Level.ENDPOINT)[-1] == "groups"


def test_only_the_api_key_is_secret() -> None:
    secrets = [row.key for level in Level for row in table.fields_of(level) if row.is_secret]
    assert secrets == ["apiKey"]


def test_a_model_inherits_from_the_group_what_the_group_has() -> None:
    inheritable = [row for row in table.fields_of(Level.MODEL) if row.is_inheritable]
    assert [row.key for row in inheritable] == ["deploymentName", "version"]
    assert all(table.field(Level.GROUP, row.key) is not None for row in inheritable)


@pytest.mark.parametrize(
    ("level", "key", "in_0_7", "in_0_8"),
    [
        (Level.ENDPOINT, "plugins", True, False),
        (Level.ENDPOINT, "streamRate", True, True),
        (Level.ENDPOINT, "titlePrompt", False, True),
        (Level.ENDPOINT, "reasoningLabel", False, True),
        (Level.GROUP, "forcePrompt", True, False),
        (Level.MODEL, "assistants", True, True),
    ],
)
def test_a_target_knows_the_keys_of_its_release(
    level: Level, key: str, in_0_7: bool, in_0_8: bool
) -> None:
    row = table.field(level, key)
    assert row is not None
    assert (row.is_known_in(Target.V0_7), row.is_known_in(Target.V0_8)) == (in_0_7, in_0_8)
    assert (row in table.fields_of(level, Target.V0_7)) == in_0_7


@pytest.mark.parametrize(
    ("existing", "new", "index"),
    [
        ([], "models", 0),
        (["group", "apiKey", "models"], "version", 2),
        (["group", "apiKey", "models"], "dropParams", 2),
        (["apiKey", "models"], "group", 0),
        (["models", "group"], "apiKey", 2),
        (["group", "x-note"], "models", 2),
        (["group", "models"], "x-note", 1),
        (["models", "group"], "x-note", 2),
        (["x-note"], "apiKey", 1),
        (["group", "x-note", "models"], "apiKey", 1),
    ],
)
def test_a_new_key_goes_where_the_table_puts_it(existing: list[str], new: str, index: int) -> None:
    assert table.insertion_index(Level.GROUP, existing, new) == index


@pytest.mark.parametrize(
    ("path", "level"),
    [
        ((), None),
        (("endpoints",), None),
        (("endpoints", "azureOpenAI"), Level.ENDPOINT),
        (("endpoints", "azureOpenAI", "groups"), None),
        (("endpoints", "azureOpenAI", "groups", 0), Level.GROUP),
        (("endpoints", "azureOpenAI", "groups", "0"), None),
        (("endpoints", "azureOpenAI", "groups", 0, "models"), None),
        (("endpoints", "azureOpenAI", "groups", 3, "models", "gpt-4o"), Level.MODEL),
        (("endpoints", "azureOpenAI", "groups", 3, "addParams", "gpt-4o"), None),
    ],
)
def test_a_path_tells_the_level_of_its_mapping(path: Path, level: Level | None) -> None:
    assert table.level_of(path) is level


def test_a_path_tells_its_field() -> None:
    group: Path = ("endpoints", "azureOpenAI", "groups", 0)
    assert table.field_at((*group, "apiKey")) is table.field(Level.GROUP, "apiKey")
    assert table.field_at((*group, "unknown")) is None
    assert table.field_at(group) is None
    assert table.field_at(()) is None
