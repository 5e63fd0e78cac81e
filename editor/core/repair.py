"""A document after every fix that keeps its author's meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast

from editor.core.document import Document, EditError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from editor.core.validation.problem import Fix, Problem


_Path: TypeAlias = tuple[str | int, ...]


class _Attempt(NamedTuple):
    """What makes two offers of a fix the same one."""

    code: str
    fix: str
    path: _Path


def safe_fixes(document: Document, codes: Collection[str] = ()) -> Document:
    """Return the document after all safe fixes, also of what only a fix brings to light.

    With `codes`, only problems of these codes are fixed. A fix that cannot be applied is left out.
    """
    tried: set[_Attempt] = set()
    while True:
        fixed = _after_round(document, codes, tried)
        if fixed is document:
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


def _after_round(document: Document, codes: Collection[str], tried: set[_Attempt]) -> Document:
    """Return the document after the fixes that are offered for it and keep each other's paths.

    Judging the document again is what takes time, so a round does as much as it can without.
    """
    fixed = document
    gone: list[_Path] = []
    for problem, fix in _offered(document, codes):
        attempt = _Attempt(problem.code, fix.id, problem.node_path)
        paths = [_path_of(operation) for operation in fix.operations]
        if attempt in tried or any(_is_below(path, prefix) for path in paths for prefix in gone):
            continue
        tried.add(attempt)
        try:
            fixed = fixed.apply(fix.operations)
        except EditError:
            continue
        for operation, path in zip(fix.operations, paths, strict=True):
            if operation["op"] == "rename":
                gone.append(path)
            elif operation["op"] != "set":
                return fixed
    return fixed


def _path_of(operation: Mapping[str, object]) -> _Path:
    return tuple(cast("Sequence[str | int]", operation["path"]))


def _is_below(path: _Path, prefix: _Path) -> bool:
    return path[: len(prefix)] == prefix
