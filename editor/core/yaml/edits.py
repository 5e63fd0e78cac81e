"""Operations as minimal text patches, each proved by reading the edited text again.

An operation is worked out as patches; the patched text is parsed and must have exactly the value
that the operation means for the old one. If it does not, nothing is changed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from editor.core.text import Patch, difference
from editor.core.wording import marked, worded
from editor.core.yaml import block_edits, flow_edits, intent
from editor.core.yaml.layout import Habits, Layout
from editor.core.yaml.nodes import Collection, Mapping, Scalar, Sequence, Style
from editor.core.yaml.operations import (
    END_OF_LIST,
    Duplicate,
    Insert,
    Move,
    Operation,
    Rename,
    Set,
    Unset,
)
from editor.core.yaml.rendering import BlockStyle, Slot, collection_text, flow_text, scalar_text
from editor.core.yaml.replacing import replacements
from editor.core.yaml.sharing import detached, merges_written_out, shared_on
from editor.core.yaml.sources import set_at_source
from editor.core.yaml.steps import Refusal, Step, verified
from editor.core.yaml.tree import Place, Tree
from editor.core.yaml.values import is_same

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from editor.core.yaml.values import Path, Value

    KeyOrder = Callable[[Path, tuple[str, ...], str], int]


def applied(tree: Tree, operation: Operation, key_order: KeyOrder) -> Step:
    """Return the tree after an operation; raises Refusal and changes nothing otherwise.

    `key_order(path, keys, key)` says at which index a new key goes into the mapping at `path`.
    """
    if isinstance(operation, Set) and operation.everywhere:
        return set_at_source(tree, operation.path, operation.value)
    step = _with_own_copy(tree, operation)
    if isinstance(operation, Insert) and operation.source is not None:
        done = _inserted_as_written(step.tree, operation, key_order)
    else:
        done = _Editor(step.tree, key_order).applied(operation)
    if not step.patches:
        return done
    return Step(done.tree, difference(tree.text, done.tree.text))


def _with_own_copy(tree: Tree, operation: Operation) -> Step:
    """Detach the content that the operation would change elsewhere too, if it says so."""
    current = tree
    counts = isinstance(operation, Set | Unset)
    removes = isinstance(operation, Unset | Rename | Move | Duplicate)
    while (shared := shared_on(current, operation.path, target_counts=counts)) is not None:
        if isinstance(operation, Insert) and shared.key == operation.path[-1]:
            return Step(tree, ())
        if not operation.detach:
            raise Refusal(
                worded("{0}. Detach it to change it here only.", shared.reason), shared.place.start
            )
        if removes and shared.key == operation.path[-1]:
            current = _without_merges(current, operation.path[:-1])
        else:
            current = verified(current, detached(current, shared), current.value).tree
    return Step(current, () if current is tree else difference(tree.text, current.text))


def _inserted_as_written(tree: Tree, operation: Insert, key_order: KeyOrder) -> Step:
    """Insert an entry with its comments; the first one of a collection, beside a stand-in."""
    *parent, step = operation.path
    place = tree.locate(tuple(parent))
    if place is not None and isinstance(place.node, Collection) and place.node.entries:
        return _Editor(tree, key_order).applied(operation)
    stands_in = Insert((*parent, 0 if step in (0, END_OF_LIST) else f"{step}-"), None)
    beside = replace(operation, path=(*parent, END_OF_LIST if step == 0 else step))
    current = tree
    for part in (stands_in, beside, Unset(stands_in.path)):
        current = applied(current, part, _at_the_end).tree
    return Step(current, difference(tree.text, current.text))


def _without_merges(tree: Tree, path: Path) -> Tree:
    while (ways := merges_written_out(tree, path)) is not None:
        tree = verified(tree, ways, tree.value).tree
    return tree


class _Editor:
    """Works out one operation on one tree."""

    def __init__(self, tree: Tree, key_order: KeyOrder) -> None:
        self._tree = tree
        self._layout = Layout(tree.text)
        self._key_order = key_order
        self._source: str | None = None

    def applied(self, operation: Operation) -> Step:
        """Return the result; raises Refusal."""
        if not operation.path and not isinstance(operation, Set):
            raise Refusal("the path is empty; it must name a key or an item")
        match operation:
            case Set():
                return self._set(operation.path, operation.value)
            case Insert():
                self._source = operation.source
                return self._insert(operation.path, operation.value)
            case Unset():
                return self._unset(operation.path)
            case Rename():
                return self._rename(operation.path, operation.name)
            case Move():
                return self._move(operation.path, operation.to)
            case Duplicate():
                return self._duplicate(operation.path, operation.name)

    def _entry(self, path: Path) -> Place:
        """Return the place of an existing entry that can be edited."""
        place, missing = self._tree.nearest(path)
        if place is None or missing:
            raise Refusal(worded("there is nothing at {0}", shown(path)), place and place.start)
        if place.parent is not None:
            self._refuse_bare_pair(place.parent)
        return place

    def _refuse_bare_pair(self, parent: Place) -> None:
        """Refuse to change `[a: b]`, a mapping without braces, other than in its values."""
        node = parent.node
        is_bare = isinstance(node, Mapping) and node.is_flow
        if is_bare and self._tree.text[parent.content_start] != "{":
            raise Refusal("a pair in a list without braces cannot be edited", parent.start)

    def _set(self, path: Path, value: Value) -> Step:
        place, missing = self._tree.nearest(path)
        if place is None:
            return self._appended_to_nothing(nested(path, value))
        if missing:
            return self._added(place, nested(missing[1:], value), missing[0])
        if is_same(place.node.data, value):
            return Step(self._tree, ())
        piecewise = self._piecewise(path, place, value)
        if piecewise is not None:
            return piecewise
        intended = intent.with_set(self._tree.value, path, value)
        return verified(self._tree, replacements(self._layout, place, value), intended)

    def _added(self, place: Place, value: Value, step: str | int) -> Step:
        """Add the first missing step of a path to the node where the path ends."""
        node = place.node
        if isinstance(step, int):
            raise Refusal(
                worded("there is no item {0} at {1}", step, shown(place.path)), place.start
            )
        is_nothing = isinstance(node, Scalar) and node.data is None
        if not is_nothing and not isinstance(node, Mapping):
            reason = "{0} is a single value, not a mapping"
            if isinstance(node, Sequence):
                reason = "{0} is a list, not a mapping"
            raise Refusal(worded(reason, shown(place.path)), place.start)
        return self._insert_key(place, step, value)

    def _insert(self, path: Path, value: Value) -> Step:
        parent_path, step = path[:-1], path[-1]
        place, missing = self._tree.nearest(parent_path)
        is_nothing = place is None or missing or place.node.data is None
        if is_nothing:
            is_item = step in (0, END_OF_LIST)
            if isinstance(step, int) and not is_item:
                raise Refusal(worded("there is no list at {0}", shown(parent_path)))
            return self._set(parent_path, [value] if is_item else {str(step): value})
        assert place is not None
        match place.node:
            case Sequence():
                return self._insert_item(place, step, value)
            case Mapping() if isinstance(step, str):
                if isinstance(place.node.data, dict) and step in place.node.data:
                    raise Refusal(worded("the key “{0}” exists already", step), place.start)
                return self._insert_key(place, step, value)
            case _:
                raise Refusal(
                    worded("nothing can be added to {0}", shown(parent_path)), place.start
                )

    def _insert_item(self, place: Place, step: str | int, value: Value) -> Step:
        assert isinstance(place.node, Sequence)
        count = len(place.node.entries)
        index = count if step == END_OF_LIST else step
        if not isinstance(index, int) or not 0 <= index <= count:
            raise Refusal(worded("{0!r} is no index from 0 to {1}", step, count), place.start)
        intended = intent.with_inserted(self._tree.value, (*place.path, index), index, value)
        return self._inserted(place, index, None, value, intended)

    def _insert_key(self, place: Place, key: str, value: Value) -> Step:
        node = place.node
        keys = node.keys if isinstance(node, Mapping) else ()
        index = self._key_order(place.path, keys, key)
        intended = intent.with_inserted(self._tree.value, (*place.path, key), index, value)
        return self._inserted(place, index, key, value, intended)

    def _inserted(
        self, place: Place, index: int, key: str | None, value: Value, intended: Value
    ) -> Step:
        node = place.node
        has_comment = isinstance(node, Collection) and "#" in self._inside(place)
        if isinstance(node, Collection) and (node.entries or has_comment):
            self._refuse_bare_pair(place)
            insert = flow_edits.insert if node.is_flow else block_edits.insert
            ways: Iterable[tuple[Patch, ...]] = [insert(self._layout, place, index, key, value)]
            if self._source is not None and block_edits.is_block(place) and node.entries:
                written = block_edits.insert_source(self._layout, place, index, self._source)
                ways = [written, *ways]
        else:
            ways = replacements(self._layout, place, [value] if key is None else {key: value})
        return verified(self._tree, ways, intended)

    def _inside(self, place: Place) -> str:
        """Return the text of an empty flow collection."""
        return self._tree.text[place.content_start : place.end]

    def _appended_to_nothing(self, value: Value) -> Step:
        """Write a value into a text that holds no document or an empty one."""
        text, layout = self._tree.text, self._layout
        at = min(self._tree.end, len(text))
        line_break = layout.line_break_near(at)
        style = BlockStyle(0, Habits(quotes=Style.DOUBLE), line_break)
        if isinstance(value, dict | list) and value:
            written = collection_text(value, style)
        else:
            written = flow_text(value, Style.DOUBLE)
        before = line_break if at > layout.line_start(at) else ""
        ended = text[:at].endswith(("\n", "\r")) or at < len(text) or not text
        patch = Patch(at, at, before + written + (line_break if ended else ""))
        return verified(self._tree, [(patch,)], value)

    def _piecewise(self, path: Path, place: Place, value: Value) -> Step | None:
        """Change a collection entry by entry where that gives the wanted order, else None."""
        node = place.node
        if isinstance(node, Mapping) and isinstance(value, dict) and value:
            operations = _steps_between_mappings(path, node, value)
        elif isinstance(node, Sequence) and isinstance(value, list) and value:
            operations = _steps_between_lists(path, node, value)
        else:
            return None
        if operations is None:
            return None
        tree = self._tree
        try:
            for operation in operations:
                tree = applied(tree, operation, _at_the_end).tree
        except Refusal:
            return None
        return Step(tree, difference(self._tree.text, tree.text))

    def _unset(self, path: Path) -> Step:
        place = self._entry(path)
        remove = flow_edits.remove if _is_in_flow(place) else block_edits.remove
        ways = [remove(self._layout, place)]
        return verified(self._tree, ways, intent.without(self._tree.value, path))

    def _rename(self, path: Path, name: str) -> Step:
        place = self._entry(path)
        key = place.entry.key if place.parent is not None else None
        span = place.key_span
        if key is None or span is None or not isinstance(path[-1], str):
            raise Refusal(
                worded("{0} is an item of a list and has no name", shown(path)), place.start
            )
        if name == path[-1]:
            return Step(self._tree, ())
        self._refuse_existing(place, name)
        start = span.start + (key.properties.content_offset if key.properties else 0)
        ways = [(Patch(start, span.end, text),) for text in self._written_keys(place, name)]
        return verified(self._tree, ways, intent.with_renamed(self._tree.value, path, name))

    def _refuse_existing(self, place: Place, name: str) -> None:
        data = place.parent.node.data if place.parent is not None else None
        if isinstance(data, dict) and name in data:
            raise Refusal(worded("the key “{0}” exists already", name), place.entry_start)

    def _written_keys(self, place: Place, name: str) -> tuple[str, ...]:
        """Return a key as it may be written at a place, in the old one's quotes first."""
        slot = Slot.FLOW_KEY if _is_in_flow(place) else Slot.BLOCK_KEY
        key = place.entry.key
        style = key.style if isinstance(key, Scalar) else Style.PLAIN
        return (scalar_text(name, style, slot), scalar_text(name, Style.DOUBLE, slot))

    def _move(self, path: Path, to: int) -> Step:
        place = self._entry(path)
        count = len(place.collection.entries)
        if not 0 <= to < count:
            raise Refusal(worded("{0} is no index from 0 to {1}", to, count - 1), place.entry_start)
        if to == place.index:
            return Step(self._tree, ())
        move = block_edits.move
        if _is_in_flow(place):
            assert place.parent is not None
            move = flow_edits.move
            if flow_edits.has_comments(self._layout, place.parent):
                reason = "comments stand between the entries, and would lose their places"
                raise Refusal(
                    worded("{0}. Move the entry in the source", marked(reason)), place.entry_start
                )
        ways = [move(self._layout, place, to)]
        return verified(self._tree, ways, intent.with_moved(self._tree.value, path, to))

    def _duplicate(self, path: Path, name: str | None) -> Step:
        place = self._entry(path)
        is_item = not isinstance(path[-1], str)
        if is_item != (name is None):
            reason = "an item of a list takes no name" if is_item else "the copy needs a name"
            raise Refusal(reason, place.entry_start)
        if name is not None:
            self._refuse_existing(place, name)
        names = (None,) if name is None else self._written_keys(place, name)
        copy = flow_edits.duplicate if _is_in_flow(place) else block_edits.duplicate
        ways = [copy(self._layout, place, written) for written in names]
        return verified(self._tree, ways, intent.with_duplicate(self._tree.value, path, name))


