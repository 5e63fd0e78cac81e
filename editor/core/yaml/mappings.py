"""How entries become a JavaScript object: key texts, duplicates, and merge keys."""

from editor.core.yaml.cursor import Cursor
from editor.core.yaml.nodes import Alias, Entry, Mapping, Node
from editor.core.yaml.scalars import javascript_text
from editor.core.yaml.values import Value, keys_in_javascript_order

_MOST_MERGED_KEYS = 10_000
_LONGEST_MERGE_LIST = 100


class MergeBudget:
    """How many keys merges have copied in one text; js-yaml stops at 10,000."""

    __slots__ = ("used",)

    def __init__(self) -> None:
        """Start with nothing used."""
        self.used = 0

    def charge(self, cursor: Cursor) -> None:
        """Count one key or one source; fails when there are too many."""
        self.used += 1
        if self.used > _MOST_MERGED_KEYS:
            cursor.fail(f"merge keys exceeded maxTotalMergeKeys ({_MOST_MERGED_KEYS})")


class MappingBuilder:
    """Collects the entries of one mapping while it is read."""

    __slots__ = ("_budget", "_cursor", "_merged", "entries", "keys", "node", "offsets", "values")

    def __init__(self, cursor: Cursor, budget: MergeBudget, *, is_flow: bool) -> None:
        """Start an empty mapping."""
        self._cursor = cursor
        self._budget = budget
        self._merged: set[str] = set()
        self.values: dict[str, Value] = {}
        self.node = Mapping(self.values, is_flow)
        self.entries: list[Entry] = []
        self.offsets: list[int] = []
        self.keys: list[str] = []

    def add(self, entry: Entry, at: int, key_at: int) -> None:
        """Add an entry that starts at offset `at`; a second one of the same name is an error."""
        self.entries.append(entry)
        self.offsets.append(at)
        if entry.is_merge:
            self.keys.append("<<")
            self._merge(entry.value.data)
            return
        name = key_text(self._cursor, entry.key)
        self.keys.append(name)
        if name in self.values:
            if name not in self._merged:
                self._cursor.fail("duplicated mapping key", key_at)
            self._merged.discard(name)
        self.values[name] = entry.value.data

    def finished(self, start: int, end: int) -> Mapping:
        """Return the mapping, which reaches from offset `start` to `end`."""
        node = self.node
        node.length = end - start
        node.entries = tuple(self.entries)
        node.offsets = tuple(offset - start for offset in self.offsets)
        node.keys = tuple(self.keys)
        return node

    def _merge(self, source: Value) -> None:
        if not isinstance(source, list):
            self._merge_one(source)
            return
        if len(source) > _LONGEST_MERGE_LIST:
            self._cursor.fail("abnormal merge sequence size")
        for item in source:
            self._merge_one(item)

    def _merge_one(self, source: Value) -> None:
        if source is None or isinstance(source, str | bool | int | float):
            self._cursor.fail("cannot merge mappings; the provided source object is unacceptable")
        self._budget.charge(self._cursor)
        for name, value in _properties_of(source):
            self._budget.charge(self._cursor)
            if name not in self.values:
                self.values[name] = value
                self._merged.add(name)


def _properties_of(source: Value) -> list[tuple[str, Value]]:
    """Return the own enumerable properties that JavaScript sees on an object."""
    match source:
        case dict():
            return [(key, source[key]) for key in keys_in_javascript_order(source)]
        case list() | bytes():
            return [(str(index), item) for index, item in enumerate(source)]
        case _:
            return []


def key_text(cursor: Cursor, key: Node | None) -> str:
    """Return a key's name as JavaScript makes it; a list within a list is an error."""
    if key is None:
        return "null"
    value = key.data
    if isinstance(value, list) and any(isinstance(item, list) for item in value):
        cursor.fail("nested arrays are not supported inside keys")
    return javascript_text(value)


def has_merge(mapping: Mapping) -> bool:
    """Say whether a mapping takes keys from elsewhere."""
    return any(entry.is_merge for entry in mapping.entries)


def is_shared(node: Node) -> bool:
    """Say whether a node is an alias or carries an anchor that aliases may name."""
    if isinstance(node, Alias):
        return True
    return node.properties is not None and node.properties.anchor is not None
