"""Which known word an unknown one was probably meant to be."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from editor.core.lazily import lazy

_LEAST_LIKENESS = 72
_ROUNDING = 0.001
"""How much below a likeness its limit must be, lest what is exactly as like is left out."""


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that the word most resembles, or None when none is near.

    Case, underscores and hyphens do not count: `base_url` is `baseURL`. Of several that are as
    near, it is the first of the alphabet.
    """
    best = process.extractOne(
        word,
        sorted(candidates),
        scorer=fuzz.ratio,
        processor=_letters,
        score_cutoff=_LEAST_LIKENESS,
    )
    return None if best is None else str(best[0])


class Vocabulary:
    """Many candidates, made ready once for many words."""

    def __init__(self, candidates: Iterable[str]) -> None:
        """Take the candidates, which need no order."""
        self._candidates = tuple(candidates)
        self._known: dict[str, str | None] = {}

    def closest(self, word: str) -> str | None:
        """Return what `closest(word, candidates)` does, asked again at once."""
        if word not in self._known:
            self._known[word] = self._closest(word)
        return self._known[word]

    def _closest(self, word: str) -> str | None:
        letters, scorer = _letters(word), fuzz.ratio
        best = process.extractOne(letters, self._spelt, scorer=scorer, score_cutoff=_LEAST_LIKENESS)
        if best is None:
            return None
        least = best[1] - _ROUNDING
        near = process.extract_iter(letters, self._spelt, scorer=scorer, score_cutoff=least)
        return min(self._candidates[index] for _, score, index in near if score == best[1])

    @lazy
    def _spelt(self) -> list[str]:
        """The letters of each candidate."""
        lines = _folded("\n".join(self._candidates)).split("\n")
        if len(lines) == len(self._candidates):
            return list(map(str.strip, lines))
        return list(map(_letters, self._candidates))


def _letters(word: str) -> str:
    return _folded(word).strip()


def _folded(text: str) -> str:
    return text.casefold().replace("_", "").replace("-", "")
