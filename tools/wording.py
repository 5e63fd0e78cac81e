"""Words of the window, and whether they pass through Qt's translation: python -m tools.wording.

Writes resources/i18n/librechat-azure-editor.ts, which a translator copies to a name with the
language behind it, such as librechat-azure-editor_de.ts; those that are there are brought up to
date and compiled. PySide's `lupdate` knows no functions of a module that translate, so it is given
a list of the words, each with its context.

The words of `core` and `system` are in the context core: all literals that read like words, save
those that other programs say or read, or that only a terminal shows.
"""

import ast
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from editor.core.api_versions import VERSIONS
from editor.core.diagnosis.catalogue import catalogue
from editor.core.image_variables import VARIABLES
from editor.core.presets import PRESETS
from editor.core.schema.assistants import ASSISTANTS_FIELDS
from editor.core.schema.field import Level
from editor.core.schema.table import fields_of
from editor.core.wording import Worded

SOURCE = Path("editor", "ui")
BELOW = (Path("editor", "core"), Path("editor", "system"))
FOLDER = Path("resources", "i18n")
NAME = "librechat-azure-editor"
_PROSE = re.compile(r"[A-Z]?[a-z]+[,:;.]? +[A-Za-z{“‘0-9]|^[A-Z][a-z]+[.:…]?$|^[a-z]+ $|` [a-z]+ `")
_LETTERS = re.compile(r"[^\W\d_]")
_OF_CORE = "core"
_BY_CORE = dict.fromkeys(("worded", "marked", "sentences", "joined", "in_language"), _OF_CORE)
_OF_PROGRAMMERS = {"ValueError", "TypeError", "BadOperation"}
_SERVERS_NAMES = {"__all__", "server_message", "_INVALID", "_NO_KEY", "expected"}
OF_OTHERS = (
    # what LibreChat, its libraries, Azure and js-yaml say
    "core/routing/[!w]*.py", "core/legacy/variables.py", "core/image_settings.py",
    "core/environment.py", "core/diagnosis/rules.py", "core/diagnosis/traps.py",
    "system/simulator/*.py", "core/yaml/[!es]*.py", "core/yaml/scalar*.py", "core/yaml/sources.py",
    # what is written into files and onto terminals, or names types
    "core/migration/env_lines.py", "core/migration/choices.py", "core/validation/codes.py",
    "core/report.py", "core/compose/restart.py", "system/display.py", "system/versions.py",
    "core/schema/json_schema.py",
)  # fmt: skip
"""Modules whose words are no text of ours for the window."""
OF_SERVERS = {
    "Array must contain at least 1 element(s)", "At least one `endpoints` field must be provided.",
    "Expected integer, received float", "Invalid URL",
    "`web_search` must be a boolean in addParams",
    "Azure Assistants are configured, but the endpoint will not be accessible as it's not included "
    "in the ENDPOINTS environment variable.\n      Please add the value \"azureAssistants\" to the "
    "ENDPOINTS list if expected.",
    "greater than", "greater than or equal to", "less than", "less than or equal to",
    "String must contain at least {0} character(s)", "String must contain at most {0} character(s)",
    "Array must contain at least {0} element(s)", "Array must contain at most {0} element(s)",
    "aliases repeat without bound", "required ",
}  # fmt: skip
"""What LibreChat says, and we beside our own words."""
OF_CODE = {
    "Value", "Node", "Schema", "dict[str, Schema]", "gzip, deflate", "one of", "some of",
    "ok connected", "untested never", "export ", "without sending complete",
    "\n\\ No newline at end of file\n",
}  # fmt: skip
"""What only reads like words."""


@dataclass(frozen=True, order=True)
class Words:
    """A literal: where it stands, in which context it is translated, if at all, and its text.

    What is counted has a form for each of a language's numbers.
    """

    line: int
    context: str
    text: str
    is_counted: bool = False


