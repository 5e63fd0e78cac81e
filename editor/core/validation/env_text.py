"""Which lines of a `.env` text npm dotenv 16.6.1 does not read as they look."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from editor.core.dotenv.operations import MendLine, RemoveOverridden
from editor.core.dotenv.reading import assignments
from editor.core.secret import Secret
from editor.core.text import Span
from editor.core.validation.codes import Code
from editor.core.validation.javascript import BLANKS, LINE_ENDS, PROTOTYPE
from editor.core.validation.problem import Finding, Fix, Origin, Severity
from editor.core.wording import worded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editor.core.dotenv import Assignment
    from editor.core.environment import Environment

_BREAK = re.compile(f"\r\n?|[{LINE_ENDS}]")
_QUOTES = "'\"`"
_NAMED = re.compile(rf"[^#={_QUOTES}]{{0,100}}=")
_COLON = re.compile(r"(?:export\s+)?(?P<key>[A-Za-z0-9_.-]+):(?!//)\S")
_UP_TO_COMMENT = re.compile(rf".*?(?=[{BLANKS}]+#|[{BLANKS}]*\Z)", re.DOTALL)
_NO_NAME = (
    "npm dotenv skips this line: before “=” it wants a name of letters from A to Z, digits, “_”, "
    "“.” and “-”, and nothing else."
)
_NO_SIGN = "npm dotenv skips this line: behind a name it wants “=”, or a colon and a blank."


def env_text_findings(environment: Environment) -> tuple[Finding, ...]:
    """Return what is odd about the `.env` text, whatever its variables are for."""
    text, found = environment.env_text, environment.assignments
    return (*_repeated(text, found), *_misquoted(text, found), *_skipped(text, found))


def _repeated(text: str, found: tuple[Assignment, ...]) -> Iterator[Finding]:
    """Yield a finding for each assignment that a later one with another value overrides."""
    last = {one.key: one for one in found}
    lines = _line_numbers(text, [one for key, one in last.items() if key != PROTOTYPE])
    for one in found:
        if one.key == PROTOTYPE:
            message = worded(
                "npm dotenv drops a variable called {0}. Give it another name.", PROTOTYPE
            )
            yield _warning(Code.UNUSABLE_NAME, one.key_span, message)
        elif one.value != last[one.key].value:
            message = worded(
                "{0} is assigned again in line {1}; only the last one counts. Remove this one.",
                one.key,
                lines[one.key],
            )
            fix = Fix(
                id="remove-overridden",
                title=worded("Keep only the last line of {0}", one.key),
                operations=(),
                env=(RemoveOverridden(one.key),),
            )
            yield _warning(Code.REPEATED_VARIABLE, one.key_span, message, one.key, fix)


def _line_numbers(text: str, found: Iterable[Assignment]) -> dict[str, int]:
    """Return the 1-based line of each assignment by its name."""
    numbers: dict[str, int] = {}
    line, position = 1, 0
    for one in sorted(found, key=lambda one: one.key_span):
        start = one.key_span.start
        line += text.count("\n", position, start) + text.count("\r", position, start)
        line -= text.count("\r\n", position, start)
        numbers[one.key], position = line, start
    return numbers


def _misquoted(text: str, found: tuple[Assignment, ...]) -> Iterator[Finding]:
    for one in found:
        start, end = one.value_span
        mark = text[start:end][:1]
        if one.quote:
            continue
        if not mark or mark not in _QUOTES:
            yield from _cut(text, one)
        elif mark in text[start + 1 : _line_end(text, start)]:
            message = worded(
                "Behind the closing quote of {0} stands more, so npm dotenv takes the "
                "quotes for part of the value. Leave only a comment behind the quote.",
                one.key,
            )
            closing = text.index(mark, start + 1) + 1
            place, value = Span(closing, closing), _value_of(text[start:closing])
            title = "Make a comment of what follows"
            fix = _mended("comment-rest", title, one.key_span, place, (" #", value))
            yield _warning(Code.TEXT_AFTER_QUOTE, one.value_span, message, one.key, fix)
        else:
            message = worded(
                "The quote of {0} is never closed, so npm dotenv takes it for part of "
                "the value, which ends with the line. Close it.",
                one.key,
            )
            written = (mark, text[start + 1 : end])
            fix = _mended("close-quote", "Close the quote", one.key_span, Span(end, end), written)
            yield _warning(Code.UNCLOSED_QUOTE, one.value_span, message, one.key, fix)


def _cut(text: str, one: Assignment) -> Iterator[Finding]:
    """Yield a finding for a value without quotes that ends at a # in the middle of a word."""
    start, end = one.value_span
    if start == end or text[end : end + 1] != "#":
        return
    whole = text[start:end] + _UP_TO_COMMENT.findall(text[end : _line_end(text, end)])[0]
    message = worded(
        "npm dotenv takes the # in the value of {0} for the beginning of a comment, so the value "
        "ends before it. Put the value in quotes, or a blank before the #.",
        one.key,
    )
    place = Span(start, start + len(whole))
    marks = (mark for mark in "'`" if mark not in whole)
    title = "Put the whole value in quotes"
    fixes = [
        _mended("quote-value", title, one.key_span, place, (f"{mark}{whole}{mark}", whole))
        for mark in islice(marks, 1)
    ]
    title, place = "Put a blank before the #", Span(end, end)
    fixes.append(_mended("part-comment", title, one.key_span, place, (" ", one.value)))
    yield _warning(Code.CUT_VALUE, one.value_span, message, one.key, *fixes)


