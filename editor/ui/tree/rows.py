"""What each row of the tree reads, computed from the config's values and problems."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from editor.core.outline import node_path, value_at
from editor.core.schema.table import AZURE_PATH
from editor.core.validation.problem import Severity
from editor.ui.tree.nodes import (
    ENDPOINT_DEPTH,
    GROUP_DEPTH,
    MODEL_DEPTH,
    endpoint_name,
    group_name,
)
from editor.ui.widgets.counts import groups
from editor.ui.widgets.rowtree import TreeRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from editor.core.validation.problem import Problem
    from editor.core.yaml.values import Path, Value

_CONTEXT = "ConfigTree"


class Counts(NamedTuple):
    """How many errors and warnings there are."""

    errors: int = 0
    warnings: int = 0

    def plus(self, other: Counts) -> Counts:
        """Return both together."""
        return Counts(self.errors + other.errors, self.warnings + other.warnings)


NO_COUNTS = Counts()
GroupCounts = dict["str | None", Counts]
"""The counts of each model of a group; under None, those of the group itself."""


class Tally(NamedTuple):
    """The counts of the whole endpoint, and those of its groups by index."""

    endpoint: Counts
    groups: Mapping[int, GroupCounts]


def tally(problems: Iterable[Problem]) -> Tally:
    """Count the problems at each node."""
    endpoint = NO_COUNTS
    groups: dict[int, GroupCounts] = {}
    together = Counter((_shortened(problem.node_path), problem.severity) for problem in problems)
    for (path, severity), number in together.items():
        found = Counts(
            number if severity is Severity.ERROR else 0,
            number if severity is Severity.WARNING else 0,
        )
        if found != NO_COUNTS and path[:ENDPOINT_DEPTH] == AZURE_PATH:
            endpoint = endpoint.plus(found)
            _count(groups, node_path(path), found)
    return Tally(endpoint, groups)


def _shortened(path: Path) -> Path:
    """Return as much of a path as can lead to another node, so that few differ."""
    is_in_models = path[GROUP_DEPTH : GROUP_DEPTH + 1] == ("models",)
    return path[:MODEL_DEPTH] if is_in_models else path[:GROUP_DEPTH]


def _count(groups: dict[int, GroupCounts], node: Path, found: Counts) -> None:
    if len(node) < GROUP_DEPTH:
        return
    model = str(node[MODEL_DEPTH - 1]) if len(node) == MODEL_DEPTH else None
    counts = groups.setdefault(int(node[GROUP_DEPTH - 1]), {})
    counts[model] = counts.get(model, NO_COUNTS).plus(found)


def endpoint_row(group_count: int, counts: Counts) -> TreeRow:
    """Return the row of the endpoint."""
    none = QCoreApplication.translate(_CONTEXT, "no groups")
    secondary = groups(group_count) or none
    return TreeRow(
        endpoint_name(),
        secondary,
        icon="endpoint",
        strong=True,
        errors=counts.errors,
        warnings=counts.warnings,
    )


def group_row(group: Value, index: int, counts: GroupCounts) -> TreeRow:
    """Return the row of a group; it counts the problems of its models too."""
    total = NO_COUNTS
    for part in counts.values():
        total = total.plus(part)
    secondary = _text(group, "instanceName")
    if not secondary and value_at(group, ("serverless",)) is True:
        secondary = QCoreApplication.translate(_CONTEXT, "serverless")
    return TreeRow(
        group_name(group, index),
        secondary,
        strong=True,
        errors=total.errors,
        warnings=total.warnings,
    )


def model_row(group: Value, name: str, counts: GroupCounts) -> TreeRow:
    """Return the row of a model, with its deployment where that has another name.

    A model without a deployment of its own uses its group's (LibreChat: mapModelToAzureConfig).
    """
    settings = value_at(group, ("models", name))
    deployment = _text(settings, "deploymentName") or _text(group, "deploymentName")
    own = counts.get(name, NO_COUNTS)
    return TreeRow(
        name,
        deployment if deployment != name else "",
        errors=own.errors,
        warnings=own.warnings,
    )


def model_names(group: Value) -> list[str]:
    """Return the names of a group's models in the order of the file."""
    models = value_at(group, ("models",))
    return list(models) if isinstance(models, dict) else []


def _text(value: Value, key: str) -> str:
    text = value_at(value, (key,))
    return text if isinstance(text, str) else ""
