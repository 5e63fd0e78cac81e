"""Patches that add, remove, move and copy the entries of block collections.

Entries are handled as whole lines with the comments that belong to them. The first entry may share
its line with a `-`; when it moves away, the next one takes its place there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.core.text import Patch
from editor.core.yaml.layout import Extent, Habits, Layout, habits_near
from editor.core.yaml.nodes import Collection, Mapping, Sequence
from editor.core.yaml.rendering import BlockStyle, entry_text, item_text

if TYPE_CHECKING:
    from editor.core.yaml.tree import Place
    from editor.core.yaml.values import Value

_COLON = re.compile(r"(?:[ \t\r\n]|#[^\n\r]*)*:")
_HEAD = re.compile(r"[^\s#]+(?:[ \t]+[^\s#]+)*")
_LINE_BREAK = re.compile(r"\r\n|\n|\r")
_BLANK_LINES = re.compile(r"[ \t]*(?:\r\n|\n|\r)")


def insert(
    layout: Layout, place: Place, index: int, key: str | None, value: Value
) -> tuple[Patch, ...]:
    """Add an entry to a block collection that has at least one; `key` is None for an item."""
    node = place.node
    assert isinstance(node, Collection)
    last = len(node.entries) - 1
    neighbour = layout.extent(place.child(min(index, last)))
    column = layout.column(neighbour.content_start)
    line_break = layout.line_break_near(neighbour.content_start)
    style = BlockStyle(column, habits_near(layout, place), line_break)
    text = item_text(value, style) if key is None else entry_text(key, value, style)
    return _inserted(layout, place, index, text, style)


def insert_source(layout: Layout, place: Place, index: int, source: str) -> tuple[Patch, ...]:
    """Add an entry as it is written, at the left margin, to a collection that has at least one."""
    node = place.node
    assert isinstance(node, Collection)
    neighbour = layout.extent(place.child(min(index, len(node.entries) - 1)))
    column = layout.column(neighbour.content_start)
    line_break = layout.line_break_near(neighbour.content_start)
    first, *others = _LINE_BREAK.split(source.rstrip("\r\n"))
    indented = (" " * column + line if line.strip() else line for line in others)
    text = line_break.join((first, *indented))
    return _inserted(layout, place, index, text, BlockStyle(column, Habits(), line_break))


def source(layout: Layout, place: Place) -> str:
    """Return the entry that holds `place` with its comments, moved to the left margin."""
    extent = layout.extent(place)
    column = layout.column(extent.content_start)
    text = layout.text[extent.start : extent.end]
    if extent.is_inline:
        text = " " * column + text
    return "\n".join(_dedented(line, column) for line in _LINE_BREAK.split(text))


def _dedented(line: str, column: int) -> str:
    return line[min(column, len(line) - len(line.lstrip(" "))) :]


def _inserted(
    layout: Layout, place: Place, index: int, text: str, style: BlockStyle
) -> tuple[Patch, ...]:
    """Put an entry's lines, the first one without its indentation, before the entry at `index`."""
    assert isinstance(place.node, Collection)
    pad, line_break = " " * style.column, style.line_break
    gap = _gap(layout, place, index) * line_break
    if index > len(place.node.entries) - 1:
        end = layout.extent(place.child(index - 1)).end
        return (Patch(end, end, line_break + gap + pad + text),)
    neighbour = layout.extent(place.child(index))
    if neighbour.is_inline:
        at = neighbour.content_start
        return (Patch(at, at, text + line_break + gap + pad),)
    at = neighbour.start
    return (Patch(at, at, pad + text + line_break + gap),)


def _gap(layout: Layout, place: Place, index: int) -> int:
    """Return how many blank lines separate the entries around `index`."""
    assert isinstance(place.node, Collection)
    count = len(place.node.entries)
    if count < 2:
        return 0
    below = min(max(index, 1), count - 1)
    end = layout.extent(place.child(below - 1)).end
    start = layout.extent(place.child(below)).start
    lines = 0
    position = layout.next_line(end)
    while position < start and (match := _BLANK_LINES.match(layout.text, position)):
        lines += 1
        position = match.end()
    return lines


def remove(layout: Layout, place: Place) -> tuple[Patch, ...]:
    """Remove the entry of a block collection that holds `place`, with what belongs to it."""
    extent = layout.extent(place)
    if len(place.collection.entries) == 1:
        return _emptied(layout, place, extent)
    if extent.is_inline:
        return _without_first(layout, place, extent)
    return (_without_lines(layout, extent.start, extent.end, layout.floor(place)),)


