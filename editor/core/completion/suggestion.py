"""What is offered while a text is typed, and which characters an offer takes the place of."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_NAMES = 500
"""More variables than anybody looks through; who wants another one types more of its name."""
_REFERENCE = re.compile(r"\$\{?([A-Za-z0-9_.-]*)\Z")
_PLACEHOLDER = re.compile(r"\{\{ ?([A-Za-z0-9_]*)\Z")


class Suggestion(NamedTuple):
    """A text that may be typed, and what it means."""

    text: str
    meaning: str = ""


class Completion(NamedTuple):
    """What may stand in the place of the characters from `start` to `end`, in code points.

    `is_certain`: a reference was begun, so that the first suggestion is likely what is meant.
    """

    start: int
    end: int
    suggestions: tuple[Suggestion, ...]
    is_certain: bool = False


@dataclass(frozen=True)
class Offers:
    """All that may be typed into a field.

    `whole` are texts for the whole field, `variables` names that stand in `${…}`, `placeholders`
    names that stand in `{{…}}`.
    """

    whole: tuple[Suggestion, ...] = ()
    variables: tuple[Suggestion, ...] = ()
    placeholders: tuple[Suggestion, ...] = ()

    def completion(self, text: str, position: int, *, is_asked: bool = False) -> Completion | None:
        """Return what fits a text with the cursor at a position; None for nothing.

        Where the user asked for it, an empty or finished text gets everything that is offered.
        """
        before = text[:position]
        for begun, opening, closing, names in (
            (_PLACEHOLDER.search(before), "{{", "}}", self.placeholders),
            (_REFERENCE.search(before), "${", "}", self.variables),
        ):
            if begun is not None and names:
                return _inserted(begun, text, (opening, closing), names)
        return self._of_whole(text, is_asked=is_asked)

    def without(self, texts: Iterable[str]) -> Offers:
        """Return the same offers without some texts for the whole field."""
        taken = frozenset(texts)
        return replace(self, whole=tuple(one for one in self.whole if one.text not in taken))

    def _of_whole(self, text: str, *, is_asked: bool) -> Completion | None:
        if not text and not is_asked:
            return None
        found = matching(text, self.whole)
        is_finished = any(one.text == text for one in found)
        if is_asked and (is_finished or not found):
            found = self.whole
        elif is_finished and len(found) == 1:
            return None
        return Completion(0, len(text), found) if found else None


def matching(typed: str, suggestions: tuple[Suggestion, ...]) -> tuple[Suggestion, ...]:
    """Return the suggestions that hold what was typed, those that begin with it first."""
    wanted = typed.casefold()
    if not wanted:
        return suggestions
    ranked = [(_rank(one.text.casefold(), wanted), one) for one in suggestions]
    hits = [pair for pair in ranked if pair[0] is not None]
    return tuple(one for _, one in sorted(hits, key=lambda pair: pair[0] or 0))


def _rank(text: str, wanted: str) -> int | None:
    if text == wanted:
        return 0
    if text.startswith(wanted):
        return 1
    return 2 if wanted in text else None


def _inserted(
    begun: re.Match[str], text: str, braces: tuple[str, str], names: tuple[Suggestion, ...]
) -> Completion | None:
    """Return the names for a reference that was begun; braces that are there are taken over."""
    opening, closing = braces
    found = tuple(
        Suggestion(f"{opening}{name}{closing}", meaning)
        for name, meaning in matching(begun[1], names)[:_MOST_NAMES]
    )
    end = begun.end()
    while end - begun.end() < len(closing) and text[end : end + 1] == "}":
        end += 1
    return Completion(begun.start(), end, found, is_certain=True) if found else None
