"""What the nodes of a config are called, what they hold, and which problems belong to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.schema.field import Level
from editor.core.schema.table import AZURE_PATH, GROUPS_PATH, level_of
from editor.core.wording import worded
from editor.core.yaml.nodes import Alias, Style
from editor.core.yaml.parser import YamlError, parse
from editor.core.yaml.rendering import flow_text
from editor.core.yaml.values import Timestamp, is_same

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from editor.core.validation.problem import Problem
    from editor.core.yaml.tree import Tree
    from editor.core.yaml.values import Path, Value

_DEPTHS = (len(GROUPS_PATH) + 3, len(GROUPS_PATH) + 1, len(AZURE_PATH))


def node_path(path: Path) -> Path:
    """Return the model, group or endpoint that a path leads to or into; else `()`, the file."""
    return next((path[:depth] for depth in _DEPTHS if level_of(path[:depth]) is not None), ())


def ancestors(path: Path) -> tuple[Path, ...]:
    """Return the nodes from the file down to the node at a path, itself included."""
    nodes = dict.fromkeys(node_path(path[:depth]) for depth in range(len(path) + 1))
    return tuple(nodes)


def value_at(value: Value, path: Path) -> Value:
    """Return the value at a path, None where there is none; merged keys are followed."""
    for step in path:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def groups_in(config: Value) -> list[Value]:
    """Return the entries of `groups`; none where that is no list. Not to be changed."""
    groups = value_at(config, GROUPS_PATH)
    return groups if isinstance(groups, list) else []


def models_in(group: Value) -> dict[str, Value]:
    """Return a group's models by name, as in the file; none where there is no mapping."""
    models = value_at(group, ("models",))
    return models if isinstance(models, dict) else {}


def model_names(config: Value) -> set[str]:
    """Return the names of all models."""
    return {name for group in groups_in(config) for name in models_in(group)}


def name_of(config: Value, path: Path) -> str:
    """Return what people call the node at a path; a group without a name is told by its number."""
    match level_of(path):
        case Level.ENDPOINT:
            return worded("Azure OpenAI")
        case Level.GROUP:
            name = value_at(config, (*path, "group"))
            is_named = isinstance(name, str) and name
            return str(name) if is_named else worded("Group {0}", int(path[-1]) + 1)
        case Level.MODEL:
            return str(path[-1])
        case None:
            return str(path[-1]) if path else worded("Whole file")


def problems_by_step(
    problems: Iterable[Problem], path: Path
) -> dict[str | int, tuple[Problem, ...]]:
    """Return the problems at and below a path by their next step; those of the node under ""."""
    found: dict[str | int, tuple[Problem, ...]] = {}
    for problem in problems:
        step = _step_below(path, (problem.node_path, problem.path))
        if step is not None:
            found[step] = (*found.get(step, ()), problem)
    return found


def _step_below(path: Path, places: Sequence[Path]) -> str | int | None:
    """Return the step behind a path that one of the places takes, "" for the path itself."""
    depth, found = len(path), None
    for place in places:
        if place[:depth] == path:
            if len(place) > depth:
                return place[depth]
            found = ""
    return found


def yaml_text(tree: Tree | None, path: Path, value: Value) -> str:
    """Return a value as its file writes it, free of its indentation; else in flow style.

    An alias, or a text that needs an anchor from elsewhere, cannot stand by itself.
    """
    place = None if tree is None else tree.locate(path)
    if tree is None or place is None or isinstance(place.node, Alias):
        return _flow(value)
    start = place.content_start
    column = start - tree.text.rfind("\n", 0, start) - 1
    first, *others = tree.text[start : place.end].splitlines() or [""]
    text = "\n".join((first, *(_dedented(line, column) for line in others)))
    return text if _reads_as(text, value) else _flow(value)


def _dedented(line: str, column: int) -> str:
    return line[min(column, len(line) - len(line.lstrip(" "))) :]


def _reads_as(text: str, value: Value) -> bool:
    try:
        return is_same(parse(text).value, value)
    except YamlError:
        return False


def _flow(value: Value) -> str:
    return "" if value is None or isinstance(value, bytes) else flow_text(value, Style.PLAIN)


def plain_text(value: Value) -> str:
    """Return a scalar as people read it, a date as the day that was written; else nothing."""
    match value:
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case Timestamp():
            return str(value).removesuffix("T00:00:00.000Z")
        case int() | float():
            return str(value)
        case _:
            return ""
