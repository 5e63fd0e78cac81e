"""What the six operations mean, on plain values: the yardstick for edits of texts."""

from collections.abc import Mapping
from typing import Any

from editor.core.yaml.values import Value

Operation = dict[str, Any]


def applied(value: Value, operation: Operation) -> Value:
    """Return a new value with the operation done; the old one stays as it is."""
    path = tuple(operation["path"])
    holder = [copied(value)]
    parent, step = _parent(holder, (0, *path), creates=operation["op"] in {"set", "insert"})
    match operation["op"]:
        case "set":
            _set(parent, step, copied(operation["value"]))
        case "unset":
            del parent[step]
        case "rename":
            _reorder(
                parent, [(operation["name"] if k == step else k, v) for k, v in parent.items()]
            )
        case "insert":
            _insert(parent, step, copied(operation["value"]))
        case "move":
            _move(parent, step, operation["to"])
        case _:
            _duplicate(parent, step, operation.get("name"))
    return holder[0]


def copied(value: Value) -> Value:
    """Return a copy in which nothing is shared, however the original came to be."""
    if isinstance(value, dict):
        return {key: copied(item) for key, item in value.items()}
    if isinstance(value, list):
        return [copied(item) for item in value]
    return value


def new_path(path: tuple[str | int, ...], operation: Operation) -> tuple[str | int, ...] | None:
    """Return where a node is after an operation, or None when it was removed."""
    target = tuple(operation["path"])
    parent, step = target[:-1], target[-1]
    if path[: len(parent)] != parent or len(path) == len(parent):
        return path
    own, rest = path[len(parent)], path[len(target) :]
    changed = _new_step(own, step, operation)
    return None if changed is None else (*parent, changed, *rest)


def _new_step(own: str | int, step: str | int, operation: Operation) -> str | int | None:
    match operation["op"]:
        case "unset":
            return None if own == step else _shifted(own, step, -1)
        case "rename":
            return operation["name"] if own == step else own
        case "insert" if isinstance(own, int) and isinstance(step, int):
            return own + (own >= step)
        case "duplicate":
            return _shifted(own, step, 1)
        case "move" if isinstance(own, int):
            return _moved(own, int(step), operation["to"])
        case _:
            return own


def _shifted(own: str | int, step: str | int, by: int) -> str | int:
    return own + by if isinstance(own, int) and isinstance(step, int) and own > step else own


def _moved(own: int, source: int, target: int) -> int:
    if own == source:
        return target
    own -= own > source
    return own + (own >= target)


def _parent(value: Any, path: tuple[str | int, ...], *, creates: bool) -> tuple[Any, str | int]:
    for step in path[:-1]:
        child = value.get(step) if isinstance(value, dict) else value[step]
        if child is None and creates:
            child = value[step] = {}
        value = child
    return value, path[-1]


def _set(parent: Any, step: str | int, value: Value) -> None:
    parent[step] = value


def _insert(parent: Any, step: str | int, value: Value) -> None:
    if isinstance(parent, dict):
        assert step not in parent
        parent[step] = value
    else:
        parent.insert(len(parent) if step == "-" else step, value)


def _move(parent: Any, step: str | int, to: int) -> None:
    if isinstance(parent, list):
        parent.insert(to, parent.pop(int(step)))
        return
    pairs = [pair for pair in parent.items() if pair[0] != step]
    pairs.insert(to, (step, parent[step]))
    _reorder(parent, pairs)


def _duplicate(parent: Any, step: str | int, name: str | None) -> None:
    if isinstance(parent, list):
        parent.insert(int(step) + 1, copied(parent[int(step)]))
        return
    pairs = list(parent.items())
    pairs.insert(list(parent).index(step) + 1, (name, copied(parent[step])))
    _reorder(parent, pairs)


def _reorder(mapping: dict[str, Value], pairs: list[tuple[str, Value]]) -> None:
    mapping.clear()
    mapping.update(pairs)


def order_of_keys(value: Value) -> Any:
    """Return the nested lists of keys in file order, to compare the order of two values."""
    if isinstance(value, Mapping):
        return [(key, order_of_keys(item)) for key, item in value.items()]
    if isinstance(value, list):
        return [order_of_keys(item) for item in value]
    return None
