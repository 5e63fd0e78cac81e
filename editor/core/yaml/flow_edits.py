"""Patches that add, remove, move and copy the entries of flow collections."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.core.text import Patch
from editor.core.yaml.layout import Layout
from editor.core.yaml.nodes import Collection, Scalar, Style
from editor.core.yaml.rendering import Slot, flow_text, scalar_text

if TYPE_CHECKING:
    from editor.core.yaml.tree import Place
    from editor.core.yaml.values import Value

_BLANKS_AND_COMMA = re.compile(r"[ \t]*,")


def insert(
    layout: Layout, place: Place, index: int, key: str | None, value: Value
) -> tuple[Patch, ...]:
    """Add an entry to a flow collection; `key` is None for an item."""
    node = place.node
    assert isinstance(node, Collection)
    written = flow_text(value, _quotes(node))
    if key is not None:
        written = f"{scalar_text(key, Style.PLAIN, Slot.FLOW_KEY)}: {written}"
    if not node.entries:
        at = place.content_start + 1
        return (Patch(at, at, written),)
    if index < len(node.entries):
        return _before(layout, place.child(index), written)
    return _behind(layout, place.child(len(node.entries) - 1), written)


def _before(layout: Layout, place: Place, written: str) -> tuple[Patch, ...]:
    """Put a written entry before another one and the comments that belong to that."""
    at = place.entry_start
    separator = _separator(layout, at)
    if separator != " ":
        start = layout.own_comments_start(at, floor=0)
        pad = layout.text[layout.line_start(at) : at]
        line_break = separator[: len(separator) - len(pad)]
        return (Patch(start, start, f"{pad}{written},{line_break}"),)
    return (Patch(at, at, f"{written},{separator}"),)


def _behind(layout: Layout, place: Place, written: str) -> tuple[Patch, ...]:
    """Put a written entry behind another one, and behind the comment on that one's line."""
    assert place.parent is not None
    end = _entry_end(place.parent, place.index)
    comma = _BLANKS_AND_COMMA.match(layout.text, end)
    behind = comma.end() if comma else end
    is_last = place.index == len(place.collection.entries) - 1
    separator = _separator(layout, place.entry_start)
    if separator == " " or layout.blanks_end(layout.comment_end(behind)) != layout.line_end(behind):
        return (Patch(end, end, f",{separator}{written}"),)
    at = layout.comment_end(behind)
    line = Patch(at, at, separator + written + ("" if is_last else ","))
    if comma:
        return (line,)
    return (Patch(end, end, ","), line) if at > end else (Patch(end, end, "," + line.text),)


def _separator(layout: Layout, entry_start: int) -> str:
    """Return what stands between entries: a blank, or a line break where each has its line."""
    if not layout.starts_line(entry_start):
        return " "
    line_start = layout.line_start(entry_start)
    return layout.line_break_near(line_start) + layout.text[line_start:entry_start]


def _quotes(node: Collection) -> Style:
    for entry in node.entries:
        if isinstance(entry.value, Scalar) and entry.value.style in (Style.SINGLE, Style.DOUBLE):
            return entry.value.style
    return Style.PLAIN


def _entry_end(place: Place, index: int) -> int:
    child = place.child(index)
    return max(child.end, child.entry_start)


def remove(layout: Layout, place: Place) -> tuple[Patch, ...]:
    """Remove an entry with its comma, and its line where it has one of its own."""
    assert place.parent is not None
    index, count = place.index, len(place.collection.entries)
    start, end = place.entry_start, _entry_end(place.parent, index)
    comma = _BLANKS_AND_COMMA.match(layout.text, end)
    if comma is None and index:
        return _without_last(layout, place, end)
    end = comma.end() if comma else end
    line_end = layout.comment_end(end)
    is_alone = layout.starts_line(start) and layout.blanks_end(line_end) == layout.line_end(end)
    if is_alone:
        return (Patch(layout.line_start(start), layout.next_line(end), ""),)
    behind = layout.blanks_end(end) if index < count - 1 else end
    return (Patch(start, behind, ""),)


def _without_last(layout: Layout, place: Place, end: int) -> tuple[Patch, ...]:
    """Remove the last entry and the comma before it; a comment between the two stays."""
    assert place.parent is not None
    comma = _entry_end(place.parent, place.index - 1)
    comma = layout.text.index(",", comma)
    between = layout.text[comma + 1 : place.entry_start]
    if "#" in between:
        line = layout.line_start(place.entry_start)
        stop = layout.next_line(end) if layout.starts_line(place.entry_start) else end
        is_alone = layout.blanks_end(end) == layout.line_end(end)
        start = line if is_alone else place.entry_start
        return (Patch(comma, comma + 1, ""), Patch(start, stop if is_alone else end, ""))
    return (Patch(comma, end, ""),)


def move(layout: Layout, place: Place, to: int) -> tuple[Patch, ...]:
    """Move an entry to the index `to`: the entries change places, commas and blanks stay."""
    assert place.parent is not None
    parent = place.parent
    order = list(range(len(place.collection.entries)))
    order.insert(to, order.pop(place.index))
    patches: list[Patch] = []
    for slot, source in enumerate(order):
        if slot != source:
            patches.append(Patch(*_span(parent, slot), _written(layout, parent, source)))
    return tuple(patches)


def has_comments(layout: Layout, place: Place) -> bool:
    """Say whether a comment may stand between the entries of a flow collection."""
    node = place.node
    assert isinstance(node, Collection)
    ends = [place.content_start + 1, *(_entry_end(place, i) for i in range(len(node.entries)))]
    starts = [*(place.start + offset for offset in node.offsets), place.end]
    return any("#" in layout.text[end:start] for end, start in zip(ends, starts, strict=True))


def duplicate(layout: Layout, place: Place, key: str | None) -> tuple[Patch, ...]:
    """Copy an entry right behind itself, under the written key `key`."""
    assert place.parent is not None
    start, end = _span(place.parent, place.index)
    copy = layout.text[start:end]
    if key is not None and place.key_span is not None:
        key_start, key_end = (offset - start for offset in place.key_span)
        copy = copy[:key_start] + key + copy[key_end:]
    return _behind(layout, place, copy)


def _span(parent: Place, index: int) -> tuple[int, int]:
    return parent.child(index).entry_start, _entry_end(parent, index)


def _written(layout: Layout, parent: Place, index: int) -> str:
    start, end = _span(parent, index)
    return layout.text[start:end]
