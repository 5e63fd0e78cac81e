"""How a `.env` text is changed: patches that touch one variable and nothing else.

Each change is proved before it is returned: npm dotenv must read the changed text as intended, and
every other assignment as before. A quote that is never closed further up can make a change
impossible; then another way of writing or another place is tried.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from editor.core.dotenv.places import (
    Addition,
    Lines,
    added_lines,
    line_end_of,
    lines_of,
    spots_for,
    without_break,
)
from editor.core.dotenv.reading import Assignment, assignments
from editor.core.dotenv.writing import writings
from editor.core.text import Patch, apply
from editor.core.wording import worded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from editor.core.text import Span

_NAME = re.compile(r"[A-Za-z0-9_.-]+")
_Pairs = list[tuple[str, str]]


class Unwritable(ValueError):
    """A `.env` text cannot be changed as wanted; the message says why, without the value."""


def set_value(text: str, name: str, value: str) -> tuple[Patch, ...]:
    """Return the patches that give a variable a value; one that is not there yet is added.

    Of several assignments the last one is changed, which is the one that counts. Raises Unwritable.
    """
    found = assignments(text)
    index = _last_index(found, name)
    if index is None:
        return add(text, name, value)
    old = found[index]
    if old.value == value:
        return ()
    wanted = _pairs(found)
    wanted[index] = (name, value)
    written = tuple(writings(value, old.quote, line_end=line_end_of(text)))
    ways = (_replaced(text, old.value_span, new) for new in written)
    return _proved(text, ways, wanted, _why_not(name, written))


def add(
    text: str,
    name: str,
    value: str,
    *,
    near: Collection[str] = (),
    block: str | None = None,
) -> tuple[Patch, ...]:
    """Return the patches that add a variable; one that is there already gets the value.

    It goes behind the last variable of `near`, else behind those that share the beginning of its
    name, else under the comment `block`, which is written at the end where it is missing. Raises
    Unwritable.
    """
    if not _NAME.fullmatch(name):
        raise Unwritable("A name may have letters from A to Z, digits, “_”, “.” and “-” only.")
    found = assignments(text)
    if _last_index(found, name) is not None:
        return set_value(text, name, value)
    written = tuple(writings(value, line_end=line_end_of(text)))
    pairs = _pairs(found)
    for spot in spots_for(text, found, name, near=near, block=block):
        wanted = [*pairs[: spot.earlier], (name, value), *pairs[spot.earlier :]]
        additions = (Addition(spot, name, new) for new in written)
        ways = ((added_lines(text, addition),) for addition in additions)
        patches = _first_proved(text, ways, wanted)
        if patches is not None:
            return patches
    raise Unwritable(_why_not(name, written))


def rename(text: str, old: str, new: str) -> tuple[Patch, ...]:
    """Return the patches that give a variable another name, wherever it is assigned.

    Raises Unwritable for a name that is no name, or that another variable has.
    """
    found = assignments(text)
    if old == new or _last_index(found, old) is None:
        return ()
    if not _NAME.fullmatch(new):
        raise Unwritable("A name may have letters from A to Z, digits, “_”, “.” and “-” only.")
    if _last_index(found, new) is not None:
        raise Unwritable(worded("{0} is in the .env file already.", new))
    patches = tuple(Patch(*one.key_span, new) for one in found if one.key == old)
    wanted = [(new if key == old else key, value) for key, value in _pairs(found)]
    return _proved(text, [patches], wanted, _in_the_way(old))


def comment_out(text: str, name: str, note: str = "") -> tuple[Patch, ...]:
    """Return the patches that turn a variable's lines into comments, wherever it is assigned.

    The note goes above, unless it stands there already at the head of the same comment. Raises
    Unwritable.
    """
    found = assignments(text)
    ways = (
        tuple(
            patch for one in _named(found, name) for patch in lines_of(text, one).as_comment(head)
        )
        for head in dict.fromkeys((note, ""))
    )
    return _proved(text, ways, _without(found, name), _in_the_way(name))


def remove(text: str, name: str) -> tuple[Patch, ...]:
    """Return the patches that take a variable's lines out, wherever it is assigned.

    Where the next line would become part of the line before, a `#` stays. Raises Unwritable.
    """
    found = assignments(text)
    lines = [lines_of(text, one) for one in _named(found, name)]
    ways = (
        _removed(text, lines),
        tuple(line.replaced_by("#") for line in lines),
    )
    return _proved(text, ways, _without(found, name), _in_the_way(name))


def remove_overridden(text: str, name: str) -> tuple[Patch, ...]:
    """Return the patches that leave of a variable's assignments only the last, which counts.

    Raises Unwritable.
    """
    found = assignments(text)
    last = _last_index(found, name)
    wanted = [pair for index, pair in enumerate(_pairs(found)) if pair[0] != name or index == last]
    lines = [lines_of(text, one) for one in _named(found, name)[:-1]]
    ways = (_removed(text, lines), tuple(line.replaced_by("#") for line in lines))
    return _proved(text, ways, wanted, _in_the_way(name))


def mend(text: str, key: Span, patch: Patch, value: str) -> tuple[Patch, ...]:
    """Return the patch of a line, if the name at `key` has the value afterwards.

    The line may be one that dotenv skips as long as it is not mended. Raises Unwritable.
    """
    found = assignments(text)
    name = text[slice(*key)]
    index = bisect_left([one.key_span for one in found], key)
    is_read = index < len(found) and found[index].key_span == key
    wanted = _pairs(found)
    wanted[index : index + is_read] = [(name, value)]
    return _proved(text, [(patch,)], wanted, _in_the_way(name))


def _named(found: Iterable[Assignment], name: str) -> list[Assignment]:
    return [one for one in found if one.key == name]


def _removed(text: str, lines: Iterable[Lines]) -> tuple[Patch, ...]:
    """Return the patches that take lines out; the text ends with a line break if it did before."""
    removals: list[Patch] = []
    for line in lines:
        removal = line.removed()
        if removals and removal.start <= removals[-1].end:
            removal = removal._replace(start=removals.pop().start)
        removals.append(removal)
    if removals and removals[-1].end == len(text) == without_break(text, len(text)):
        last = removals.pop()
        removals.append(last._replace(start=without_break(text, last.start)))
    return tuple(removals)


def _pairs(found: Iterable[Assignment]) -> _Pairs:
    return [(one.key, one.value) for one in found]


def _without(found: Iterable[Assignment], name: str) -> _Pairs:
    return [(key, value) for key, value in _pairs(found) if key != name]


def _last_index(found: tuple[Assignment, ...], name: str) -> int | None:
    return max((index for index, one in enumerate(found) if one.key == name), default=None)


def _replaced(text: str, span: Span, written: str) -> tuple[Patch, ...]:
    """Return the patch that writes a value, held apart from a comment that follows at once."""
    is_joined = text[span.end : span.end + 1] == "#" and span.start == span.end
    return (Patch(*span, f"{written} " if is_joined and written else written),)


def _proved(
    text: str, ways: Iterable[tuple[Patch, ...]], wanted: _Pairs, reason: str
) -> tuple[Patch, ...]:
    patches = _first_proved(text, ways, wanted)
    if patches is None:
        raise Unwritable(reason)
    return patches


def _first_proved(
    text: str, ways: Iterable[tuple[Patch, ...]], wanted: _Pairs
) -> tuple[Patch, ...] | None:
    """Return the first way after which dotenv reads what is wanted."""
    for patches in ways:
        if _pairs(assignments(apply(text, patches))) == wanted:
            return patches
    return None


def _why_not(name: str, written: tuple[str, ...]) -> str:
    if written:
        return _in_the_way(name)
    return worded(
        "No way of quoting keeps the value of {0} as it is in a .env file. A value cannot have "
        "all three kinds of quotes and line breaks, or a carriage return beside a written \\n.",
        name,
    )


def _in_the_way(name: str) -> str:
    return worded(
        "{0} cannot be changed without changing another variable: a quote further up in the "
        ".env file is never closed. Close it first.",
        name,
    )
