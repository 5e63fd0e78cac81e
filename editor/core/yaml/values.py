"""What YAML becomes when LibreChat's loader (js-yaml 4.3.2, default schema) has read it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeAlias, Union

_INTEGER_LIKE = re.compile(r"(?:0|[1-9][0-9]{0,9})\Z")
_LARGEST_INDEX = 2**32 - 2
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Timestamp:
    """An unquoted date: LibreChat sees a JavaScript Date where a string was meant.

    `milliseconds` counts from the Unix epoch, UTC. Years outside 1..9999 can occur, because
    js-yaml lets months and days roll over.
    """

    milliseconds: int

    def __str__(self) -> str:
        """Return the date as ISO 8601 text, as JavaScript's `toISOString` writes it."""
        try:
            moment = _EPOCH + timedelta(milliseconds=self.milliseconds)
        except OverflowError:
            return f"{self.milliseconds} ms after 1970"
        return f"{moment:%Y-%m-%dT%H:%M:%S}.{self.milliseconds % 1000:03}Z"


Scalar: TypeAlias = str | bool | int | float | Timestamp | bytes | None
Value: TypeAlias = Union[Scalar, "list[Value]", "dict[str, Value]"]
Path: TypeAlias = tuple[str | int, ...]


def keys_in_javascript_order(keys: Iterable[str]) -> list[str]:
    """Return keys as JavaScript iterates them: integer-like ones first, ascending.

    LibreChat walks plain objects, so this is the order of its models, checks and messages.
    """
    ordered = list(keys)
    indexes = [key for key in ordered if is_integer_like(key)]
    if not indexes:
        return ordered
    return sorted(indexes, key=int) + [key for key in ordered if not is_integer_like(key)]


def is_integer_like(key: str) -> bool:
    """Say whether JavaScript treats the key as an array index (0 to 2**32 - 2)."""
    return _INTEGER_LIKE.match(key) is not None and int(key) <= _LARGEST_INDEX


def is_same(one: Value, other: Value, *, ordered: bool = True) -> bool:
    """Say whether two values are equal in contents and types, and (if asked) in the keys' order.

    Numbers are compared as JavaScript's. What the two share is not looked at twice, so values with
    many aliases cost what their text costs.
    """
    return _Comparison(ordered).is_same(one, other)


class _Comparison:
    """Compares two values, remembering the pairs that it has seen."""

    def __init__(self, ordered: bool) -> None:
        self._ordered = ordered
        self._seen: set[tuple[int, int]] = set()

    def is_same(self, one: Value, other: Value) -> bool:
        if one is other:
            return True
        if isinstance(one, dict | list) and isinstance(other, dict | list):
            pair = (id(one), id(other))
            if pair in self._seen:
                return True
            self._seen.add(pair)
            return self._are_same_collections(one, other)
        return _are_same_scalars(one, other)

    def _are_same_collections(
        self, one: dict[str, Value] | list[Value], other: dict[str, Value] | list[Value]
    ) -> bool:
        if isinstance(one, dict) and isinstance(other, dict):
            if (list(one) != list(other)) if self._ordered else (one.keys() != other.keys()):
                return False
            return all(self.is_same(item, other[key]) for key, item in one.items())
        if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
            return all(self.is_same(*pair) for pair in zip(one, other, strict=True))
        return False


def _are_same_scalars(one: Value, other: Value) -> bool:
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, int | float) and isinstance(other, int | float):
        return one == other or (one != one and other != other)
    return type(one) is type(other) and one == other
