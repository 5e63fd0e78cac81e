"""Makes a tree of a text, and a tree of a changed text at the price of the change."""

from __future__ import annotations

from bisect import bisect_left

from editor.core.text import Patch, apply
from editor.core.yaml.block_edits import head_end
from editor.core.yaml.cursor import YamlError
from editor.core.yaml.documents import prepared, read_stream
from editor.core.yaml.entries import cursor_at, index_at, read_run, spliced
from editor.core.yaml.layout import Layout
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

    The parser's state between two entries is its position alone. So when reading some entries of
    the new text ends at a token at which the old reading went on too, everything behind it is
    unchanged.
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
        for place, index in reversed(self._levels()):
            if self._is_too_long(place, index) or self._may_be_shared(place, index):
                return None
            root = self._with_entries_read(place, index)
            if root is not None:
                return self._with_root(root)
        return None

    def _levels(self) -> list[tuple[Place, int]]:
        """Return the block collections around the change, outermost first.

        Each comes with the number of its entry that begins before the change; -1 when the change
        lies before all of them.
        """
        levels: list[tuple[Place, int]] = []
        place = self._tree.root
        while place is not None and _holds_entries_of_its_own(place):
            assert isinstance(place.node, Collection)
            index = bisect_left(place.node.offsets, self._start - place.start) - 1
            levels.append((place, index))
            if index < 0:
                return levels
            child = place.child(index)
            if child.entry.is_merge or child.entry.key_offset:
                return levels[:-1]
            if self._old_end >= self._line_of(self._position_after(child)):
                return levels
            place = child
        return levels

    def _line_of(self, following: int) -> int:
        """Return the start of the line of a token at which reading goes on.

        A change that reaches it could change the indentation of what follows.
        """
        text = self._tree.text
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

    def _region(self, place: Place, index: int) -> tuple[int, int]:
        """Return the old text that reading entries again will surely cover."""
        start = place.start if index < 0 else place.child(index).entry_start
        end = max(self._old_end, start)
        if index >= 0:
            end = max(end, self._position_after(place.child(index)))
        return start, end

    def _is_too_long(self, place: Place, index: int) -> bool:
        start, end = self._region(place, index)
        return (end - start) * 2 > len(self._text)

    def _may_be_shared(self, place: Place, index: int) -> bool:
        """Say whether an anchor, an alias or a merge may stand in what is replaced."""
        if not self._tree.has_shared:
            return False
        start, end = self._region(place, index)
        node = place.node
        assert isinstance(node, Collection)
        last = bisect_left(node.offsets, self._old_end - place.start)
        if 0 <= last < len(node.offsets):
            end = max(end, self._position_after(place.child(last)))
        region = self._tree.text[start:end]
        return "&" in region or "*" in region

    def _with_entries_read(self, place: Place, index: int) -> Place | None:
        """Read entries again from one on; return the new root, or None if that is not enough."""
        start = self._first_entry(place) if index < 0 else place.child(index).entry_start
        if start is None:
            return None
        first = max(index, 0)
        run = read_run(self._prepared, place, first, start, lambda at: self._old_index(place, at))
        if run is None or run.next_index < first:
            return None
        return spliced(place, first, run, self._shift)

    def _first_entry(self, place: Place) -> int | None:
        """Return where the first entry of a collection is in the new text, when it changed.

        It must still be on a line below its key, at the old column.
        """
        if place.parent is None or place.entry.key_offset or place.entry.is_merge:
            return None
        head = head_end(Layout(self._tree.text), place)
        if self._start <= head or self._tree.text.find("\n", head, place.start) == -1:
            return None
        old, new = cursor_at(self._tree.text, place.start), cursor_at(self._prepared, head)
        if not new.skip_separation() or new.first_tab != -1:
            return None
        return new.position if new.line_indent == place.start - old.line_start else None

    def _old_index(self, place: Place, position: int) -> int | None:
        """Return which old entry behind the change starts at a position of the new text."""
        assert isinstance(place.node, Collection)
        count = len(place.node.offsets)
        if position == self._moved(self._position_after(place.child(count - 1))):
            return count if self._old_end < self._line_of(position - self._shift) else None
        old = position - self._shift
        index = index_at(place, old)
        return index if index is not None and self._old_end < self._line_of(old) else None

    def _moved(self, after: int) -> int:
        if after >= len(self._tree.text):
            return len(self._prepared) - 1
        return after + self._shift

    def _with_root(self, root: Place) -> Tree:
        old = self._tree
        return Tree(self._text, root, self._moved(old.end), old.has_shared, has_directives=False)


def _holds_entries_of_its_own(place: Place) -> bool:
    """Say whether a node is a block collection without an anchor or tag."""
    node = place.node
    return isinstance(node, Collection) and not node.is_flow and node.properties is None
