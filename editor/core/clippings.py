"""Groups and models as YAML that can stand anywhere: for the clipboard, and to move them.

A clipping keeps the comments that belong to its entry.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import count
from textwrap import dedent, indent
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from editor.core.outline import groups_in, model_names, value_at
from editor.core.schema.field import Level
from editor.core.schema.table import GROUPS_PATH, level_of
from editor.core.secret import is_reference, names_secret
from editor.core.wording import worded
from editor.core.yaml import block_edits
from editor.core.yaml.edits import applied
from editor.core.yaml.layout import Habits, Layout
from editor.core.yaml.nodes import Mapping, Sequence
from editor.core.yaml.operations import Operation, Rename, Set
from editor.core.yaml.parser import YamlError, parse
from editor.core.yaml.rendering import BlockStyle, collection_text
from editor.core.yaml.values import is_same

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from editor.core.yaml.tree import Place, Tree
    from editor.core.yaml.values import Path, Value

_GROUP_KEYS = frozenset({"group", "apiKey", "instanceName"})
_MODEL_KEYS = frozenset({"deploymentName", "version", "assistants"})
_GROUP_DEPTH = len(GROUPS_PATH) + 1
Operations: TypeAlias = list[dict[str, object]]


class NotClippings(Exception):
    """A text holds neither groups nor models; says why, and the line where there is one."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        """Say why, and at which line, 1-based."""
        super().__init__(reason)
        self.reason = reason
        self.line = line


@dataclass(frozen=True, slots=True)
class Clipping:
    """A group or a model by itself; `source` is its entry in YAML at the left margin."""

    level: Level
    name: str
    value: Value
    source: str

    def renamed(self, name: str) -> Clipping:
        """Return the same thing under another name."""
        operation: Operation
        if self.level is Level.GROUP:
            operation = Set((0, "group"), name)
            value: Value = {**(self.value if isinstance(self.value, dict) else {}), "group": name}
        else:
            operation, value = Rename((self.name,), name), self.value
        return replace(self, name=name, value=value, source=_changed(self.source, operation))

    def without_secrets(self) -> Clipping:
        """Return the same with a reference to a variable in the place of each literal secret."""
        found = self
        for path, variable in _secrets(self):
            operation = Set((0, *path), f"${{{variable}}}")
            source = _changed(found.source, operation)
            items = parse(source).value
            assert isinstance(items, list)
            found = replace(found, value=items[0], source=source)
        return found


def _secrets(found: Clipping) -> Iterator[tuple[Path, str]]:
    """Yield where a group has literal secrets, and what their variables may be called."""
    if found.level is not Level.GROUP:
        return
    name = re.sub(r"\W", "_", found.name).upper()
    headers = value_at(found.value, ("additionalHeaders",))
    places: list[tuple[Path, str]] = [(("apiKey",), f"{name}_API_KEY")]
    for header in headers if isinstance(headers, dict) else ():
        if names_secret(header):
            variable = re.sub(r"\W", "_", header).upper()
            places.append((("additionalHeaders", header), f"{name}_HEADER_{variable}"))
    for path, variable in places:
        text = value_at(found.value, path)
        if isinstance(text, str) and text and not is_reference(text):
            yield path, variable


def _changed(source: str, operation: Operation) -> str:
    return applied(parse(source), operation, lambda _path, keys, _key: len(keys)).tree.text


def clipping(tree: Tree, path: Path) -> Clipping | None:
    """Return the group or model at a path with its comments, None where there is none."""
    place, level = tree.locate(path), level_of(path)
    if place is None or level is None or level is Level.ENDPOINT:
        return None
    return _clipping(tree.text, level, place)


def _clipping(text: str, level: Level, place: Place) -> Clipping:
    value = place.node.data
    name = value_at(value, ("group",)) if level is Level.GROUP else str(place.path[-1])
    found = Clipping(level, name if isinstance(name, str) else "", value, "")
    whole: list[Value] | dict[str, Value]
    whole = [value] if level is Level.GROUP else {found.name: value}
    if not place.collection.is_flow:
        source = block_edits.source(Layout(text), place)
        if _reads_as(source, whole):
            return replace(found, source=source)
    return replace(found, source=collection_text(whole, BlockStyle(0, Habits(), "\n")))


def _reads_as(source: str, value: Value) -> bool:
    """Say whether a text has a value by itself, without the anchors of its file."""
    try:
        return is_same(parse(source).value, value)
    except YamlError:
        return False


def read(text: str) -> tuple[Clipping, ...]:
    """Return the groups or models of a YAML text; raises NotClippings.

    A whole config, a list of groups, one group, or a mapping of models is taken, also with the key
    `groups` or `models` above it and with indentation in front.
    """
    source = dedent(text.replace("\t", "  "))
    try:
        tree = parse(source)
    except YamlError as error:
        line = None if error.offset is None else source.count("\n", 0, error.offset) + 1
        raise NotClippings(worded("This is no YAML: {0}.", error.reason), line) from error
    if _is_one(tree.value, Level.GROUP):
        return read(f"- {indent(source, '  ').lstrip()}")
    for place, level in _collections(tree):
        children = [place.child(index) for index in range(len(_entries(place)))]
        if children and all(_is_one(child.node.data, level) for child in children):
            return tuple(_clipping(source, level, child) for child in children)
    raise NotClippings("This is neither a group nor a model. Copy the whole entry.")


def _collections(tree: Tree) -> Iterator[tuple[Place, Level]]:
    """Yield where groups or models may be, with what would be there."""
    paths: tuple[tuple[Path, Level], ...] = (
        (GROUPS_PATH, Level.GROUP),
        (("azureOpenAI", "groups"), Level.GROUP),
        (("groups",), Level.GROUP),
        ((), Level.GROUP),
        (("models",), Level.MODEL),
        ((), Level.MODEL),
    )
    for path, level in paths:
        place = tree.locate(path)
        kind = Sequence if level is Level.GROUP else Mapping
        if place is not None and isinstance(place.node, kind):
            yield place, level


def _entries(place: Place) -> tuple[object, ...]:
    return tuple(place.node.entries) if isinstance(place.node, Sequence | Mapping) else ()


def _is_one(value: Value, level: Level) -> bool:
    """Say whether a value looks like a group or a model."""
    if level is Level.GROUP:
        return isinstance(value, dict) and not _GROUP_KEYS.isdisjoint(value)
    return isinstance(value, bool) or (isinstance(value, dict) and _MODEL_KEYS.issuperset(value))


class Pasting(NamedTuple):
    """Operations that put clippings into a config, and where they are afterwards."""

    operations: Operations
    paths: tuple[Path, ...]


def pasting(config: Value, clippings: Iterable[Clipping], beside: Path) -> Pasting:
    """Return how to add clippings beside a group or model, under names that nothing else has.

    Groups go behind the group at `beside`, or to the end; models into the group at `beside`.
    Raises NotClippings when there is no group for a model.
    """
    names = {Level.GROUP: _group_names(config), Level.MODEL: model_names(config)}
    group = beside[:_GROUP_DEPTH]
    index = int(group[-1]) + 1 if len(group) == _GROUP_DEPTH else len(groups_in(config))
    operations: Operations = []
    paths: list[Path] = []
    for clipping in clippings:
        one = clipping
        name = unused(one.name, names[one.level])
        if name != one.name:
            one = one.renamed(name)
        names[one.level].add(name)
        if one.level is Level.GROUP:
            path: Path = (*GROUPS_PATH, index)
            index += 1
        elif len(group) == _GROUP_DEPTH:
            path = (*group, "models", name)
        else:
            raise NotClippings("Select the group that is to hold the models.")
        operations.append(inserting(one, path))
        paths.append(path)
    return Pasting(operations, tuple(paths))


def inserting(clipping: Clipping, path: Path) -> dict[str, object]:
    """Return the operation that adds a clipping at a path, comments included."""
    return {
        "op": "insert",
        "path": list(path),
        "value": clipping.value,
        "source": clipping.source,
    }


def moving(tree: Tree, models: Iterable[Path], group: Path, index: int) -> Pasting:
    """Return how to take models to another group, the first one to `index` there.

    Raises NotClippings when that group has a model of the same name.
    """
    found = [(path, clipping(tree, path)) for path in models]
    moved = [(path, one) for path, one in found if one is not None]
    own = tree.locate((*group, "models"))
    taken: Value = None if own is None else own.node.data
    clash = next(
        (one.name for _, one in moved if isinstance(taken, dict) and one.name in taken), ""
    )
    if clash:
        raise NotClippings(worded("The group has a model “{0}” already.", clash))
    operations: Operations = [{"op": "unset", "path": list(path)} for path, _ in moved]
    paths: list[Path] = []
    for offset, (_, one) in enumerate(moved):
        path = (*group, "models", one.name)
        operations.append(inserting(one, path))
        operations.append({"op": "move", "path": list(path), "to": index + offset})
        paths.append(path)
    return Pasting(operations, tuple(paths))


def _group_names(config: Value) -> set[str]:
    return {str(value_at(group, ("group",))) for group in groups_in(config)}


def unused(name: str, taken: Collection[str]) -> str:
    """Return the name, with a number behind it when it is taken."""
    if name not in taken:
        return name
    return next(f"{name}-{number}" for number in count(2) if f"{name}-{number}" not in taken)
