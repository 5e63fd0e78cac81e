"""Whether LibreChat takes the groups together: its rules about them, in its order.

LibreChat stops at the first broken rule; here all are found, and the first stays the first.
"""

from collections.abc import Iterator
from itertools import chain

from editor.core.schema.field import Target
from editor.core.schema.table import GROUPS_PATH
from editor.core.validation import group
from editor.core.validation.group import GroupVerdict
from editor.core.validation.javascript import members
from editor.core.validation.memory import Memory
from editor.core.validation.problem import Finding
from editor.core.validation.repeats import Repeats, repeats_in
from editor.core.yaml.values import Path, Value


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
    names = [(verdict.name, verdict.models) for verdict in verdicts]
    repeats = memory.recall_equal(repeats_in, names)
    if repeats:
        for verdict, repeated in zip(verdicts, repeats, strict=True):
            yield from _with_repeats(verdict, repeated)
        return
    for verdict in verdicts:
        if not verdict.is_clean:
            yield from verdict.rules
            yield from verdict.model_rules.values()


def _with_repeats(verdict: GroupVerdict, repeated: Repeats) -> Iterator[Finding]:
    if repeated.group is not None:
        yield repeated.group
    yield from verdict.rules
    for model in verdict.models:
        if model in repeated.models:
            yield repeated.models[model]
        if model in verdict.model_rules:
            yield verdict.model_rules[model]


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
