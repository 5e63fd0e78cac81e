"""One group as the checks of its settings look at it: texts, references filled in, its models."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from editor.core.lazily import lazy
from editor.core.validation.group import model_names
from editor.core.validation.javascript import members

if TYPE_CHECKING:
    from editor.core.environment import Environment
    from editor.core.schema.field import Target
    from editor.core.yaml.values import Path, Value


class Setting(NamedTuple):
    """A text of a group or model: where it stands, as it is written, and filled in."""

    path: Path
    written: str
    text: str


class ModelView(NamedTuple):
    """A model with its deployment and version, its own or the group's; None where it has none."""

    name: str
    deployment: Setting | None
    version: Setting | None


@dataclass(frozen=True)
class GroupView:
    """One entry of `groups` in a target and an environment; paths start at the group."""

    group: dict[str, Value]
    target: Target
    environment: Environment

    @property
    def is_serverless(self) -> bool:
        """Say whether LibreChat calls the base URL as it stands."""
        return self.group.get("serverless") is True

    @lazy
    def models(self) -> dict[str, Value]:
        """The models by name, in LibreChat's order."""
        models = members(self.group.get("models")) or {}
        return {name: models[name] for name in model_names(models)}

    def setting(self, *path: str) -> Setting | None:
        """Return a text of the group by its path, None where there is none or an empty one."""
        value: Value = self.group
        for key in path:
            value = (members(value) or {}).get(key)
        if not isinstance(value, str) or not value:
            return None
        return Setting(path, value, self.environment.resolve(value, self.target))

    @lazy
    def routed_models(self) -> tuple[ModelView, ...]:
        """The models with what they resolve to; in a serverless group, only the version counts."""
        if self.is_serverless:
            version = self.setting("version")
            return tuple(ModelView(name, None, version) for name in self.models)
        return tuple(
            ModelView(name, self._of_model(name, "deploymentName"), self._of_model(name, "version"))
            for name in self.models
        )

    def _of_model(self, name: str, key: str) -> Setting | None:
        own = (members(self.models[name]) or {}).get(key)
        return self.setting(key) if own is None else self.setting("models", name, key)
