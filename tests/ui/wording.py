"""Finds words for people in the source that do not pass through Qt's translation."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

_TRANSLATES = {"tr", "_tr", "translate", "_translated", "tr_n"}
_PROSE = re.compile(r"[A-Z]?[a-z]+[,:;.]? +[A-Za-z{“‘0-9]|^[A-Z][a-z]+[.:…]?$|^[a-z]+ $")


def untranslated(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and text of each literal that reads like words and is not translated."""
    yield from _below(ast.parse(path.read_text(encoding="utf-8")))


def _below(node: ast.AST) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.Call) and _name(node.func) in _TRANSLATES:
        return
    if isinstance(node, ast.JoinedStr):
        parts = [part.value for part in node.values if isinstance(part, ast.Constant)]
        text = "{}".join(str(part) for part in parts)
        if any(_PROSE.search(f"{part}") for part in parts):
            yield node.lineno, text
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if _PROSE.search(node.value):
            yield node.lineno, node.value
        return
    for child in ast.iter_child_nodes(node):
        if not _is_docstring(child):
            yield from _below(child)


def _name(function: ast.expr) -> str:
    match function:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""


def _is_docstring(node: ast.AST) -> bool:
    """Say whether a node is a string that stands alone, for readers of the source."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
