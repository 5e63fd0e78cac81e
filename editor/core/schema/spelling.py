"""Which known word an unknown one was probably meant to be."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

_LEAST_LIKENESS = 72


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that the word most resembles, or None when none is near.

    Case, underscores and hyphens do not count: `base_url` is `baseURL`.
    """
    best = process.extractOne(
        word,
        sorted(candidates),
        scorer=fuzz.ratio,
        processor=_letters,
        score_cutoff=_LEAST_LIKENESS,
    )
    return None if best is None else str(best[0])


def _letters(word: str) -> str:
    return word.casefold().replace("_", "").replace("-", "").strip()
