"""What holds for the project as a whole and no linter says: a pure core and small pieces."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor import resources

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "editor").rglob("*.py"))
CORE = [path for path in MODULES if path.is_relative_to(ROOT / "editor" / "core")]
LONGEST_MODULE, LONGEST_FUNCTION = 400, 40

IMPURE_CALLS = {"open", "print", "input", "exec", "eval", "now", "utcnow", "today"}
IMPURE_MODULES = {"urllib.request", "urllib.error", "urllib.robotparser"}


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text("utf-8")))


def called_name(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


@pytest.mark.parametrize("path", CORE, ids=name)
def test_core_reads_no_clock_and_prints_nothing(path: Path) -> None:
    calls = {called_name(node) for node in nodes(path) if isinstance(node, ast.Call)}
    assert not calls & IMPURE_CALLS


@pytest.mark.parametrize("path", CORE, ids=name)
def test_core_opens_no_url(path: Path) -> None:
    imported = {
        f"{node.module}.{alias.name}" if isinstance(node, ast.ImportFrom) else alias.name
        for node in nodes(path)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    assert not imported & IMPURE_MODULES


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_modules_and_functions_stay_small(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_MODULE
    long = [
        node.name
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]
    assert not long


def test_the_resources_are_found() -> None:
    assert resources.folder() == ROOT / "resources"
    assert list((resources.folder() / "examples").glob("**/librechat.yaml"))