def words_of(path: Path) -> Iterator[Words]:
    """Yield the literals of a module that are translated, and those that only read like words.

    What the tables of a module say is translated where the module translates variables.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    kind = _Module if path.is_relative_to(SOURCE) or not _is_below(path) else _Below
    yield from kind(tree).below(tree, "")


def all_words() -> Iterator[Words]:
    """Yield the words of the window and of what it shows, whatever becomes of them."""
    for source in (SOURCE, *BELOW):
        for path in sorted(source.rglob("*.py")):
            if not any(path.match(pattern) for pattern in OF_OTHERS):
                none = set[str]() if source == SOURCE else OF_SERVERS | OF_CODE
                yield from (one for one in words_of(path) if one.text not in none)
    for text in _of_tables():
        if text and not isinstance(text, Worded):
            yield Words(0, _OF_CORE, text)


def _of_tables() -> Iterator[str]:
    """Yield what tables say to people, since a single word does not read like words."""
    for entry in catalogue().values():
        yield from (entry.summary, entry.cause, entry.fix)
    for fields in (*map(fields_of, Level), *ASSISTANTS_FIELDS.values()):
        for field in fields:
            yield from (field.label, field.help)
    for preset in PRESETS:
        yield from (preset.title, preset.label, preset.hint)
        yield preset.example if " " in preset.example else ""
    for row in VARIABLES:
        yield from (row.label, row.help)
    yield from (version.brought for version in VERSIONS)


def _is_below(path: Path) -> bool:
    return any(path.is_relative_to(source) for source in BELOW)


class _Module:
    """A module, with the functions that translate in it and the context of each."""

    def __init__(self, tree: ast.Module) -> None:
        self.contexts = {**_BY_CORE, **_imported(tree), **_translators(tree)}
        calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
        found = {self._context(call, ""): call for call in calls if _is_of_variable(call)}
        own = {context for context, call in found.items() if not _is_by(call, _imported(tree))}
        of_tables = sorted(filter(None, own or found.keys() - {_OF_CORE}))
        self.of_tables = next(iter(of_tables), "")

    def below(self, node: ast.AST, owner: str) -> Iterator[Words]:
        """Yield the words in a node of the class `owner`."""
        if isinstance(node, ast.ClassDef):
            owner = node.name
        match node:
            case ast.Call(func=ast.Name(id="counted")):
                yield from self._counted(node, owner)
            case ast.Call(func=ast.Name(id="Field")):
                yield from self._row(node, owner)
            case ast.Call() if context := self._context(node, owner):
                yield from self._translated(node, owner, context)
            case ast.JoinedStr():
                yield from self._plain(node, owner)
                inside = (part for part in node.values if isinstance(part, ast.FormattedValue))
                yield from self._inside(inside, owner)
            case ast.Constant():
                yield from self._plain(node, owner)
            case _:
                yield from self._inside(ast.iter_child_nodes(node), owner)

    def _inside(self, nodes: Iterable[ast.AST], owner: str) -> Iterator[Words]:
        for node in nodes:
            if not _is_for_readers(node):
                yield from self.below(node, owner)

    def _translated(self, call: ast.Call, owner: str, context: str) -> Iterator[Words]:
        has_context = isinstance(call.func, ast.Attribute) and call.func.attr == "translate"
        for argument in call.args[has_context:]:
            if not isinstance(argument, ast.Constant):
                yield from self.below(argument, owner)
            elif _LETTERS.search(str(argument.value)):
                yield Words(call.lineno, context, str(argument.value))

    def _row(self, call: ast.Call, owner: str) -> Iterator[Words]:
        """Yield what a row like those of the field table says, which is shown as they are."""
        for keyword in call.keywords:
            match keyword:
                case ast.keyword(arg="label" | "help", value=ast.Constant(value=str(text))):
                    yield Words(call.lineno, _OF_CORE, text)
                case _:
                    yield from self.below(keyword.value, owner)

    def _counted(self, call: ast.Call, owner: str) -> Iterator[Words]:
        """Yield the text for several, under which a language's forms are found."""
        match call.args:
            case [_, ast.Constant(), ast.Constant(value=str(several)), *parts]:
                yield Words(call.lineno, _OF_CORE, several, is_counted=True)
                yield from self._inside(parts, owner)
            case _:
                yield from self._inside(call.args, owner)

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


class _Below(_Module):
    """A module that knows no Qt: what it says is translated where it is shown.

    So every whole text counts, but not one that is put together without `worded`.
    """

    def below(self, node: ast.AST, owner: str) -> Iterator[Words]:
        """Yield the words in a node for which a person may be the reader."""
        match node:
            case ast.Raise() | ast.keyword() | ast.Assign() if _is_for_programs(node):
                return
            case ast.Dict():
                yield from self._inside(node.values, owner)
            case ast.Call(func=ast.Name(id="cast" | "TypeVar")):
                yield from self._inside(node.args[1:], owner)
            case ast.BinOp(op=ast.Add()) | ast.AugAssign(op=ast.Add()):
                found = self._inside(ast.iter_child_nodes(node), owner)
                yield from (replace(words, context="") for words in found)
            case ast.AnnAssign():
                yield from self._inside(filter(None, [node.value]), owner)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                yield from self._inside([*node.args.defaults, *node.body], owner)
            case _:
                yield from super().below(node, owner)

    def _plain(self, node: ast.JoinedStr | ast.Constant, owner: str) -> Iterator[Words]:
        context = _OF_CORE if isinstance(node, ast.Constant) else ""
        yield from (replace(words, context=context) for words in super()._plain(node, owner))


def _is_by(call: ast.Call, names: Iterable[str]) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id in names


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


def _is_for_programs(node: ast.AST) -> bool:
    """Say whether a node holds what a programmer reads, or what LibreChat says."""
    match node:
        case ast.Raise(exc=ast.Call(func=ast.Name(id=name))):
            return name in _OF_PROGRAMMERS
        case ast.keyword(arg=str(name)) | ast.Assign(targets=[ast.Name(id=name)]):
            return name in _SERVERS_NAMES
        case _:
            return False


def _is_for_readers(node: ast.AST) -> bool:
    """Say whether a node is a string that stands alone, or names a context."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Assign(targets=[ast.Name(id="_CONTEXT")]):
            return True
        case _:
            return False


def main() -> int:
    """Bring the template and all translations up to date, and compile what is translated."""
    found = {(one.context, one.text, one.is_counted) for one in all_words() if one.context}
    FOLDER.mkdir(parents=True, exist_ok=True)
    template = FOLDER / f"{NAME}.ts"
    targets = sorted({template, *FOLDER.glob(f"{NAME}_*.ts")})
    with tempfile.TemporaryDirectory() as scratch:
        listed = Path(scratch, "words.py")
        lines = (
            f"translate({context!a}, {text!a}{', None, 2' if is_counted else ''})\n"
            for context, text, is_counted in sorted(found)
        )
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
