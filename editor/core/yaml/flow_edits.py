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
    leading = _leading_comma(layout, place.entry_start)
    if leading is not None and comma is None and _ends_line(layout, layout.comment_end(end)):
        at = layout.comment_end(end)
        return (Patch(at, at, layout.line_break_near(at) + leading + written),)
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


def _leading_comma(layout: Layout, entry_start: int) -> str | None:
    """Return what stands before an entry on its line when that is blanks and a comma."""
    before = layout.text[layout.line_start(entry_start) : entry_start]
    return before if before.strip(" \t") == "," else None


def _quotes(node: Collection) -> Style:
    for entry in node.entries:
        if isinstance(entry.value, Scalar) and entry.value.style in (Style.SINGLE, Style.DOUBLE):
            return entry.value.style
    return Style.PLAIN


def _entry_end(place: Place, index: int) -> int:
    child = place.child(index)
    return max(child.end, child.entry_start)


def remove(layout: Layout, place: Place) -> tuple[Patch, ...]:
    """Remove an entry with its comma, and its lines with their comments where it has its own."""
    assert place.parent is not None
    start, end = place.entry_start, _entry_end(place.parent, place.index)
    comma = _BLANKS_AND_COMMA.match(layout.text, end)
    behind = comma.end() if comma else end
    line_end = layout.comment_end(behind)
    has_own_lines = layout.starts_line(start) and _ends_line(layout, line_end)
    if has_own_lines:
        first = layout.own_comments_start(start, floor=_end_before(layout, place))
        lines = Patch(first, layout.next_line(line_end), "")
    elif comma and place.index < len(place.collection.entries) - 1:
        return (Patch(start, layout.blanks_end(behind), ""),)
    else:
        lines = Patch(start, behind, "")
    if comma or not place.index:
        return (lines,)
    before = layout.text.index(",", _entry_end(place.parent, place.index - 1))
    if not has_own_lines and "#" not in layout.text[before:start]:
        return (Patch(before, end, ""),)
    return (Patch(before, before + 1, ""), lines)


def _ends_line(layout: Layout, offset: int) -> bool:
    return layout.blanks_end(offset) == layout.line_end(offset)


def _end_before(layout: Layout, place: Place) -> int:
    """Return the end of the line on which the entry before ends, or the collection begins."""
    assert place.parent is not None
    if place.index:
        return layout.line_end(_entry_end(place.parent, place.index - 1))
    return layout.line_end(place.parent.content_start)


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
    """Copy an entry right behind itself, under the written key `key`, with its comments."""
    assert place.parent is not None
    start, end = _span(place.parent, place.index)
    copy = layout.text[start:end]
    if key is not None and place.key_span is not None:
        key_start, key_end = (offset - start for offset in place.key_span)
        copy = copy[:key_start] + key + copy[key_end:]
    comma = _BLANKS_AND_COMMA.match(layout.text, end)
    behind = comma.end() if comma else end
    line_end = layout.comment_end(behind)
    if _leading_comma(layout, start) is not None and comma is None:
        return _behind(layout, place, copy + layout.text[end:line_end])
    if not (layout.starts_line(start) and _ends_line(layout, line_end)):
        return _behind(layout, place, copy)
    first = layout.own_comments_start(start, floor=_end_before(layout, place))
    tail = layout.text[behind:line_end]
    line = f"{layout.line_break_near(start)}{layout.text[first:start]}{copy}"
    line += "," + tail if comma else tail
    if comma:
        return (Patch(line_end, line_end, line),)
    if line_end == end:
        return (Patch(end, end, "," + line),)
    return (Patch(end, end, ","), Patch(line_end, line_end, line))


def _span(parent: Place, index: int) -> tuple[int, int]:
    return parent.child(index).entry_start, _entry_end(parent, index)


def _written(layout: Layout, parent: Place, index: int) -> str:
    start, end = _span(parent, index)
    return layout.text[start:end]
