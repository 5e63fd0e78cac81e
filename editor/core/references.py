"""Which places of a config name a model, and how they follow when it gets another name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from editor.core.outline import groups_in, models_in, value_at
from editor.core.schema.table import AZURE_PATH, GROUPS_PATH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.core.validation.problem import Operation
    from editor.core.yaml.values import Path, Value

CURRENT_MODEL = "current_model"
"""What stands for the model of the conversation in `titleModel`."""

_ENDPOINT = "azureOpenAI"
_ENDPOINTS = frozenset({_ENDPOINT, "azureAssistants"})
_ALL: Path = ("endpoints", "all")
_PROVIDED: tuple[Path, ...] = (("memory", "agent"), ("summarization",))
"""Mappings that name a model of the endpoint in `provider`."""


class Use(NamedTuple):
    """A place that names a model, and the name."""

    path: Path
    name: str


def uses_in(config: Value) -> tuple[Use, ...]:
    """Return all places outside of `groups` that name a model of Azure's, in the file's terms."""
    return tuple(
        Use(path, name)
        for path in _places(config)
        if isinstance(name := value_at(config, path), str) and name
    )


def uses_of(config: Value, model: str) -> tuple[Path, ...]:
    """Return the places that name one model."""
    return tuple(use.path for use in uses_in(config) if use.name == model)


def _places(config: Value) -> Iterator[Path]:
    for path in (AZURE_PATH, _ALL):
        endpoint = value_at(config, (*path, "titleEndpoint"))
        if endpoint is None or endpoint == _ENDPOINT:
            yield (*path, "titleModel")
    specs = value_at(config, ("modelSpecs", "list"))
    for index in range(len(specs) if isinstance(specs, list) else 0):
        path: Path = ("modelSpecs", "list", index, "preset")
        if value_at(config, (*path, "endpoint")) in _ENDPOINTS:
            yield (*path, "model")
    for path in _PROVIDED:
        if value_at(config, (*path, "provider")) == _ENDPOINT:
            yield (*path, "model")


def renaming_operations(config: Value, path: Path, name: str) -> tuple[Operation, ...]:
    """Return the operations that give a model another name, and with it all that name it.

    The model at the path keeps its deployment: where it had none of its own, its group's counts.
    A group is renamed by its `group`; nothing else names groups.
    """
    if path[:-1] == GROUPS_PATH:
        return ({"op": "set", "path": [*path, "group"], "value": name},)
    uses = uses_of(config, str(path[-1])) if _is_only_one(config, str(path[-1])) else ()
    return (
        {"op": "rename", "path": list(path), "name": name},
        *({"op": "set", "path": list(use), "value": name} for use in uses),
    )


def _is_only_one(config: Value, model: str) -> bool:
    """Say whether one group only has a model of that name, so that its uses mean this one."""
    return sum(model in models_in(group) for group in groups_in(config)) == 1
