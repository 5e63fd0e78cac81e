"""Reads one node at a cursor: what it is, where it ends, and what js-yaml 4.3.2 makes of it.

The parser is our own because no Python parser agrees with LibreChat's (see the README's map). An
entry of a block collection can be read on its own, too, so that an edit costs one entry.
"""

from editor.core.yaml.blocks import BlockMappingReader, read_block_sequence
from editor.core.yaml.context import Context, Placed
from editor.core.yaml.cursor import Cursor
from editor.core.yaml.flow import read_flow
from editor.core.yaml.mappings import MergeBudget
from editor.core.yaml.nodes import (
    EMPTY,
    Alias,
    Anchor,
    Mapping,
    Node,
    Properties,
    Scalar,
    Sequence,
    Style,
)
from editor.core.yaml.properties import read_name, read_tag
from editor.core.yaml.scalar_reading import (
    read_block,
    read_double_quoted,
    read_plain,
    read_single_quoted,
)
from editor.core.yaml.scalars import resolve_plain
from editor.core.yaml.tags import MERGE, NON_SPECIFIC, TagError, tagged
from editor.core.yaml.values import Value

_DEEPEST = 100
_UNRESOLVED = "?"


class _Head:
    """What a node has in front of it, and what its content may be."""

    __slots__ = (
        "allows_collections",
        "anchor",
        "at_new_line",
        "end",
        "indent_status",
        "start",
        "state",
        "tag",
    )

    def __init__(self) -> None:
        self.anchor: str | None = None
        self.tag: str | None = None
        self.start = -1
        self.end = -1
        self.state: tuple[int, int, int, int] = (0, 0, 0, -1)
        self.at_new_line = False
        self.indent_status = 1
        self.allows_collections = False

    def properties(self, content_start: int) -> Properties | None:
        """Return the node's properties, or None when it has none."""
        if self.start == -1:
            return None
        return Properties(self.anchor, self.tag, content_start - self.start)


