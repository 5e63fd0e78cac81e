"""Which names of groups and models LibreChat would call duplicates."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from editor.core.schema.table import GROUPS_PATH
from editor.core.validation import mending
from editor.core.validation.codes import Code
from editor.core.validation.javascript import BUILT_IN_NAMES
from editor.core.validation.problem import Finding, Fix, Origin, Severity, Spot
from editor.core.wording import worded
from editor.core.yaml.values import Path

GroupNames = tuple[str | None, tuple[str, ...]]
"""A group's name, None where it has no usable one, and the names of its models."""


@dataclass(frozen=True, slots=True)
class Repeats:
    """What one group repeats: its own name, and names of models with their findings."""

    group: Finding | None = None
    models: dict[str, Finding] = field(default_factory=dict[str, Finding])


@dataclass(frozen=True, slots=True)
class _FirstOwners:
    """At which index each group name and each model name first occurs."""

    groups: dict[str, int]
    models: dict[str, int]


def repeats_in(names: Sequence[GroupNames]) -> tuple[Repeats, ...]:
    """Return what each group repeats; nothing at all when every name is new.

    LibreChat keeps the names seen in plain objects, so it finds every built-in name there.
    """
    groups = [name for name, _ in names if name is not None]
    models = [model for _, of_group in names for model in of_group]
    if not (_has_repeats(groups) or _has_repeats(models)):
        return ()
    owners = _first_owners(names)
    return tuple(_repeats_of(index, group, owners) for index, group in enumerate(names))


def _has_repeats(names: list[str]) -> bool:
    return len(BUILT_IN_NAMES.union(names)) < len(BUILT_IN_NAMES) + len(names)


def _first_owners(names: Sequence[GroupNames]) -> _FirstOwners:
    owners = _FirstOwners(groups={}, models={})
    for index, (name, models) in enumerate(names):
        if name is not None:
            owners.groups.setdefault(name, index)
        for model in models:
            owners.models.setdefault(model, index)
    return owners


def _repeats_of(index: int, names: GroupNames, owners: _FirstOwners) -> Repeats:
    name, models = names
    repeated_group = None
    if name is not None and (name in BUILT_IN_NAMES or owners.groups[name] != index):
        repeated_group = _repeated_group(index, name, owners)
    return Repeats(
        group=repeated_group,
        models={
            model: _repeated_model(index, model, owners)
            for model in models
            if model in BUILT_IN_NAMES or owners.models[model] != index
        },
    )


def _repeated_group(index: int, name: str, owners: _FirstOwners) -> Finding:
    path: Path = (*GROUPS_PATH, index, "group")
    free = _free_name(name, owners.groups)
    operation = mending.setting(path, free)
    fix = Fix(id="rename-group", title=worded("Rename to “{0}”", free), operations=(operation,))
    is_reserved = name in BUILT_IN_NAMES
    message = (
        _reserved(name)
        if is_reserved
        else worded(
            "Group {0} is called “{1}” too. Rename one of them.", owners.groups[name] + 1, name
        )
    )
    return Finding(
        code=Code.RESERVED_NAME if is_reserved else Code.DUPLICATE_GROUP,
        origin=Origin.GROUPS,
        severity=Severity.ERROR,
        message=message,
        path=path,
        server_message=f'Duplicate group name detected: "{name}". Group names must be unique.',
        fixes=(fix,),
    )


def _repeated_model(index: int, name: str, owners: _FirstOwners) -> Finding:
    path: Path = (*GROUPS_PATH, index, "models", name)
    is_reserved = name in BUILT_IN_NAMES
    message = (
        _reserved(name)
        if is_reserved
        else worded(
            "Group {0} has a model “{1}” too. Rename one of them; "
            "its deployment can stay what it is.",
            owners.models[name] + 1,
            name,
        )
    )
    return Finding(
        code=Code.RESERVED_NAME if is_reserved else Code.DUPLICATE_MODEL,
        origin=Origin.GROUPS,
        severity=Severity.ERROR,
        message=message,
        path=path,
        spot=Spot.KEY,
        server_message=f'Duplicate model name detected: "{name}". '
        "Model names must be unique across groups.",
        fixes=mending.rename_key(path, _free_name(name, owners.models), "rename-model"),
    )


def _reserved(name: str) -> str:
    return worded("LibreChat takes the name “{0}” for a duplicate, always. Choose another.", name)


def _free_name(name: str, taken: dict[str, int]) -> str:
    number = 2
    while f"{name}-{number}" in taken:
        number += 1
    return f"{name}-{number}"