def _is_in_flow(place: Place) -> bool:
    return place.parent is not None and place.collection.is_flow


def _at_the_end(path: Path, keys: tuple[str, ...], key: str) -> int:
    """Return the index of a new key where no table orders the keys."""
    return len(keys)


def _steps_between_mappings(
    path: Path, node: Mapping, value: dict[str, Value]
) -> list[Operation] | None:
    """Return operations that turn a mapping into another one whose new keys come last."""
    old = node.data if isinstance(node.data, dict) else {}
    kept = [key for key in old if key in value]
    if not kept or kept != list(value)[: len(kept)] or any(e.is_merge for e in node.entries):
        return None
    operations: list[Operation] = [Unset((*path, key)) for key in old if key not in value]
    operations += [Set((*path, key), value[key]) for key in kept]
    operations += [Insert((*path, key), value[key]) for key in list(value)[len(kept) :]]
    return operations


def _steps_between_lists(path: Path, node: Sequence, value: list[Value]) -> list[Operation] | None:
    """Return operations that turn a list into another one, item by item."""
    old = len(node.entries)
    common = min(old, len(value))
    if not common:
        return None
    operations: list[Operation] = [
        Unset((*path, index)) for index in range(old - 1, common - 1, -1)
    ]
    operations += [Set((*path, index), value[index]) for index in range(common)]
    operations += [Insert((*path, index), value[index]) for index in range(common, len(value))]
    return operations


def nested(path: Path, value: Value) -> Value:
    """Return a value wrapped in mappings for the steps of a path; raises Refusal for an index."""
    for step in reversed(path):
        if isinstance(step, int):
            raise Refusal(
                worded("there is no list that could hold an item {0}; insert one first", step)
            )
        value = {step: value}
    return value


def shown(path: Path) -> str:
    """Return a path as people read it."""
    return " › ".join(str(step) for step in path) or worded("the top of the file")
