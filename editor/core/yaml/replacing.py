"""Patches that put another value where one stands: a scalar, a collection, or nothing at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.core.text import Patch
from editor.core.yaml.block_edits import head_end
from editor.core.yaml.layout import Layout, habits_near
from editor.core.yaml.nodes import Alias, Collection, Mapping, Scalar, Sequence, Style
from editor.core.yaml.rendering import (
    BlockStyle,
    Slot,
    block_scalar_text,
    collection_text,
    flow_text,
    scalar_text,
    with_line_break,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.core.yaml.tree import Place
    from editor.core.yaml.values import Value

_BLOCK_STYLES = (Style.LITERAL, Style.FOLDED)
_HEADER = re.compile(r"[|>][-+0-9]*")


def replacements(layout: Layout, place: Place, value: Value) -> Iterator[tuple[Patch, ...]]:
    """Yield ways to write `value` where `place` stands, the least intrusive first.

    The caller takes the first one that reads back as intended.
    """
    if _is_in_flow(place):
        yield from _in_flow(layout, place, value)
    elif isinstance(value, dict | list) and value:
        yield _as_block(layout, place, value)
        yield _as_block(layout, place, value, with_properties=True)
    else:
        yield from _as_scalar(layout, place, value)


def _is_in_flow(place: Place) -> bool:
    parent = place.parent
    return parent is not None and isinstance(parent.node, Collection) and parent.node.is_flow


def _in_flow(layout: Layout, place: Place, value: Value) -> Iterator[tuple[Patch, ...]]:
    node = place.node
    style = node.style if isinstance(node, Scalar) else _style_nearby(layout, place)
    written = flow_text(value, style)
    if _is_empty(place):
        yield (Patch(place.end, place.end, _gap_to(layout, place) + written),)
        return
    yield (Patch(place.content_start, place.end, written),)
    yield (Patch(place.start, place.end, written),)


def _style_nearby(layout: Layout, place: Place) -> Style:
    return habits_near(layout, place.parent).quotes


def _is_empty(place: Place) -> bool:
    return isinstance(place.node, Scalar) and place.node.style is Style.EMPTY


def _gap_to(layout: Layout, place: Place) -> str:
    """Return what to write between a key or dash and the value that it does not have yet."""
    if place.parent is None:
        return ""
    key = place.entry.key
    if key is not None and place.entry.value_offset == place.entry.key_offset + key.length:
        return (
            ": " if _is_in_flow(place) or not place.entry.key_offset else _own_colon(layout, place)
        )
    return " " if layout.text[place.end - 1 : place.end] not in ("", " ") else ""


def _own_colon(layout: Layout, place: Place) -> str:
    """Return the line that starts the value of an explicit key which has none."""
    pad = " " * layout.column(place.entry_start)
    return f"{layout.line_break_near(place.entry_start)}{pad}: "


def _as_scalar(layout: Layout, place: Place, value: Value) -> Iterator[tuple[Patch, ...]]:
    node = place.node
    style = node.style if isinstance(node, Scalar) else Style.PLAIN
    if style in _BLOCK_STYLES and isinstance(value, str):
        block = _rewritten_block(layout, place, value, style)
        if block is not None:
            yield block
    written = _written_scalar(layout, place, value, style)
    if _is_empty(place):
        yield (Patch(place.end, place.end, _gap_to(layout, place) + written),)
        return
    if isinstance(node, Mapping | Sequence) and not node.is_flow:
        yield _block_to_scalar(layout, place, written)
        return
    if style in _BLOCK_STYLES:
        yield _header_to_scalar(layout, place, written)
    yield (Patch(place.content_start, place.end, written),)
    yield (Patch(place.start, place.end, written),)


def _written_scalar(layout: Layout, place: Place, value: Value, style: Style) -> str:
    if isinstance(value, dict):
        return "{}"
    if isinstance(value, list):
        return "[]"
    was_text = isinstance(place.node, Scalar) and isinstance(place.node.data, str)
    if style in (Style.EMPTY, *_BLOCK_STYLES) or not was_text:
        style = style if style in (Style.SINGLE, Style.DOUBLE) else _style_nearby(layout, place)
    return scalar_text(value, style, Slot.BLOCK_VALUE)


def _rewritten_block(
    layout: Layout, place: Place, text: str, style: Style
) -> tuple[Patch, ...] | None:
    """Rewrite a block scalar in its own style and indentation; its header's comment stays."""
    header = _HEADER.match(layout.text, place.content_start)
    assert header is not None
    body_start = layout.next_line(place.content_start)
    indent = layout.blanks_end(body_start) - body_start if body_start < place.end else 0
    if any(digit.isdigit() for digit in header.group()) or not indent:
        indent = layout.column(place.entry_start) + 2 if place.parent is not None else 2
    block = block_scalar_text(text, style, indent)
    if block is None:
        return None
    line_break = layout.line_break_near(place.content_start)
    indicator, _, body = block.partition("\n")
    line_end = layout.line_end(place.content_start)
    return (
        Patch(place.content_start, header.end(), indicator),
        Patch(line_end, max(place.end, line_end), line_break + with_line_break(body, line_break)),
    )


