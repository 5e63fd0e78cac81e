"""A text beside the form of it in a Qt document, and what an edit of one is in the other."""

from dataclasses import dataclass

from editor.core.text import Patch, difference
from editor.ui.widgets import positions
from editor.ui.widgets.positions import LineTable
from editor.ui.widgets.standins import SPECIAL, StandIns


@dataclass(frozen=True, slots=True)
class RealText:
    """The real text, its table of positions, and its stand-ins; a document shows `shown(text)`."""

    text: str
    stand_ins: StandIns
    table: LineTable

    @classmethod
    def of(cls, text: str) -> "RealText":
        """Return a text with everything made for it anew."""
        return cls(text, StandIns.for_text(text), LineTable.of(text))

    def shown(self, text: str) -> str:
        """Return part of the real text as a document can hold it."""
        return self.stand_ins.show(positions.shown_line_ends(text))

    def replaced(self, patch: Patch) -> tuple["RealText", Patch | None]:
        """Return the text with a stretch replaced, and what that replaces in whole line ends.

        The patch is None where everything has to be shown anew, because of other stand-ins.
        """
        patch = _whole_line_ends(self.text, patch)
        after = self.with_patch(patch)
        return (after, patch) if self._still_fits(patch.text) else (RealText.of(after.text), None)

    def with_patch(self, patch: Patch) -> "RealText":
        """Return the text with a stretch replaced, under the same stand-ins."""
        text = self.text[: patch.start] + patch.text + self.text[patch.end :]
        return RealText(text, self.stand_ins, LineTable.of(text))

    def typed(self, position: int, removed: int, now: str) -> Patch | None:
        """Return the patch of the real text that made the document read `now` where it changed.

        `position` and `removed` are the document's; `now` has newlines. None: nothing changed.
        """
        start = self.table.to_text(min(position, self.table.length))
        end = self.table.to_text(min(position + removed, self.table.length))
        before = self.text[start:end]
        changed = difference(positions.shown_line_ends(before), self.stand_ins.read(now))
        if not changed:
            return None
        patch = changed[0]
        first = start + positions.real_length(before, patch.start)
        last = start + positions.real_length(before, patch.end)
        return Patch(first, last, self.in_line_ends_of(first, last, patch.text))

    def in_line_ends_of(self, start: int, end: int, text: str) -> str:
        """Return text that is to replace a stretch, with the line ends that are used there."""
        line_end = positions.line_end_for(self.text, start, end)
        return positions.shown_line_ends(text).replace("\n", line_end)

    def _still_fits(self, added: str) -> bool:
        """Say whether the stand-ins in use can show what is added."""
        if added.isascii() and "\x00" not in added:
            return True
        missing = not self.stand_ins.special and any(char in SPECIAL for char in added)
        return not missing and not any(char in self.stand_ins.substitutes for char in added)


def _whole_line_ends(text: str, patch: Patch) -> Patch:
    """Widen a patch so that neither its old nor its new text begins or ends within a CRLF."""
    start, end, new = patch
    if (start and text[start - 1] == "\r" and "\n" in (text[start : start + 1], new[:1])) or (
        start and not new and text[start - 1] == "\r" and text[end : end + 1] == "\n"
    ):
        start, new = start - 1, "\r" + new
    if text[end : end + 1] == "\n" and "\r" in (text[end - 1 : end], new[-1:]):
        end, new = end + 1, new + "\n"
    return Patch(start, end, new)
