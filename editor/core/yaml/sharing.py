"""Which values are written once and used in several places, and how one place gets its own copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from editor.core.text import Patch
from editor.core.wording import counted, worded
from editor.core.yaml import block_edits, flow_edits
from editor.core.yaml.layout import Layout
from editor.core.yaml.nodes import Alias, Collection, Mapping, Style
from editor.core.yaml.rendering import flow_text
from editor.core.yaml.replacing import replacements
from editor.core.yaml.tree import Place, Tree, index_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.core.yaml.values import Path, Value

    Ways = Iterator[tuple[Patch, ...]]


class Shared(NamedTuple):
    """The first point on a path behind which content is shared.

    `place` is the alias, the anchored node, or the mapping that merges; then `key` is the merged
    key, otherwise it is None.
    """

    place: Place
    key: str | None
    reason: str


def shared_on(tree: Tree, path: Path, *, target_counts: bool) -> Shared | None:
    """Return where a path enters shared content, or None when it never does.

    An alias at the very end of the path is not entered. An anchored node at the end counts only
    when asked for.
    """
    place = tree.root if tree.has_shared else None
    for step in path:
        if place is None:
            return None
        shared = _shared_at(tree, place)
        if shared is not None:
            return shared
        index = index_of(place.node, step)
        if index is None:
            return _merged(place, step)
        place = place.child(index)
    if place is None or not target_counts or isinstance(place.node, Alias):
        return None
    return _shared_at(tree, place)


def _shared_at(tree: Tree, place: Place) -> Shared | None:
    if isinstance(place.node, Alias):
        name = place.node.target.name
        reason = worded(
            "the value is shared: it stands at the anchor &{0} and is used here as *{0}", name
        )
        return Shared(place, None, reason)
    uses = list(_uses_of(tree, place))
    if uses:
        assert place.node.properties is not None
        name = place.node.properties.anchor
        reason = counted(
            len(uses),
            "the value is shared: one other place uses it as *{0}",
            "the value is shared: %n other places use it as *{0}",
            name,
        )
        return Shared(place, None, reason)
    return None


def _merged(place: Place, step: str | int) -> Shared | None:
    data = place.node.data
    if isinstance(data, dict) and step in data:
        reason = worded("“{0}” is shared: it comes from elsewhere through a merge (<<)", step)
        return Shared(place, str(step), reason)
    return None


def _uses_of(tree: Tree, place: Place) -> Iterator[Place]:
    """Yield the aliases of the anchor that a node carries, in the order of the text."""
    properties = place.node.properties
    if properties is None or properties.anchor is None or tree.root is None:
        return
    for alias in _aliases_below(tree.root):
        assert isinstance(alias.node, Alias)
        if alias.node.target.node is place.node:
            yield alias


def _aliases_below(place: Place) -> Iterator[Place]:
    node = place.node
    if isinstance(node, Alias):
        yield place
    elif isinstance(node, Collection):
        for index in range(len(node.entries)):
            yield from _aliases_below(place.child(index))


def detached(tree: Tree, shared: Shared) -> Ways:
    """Yield ways to give the place its own copy, with the same value as before."""
    layout = Layout(tree.text)
    place = shared.place
    if isinstance(place.node, Alias):
        yield from replacements(layout, place, place.node.data)
    elif shared.key is None:
        yield _with_anchor_moved(tree, place)
    else:
        assert isinstance(place.node.data, dict)
        yield _appended(layout, place, {shared.key: place.node.data[shared.key]})


def merges_written_out(tree: Tree, path: Path) -> Ways | None:
    """Yield ways to do without one more merge in the mapping at a path; None when it has none.

    First the merged keys are written at its end, then the merges go one by one.
    """
    place = tree.locate(path)
    node = place.node if place is not None else None
    assert place is not None
    if not isinstance(node, Mapping) or not any(entry.is_merge for entry in node.entries):
        return None
    layout = Layout(tree.text)
    assert isinstance(node.data, dict)
    own = {key for key, entry in zip(node.keys, node.entries, strict=True) if not entry.is_merge}
    missing = {key: value for key, value in node.data.items() if key not in own}
    if missing:
        return iter([_appended(layout, place, missing)])
    last = max(index for index, entry in enumerate(node.entries) if entry.is_merge)
    remove = flow_edits.remove if node.is_flow else block_edits.remove
    return iter([remove(layout, place.child(last))])


def _appended(layout: Layout, place: Place, values: dict[str, Value]) -> tuple[Patch, ...]:
    """Add keys at the end of a mapping; all of them go into one patch."""
    assert isinstance(place.node, Collection)
    insert = flow_edits.insert if place.node.is_flow else block_edits.insert
    count = len(place.node.entries)
    parts = [insert(layout, place, count, key, value) for key, value in values.items()]
    return tuple(
        Patch(same[0].start, same[0].end, "".join(patch.text for patch in same))
        for same in zip(*parts, strict=True)
    )


def _with_anchor_moved(tree: Tree, place: Place) -> tuple[Patch, ...]:
    """Let the first place that uses an anchor hold its content instead."""
    properties = place.node.properties
    assert properties is not None
    first = next(_uses_of(tree, place))
    name = f"&{properties.anchor}"
    layout = Layout(tree.text)
    start = tree.text.index(name, place.start, place.content_start)
    end = layout.blanks_end(start + len(name))
    if end == layout.line_end(end):
        start = len(tree.text[:start].rstrip(" \t"))
    copy = flow_text(place.node.data, Style.PLAIN)
    return (Patch(start, end, ""), Patch(first.start, first.end, f"{name} {copy}"))