def _without_lines(layout: Layout, start: int, end: int, floor: int) -> Patch:
    """Remove whole lines; of blank lines around them, those above go when there are some below.

    Nothing before `floor` is touched.
    """
    behind = layout.next_line(end)
    if behind == layout.line_end(end):
        return Patch(_end_of_line_above(layout, start), end, "")
    if layout.is_blank(behind):
        for line in layout.lines_above(start):
            if line <= floor or not layout.is_blank(line):
                break
            start = line
    return Patch(start, behind, "")


def _end_of_line_above(layout: Layout, start: int) -> int:
    above = next(layout.lines_above(start), None)
    return start if above is None else layout.line_end(above)


def _without_first(layout: Layout, place: Place, extent: Extent) -> tuple[Patch, ...]:
    """Remove an entry that shares its line with what is above it; the next one moves up."""
    assert place.parent is not None
    following = place.parent.child(place.index + 1)
    next_start = following.entry_start
    between = layout.text[extent.end : next_start]
    if between.strip(" \t") in ("\n", "\r\n", "\r"):
        return (Patch(extent.start, next_start, ""),)
    start = len(layout.text[: extent.start].rstrip(" \t"))
    return (Patch(start, extent.end, ""),)


def _emptied(layout: Layout, place: Place, extent: Extent) -> tuple[Patch, ...]:
    """Remove the only entry: the collection becomes `{}` or `[]`."""
    assert place.parent is not None
    empty = "{}" if isinstance(place.parent.node, Mapping) else "[]"
    if extent.is_inline or place.parent.parent is None:
        start = extent.content_start if extent.is_inline else extent.start
        return (Patch(start, extent.end, empty),)
    head = head_end(layout, place.parent)
    lines = _without_lines(layout, extent.start, extent.end, head)
    if lines.start < head:
        lines = Patch(head, lines.end, "")
    return (Patch(head, head, " " + empty), lines)


def head_end(layout: Layout, place: Place) -> int:
    """Return the end of what stands before a value: its key's colon or its dash, and its tag."""
    if place.node.properties is not None:
        written = layout.text[place.start : place.content_start]
        match = _HEAD.match(written)
        return place.start + (match.end() if match else 0)
    span = place.key_span
    if span is None:
        return place.entry_start + 1 if place.parent is not None else place.start
    match = _COLON.match(layout.text, span.end)
    return match.end() if match else span.end


def move(layout: Layout, place: Place, to: int) -> tuple[Patch, ...]:
    """Move the entry that holds `place` to the index `to`; what lies between entries stays."""
    assert place.parent is not None
    order = list(range(len(place.collection.entries)))
    order.insert(to, order.pop(place.index))
    low, high = min(place.index, to), max(place.index, to)
    extents = [layout.extent(place.parent.child(index)) for index in range(low, high + 1)]
    patches: list[Patch] = []
    for slot, source in zip(extents, order[low : high + 1], strict=True):
        text = _chunk(layout, extents[source - low], slot)
        if text != layout.text[slot.start : slot.end]:
            patches.append(Patch(slot.start, slot.end, text))
    return tuple(patches)


def _chunk(layout: Layout, extent: Extent, slot: Extent) -> str:
    """Return an entry's lines as they are to stand where another entry's stand."""
    text = layout.text[extent.start : extent.end]
    if extent.is_inline == slot.is_inline:
        return text
    pad = " " * layout.column(extent.content_start)
    if extent.is_inline:
        return pad + text
    if extent.start == layout.line_start(extent.content_start):
        return text.removeprefix(layout.text[extent.start : extent.content_start])
    return layout.line_break_near(extent.start) + text


def duplicate(layout: Layout, place: Place, key: str | None) -> tuple[Patch, ...]:
    """Copy the entry that holds `place` right behind itself, under the written key `key`."""
    assert place.parent is not None
    extent = layout.extent(place)
    copy = layout.text[extent.start : extent.end]
    if key is not None and place.key_span is not None:
        start, end = (offset - extent.start for offset in place.key_span)
        copy = copy[:start] + key + copy[end:]
    if extent.is_inline:
        copy = " " * layout.column(extent.content_start) + copy
    line_break = layout.line_break_near(extent.content_start)
    gap = _gap(layout, place.parent, place.index + 1) * line_break
    return (Patch(extent.end, extent.end, line_break + gap + copy),)


def is_block(place: Place) -> bool:
    """Say whether a node is a block collection with entries, which these functions can edit."""
    node = place.node
    return isinstance(node, Mapping | Sequence) and not node.is_flow
