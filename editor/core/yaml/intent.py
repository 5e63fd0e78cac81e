"""What an operation means for the value: the yardstick that an edited text is held against.

Only the collections along the path are copied, so comparing costs what the change costs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.core.yaml.values import Path, Value


def with_set(root: Value, path: Path, value: Value) -> Value:
    """Return the root with a value set; missing or null mappings on the way are created."""
    if not path:
        return value
    step = path[0]
    if isinstance(root, list):
        assert isinstance(step, int)
        return [*root[:step], with_set(root[step], path[1:], value), *root[step + 1 :]]
    mapping = root if isinstance(root, dict) else {}
    return {**mapping, str(step): with_set(mapping.get(str(step)), path[1:], value)}


def with_inserted(root: Value, path: Path, index: int, value: Value) -> Value:
    """Return the root with an entry added at `index` of its collection."""

    def add(parent: Value, step: str | int) -> Value:
        if isinstance(step, int):
            items = parent if isinstance(parent, list) else []
            return [*items[:index], value, *items[index:]]
        pairs = list(parent.items()) if isinstance(parent, dict) else []
        return dict([*pairs[:index], (step, value), *pairs[index:]])

    return _with_parent(root, path, add)


def without(root: Value, path: Path) -> Value:
    """Return the root without the entry that the path names."""

    def drop(parent: Value, step: str | int) -> Value:
        if isinstance(parent, list):
            return [item for index, item in enumerate(parent) if index != step]
        assert isinstance(parent, dict)
        return {key: item for key, item in parent.items() if key != step}

    return _with_parent(root, path, drop)


def with_renamed(root: Value, path: Path, name: str) -> Value:
    """Return the root with a key renamed in place."""

    def rename(parent: Value, step: str | int) -> Value:
        assert isinstance(parent, dict)
        return {(name if key == step else key): item for key, item in parent.items()}

    return _with_parent(root, path, rename)


def with_moved(root: Value, path: Path, to: int) -> Value:
    """Return the root with an entry at another index."""

    def reorder(parent: Value, step: str | int) -> Value:
        if isinstance(parent, list):
            assert isinstance(step, int)
            rest = [*parent[:step], *parent[step + 1 :]]
            return [*rest[:to], parent[step], *rest[to:]]
        assert isinstance(parent, dict)
        pairs = [pair for pair in parent.items() if pair[0] != step]
        return dict([*pairs[:to], (str(step), parent[str(step)]), *pairs[to:]])

    return _with_parent(root, path, reorder)


def with_duplicate(root: Value, path: Path, name: str | None) -> Value:
    """Return the root with an entry copied right behind itself."""

    def copy(parent: Value, step: str | int) -> Value:
        if isinstance(parent, list):
            assert isinstance(step, int)
            return [*parent[: step + 1], *parent[step:]]
        assert isinstance(parent, dict)
        copied: dict[str, Value] = {}
        for key, item in parent.items():
            copied[key] = item
            if key == step:
                copied[str(name)] = item
        return copied

    return _with_parent(root, path, copy)


def _with_parent(root: Value, path: Path, change: Callable[[Value, str | int], Value]) -> Value:
    """Return the root with the last step's parent changed."""
    step = path[0]
    if len(path) == 1:
        return change(root, step)
    if isinstance(root, list):
        assert isinstance(step, int)
        return [*root[:step], _with_parent(root[step], path[1:], change), *root[step + 1 :]]
    mapping = root if isinstance(root, dict) else {}
    return {**mapping, str(step): _with_parent(mapping.get(str(step)), path[1:], change)}
