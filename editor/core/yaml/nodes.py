"""The parsed shape of a YAML text: nodes that know their length but not their place.

A container keeps where each child starts, counted from its own start, so that a subtree can be
shared between two versions of a text however far the edit around it moved it. `data` is what
js-yaml makes of the node; it is shared too and must not be changed.
"""

from enum import StrEnum
from typing import Final, TypeAlias

from editor.core.yaml.values import Value


class Style(StrEnum):
    """How a scalar is written."""

    PLAIN = "plain"
    SINGLE = "single"
    DOUBLE = "double"
    LITERAL = "literal"
    FOLDED = "folded"
    EMPTY = "empty"


class Properties:
    """A node's `&anchor` and `!tag`, and where its content starts after them."""

    __slots__ = ("anchor", "content_offset", "tag")

    def __init__(self, anchor: str | None, tag: str | None, content_offset: int) -> None:
        """Remember what stands in front of a node's content."""
        self.anchor = anchor
        self.tag = tag
        self.content_offset = content_offset


class Scalar:
    """A single value; `data` is typed, `text` is what was written after unquoting."""

    __slots__ = ("data", "length", "properties", "style", "text")

    def __init__(
        self, length: int, data: Value, text: str, style: Style, properties: Properties | None
    ) -> None:
        """Build a scalar of `length` code points, its properties included."""
        self.length = length
        self.data = data
        self.text = text
        self.style = style
        self.properties = properties


class Anchor:
    """The target of an `&name`: filled when its node is complete, for aliases to look at."""

    __slots__ = ("data", "name", "node")

    def __init__(self, name: str, data: Value) -> None:
        """Start an anchor; `data` is the collection under construction, if there is one."""
        self.name = name
        self.data = data
        self.node: Node | None = None


class Alias:
    """A `*name`: stands for the node that the anchor of that name marks."""

    __slots__ = ("length", "properties", "target")

    def __init__(self, length: int, target: Anchor) -> None:
        """Build an alias of `length` code points."""
        self.length = length
        self.target = target
        self.properties: Final[None] = None

    @property
    def data(self) -> Value:
        """Return the value that the alias stands for."""
        return self.target.data


class Entry:
    """One `key: value` of a mapping or one item of a sequence (then `key` is None).

    `value_offset` counts from the entry's start: the key's first character, the `?` of an
    explicit key, or the `-` of a block item. `length` ends with the value. A merge entry
    (`<<: *defaults`) adds the keys of its value instead of one of its own.
    """

    __slots__ = ("is_merge", "key", "key_offset", "length", "value", "value_offset")

    def __init__(
        self, key: "Node | None", key_offset: int, value: "Node", value_offset: int
    ) -> None:
        """Join a key and a value."""
        self.key = key
        self.key_offset = key_offset
        self.value = value
        self.value_offset = value_offset
        self.is_merge = False
        self.length = value_offset + value.length


class Mapping:
    """A mapping; `keys` are the entries' names as JavaScript sees them, in file order."""

    __slots__ = (
        "_positions", "data", "entries", "is_flow", "keys", "length", "offsets", "properties"
    )  # fmt: skip

    def __init__(self, data: Value, is_flow: bool) -> None:
        """Start an empty mapping; the parser fills it once."""
        self._positions: dict[str, int] | None = None
        self.length = 0
        self.data = data
        self.is_flow = is_flow
        self.entries: tuple[Entry, ...] = ()
        self.offsets: tuple[int, ...] = ()
        self.keys: tuple[str, ...] = ()
        self.properties: Properties | None = None

    def first_index_of(self, key: str) -> int | None:
        """Return which entry is the first of a name, or None; quick in a mapping of any size."""
        if self._positions is None:
            self._positions = {}
            for index, name in enumerate(self.keys):
                self._positions.setdefault(name, index)
        return self._positions.get(key)


class Sequence:
    """A list of items."""

    __slots__ = ("data", "entries", "is_flow", "length", "offsets", "properties")

    def __init__(self, data: Value, is_flow: bool) -> None:
        """Start an empty sequence; the parser fills it once."""
        self.length = 0
        self.data = data
        self.is_flow = is_flow
        self.entries: tuple[Entry, ...] = ()
        self.offsets: tuple[int, ...] = ()
        self.properties: Properties | None = None


Collection = Mapping | Sequence
Node: TypeAlias = Scalar | Alias | Mapping | Sequence

EMPTY: Final = Scalar(0, None, "", Style.EMPTY, None)
"""The node of a key, item or document with nothing behind it."""
