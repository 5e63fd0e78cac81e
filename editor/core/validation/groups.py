"""Whether LibreChat takes the groups together: its rules about them, in its order.

LibreChat stops at the first broken rule; here all are found, and the first stays the first.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from editor.core.schema.field import Target
from editor.core.schema.table import GROUPS_PATH
from editor.core.validation import group, mending
from editor.core.validation.codes import Code
from editor.core.validation.group import GroupVerdict
from editor.core.validation.javascript import BUILT_IN_NAMES, members
from editor.core.validation.memory import Memory
from editor.core.validation.problem import Finding, Fix, Origin, Severity, Spot
from editor.core.yaml.values import Path, Value


@dataclass(frozen=True, slots=True)
class _FirstOwners:
    """At which index each group name and each model name first occurs."""

    groups: dict[str, int]
    models: dict[str, int]


def group_values(config: Value) -> list[Value]:
    """Return the entries of `endpoints.azureOpenAI.groups`; none where it is no list."""
    value = config
    for key in GROUPS_PATH:
        value = (members(value) or {}).get(str(key))
    return value if isinstance(value, list) else []


def group_verdicts(config: Value, target: Target, memory: Memory) -> list[GroupVerdict]:
    """Return each group's own verdict, with paths of the whole file."""
    verdicts = memory.recall_each(group.judged, group_values(config), target)
    return [
        verdict if verdict.is_clean else memory.recall(_placed, verdict, index)
        for index, verdict in enumerate(verdicts)
    ]


def _placed(verdict: GroupVerdict, index: int) -> GroupVerdict:
    prefix: Path = (*GROUPS_PATH, index)
    return GroupVerdict(
        is_clean=False,
        name=verdict.name,
        models=verdict.models,
        issues=tuple(found.under(prefix) for found in verdict.issues),
        rules=tuple(found.under(prefix) for found in verdict.rules),
        model_rules={name: found.under(prefix) for name, found in verdict.model_rules.items()},
        ignored=tuple(found.under(prefix) for found in verdict.ignored),
    )


def broken_rules(verdicts: list[GroupVerdict], memory: Memory) -> Iterator[Finding]:
    """Yield the broken group rules in the order in which LibreChat checks them."""
    groups = [verdict.name for verdict in verdicts]
    models = [verdict.models for verdict in verdicts]
    is_repetitive = memory.recall_equal(_has_repeated_name, groups)
    if memory.recall_equal(_has_repeated_model, models) or is_repetitive:
        owners = _first_owners(verdicts)
        for index, verdict in enumerate(verdicts):
            yield from _with_repeated_names(index, verdict, owners)
        return
    for verdict in verdicts:
        if not verdict.is_clean:
            yield from verdict.rules
            yield from verdict.model_rules.values()


def _has_repeated_name(names: list[str | None]) -> bool:
    """Say whether a name occurs twice.

    LibreChat keeps the names seen in plain objects, so it finds every built-in name there.
    """
    named = [name for name in names if name is not None]
    return len(BUILT_IN_NAMES.union(named)) < len(BUILT_IN_NAMES) + len(named)


def _has_repeated_model(models: list[tuple[str, ...]]) -> bool:
    return _has_repeated_name([name for names in models for name in names])


def _first_owners(verdicts: list[GroupVerdict]) -> _FirstOwners:
    owners = _FirstOwners(groups={}, models={})
    for index, verdict in enumerate(verdicts):
        if verdict.name is not None:
            owners.groups.setdefault(verdict.name, index)
        for name in verdict.models:
            owners.models.setdefault(name, index)
    return owners


def _with_repeated_names(
    index: int, verdict: GroupVerdict, owners: _FirstOwners
) -> Iterator[Finding]:
    name = verdict.name
    if name is not None and (name in BUILT_IN_NAMES or owners.groups[name] != index):
        yield _repeated_group(index, name, owners)
    yield from verdict.rules
    for model in verdict.models:
        if model in BUILT_IN_NAMES or owners.models[model] != index:
            yield _repeated_model(index, model, owners)
        if model in verdict.model_rules:
            yield verdict.model_rules[model]


def _repeated_group(index: int, name: str, owners: _FirstOwners) -> Finding:
    path: Path = (*GROUPS_PATH, index, "group")
    free = _free_name(name, owners.groups)
    operation = mending.setting(path, free)
    fix = Fix(id="rename-group", title=f"Rename to “{free}”", operations=(operation,))
    is_reserved = name in BUILT_IN_NAMES
    message = (
        _reserved(name)
        if is_reserved
        else f"Group {owners.groups[name] + 1} is called “{name}” too. Rename one of them."
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
        else f"Group {owners.models[name] + 1} has a model “{name}” too. Rename one of them; "
        "its deployment can stay what it is."
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
    return f"LibreChat takes the name “{name}” for a duplicate, always. Choose another."


def _free_name(name: str, taken: dict[str, int]) -> str:
    number = 2
    while f"{name}-{number}" in taken:
        number += 1
    return f"{name}-{number}"


def accepted_groups(config: Value) -> tuple[str, ...]:
    """Return the group names as LibreChat lists them; only meaningful for a valid config."""
    names = [(members(value) or {}).get("group") for value in group_values(config)]
    return tuple(name for name in names if isinstance(name, str))


def accepted_models(config: Value, memory: Memory) -> tuple[str, ...]:
    """Return the model names as LibreChat lists them; only meaningful for a valid config."""
    models = [(members(value) or {}).get("models") for value in group_values(config)]
    return memory.recall_equal(_chained, memory.recall_each(group.model_names, models))


def _chained(names: list[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(chain.from_iterable(names))
