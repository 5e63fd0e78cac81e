"""What differs between two texts, line by line and, within changed lines, word by word."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")
_WORD = re.compile(r"\w+|\s+|.")
_LARGEST_GAP = 90_000
_LONGEST_LINE = 2_000
_SIMILAR = 0.4
_MOST_COMPARED = 200


class RowKind(StrEnum):
    """What a row of a diff shows: the same line, a changed one, one side only, or a fold."""

    SAME = "same"
    CHANGED = "changed"
    REMOVED = "removed"
    ADDED = "added"
    FOLD = "fold"


class Cell(NamedTuple):
    """One line on one side: its number from 1, its text, and the changed stretches in it."""

    number: int
    text: str
    words: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row with the line of each side; a fold has only the number of equal lines it hides."""

    kind: RowKind
    old: Cell | None = None
    new: Cell | None = None
    folded: int = 0


class _Block(NamedTuple):
    """Lines `first:last` of the old text that became lines `begin:end` of the new one."""

    equal: bool
    first: int
    last: int
    begin: int
    end: int


def rows_between(old: str, new: str, context: int = 3) -> tuple[Row, ...]:
    """Return the rows of a diff, with equal lines folded but for `context` around each change."""
    before, after = _LINE.findall(old), _LINE.findall(new)
    blocks = _joined(_blocks(before, after))
    rows: list[Row] = []
    for index, block in enumerate(blocks):
        if block.equal:
            above = context if index else 0
            below = context if index + 1 < len(blocks) else 0
            rows += _same(before, block, above, below)
        else:
            rows += _changed(before, after, block)
    return tuple(rows)


def count_changes(rows: Sequence[Row]) -> tuple[int, int]:
    """Return how many lines were added and how many were removed."""
    kinds = Counter(row.kind for row in rows)
    both = kinds[RowKind.CHANGED]
    return kinds[RowKind.ADDED] + both, kinds[RowKind.REMOVED] + both


def _blocks(before: list[str], after: list[str]) -> Iterator[_Block]:
    """Yield equal and different blocks in order; neighbours of one kind may follow each other."""
    shorter = min(len(before), len(after))
    start = next((i for i in range(shorter) if before[i] != after[i]), shorter)
    left = shorter - start
    tail = next((i for i in range(left) if before[-1 - i] != after[-1 - i]), left)
    yield _Block(True, 0, start, 0, start)
    gap = (start, len(before) - tail, start, len(after) - tail)
    yield from _within(before, after, gap)
    yield _Block(True, len(before) - tail, len(before), len(after) - tail, len(after))


def _within(
    before: list[str], after: list[str], gap: tuple[int, int, int, int]
) -> Iterator[_Block]:
    """Yield the blocks of a gap: split at the lines that occur once on each side, then compare."""
    first, last, begin, end = gap
    for old, new in [*_anchors(before, after, gap), (last, end)]:
        yield from _compare(before, after, (first, old, begin, new))
        if old < last:
            yield _Block(True, old, old + 1, new, new + 1)
        first, begin = old + 1, new + 1


def _anchors(
    before: list[str], after: list[str], gap: tuple[int, int, int, int]
) -> list[tuple[int, int]]:
    """Return the longest rising sequence of lines that are unique on both sides."""
    first, last, begin, end = gap
    once_old = _unique(before, first, last)
    once_new = _unique(after, begin, end)
    pairs = [(old, once_new[line]) for line, old in once_old.items() if line in once_new]
    ends: list[int] = []
    tops: list[int] = []
    previous: list[int] = []
    for index, (_, new) in enumerate(pairs):
        place = bisect_left(ends, new)
        previous.append(tops[place - 1] if place else -1)
        ends[place : place + 1] = [new]
        tops[place : place + 1] = [index]
    chosen: list[tuple[int, int]] = []
    index = tops[-1] if tops else -1
    while index >= 0:
        chosen.append(pairs[index])
        index = previous[index]
    return chosen[::-1]


def _unique(lines: list[str], start: int, end: int) -> dict[str, int]:
    """Return the lines that occur once in a stretch, with their indexes, in order."""
    counts = Counter(lines[start:end])
    return {lines[i]: i for i in range(start, end) if counts[lines[i]] == 1}


def _compare(
    before: list[str], after: list[str], gap: tuple[int, int, int, int]
) -> Iterator[_Block]:
    """Yield the blocks of a gap without unique lines; a huge one is one change as a whole."""
    first, last, begin, end = gap
    if first == last and begin == end:
        return
    if (last - first) * (end - begin) > _LARGEST_GAP or first == last or begin == end:
        yield _Block(False, first, last, begin, end)
        return
    matcher = SequenceMatcher(None, before[first:last], after[begin:end], autojunk=False)
    for tag, i, j, m, n in matcher.get_opcodes():
        yield _Block(tag == "equal", first + i, first + j, begin + m, begin + n)


