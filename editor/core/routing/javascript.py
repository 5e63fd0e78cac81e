"""How JavaScript tests values, and what JSON it makes of them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from editor.core.yaml.values import Timestamp

if TYPE_CHECKING:
    from editor.core.yaml.values import Value


def is_true(value: Value) -> bool:
    """Say whether JavaScript takes a value for true; a list or mapping always."""
    if isinstance(value, int | float):
        return bool(value) and not math.isnan(value)
    return value not in (None, "")


def as_json(value: Value) -> Value:
    """Return a value as `JSON.stringify` writes it: whole numbers as such, dates as text."""
    match value:
        case bool() | None | str():
            return value
        case float():
            if not math.isfinite(value):
                return None
            return int(value) if value.is_integer() else value
        case Timestamp():
            return str(value)
        case bytes():
            return {str(index): byte for index, byte in enumerate(value)}
        case list():
            return [as_json(item) for item in value]
        case dict():
            return {key: as_json(item) for key, item in value.items()}
        case _:
            return value
