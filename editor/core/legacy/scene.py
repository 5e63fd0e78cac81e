"""What the effects of legacy variables depend on: the groups, their references, the variables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.core.environment import names_in
from editor.core.outline import groups_in, value_at
from editor.core.schema.table import AZURE_PATH, GROUPS_PATH
from editor.core.validation.group_view import GroupView
from editor.core.validation.javascript import BLANKS, members

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.core.environment import Environment
    from editor.core.schema.field import Target
    from editor.core.validation.memory import Memory
    from editor.core.yaml.values import Path, Value

PROVIDED_BY_USERS = "user_provided"
"""The value by which LibreChat asks each person for one of their own."""


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """What legacy variables can do to one group.

    `renamed` is the first model, with its deployment, that is not called like the deployment;
    None where all are. `mentioned` are the names of `${...}` in the group's texts.
    """

    name: str
    is_serverless: bool
    base_url: str
    models: tuple[str, ...]
    renamed: tuple[str, str] | None
    mentioned: frozenset[str]
    has_force_prompt: bool

    @property
    def takes_default_address(self) -> bool:
        """Say whether the group's requests go where variables can send them."""
        return not self.is_serverless and not self.base_url


@dataclass(frozen=True, slots=True)
class Scene:
    """A config and its variables, as the effects look at them."""

    endpoint: dict[str, Value]
    groups: tuple[GroupFacts, ...]
    elsewhere: frozenset[str]
    environment: Environment
    target: Target

    @property
    def has_groups(self) -> bool:
        """Say whether the config replaces the legacy settings, as LibreChat decides it."""
        return bool(self.endpoint)

    @property
    def is_offered(self) -> bool:
        """Say whether the legacy settings make LibreChat offer Azure."""
        return not self.has_groups and self.environment.is_set("AZURE_API_KEY")

    @property
    def uses_model_names(self) -> bool:
        """Say whether models' names take the place of deployments' names."""
        return is_enabled(self.value("AZURE_USE_MODEL_AS_DEPLOYMENT_NAME"))

    def value(self, name: str) -> str:
        """Return a variable's value, "" where it has none."""
        return self.environment.value(name) or ""

    def is_mentioned(self, name: str) -> bool:
        """Say whether the config refers to the variable."""
        return name in self.elsewhere or any(name in group.mentioned for group in self.groups)


def scene(config: Value, environment: Environment, target: Target, memory: Memory) -> Scene:
    """Look at a config and its variables."""
    facts = memory.recall_each_in(environment, _facts, groups_in(config), target)
    return Scene(
        endpoint=members(value_at(config, AZURE_PATH)) or {},
        groups=tuple(facts),
        elsewhere=_mentioned(config),
        environment=environment,
        target=target,
    )


def deployment_named_after(model: str) -> str:
    """Return the deployment that LibreChat takes for a model: its name without the dots."""
    return model.replace(".", "")


def is_enabled(value: str) -> bool:
    """Say whether LibreChat takes a switch of the `.env` for on; 1 and yes do not count."""
    return value.strip(BLANKS).lower() == "true"


def _facts(value: Value, target: Target, environment: Environment) -> GroupFacts:
    group = members(value) or {}
    view = GroupView(group, target, environment)
    base, name = group.get("baseURL"), group.get("group")
    pairs = (
        (model.name, model.deployment.text)
        for model in view.routed_models
        if model.deployment is not None
    )
    renamed = (pair for pair in pairs if pair[1] != deployment_named_after(pair[0]))
    return GroupFacts(
        name=name if isinstance(name, str) else "",
        is_serverless=view.is_serverless,
        base_url=base if isinstance(base, str) else "",
        models=tuple(view.models),
        renamed=next(renamed, None),
        mentioned=_mentioned(group),
        has_force_prompt=isinstance(group.get("forcePrompt"), bool),
    )


def _mentioned(value: Value) -> frozenset[str]:
    """Return the names of the references in a value's texts; those in groups are left out."""
    return frozenset(name for text in _texts(value, ()) for name in names_in(text))


def _texts(value: Value, path: Path) -> Iterator[str]:
    if isinstance(value, str):
        if "${" in value:
            yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*path, key))
    elif isinstance(value, list) and path != GROUPS_PATH:
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