def _joined(blocks: Iterator[_Block]) -> list[_Block]:
    """Return the blocks without empty ones, equal neighbours as one."""
    joined: list[_Block] = []
    for block in blocks:
        if block.first == block.last and block.begin == block.end:
            continue
        if joined and block.equal and joined[-1].equal:
            block = joined.pop()._replace(last=block.last, end=block.end)
        joined.append(block)
    return joined


def _same(before: list[str], block: _Block, above: int, below: int) -> Iterator[Row]:
    """Yield the rows of equal lines, those between the first and the last few folded."""
    length = block.last - block.first
    hidden = length - above - below
    parts = [(0, above), (length - below, length)] if hidden > 1 else [(0, length)]
    for start, end in parts:
        if start:
            yield Row(RowKind.FOLD, folded=hidden)
        for offset in range(start, end):
            text = _bare(before[block.first + offset])
            old = Cell(block.first + offset + 1, text)
            yield Row(RowKind.SAME, old, Cell(block.begin + offset + 1, text))


def _changed(before: list[str], after: list[str], block: _Block) -> Iterator[Row]:
    """Yield the rows of a change: similar lines side by side, the others alone."""
    olds, news = before[block.first : block.last], after[block.begin : block.end]
    done_old = done_new = 0
    for old, new in (*_pairs(olds, news), (len(olds), len(news))):
        for index in range(done_old, old):
            yield Row(RowKind.REMOVED, Cell(block.first + index + 1, _bare(olds[index])))
        for index in range(done_new, new):
            yield Row(RowKind.ADDED, None, Cell(block.begin + index + 1, _bare(news[index])))
        if old < len(olds) and new < len(news):
            numbers = block.first + old + 1, block.begin + new + 1
            yield from _pair(olds[old], news[new], *numbers)
        done_old, done_new = old + 1, new + 1


def _pair(one: str, other: str, old_number: int, new_number: int) -> Iterator[Row]:
    """Yield the row of two lines, or two rows where they have little in common."""
    old, new = _cells(one, other, old_number, new_number)
    if old.words or new.words or _bare(one) == _bare(other):
        yield Row(RowKind.CHANGED, old, new)
    else:
        yield Row(RowKind.REMOVED, old)
        yield Row(RowKind.ADDED, None, new)


def _pairs(olds: list[str], news: list[str]) -> list[tuple[int, int]]:
    """Return which lines became which, in order; of as many lines, or very many, each the next.

    Otherwise, the pairs that are most alike altogether.
    """
    if len(olds) == len(news) or len(olds) * len(news) > _MOST_COMPARED:
        return [(index, index) for index in range(min(len(olds), len(news)))]
    alike = [[_likeness(old, new) for new in news] for old in olds]
    best = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    for old in range(len(olds) - 1, -1, -1):
        for new in range(len(news) - 1, -1, -1):
            both = alike[old][new] and alike[old][new] + best[old + 1][new + 1]
            best[old][new] = max(both, best[old + 1][new], best[old][new + 1])
    pairs: list[tuple[int, int]] = []
    old = new = 0
    while old < len(olds) and new < len(news):
        if best[old][new] == best[old + 1][new]:
            old += 1
        elif best[old][new] == best[old][new + 1]:
            new += 1
        else:
            pairs.append((old, new))
            old, new = old + 1, new + 1
    return pairs


def _likeness(old: str, new: str) -> float:
    """Return how alike two lines are, 0 where they have little in common."""
    if max(len(old), len(new)) > _LONGEST_LINE:
        return 0.0
    ratio = SequenceMatcher(None, _WORD.findall(old), _WORD.findall(new), autojunk=False).ratio()
    return ratio if ratio >= _SIMILAR else 0.0


def _cells(one: str, other: str, old_number: int, new_number: int) -> tuple[Cell, Cell]:
    """Return both sides of a changed line, with the words that differ unless most do."""
    old, new = _bare(one), _bare(other)
    if old == new:
        return _with_end(one, old_number), _with_end(other, new_number)
    if max(len(old), len(new)) > _LONGEST_LINE:
        return Cell(old_number, old), Cell(new_number, new)
    before, after = _WORD.findall(old), _WORD.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < _SIMILAR:
        return Cell(old_number, old), Cell(new_number, new)
    changes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    left = _stretches(before, [(code[1], code[2]) for code in changes])
    right = _stretches(after, [(code[3], code[4]) for code in changes])
    return Cell(old_number, old, left), Cell(new_number, new, right)


def _stretches(words: list[str], ranges: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return ranges of words as stretches of characters."""
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word))
    return tuple((starts[first], starts[last]) for first, last in ranges if last > first)


def _bare(line: str) -> str:
    """Return a line without its end."""
    return line.rstrip("\r\n")


def _with_end(line: str, number: int) -> Cell:
    """Return a line whose end is what changed, the end written out."""
    text = _bare(line)
    none = QCoreApplication.translate("Differences", "no line end")
    end = {"\n": "LF", "\r\n": "CRLF", "\r": "CR", "": none}[line[len(text) :]]
    note = f"  [{end}]"
    return Cell(number, text + note, ((len(text) + 2, len(text) + len(note)),))
