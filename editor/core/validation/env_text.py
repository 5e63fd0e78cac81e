"""Which lines of a `.env` text npm dotenv 16.6.1 does not read as they look."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.core.text import Span
from editor.core.validation.codes import Code
from editor.core.validation.javascript import BLANKS, LINE_ENDS, PROTOTYPE
from editor.core.validation.problem import Finding, Origin, Severity
from editor.core.wording import worded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editor.core.dotenv import Assignment
    from editor.core.environment import Environment

_BREAK = re.compile(f"\r\n?|[{LINE_ENDS}]")
_QUOTES = "'\"`"
_NAMED = re.compile(rf"[^#={_QUOTES}]{{0,100}}=")
_COLON = re.compile(r"(?:export\s+)?[A-Za-z0-9_.-]+:(?!//)\S")
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
            yield _warning(Code.REPEATED_VARIABLE, one.key_span, message, one.key)


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
        if not mark or mark not in _QUOTES or one.quote:
            continue
        if mark in text[start + 1 : _line_end(text, start)]:
            message = worded(
                "Behind the closing quote of {0} stands more, so npm dotenv takes the "
                "quotes for part of the value. Leave only a comment behind the quote.",
                one.key,
            )
            yield _warning(Code.TEXT_AFTER_QUOTE, one.value_span, message, one.key)
        else:
            message = worded(
                "The quote of {0} is never closed, so npm dotenv takes it for part of "
                "the value, which ends with the line. Close it.",
                one.key,
            )
            yield _warning(Code.UNCLOSED_QUOTE, one.value_span, message, one.key)


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
            elif _COLON.match(bare):
                yield _warning(Code.SKIPPED_LINE, Span(at, at + bare.index(":")), _NO_SIGN)
        start = stop + 1


def _line_end(text: str, offset: int) -> int:
    found = _BREAK.search(text, offset)
    return len(text) if found is None else found.start()


def _warning(code: Code, span: Span, message: str, variable: str | None = None) -> Finding:
    return Finding(
        code=code,
        origin=Origin.ENVIRONMENT,
        severity=Severity.WARNING,
        message=message,
        path=(),
        variable=variable,
        env_span=span,
    )
