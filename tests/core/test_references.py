"""Places that name a model are found, and follow when it gets another name."""

import json

import pytest

from editor.core.document import Document
from editor.core.references import renaming_operations, uses_in, uses_of
from editor.core.yaml.values import Path, Value
from tests.core.validation.configs import GROUPS, config, group

CONFIG: dict[str, Value] = {
    **config(
        group("a", models={"gpt-4o": True, "gpt-4o-mini": True}),
        group("b", models={"o3": True}),
        titleModel="gpt-4o",
    ),
    "modelSpecs": {
        "list": [
            {"name": "x", "preset": {"endpoint": "azureOpenAI", "model": "gpt-4o"}},
            {"name": "y", "preset": {"endpoint": "openAI", "model": "gpt-4o"}},
            {"name": "z", "preset": {"endpoint": "azureAssistants", "model": "o3"}},
        ]
    },
    "memory": {"agent": {"provider": "azureOpenAI", "model": "gpt-4o"}},
    "summarization": {"provider": "anthropic", "model": "gpt-4o"},
}
PRESET = ("modelSpecs", "list", 0, "preset", "model")
PLACES: tuple[Path, ...] = (
    ("endpoints", "azureOpenAI", "titleModel"),
    PRESET,
    ("memory", "agent", "model"),
)


def test_all_uses_of_a_model_are_found() -> None:
    assert uses_of(CONFIG, "gpt-4o") == PLACES
    assert uses_of(CONFIG, "o3") == (("modelSpecs", "list", 2, "preset", "model"),)
    assert uses_of(CONFIG, "gpt-4o-mini") == ()


def test_a_title_model_of_another_endpoint_is_no_use() -> None:
    assert uses_in(config(titleModel="gpt-4o", titleEndpoint="openAI")) == ()


@pytest.mark.parametrize("value", [None, "x", {"endpoints": None}, {"modelSpecs": {"list": "x"}}])
def test_a_broken_config_has_no_uses(value: Value) -> None:
    assert uses_in(value) == ()


def test_renaming_a_model_takes_its_uses_along() -> None:
    path = (*GROUPS, 0, "models", "gpt-4o")
    renamed = Document(json.dumps(CONFIG)).apply(renaming_operations(CONFIG, path, "chat"))
    assert uses_of(renamed.value, "chat") == PLACES
    assert "gpt-4o" not in {use.name for use in uses_in(renamed.value)}


def test_a_name_that_two_groups_have_keeps_its_uses() -> None:
    twice = config(
        group("a", models={"gpt-4o": True}),
        group("b", models={"gpt-4o": True}),
        titleModel="gpt-4o",
    )
    operations = renaming_operations(twice, (*GROUPS, 1, "models", "gpt-4o"), "other")
    assert [operation["op"] for operation in operations] == ["rename"]


def test_renaming_a_group_sets_its_name() -> None:
    (operation,) = renaming_operations(CONFIG, (*GROUPS, 1), "west")
    assert operation == {"op": "set", "path": [*GROUPS, 1, "group"], "value": "west"}
