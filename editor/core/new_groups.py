"""How groups come into a config with their keys: one edit of both texts, no key in the YAML."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, cast

from editor.core.api_versions import LATEST_STABLE, fitting
from editor.core.clippings import unused
from editor.core.dotenv.operations import SetVariable
from editor.core.environment import is_reference
from editor.core.outline import groups_in, model_names, value_at
from editor.core.schema.field import Target
from editor.core.schema.root import CONFIG_VERSIONS
from editor.core.schema.table import GROUPS_PATH
from editor.core.secret import Secret
from editor.core.text import Edit, difference
from editor.core.validation.javascript import BLANKS
from editor.core.validation.mending import ENV_BLOCK
from editor.core.validation.problem import Fix, Operation
from editor.core.variable_names import suggested_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from editor.core.az_deployments import Import
    from editor.core.document import Document
    from editor.core.target_uri import TargetUri
    from editor.core.yaml.values import Path, Value

_OWN_KEYS = ("group", "apiKey", "models")


class NewModel(NamedTuple):
    """A model and the deployment that answers for it; `version` is "" for the group's."""

    name: str
    deployment: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewGroup:
    """A group that is to be added.

    `key` is the key itself, a reference such as `${NAME}` to one that is there, or empty while it
    is not known; then its variable is added without a value. `settings` are the group's other
    keys. Models of a serverless group have no deployment.
    """

    name: str
    key: Secret = field(default_factory=lambda: Secret(""))
    settings: Mapping[str, Value] = field(default_factory=dict[str, "Value"])
    models: tuple[NewModel, ...] = ()


class Addition(NamedTuple):
    """What adds groups: the edit, the path of the first one, and the variables of their keys."""

    edit: Edit
    path: Path
    variables: tuple[str, ...]


def adding(document: Document, groups: Sequence[NewGroup], label: str) -> Addition:
    """Return what adds groups behind those that are there; raises EditError."""
    after, variables = document, list[str]()
    for group in groups:
        after, variable = _with(after, group)
        variables.append(variable)
    config = difference(document.text, after.text)
    env = difference(document.env_text, after.env_text)
    path: Path = (*GROUPS_PATH, len(groups_in(document.value)))
    return Addition(Edit(label, config, env), path, tuple(variables))


def _with(document: Document, group: NewGroup) -> tuple[Document, str]:
    """Return the document with a group, and the variable of its key, "" for a reference."""
    key = group.key.reveal().strip(BLANKS)
    variable, env = "", ()
    if not is_reference(key):
        variable = variable_for(document, group.name, Secret(key))
        env = (SetVariable(variable, Secret(key), block=ENV_BLOCK),)
        key = f"${{{variable}}}"
    value: dict[str, Value] = {
        "group": group.name,
        "apiKey": key,
        **group.settings,
        "models": {model.name: _value(model) for model in group.models},
    }
    index = len(groups_in(document.value))
    operations: list[Operation] = [
        {"op": "insert", "path": [*GROUPS_PATH, index], "value": value},
    ]
    if document.value is None:
        version = CONFIG_VERSIONS[Target(document.target)]
        operations.insert(0, {"op": "set", "path": ["version"], "value": version})
    fix = Fix(id="add-group", title="Add group", operations=tuple(operations), env=env)
    return document.edited(document.fix_edit(fix)), variable


def variable_for(document: Document, group: str, key: Secret) -> str:
    """Return the name of the variable that gets the key of a new group."""
    return suggested_name(group, "API_KEY", key.reveal().strip(BLANKS), document.environment)


def _value(model: NewModel) -> Value:
    settings: dict[str, Value] = {}
    if model.deployment:
        settings["deploymentName"] = model.deployment
    if model.version:
        settings["version"] = model.version
    return settings or True


def free_group_name(document: Document, wanted: str) -> str:
    """Return a name that no group has."""
    taken = {str(value_at(group, ("group",))) for group in groups_in(document.value)}
    return unused(wanted, taken)


def of_address(
    document: Document, target: TargetUri, deployment: str = "", key: Secret | None = None
) -> NewGroup:
    """Return the group that calls an address; `deployment` where the address names none.

    The model is called like its deployment, unless that name is taken. Without a deployment the
    group has no model.
    """
    name = target.deployment or deployment or target.model
    settings = settings_for(target, name)
    models = ()
    if name:
        free = unused(name, model_names(document.value))
        models = (NewModel(free, "" if target.is_serverless else name),)
    return NewGroup(
        name=free_group_name(document, target.name),
        key=key or Secret(""),
        settings=settings,
        models=models,
    )


def settings_for(target: TargetUri, deployment: str = "") -> dict[str, Value]:
    """Return the keys of a group that an address gives, with a version where one is needed."""
    settings: dict[str, Value] = dict(target.settings)
    settings.pop("deploymentName", None)
    if not target.is_serverless or target.model:
        # A base URL that leads to a deployment is that of an API with dates, serverless or not.
        settings.setdefault("version", fitting(deployment) if deployment else LATEST_STABLE)
    return settings


def of_import(found: Import, keys: Mapping[str, Secret]) -> tuple[NewGroup, ...]:
    """Return the groups of a list of deployments; `keys` are told by a group's name."""
    return tuple(_of_value(group, keys) for group in found.groups)


def _of_value(group: Mapping[str, Value], keys: Mapping[str, Secret]) -> NewGroup:
    name = str(group["group"])
    models = cast("dict[str, Value]", group["models"])
    return NewGroup(
        name=name,
        key=keys.get(name, Secret("")),
        settings={key: value for key, value in group.items() if key not in _OWN_KEYS},
        models=tuple(_models(models.items())),
    )


def _models(entries: Iterable[tuple[str, Value]]) -> Iterable[NewModel]:
    for name, value in entries:
        settings = value if isinstance(value, dict) else {}
        deployment, version = settings.get("deploymentName", ""), settings.get("version", "")
        yield NewModel(name, str(deployment), str(version))
