"""What a new group would be like in a config, without judging the groups that are there again.

A group is good or bad by itself and in its environment; of the others it only may not repeat names.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from editor.core.document import Document, EditError, stops_the_server
from editor.core.new_groups import adding
from editor.core.outline import value_at
from editor.core.routing.routes import unique
from editor.core.schema.table import GROUPS_PATH
from editor.core.validation.group import model_names
from editor.core.validation.groups import group_values
from editor.core.validation.javascript import members
from editor.core.validation.problem import Severity
from editor.core.validation.repeats import GroupNames, Repeats, repeats_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.core.new_groups import NewGroup
    from editor.core.routing.route import Route
    from editor.core.validation.problem import Problem
    from editor.core.yaml.values import Value


class Remark(NamedTuple):
    """What is to be said about the group."""

    severity: Severity
    message: str


class Trial(NamedTuple):
    """The routes of a group's models, what is to be said about it, and LibreChat's verdict.

    Paths and lines in `routes` are not those that the group will have.
    """

    routes: tuple[Route, ...]
    remarks: tuple[Remark, ...]
    is_valid: bool


class Trials:
    """Tries groups in a document, as often as a key is pressed."""

    def __init__(self, document: Document) -> None:
        """Start with a document; the work is done when the first group is tried."""
        self._document = document

    def tried(self, group: NewGroup) -> Trial:
        """Return how a group would do behind those that are there; raises EditError."""
        found = adding(self._alone, (group,), "")
        after = self._alone.edited(found.edit)
        own = [one for one in after.problems if one.node_path[: len(found.path)] == found.path]
        repeated = self._repeated(value_at(after.value, found.path))
        stops = any(map(stops_the_server, own))
        is_valid = after.valid if self._alone is self._document else self._document.valid
        routes = [route for route in after.routes if route.group_path == found.path]
        return Trial(
            routes=tuple(unique(route, repeated) for route in routes),
            remarks=tuple(dict.fromkeys(_remarks(own, repeated))),
            is_valid=is_valid and not stops and repeated == Repeats(),
        )

    @cached_property
    def _alone(self) -> Document:
        """The document without its groups; with them where other parts need them."""
        if not self._names:
            return self._document
        try:
            return self._document.apply([{"op": "set", "path": [*GROUPS_PATH], "value": []}])
        except EditError:
            return self._document

    @cached_property
    def _names(self) -> list[GroupNames]:
        return [_names_of(value) for value in group_values(self._document.value)]

    def _repeated(self, value: Value) -> Repeats:
        """Return what a group repeats of those that are there."""
        repeats = repeats_in([*self._names, _names_of(value)])
        return repeats[-1] if repeats else Repeats()


def _names_of(value: Value) -> GroupNames:
    group = members(value) or {}
    name = group.get("group")
    return name if isinstance(name, str) else None, model_names(group.get("models"))


def _remarks(own: list[Problem], repeated: Repeats) -> Iterator[Remark]:
    """Yield what is to be said, as it follows in the text: a group's name first, models last."""
    if repeated.group is not None:
        yield Remark(Severity.ERROR, repeated.group.message)
    for problem in own:
        yield Remark(problem.severity, problem.message)
    for finding in repeated.models.values():
        yield Remark(Severity.ERROR, finding.message)