class NodeReader:
    """Reads nodes at a cursor; knows the anchors and tag handles of the document.

    `has_shared` says whether an anchor, an alias or a merge was met.
    """

    __slots__ = ("anchors", "budget", "cursor", "depth", "handles", "has_shared", "lost_properties")

    def __init__(self, cursor: Cursor, depth: int = 0) -> None:
        """Start at a cursor, below `depth` collections."""
        self.cursor = cursor
        self.depth = depth
        self.anchors: dict[str, Anchor] = {}
        self.handles: dict[str, str] = {}
        self.budget = MergeBudget()
        self.has_shared = False
        self.lost_properties = False

    def compose(
        self, parent_indent: int, context: Context, *, seek: bool = False, compact: bool = True
    ) -> Placed | None:
        """Read the node that stands here under a parent at `parent_indent`, or nothing.

        `seek`: the node may start on a later line. `compact`: a block collection may start on the
        line of its parent's indicator.
        """
        if self.depth >= _DEEPEST:
            self.cursor.fail(f"nesting exceeded maxDepth ({_DEEPEST})")
        self.depth += 1
        head = self._read_head(parent_indent, context, seek=seek)
        start = self.cursor.position
        if head.allows_collections:
            head.allows_collections = head.at_new_line or compact
        content = self._read_content(head, parent_indent, context)
        if self.lost_properties:
            head.tag = head.anchor = None
            self.lost_properties = False
        self.depth -= 1
        if content is None and head.tag is None and head.anchor is None:
            return None
        return self._finished(head, content, start)

    def _read_head(self, parent_indent: int, context: Context, *, seek: bool) -> _Head:
        """Go to the node's content; collect its tag and anchor on the way."""
        head = _Head()
        cursor = self.cursor
        head.allows_collections = context.is_block
        if seek and cursor.skip_separation():
            head.at_new_line = True
            head.indent_status = _compare(cursor.line_indent, parent_indent)
        while head.indent_status == 1 or head.start != -1:
            state = cursor.snapshot()
            if not self._read_property(head):
                break
            if head.start == -1:
                head.start = state[0]
                head.state = state
            head.end = cursor.position
            head.allows_collections = False
            if cursor.skip_separation():
                head.at_new_line = True
                head.allows_collections = context.is_block
                head.indent_status = _compare(cursor.line_indent, parent_indent)
        return head

    def _read_property(self, head: _Head) -> bool:
        cursor = self.cursor
        match cursor.text[cursor.position]:
            case "!":
                if head.tag is not None:
                    if head.at_new_line:
                        return False
                    cursor.fail("duplication of a tag property")
                head.tag = read_tag(cursor, self.handles)
            case "&":
                if head.anchor is not None:
                    if head.at_new_line:
                        return False
                    cursor.fail("duplication of an anchor property")
                head.anchor = read_name(cursor, "anchor")
                self.has_shared = True
            case _:
                return False
        return True

    def _read_content(self, head: _Head, parent_indent: int, context: Context) -> Placed | None:
        if head.indent_status != 1 and context is not Context.BLOCK_OUT:
            return None
        flow_indent = parent_indent + 1 if context.is_block else parent_indent
        column = self.cursor.position - self.cursor.line_start
        if head.indent_status == 1:
            return self._read_indented(head, context, column, flow_indent)
        if head.indent_status == 0 and head.allows_collections:
            return read_block_sequence(self, column, head.anchor)
        return None

    def _read_indented(
        self, head: _Head, context: Context, column: int, flow_indent: int
    ) -> Placed | None:
        content: Placed | None = None
        if head.allows_collections:
            content = read_block_sequence(self, column, head.anchor)
            if content is None:
                content = BlockMappingReader(self, column, flow_indent).read(head.anchor)
        if content is None:
            content = read_flow(self, flow_indent, head.anchor)
        if content is None and head.start != -1 and context.is_block:
            content = self._read_mapping_with_properties(head, flow_indent)
        if content is not None:
            return content
        return self._read_scalar(context, flow_indent, head)

    def _read_mapping_with_properties(self, head: _Head, flow_indent: int) -> Placed | None:
        """Read a block mapping whose first key has the properties that stand here.

        js-yaml tries this when properties and content share a line; when it comes to nothing,
        everything is as before.
        """
        cursor = self.cursor
        if head.allows_collections or cursor.text[cursor.position] in "|>":
            return None
        state, anchors = cursor.snapshot(), dict(self.anchors)
        cursor.restore(head.state)
        column = head.start - cursor.line_start
        content = BlockMappingReader(self, column, flow_indent).read(None)
        if content is not None and isinstance(content.node, Mapping) and not content.node.is_flow:
            head.tag = head.anchor = None
            head.start = -1
            return content
        self.lost_properties = False
        self.anchors = anchors
        cursor.restore(state)
        return None

    def _read_scalar(self, context: Context, flow_indent: int, head: _Head) -> Placed | None:
        """Read a scalar or an alias; a scalar's value is its text until it is finished."""
        cursor = self.cursor
        start = cursor.position
        match cursor.text[start]:
            case "*":
                return self._read_alias(head)
            case "|" | ">":
                return self._read_block_scalar(flow_indent) if context.is_block else None
            case "'":
                text, style = read_single_quoted(cursor), Style.SINGLE
            case '"':
                text, style = read_double_quoted(cursor), Style.DOUBLE
            case _:
                return self._read_plain(context, flow_indent, head)
        if text is None:
            return None
        return Placed(Scalar(cursor.position - start, text, text, style, None), start)

    def _read_plain(self, context: Context, flow_indent: int, head: _Head) -> Placed | None:
        start = self.cursor.position
        plain = read_plain(self.cursor, flow_indent, in_flow=context is Context.FLOW_IN)
        if plain is None:
            return None
        if head.tag is None:
            head.tag = _UNRESOLVED
        text, end = plain
        return Placed(Scalar(end - start, text, text, Style.PLAIN, None), start)

    def _read_block_scalar(self, flow_indent: int) -> Placed | None:
        start = self.cursor.position
        style = Style.LITERAL if self.cursor.text[start] == "|" else Style.FOLDED
        block = read_block(self.cursor, flow_indent)
        if block is None:
            return None
        text, end = block
        return Placed(Scalar(end - start, text, text, style, None), start)

    def _read_alias(self, head: _Head) -> Placed:
        cursor = self.cursor
        start = cursor.position
        name = read_name(cursor, "alias")
        self.has_shared = True
        target = self.anchors.get(name)
        if target is None:
            cursor.fail(f'unidentified alias "{name}"')
        alias = Alias(cursor.position - start, target)
        cursor.skip_separation()
        if head.tag is not None or head.anchor is not None:
            cursor.fail("alias node should not have any properties")
        return Placed(alias, start)

    def mark(self, anchor: str | None, data: Value) -> Anchor | None:
        """Register a collection that is about to be read, so that it can contain itself."""
        if anchor is None:
            return None
        target = self.anchors[anchor] = Anchor(anchor, data)
        return target

    def _finished(self, head: _Head, content: Placed | None, start: int) -> Placed:
        """Give the node its properties and its value; register its anchor."""
        node = content.node if content is not None else EMPTY
        data, is_merge_key = self._value(head, node, has_content=content is not None)
        begin = content.start if content is not None else start
        if head.start != -1:
            node = _with_properties(node, head, begin, data)
            begin = head.start
        elif data is not node.data and isinstance(node, Scalar):
            node.data = data
        if head.anchor is not None:
            target = self.anchors[head.anchor] = Anchor(head.anchor, data)
            target.node = node
        return Placed(node, begin, is_merge_key)

    def _value(self, head: _Head, node: Node, *, has_content: bool) -> tuple[Value, bool]:
        """Return the node's value, and whether its tag is the merge tag."""
        tag, data = head.tag, node.data
        if tag is None or tag == NON_SPECIFIC:
            return data, False
        kind = _kind_of(node) if has_content else None
        if tag == _UNRESOLVED:
            if data is not None and kind != "scalar":
                self.cursor.fail(
                    f'unacceptable node kind for !<?> tag; it should be "scalar", not "{kind}"'
                )
            if isinstance(data, str):
                data = resolve_plain(data)
            return data, data == "<<"
        try:
            return tagged(tag, kind, data), tag == MERGE
        except TagError as error:
            self.cursor.fail(str(error))


def _kind_of(node: Node) -> str | None:
    match node:
        case Scalar():
            return None if node.style is Style.EMPTY else "scalar"
        case Mapping():
            return "mapping"
        case Sequence():
            return "sequence"
        case _:
            return None


def _with_properties(node: Node, head: _Head, content_start: int, data: Value) -> Node:
    """Return the node with what stands in front of it; collections are changed in place."""
    shift = content_start - head.start
    properties = Properties(head.anchor, head.tag, shift)
    match node:
        case Mapping() | Sequence():
            node.properties = properties
            node.length += shift
            node.offsets = tuple(offset + shift for offset in node.offsets)
            node.data = data
            return node
        case Scalar() if node.style is Style.EMPTY and node.length == 0:
            length = head.end - head.start
            properties.content_offset = length
            return Scalar(length, data, "", Style.EMPTY, properties)
        case Scalar():
            return Scalar(node.length + shift, data, node.text, node.style, properties)
        case Alias():
            return Scalar(node.length + shift, data, "", Style.PLAIN, properties)


def _compare(indent: int, parent_indent: int) -> int:
    return (indent > parent_indent) - (indent < parent_indent)