def _value_of(written: str) -> str:
    """Return what dotenv reads behind a `=`."""
    return assignments(f"A={written}")[0].value


def _mended(identity: str, title: str, key: Span, place: Span, written: tuple[str, str]) -> Fix:
    """Offer to write a place otherwise: what is written there, and the value that comes of it."""
    operation = MendLine(key, place, Secret(written[0]), Secret(written[1]))
    return Fix(id=identity, title=title, operations=(), env=(operation,))


def _skipped(text: str, found: tuple[Assignment, ...]) -> Iterator[Finding]:
    """Yield a finding for each line that looks like an assignment and is none."""
    position = 0
    for one in found:
        yield from _in_gap(text, position, one.key_span.start)
        position = _line_end(text, one.value_span.end)
    yield from _in_gap(text, position, len(text))


def _in_gap(text: str, start: int, end: int) -> Iterator[Finding]:
    """Yield the findings for the whole lines between two assignments."""
    while start < end:
        stop = min(_line_end(text, start), end)
        line = text[start:stop]
        bare = line.strip(BLANKS)
        is_whole = stop < end or end == len(text)
        if is_whole and not bare.startswith("#"):
            at = start + len(line) - len(line.lstrip(BLANKS))
            if _NAMED.match(bare):
                yield _warning(Code.SKIPPED_LINE, Span(at, at + bare.index("=")), _NO_NAME)
            elif found := _COLON.match(bare):
                key = Span(at + found.start("key"), at + found.end("key"))
                written = ("=", _value_of(bare[found.end("key") + 1 :]))
                colon = Span(key.end, key.end + 1)
                fix = _mended("write-sign", "Write “=” for the colon", key, colon, written)
                yield _warning(Code.SKIPPED_LINE, Span(at, key.end), _NO_SIGN, None, fix)
        start = stop + 1


def _line_end(text: str, offset: int) -> int:
    found = _BREAK.search(text, offset)
    return len(text) if found is None else found.start()


def _warning(
    code: Code, span: Span, message: str, variable: str | None = None, *fixes: Fix
) -> Finding:
    return Finding(
        code=code,
        origin=Origin.ENVIRONMENT,
        severity=Severity.WARNING,
        message=message,
        path=(),
        variable=variable,
        env_span=span,
        fixes=fixes,
    )
