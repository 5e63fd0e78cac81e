"""Which of many short texts a person means by a few letters, the likeliest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz, process

from editor.core.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_STARTS, _STARTS_A_WORD, _INSIDE, _BESIDE = 100.0, 90.0, 75.0, 50.0
_FUZZY_LEAST = 80.0
_FUZZY_LETTERS = 3


class Wording(NamedTuple):
    """What can be found: its title, and what stands beside that."""

    title: str
    beside: str = ""


def ranked(query: str, wordings: Sequence[Wording], limit: int) -> tuple[int, ...]:
    """Return the indexes of what has every word of a query, the best first, at most `limit`.

    What begins with a word comes before what has it inside, and that before what has it beside
    its title. Where nothing has the words, titles that are spelt alike are found.
    """
    words = query.casefold().split()
    if not words:
        return tuple(range(min(limit, len(wordings))))
    scores = {
        index: score
        for index, wording in enumerate(wordings)
        if (score := _score(words, wording)) > 0
    }
    if not scores and len(query) >= _FUZZY_LETTERS:
        scores = dict(_alike(query, wordings, limit))
    best = sorted(scores, key=lambda index: (-scores[index], index))
    return tuple(best[:limit])


def _score(words: Sequence[str], wording: Wording) -> float:
    """Return how well all words fit, 0 where one is missing; shorter titles fit better."""
    title, beside = wording.title.casefold(), wording.beside.casefold()
    total = 0.0
    for word in words:
        at = title.find(word)
        if at == 0:
            total += _STARTS
        elif at > 0:
            total += _INSIDE if title[at - 1].isalnum() else _STARTS_A_WORD
        elif word in beside:
            total += _BESIDE
        else:
            return 0.0
    return total / len(words) - min(len(title), 50) / 10


def _alike(query: str, wordings: Sequence[Wording], limit: int) -> Iterator[tuple[int, float]]:
    titles = [wording.title.casefold() for wording in wordings]
    found = process.extract(
        query.casefold(),
        titles,
        scorer=fuzz.partial_ratio,
        score_cutoff=_FUZZY_LEAST,
        limit=limit,
    )
    for _, score, index in found:
        yield index, score


def marked(query: str, text: str) -> tuple[Span, ...]:
    """Return where the words of a query stand in a text, for emphasis; they do not overlap."""
    lowered = text.casefold()
    if len(lowered) != len(text):
        return ()
    found = sorted(
        Span(at, at + len(word))
        for word in set(query.casefold().split())
        if (at := lowered.find(word)) >= 0
    )
    return tuple(_apart(found))


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    end = 0
    for span in spans:
        if span.start >= end:
            yield span
            end = span.end