def _header_to_scalar(layout: Layout, place: Place, written: str) -> tuple[Patch, ...]:
    """Write a scalar in the place of a block scalar's header and drop its lines."""
    header = _HEADER.match(layout.text, place.content_start)
    assert header is not None
    line_end = layout.line_end(place.content_start)
    return (
        Patch(place.content_start, header.end(), written),
        Patch(line_end, max(place.end, line_end), ""),
    )


def _block_to_scalar(layout: Layout, place: Place, written: str) -> tuple[Patch, ...]:
    """Write a scalar behind the key or dash and drop the lines of the old collection."""
    column = layout.column(place.entry_start) if place.parent is not None else -1
    end = layout.own_end(place.end, column)
    head = head_end(layout, place)
    if layout.line_start(head) == layout.line_start(place.content_start):
        return (Patch(place.content_start, end, written),)
    line_end = layout.line_end(head)
    gap = " " if place.parent is not None or place.node.properties is not None else ""
    return (Patch(head, head, gap + written), Patch(line_end, end, ""))


def _as_block(
    layout: Layout,
    place: Place,
    value: dict[str, Value] | list[Value],
    *,
    with_properties: bool = False,
) -> tuple[Patch, ...]:
    """Write a collection on the lines below the key, or where the old one starts."""
    node = place.node
    same_kind = (isinstance(node, Mapping) and isinstance(value, dict)) or (
        isinstance(node, Sequence) and isinstance(value, list)
    )
    line_break = layout.line_break_near(place.start)
    habits = habits_near(layout, place if isinstance(node, Collection) else place.parent)
    if same_kind and isinstance(node, Collection) and not node.is_flow:
        column = layout.column(place.content_start)
        end = layout.own_end(place.end, column)
        written = collection_text(value, BlockStyle(column, habits, line_break))
        return (Patch(place.content_start, end, written),)
    column = _column_below(layout, place, value)
    written = collection_text(value, BlockStyle(column, habits, line_break))
    head = place.start if with_properties else head_end(layout, place)
    has_comment = _comment_beside(layout, place, head)
    if _is_item_or_root(place) and place.node.properties is None and not has_comment:
        return _behind_dash(layout, place, written, column)
    return _below_key(layout, place, head, line_break + " " * column + written)


def _comment_beside(layout: Layout, place: Place, head: int) -> bool:
    """Say whether a comment stands on the line of an item's dash or of the root's first line."""
    node = place.node
    is_block = isinstance(node, Mapping | Sequence) and not node.is_flow
    end = head if is_block else max(place.end, head)
    return place.parent is not None and layout.comment_end(end) != end


def _is_item_or_root(place: Place) -> bool:
    return place.parent is None or isinstance(place.parent.node, Sequence)


def _column_below(layout: Layout, place: Place, value: Value) -> int:
    """Return the column at which the entries of a new collection start."""
    if place.parent is None:
        return 0
    column = layout.column(place.entry_start)
    if _is_item_or_root(place):
        return column + 2
    habits = habits_near(layout, place.parent)
    return column + (habits.unit if isinstance(value, dict) else habits.dash)


def _behind_dash(layout: Layout, place: Place, written: str, column: int) -> tuple[Patch, ...]:
    if place.parent is None:
        return (Patch(place.start, place.end, written),)
    pad = " " * (column - layout.column(place.entry_start) - 1)
    end = place.end
    if isinstance(place.node, Collection) and not isinstance(place.node, Alias):
        end = layout.own_end(place.end, layout.column(place.entry_start))
    return (Patch(place.entry_start + 1, max(end, place.entry_start + 1), pad + written),)


def _below_key(layout: Layout, place: Place, head: int, block: str) -> tuple[Patch, ...]:
    """Drop the old value behind the key, keep the comment on that line, write the block below."""
    node = place.node
    key = place.entry.key if place.parent is not None else None
    has_no_colon = (
        key is not None and place.entry.value_offset == place.entry.key_offset + key.length
    )
    colon = _own_colon(layout, place).rstrip() if has_no_colon else ""
    if isinstance(node, Mapping | Sequence) and not node.is_flow:
        column = layout.column(place.entry_start) if place.parent is not None else -1
        return (Patch(layout.line_end(head), layout.own_end(place.end, column), block),)
    if has_no_colon:
        return (Patch(place.end, place.end, colon + block),)
    if isinstance(node, Scalar) and node.style in _BLOCK_STYLES:
        header_end = layout.line_end(place.content_start)
        return (Patch(head, max(place.end, header_end), block),)
    end = max(place.end, head)
    comment_end = layout.comment_end(end)
    if comment_end == end:
        return (Patch(head, end, block),)
    return (Patch(head, end, ""), Patch(comment_end, comment_end, block))
