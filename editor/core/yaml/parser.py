"""Makes a tree of a text, and a tree of a changed text at the price of the change."""

from __future__ import annotations

from bisect import bisect_left

from editor.core.text import Patch, apply
from editor.core.yaml.cursor import YamlError
from editor.core.yaml.documents import prepared, read_stream
from editor.core.yaml.entries import grafted, read_entry_at
from editor.core.yaml.nodes import Collection
from editor.core.yaml.tree import Place, Tree

__all__ = ["YamlError", "parse", "reparse"]


def parse(text: str) -> Tree:
    """Return the tree of a text; raises YamlError where js-yaml 4.3.2's `load` throws."""
    stream = read_stream(text)
    root = None if stream.root is None else Place(stream.root.node, stream.root.start)
    return Tree(text, root, stream.end, stream.has_shared, stream.has_directives)


def reparse(tree: Tree, patches: tuple[Patch, ...]) -> Tree:
    """Return the tree of the patched text, reading again only the entry around the patches.

    The result equals `parse` of the new text. Everything that was not read again is shared with
    the old tree, its values included. Raises YamlError as `parse` does.
    """
    if not patches:
        return tree
    text = apply(tree.text, patches)
    if tree.has_directives or any("\0" in patch.text for patch in patches):
        return parse(text)
    return _Change(tree, text, patches).tree() or parse(text)


class _Change:
    """A stretch of the old text that became another one, and what of the tree outlives it.

    The parser's state between two entries is its position alone. So when reading one entry of the
    new text ends at the token at which the old reading went on, everything behind it is unchanged.
    """

    def __init__(self, tree: Tree, text: str, patches: tuple[Patch, ...]) -> None:
        self._tree = tree
        self._start = patches[0].start
        self._old_end = patches[-1].end
        self._shift = len(text) - len(tree.text)
        self._text = text
        self._prepared = prepared(text)

    def tree(self) -> Tree | None:
        """Return the new tree, or None when the whole text must be read."""
        place = self._enclosing_entry()
        while place is not None and place.parent is not None:
            if place.entry.length * 2 > len(self._text) or self._may_be_shared(place):
                return None
            node = self._grafted(place)
            if node is not None:
                return self._with_root(node)
            place = place.parent
        return None

    def _enclosing_entry(self) -> Place | None:
        """Return the deepest block entry that begins before the change and ends behind it."""
        place, found = self._tree.root, None
        while place is not None and _holds_entries_of_its_own(place):
            place = self._child_around(place)
            if place is None or place.entry.is_merge or place.entry.key_offset:
                return found
            found = place
        return found

    def _child_around(self, place: Place) -> Place | None:
        """Return the entry of a block collection within whose region the change lies."""
        assert isinstance(place.node, Collection)
        index = bisect_left(place.node.offsets, self._start - place.start) - 1
        if index < 0:
            return None
        child = place.child(index)
        return child if self._old_end < self._next_line_after(child) else None

    def _next_line_after(self, place: Place) -> int:
        """Return the start of the line on which reading goes on behind an entry.

        A change that reaches it could change the indentation of what follows.
        """
        text, following = self._tree.text, self._position_after(place)
        if following >= len(text):
            return len(text) + 1
        start = text.rfind("\n", 0, following) + 1
        return max(start, text.rfind("\r", start, following) + 1)

    def _position_after(self, place: Place) -> int:
        """Return where the old reading went on behind an entry and the blanks after it."""
        while place.parent is not None:
            offsets = place.collection.offsets
            if place.index + 1 < len(offsets):
                return place.parent.start + offsets[place.index + 1]
            place = place.parent
        return self._tree.end

    def _may_be_shared(self, place: Place) -> bool:
        """Say whether an anchor, an alias or a merge may stand in the old text of an entry."""
        if not self._tree.has_shared:
            return False
        region = self._tree.text[place.entry_start : self._position_after(place)]
        return "&" in region or "*" in region

    def _grafted(self, place: Place) -> Place | None:
        """Read the entry again; return the new root, or None when its surroundings change too."""
        read = read_entry_at(self._prepared, place)
        if read is None or read.position != self._expected_end(place):
            return None
        return grafted(place, read, self._shift)

    def _expected_end(self, place: Place) -> int:
        after = self._position_after(place)
        if after >= len(self._tree.text):
            return len(self._prepared) - 1
        return after + self._shift

    def _with_root(self, root: Place) -> Tree:
        old = self._tree
        end = old.end + self._shift
        if old.end >= len(old.text):
            end = len(self._prepared) - 1
        return Tree(self._text, root, end, old.has_shared, has_directives=False)


def _holds_entries_of_its_own(place: Place) -> bool:
    """Say whether a node is a block collection without an anchor or tag."""
    node = place.node
    return isinstance(node, Collection) and not node.is_flow and node.properties is None
