"""What an edit of a tree gives: the tree after it, proved by reading it, or a refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from editor.core.wording import worded
from editor.core.yaml.parser import YamlError, reparse
from editor.core.yaml.values import is_same

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from editor.core.text import Patch
    from editor.core.yaml.tree import Tree
    from editor.core.yaml.values import Value


class Refusal(Exception):
    """An operation cannot be done; `reason` is for people, `offset` the place or None."""

    def __init__(self, reason: str, offset: int | None = None) -> None:
        """Say why."""
        super().__init__(reason)
        self.reason = reason
        self.offset = offset


class Step(NamedTuple):
    """A tree after an operation, and the patches that led to it."""

    tree: Tree
    patches: tuple[Patch, ...]


def verified(tree: Tree, ways: Iterable[tuple[Patch, ...]], intended: Value) -> Step:
    """Return the first way that reads back as intended; raises Refusal."""
    is_ordered = not tree.has_shared
    return first_that(tree, ways, lambda value: is_same(value, intended, ordered=is_ordered))


def first_that(
    tree: Tree, ways: Iterable[tuple[Patch, ...]], is_intended: Callable[[Value], bool]
) -> Step:
    """Return the first way that gives a value as intended; raises Refusal."""
    reason: str | None = None
    for patches in ways:
        changes = tuple(sorted(p for p in patches if tree.text[p.start : p.end] != p.text))
        try:
            new = reparse(tree, changes)
        except YamlError as error:
            reason = worded("the result could not be read: {0}", error.reason)
            continue
        if is_intended(new.value):
            return Step(new, changes)
        reason = worded("the result would not have the intended value")
    raise Refusal(
        worded("This text cannot be edited so: {0}. Change it in the source instead.", reason)
    )
