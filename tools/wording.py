"""Words of the window, and whether they pass through Qt's translation: python -m tools.wording.

Writes resources/i18n/librechat-azure-editor.ts, which a translator copies to a name with the
language behind it, such as librechat-azure-editor_de.ts; those that are there are brought up to
date and compiled. PySide's `lupdate` knows no functions of a module that translate, so it is given
a list of the words, each with its context.
"""

import ast
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SOURCE = Path("editor", "ui")
FOLDER = Path("resources", "i18n")
NAME = "librechat-azure-editor"
_PROSE = re.compile(r"[A-Z]?[a-z]+[,:;.]? +[A-Za-z{“‘0-9]|^[A-Z][a-z]+[.:…]?$|^[a-z]+ $")


@dataclass(frozen=True, order=True)
class Words:
    """A literal: where it stands, in which context it is translated, if at all, and its text."""

    line: int
    context: str
    text: str


def words_of(path: Path) -> Iterator[Words]:
    """Yield the literals of a module that are translated, and those that only read like words.

    What the tables of a module say is translated where the module translates variables.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    yield from _Module(path, tree).below(tree, "")


class _Module:
    """A module, with the functions that translate in it and the context of each."""

    def __init__(self, path: Path, tree: ast.Module) -> None:
        self.contexts = {**_imported(tree), **_translators(tree)}
        calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
        of_tables = {self._context(call, "") for call in calls if _is_of_variable(call)}
        self.of_tables = next(iter(sorted(filter(None, of_tables))), "")

    def below(self, node: ast.AST, owner: str) -> Iterator[Words]:
        """Yield the words in a node of the class `owner`."""
        if isinstance(node, ast.ClassDef):
            owner = node.name
        context = self._context(node, owner) if isinstance(node, ast.Call) else ""
        if isinstance(node, ast.Call) and context:
            yield from self._translated(node, context)
        elif isinstance(node, ast.JoinedStr | ast.Constant):
            yield from self._plain(node, owner)
        else:
            for child in ast.iter_child_nodes(node):
                if not _is_for_readers(child):
                    yield from self.below(child, owner)

    def _translated(self, call: ast.Call, context: str) -> Iterator[Words]:
        for argument in call.args:
            if isinstance(argument, ast.Constant) and argument.value != context:
                yield Words(call.lineno, context, str(argument.value))

    def _plain(self, node: ast.JoinedStr | ast.Constant, owner: str) -> Iterator[Words]:
        nodes = node.values if isinstance(node, ast.JoinedStr) else [node]
        parts = [part.value for part in nodes if isinstance(part, ast.Constant)]
        texts = [part for part in parts if isinstance(part, str)]
        if any(map(_PROSE.search, texts)):
            is_of_table = not owner and isinstance(node, ast.Constant)
            yield Words(node.lineno, self.of_tables if is_of_table else "", "{}".join(texts))

    def _context(self, call: ast.Call, owner: str) -> str:
        """Return in which context a call translates; "" for one that does not."""
        match call:
            case ast.Call(func=ast.Attribute(attr="tr")):
                return owner
            case ast.Call(func=ast.Attribute(attr="translate"), args=[context, _]):
                return _constant(context, self.contexts)
            case ast.Call(func=ast.Name(id=name)):
                return self.contexts.get(name, "")
            case _:
                return ""


def _is_of_variable(call: ast.Call) -> bool:
    """Say whether a call has a variable for its last argument."""
    return bool(call.args) and not isinstance(call.args[-1], ast.Constant)


def _translators(tree: ast.AST) -> dict[str, str]:
    """Return the context of each function that does nothing but translate, and of constants."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id="_CONTEXT")], value=ast.Constant(value=str(text))):
                found["_CONTEXT"] = text
            case ast.FunctionDef(name=name, body=[*_, ast.Return(value=ast.Call() as call)]):
                match call:
                    case ast.Call(func=ast.Attribute(attr="translate"), args=[context, ast.Name()]):
                        found[name] = _constant(context, found)
                    case _:
                        pass
            case _:
                pass
    return found


def _imported(tree: ast.Module) -> dict[str, str]:
    """Return the context of each translating function that comes from another module."""
    found: dict[str, str] = {}
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("editor.ui"):
            path = Path(*str(node.module).split(".")).with_suffix(".py")
            theirs = _translators_in(path) if path.is_file() else {}
            found |= {one.name: theirs[one.name] for one in node.names if one.name in theirs}
    return found


@cache
def _translators_in(path: Path) -> dict[str, str]:
    return _translators(ast.parse(path.read_text(encoding="utf-8")))


def _constant(node: ast.expr, known: dict[str, str]) -> str:
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.Name(id=name):
            return known.get(name, "")
        case _:
            return ""


def _is_for_readers(node: ast.AST) -> bool:
    """Say whether a node is a string that stands alone, or names a context."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Assign(targets=[ast.Name(id="_CONTEXT")]):
            return True
        case _:
            return False


def main() -> int:
    """Bring the template and all translations up to date, and compile what is translated."""
    found = {
        (words.context, words.text)
        for path in sorted(SOURCE.rglob("*.py"))
        for words in words_of(path)
        if words.context
    }
    FOLDER.mkdir(parents=True, exist_ok=True)
    template = FOLDER / f"{NAME}.ts"
    targets = sorted({template, *FOLDER.glob(f"{NAME}_*.ts")})
    with tempfile.TemporaryDirectory() as scratch:
        listed = Path(scratch, "words.py")
        lines = (f"translate({context!a}, {text!a})\n" for context, text in sorted(found))
        listed.write_text("".join(lines), encoding="utf-8")
        options = ("-silent", "-locations", "none", "-no-obsolete")
        _run("pyside6-lupdate", *options, str(listed), "-ts", *map(str, targets))
    for target in targets:
        if target != template:
            _run("pyside6-lrelease", "-silent", str(target))
    print(f"{len(found)} texts in {template}, {len(targets) - 1} translations")
    return 0


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([Path(sys.executable).parent / tool, *arguments], check=True)


if __name__ == "__main__":
    sys.exit(main())
