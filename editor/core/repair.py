"""A document after every fix that keeps its author's meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from editor.core.document import Document, EditError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from editor.core.validation.problem import Fix, Problem


class _Attempt(NamedTuple):
    """What makes two offers of a fix the same one."""

    code: str
    fix: str
    path: tuple[str | int, ...]


def safe_fixes(document: Document, codes: Collection[str] = ()) -> Document:
    """Return the document after all safe fixes, also of what only a fix brings to light.

    With `codes`, only problems of these codes are fixed. A fix that cannot be applied is left out.
    """
    tried: set[_Attempt] = set()
    while True:
        fixed = _after_next_fix(document, codes, tried)
        if fixed is None:
            return document
        document = fixed


def has_safe_fix(document: Document, codes: Collection[str] = ()) -> bool:
    """Say whether a safe fix is offered for a problem, of these codes if any are given."""
    return any(True for _ in _offered(document, codes))


def _offered(document: Document, codes: Collection[str]) -> Iterator[tuple[Problem, Fix]]:
    for problem in document.problems:
        if not codes or problem.code in codes:
            safe = next((fix for fix in problem.fixes if fix.safe), None)
            if safe is not None:
                yield problem, safe


def _after_next_fix(
    document: Document, codes: Collection[str], tried: set[_Attempt]
) -> Document | None:
    for problem, fix in _offered(document, codes):
        attempt = _Attempt(problem.code, fix.id, problem.node_path)
        if attempt in tried:
            continue
        tried.add(attempt)
        try:
            return document.apply(fix.operations)
        except EditError:
            continue
    return None
