"""Where a value that several places use is written, and how it is changed for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.yaml.layout import Layout
from editor.core.yaml.nodes import Alias, Collection, Mapping, Scalar, Sequence
from editor.core.yaml.replacing import replacements
from editor.core.yaml.steps import Refusal, Step, first_that
from editor.core.yaml.tree import Place, Tree, index_of
from editor.core.yaml.values import is_same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.core.yaml.nodes import Node
    from editor.core.yaml.values import Path, Value


def set_at_source(tree: Tree, path: Path, value: Value) -> Step:
    """Set a scalar where it is written, so for all that use it; raises Refusal.

    Aliases and merges on the path are followed and stay as they are.
    """
    place = source_of(tree, path)
    if place is None or not isinstance(place.node, Scalar):
        raise Refusal("there is no single value at the path", place and place.start)
    old, before = place.node.data, tree.value
    return first_that(
        tree,
        replacements(Layout(tree.text), place, value),
        lambda after: _is_replaced(before, after, (old, value), set()),
    )


def source_of(tree: Tree, path: Path) -> Place | None:
    """Return the node that gives the value at a path, None where there is none."""
    place = tree.root
    for step in path:
        place = None if place is None else _child(tree, _target(tree, place), step)
    return None if place is None else _target(tree, place)


def _child(tree: Tree, place: Place, step: str | int) -> Place | None:
    index = index_of(place.node, step)
    if index is not None:
        return place.child(index)
    for merged in _merged_into(tree, place):
        if isinstance(merged.node.data, dict) and step in merged.node.data:
            return _child(tree, merged, step)
    return None


def _merged_into(tree: Tree, place: Place) -> Iterator[Place]:
    """Yield the mappings that a mapping merges, the one that wins first."""
    if not isinstance(place.node, Mapping):
        return
    for index, entry in enumerate(place.node.entries):
        if entry.is_merge:
            merged = _target(tree, place.child(index))
            if isinstance(merged.node, Sequence):
                items = range(len(merged.node.entries))
                yield from (_target(tree, merged.child(item)) for item in items)
            else:
                yield merged


def _target(tree: Tree, place: Place) -> Place:
    """Return the place that an alias stands for, any other place itself."""
    if not isinstance(place.node, Alias):
        return place
    assert tree.root is not None
    wanted = place.node.target.node
    return next(found for found in _places(tree.root) if found.node is wanted)


def _places(place: Place) -> Iterator[Place]:
    node: Node = place.node
    yield place
    if isinstance(node, Collection):
        for index in range(len(node.entries)):
            yield from _places(place.child(index))


def _is_replaced(
    before: Value, after: Value, change: tuple[Value, Value], seen: set[tuple[int, int]]
) -> bool:
    """Say whether two values differ at most by scalars that the change made another."""
    pair = (id(before), id(after))
    if before is after or pair in seen:
        return True
    seen.add(pair)
    match before, after:
        case dict(), dict():
            return before.keys() == after.keys() and all(
                _is_replaced(item, after[key], change, seen) for key, item in before.items()
            )
        case list(), list():
            return len(before) == len(after) and all(
                _is_replaced(*items, change, seen) for items in zip(before, after, strict=True)
            )
        case _:
            is_changed = is_same(before, change[0]) and is_same(after, change[1])
            return is_changed or is_same(before, after)
