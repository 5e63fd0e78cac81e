"""What reading a config text gives: a tree and a value, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.core.text import Patch, difference
from editor.core.yaml.parser import YamlError, parse, reparse

if TYPE_CHECKING:
    from editor.core.yaml.tree import Tree
    from editor.core.yaml.values import Value

_MOST_VALUES = 2_000_000


class TooManyValues(YamlError):
    """Aliases repeat so much, or contain themselves, that nobody can walk the values."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as LibreChat's loader reads it.

    `tree` is None exactly when `error` is set. `config` is what LibreChat judges: a text that
    holds a single string is read a second time (LibreChat, loading of local files).
    `last_tree` is the newest tree that could be read, for the next reading to start from.
    """

    tree: Tree | None
    error: YamlError | None
    config: Value
    last_tree: Tree | None


def read(
    text: str, last_tree: Tree | None = None, patches: tuple[Patch, ...] | None = None
) -> Reading:
    """Read a text, starting from the tree of an earlier version if there is one.

    `patches` lead from that version to `text`; without them they are found.
    """
    try:
        tree = _tree(text, last_tree, patches)
        config = _loaded(tree)
    except YamlError as error:
        return Reading(None, error, None, last_tree)
    return Reading(tree, None, config, tree)


def _tree(text: str, last_tree: Tree | None, patches: tuple[Patch, ...] | None) -> Tree:
    if last_tree is None:
        return parse(text)
    return reparse(last_tree, difference(last_tree.text, text) if patches is None else patches)


def _loaded(tree: Tree) -> Value:
    if tree.has_shared:
        _refuse_explosion(tree.value)
    if isinstance(tree.value, str):
        try:
            return parse(tree.value).value
        except YamlError as error:
            raise YamlError(error.reason, None) from error
    return tree.value


def _refuse_explosion(value: Value) -> None:
    """Raise TooManyValues when a value, with its aliases written out, is endless or huge."""
    counts: dict[int, int] = {}

    def count(part: Value) -> int:
        if not isinstance(part, dict | list):
            return 1
        known = counts.get(id(part))
        if known is not None:
            return known
        counts[id(part)] = _MOST_VALUES + 1
        parts = part.values() if isinstance(part, dict) else part
        total = counts[id(part)] = min(1 + sum(map(count, parts)), _MOST_VALUES + 1)
        return total

    if count(value) > _MOST_VALUES:
        raise TooManyValues("aliases repeat without bound", None)
