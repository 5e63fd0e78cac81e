"""How a text is changed: spans, patches, and edits that can be taken back."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of text: start inclusive, end exclusive, in Unicode code points."""

    start: int
    end: int

    def __contains__(self, offset: object) -> bool:
        """Say whether an offset lies within the span, its end included."""
        return isinstance(offset, int) and self.start <= offset <= self.end


class Patch(NamedTuple):
    """Replace `text[start:end]` by `text`; offsets are Unicode code points of the old text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Edit:
    """One named step of change to the config text and, in the same step, to the `.env` text.

    Patches of one text are sorted, do not overlap, and all refer to the text before the edit.
    """

    label: str
    config: tuple[Patch, ...] = ()
    env: tuple[Patch, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Say whether the edit changes nothing."""
        return not self.config and not self.env


def apply(text: str, patches: Iterable[Patch]) -> str:
    """Return the text with all patches made.

    Raises ValueError when patches overlap, are unsorted, or reach outside the text.
    """
    pieces: list[str] = []
    position = 0
    for patch in patches:
        if patch.start < position or patch.end < patch.start or patch.end > len(text):
            raise ValueError(f"patch {patch.start}..{patch.end} overlaps or is out of order")
        pieces += (text[position : patch.start], patch.text)
        position = patch.end
    pieces.append(text[position:])
    return "".join(pieces)


def inverse(text: str, patches: Iterable[Patch]) -> tuple[Patch, ...]:
    """Return the patches that take the patched text back to `text`."""
    undo: list[Patch] = []
    shift = 0
    for patch in patches:
        start = patch.start + shift
        undo.append(Patch(start, start + len(patch.text), text[patch.start : patch.end]))
        shift += len(patch.text) - (patch.end - patch.start)
    return tuple(undo)


def difference(old: str, new: str) -> tuple[Patch, ...]:
    """Return the one patch that turns `old` into `new`: what is between their common ends."""
    if old == new:
        return ()
    start = _common_prefix(old, new)
    limit = min(len(old), len(new)) - start
    tail = _common_suffix(old, new, limit)
    return (Patch(start, len(old) - tail, new[start : len(new) - tail]),)


def _common_prefix(old: str, new: str) -> int:
    """Return how many leading characters are equal, by halving: slices compare at C speed."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_suffix(old: str, new: str, limit: int) -> int:
    """Return how many of the last `limit` characters are equal."""
    low, high = 0, limit
    old_end, new_end = len(old), len(new)
    while low < high:
        middle = (low + high + 1) // 2
        if old[old_end - middle : old_end - low] == new[new_end - middle : new_end - low]:
            low = middle
        else:
            high = middle - 1
    return low
