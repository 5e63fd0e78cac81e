"""A value after the operations of a fix, worked out on the value alone."""

import copy

from editor.core.validation.problem import Fix
from editor.core.yaml.values import Value


def edited(value: Value, fix: Fix) -> Value:
    """Return a copy of a config after a fix."""
    result = copy.deepcopy(value)
    for operation in fix.operations:
        match operation:
            case {"path": [*parents, last]}:
                container = result
                for key in parents:
                    container = container[key]  # type: ignore[index]
                _edit(container, last, operation)
            case _:
                raise AssertionError(operation)
    return result


def _edit(container: Value, key: str | int, operation: dict[str, object]) -> None:
    match operation["op"], container, key:
        case "set" | "insert", dict(), str():
            container[key] = operation["value"]  # type: ignore[assignment]
        case "set", list(), int():
            container[key] = operation["value"]  # type: ignore[assignment]
        case "unset", dict(), str():
            del container[key]
        case "rename", dict(), str():
            name = str(operation["name"])
            assert name not in container
            items = [(name if old == key else old, item) for old, item in container.items()]
            container.clear()
            container.update(items)
        case _:
            raise AssertionError(operation)
