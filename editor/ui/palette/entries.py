"""What the palette offers: the nodes, fields, variables and problems of a document, and actions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from editor.core.outline import groups_in, models_in, node_path, plain_text, value_at
from editor.core.schema.field import Level, Target
from editor.core.schema.table import AZURE_PATH, GROUPS_PATH, fields_of
from editor.core.secret import mask
from editor.core.standing import State
from editor.core.variables import State as VariableState
from editor.core.variables import overview, variable
from editor.ui.environment.table import source_words, uses
from editor.ui.language import in_language
from editor.ui.panels.problems import SHAPES
from editor.ui.testwords import shape_of
from editor.ui.tree.nodes import group_name, node_name, place_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtGui import QAction

    from editor.core.document import Document
    from editor.core.target_uri import TargetUri
    from editor.core.validation.problem import Problem
    from editor.core.variables import Variable
    from editor.core.yaml.values import Path, Value
    from editor.ui.look.shapes import Shape

_CONTEXT = "Palette"
_GROUP_DEPTH = len(GROUPS_PATH) + 1
_FOR_NODE = ("rename", "cut", "copy", "duplicate", "delete", "moveUp", "moveDown", "testModel")
_FOR_GROUP = ("addModel", "testGroup")


class Kind(Enum):
    """What an entry leads to; the value is the letter that asks for it alone."""

    NODE = "@"
    FIELD = ""
    VARIABLE = "$"
    PROBLEM = "!"
    ACTION = ">"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row: `target` is a path, the name of a variable or an action, a problem or an address."""

    kind: Kind
    title: str
    target: Path | str | Problem | TargetUri
    secondary: str = ""
    aside: str = ""
    keys: str = ""
    icon: str = ""
    shape: Shape | None = None

    @property
    def words(self) -> str:
        """Return what a screen reader says for the entry."""
        shape = self.shape.words if self.shape else ""
        parts = (self.title, shape, self.secondary, self.aside, self.keys)
        return ", ".join(part for part in parts if part)


def entries_of(
    document: Document,
    actions: Mapping[str, QAction],
    current: Path,
    state_of: Callable[[Path], State],
) -> tuple[Entry, ...]:
    """Return everything that a person can go to or run now, in the order of the file.

    `current` is the node that actions are for; `state_of` says how the connection test of a group
    or model stands.
    """
    return (
        *_nodes(document.value, state_of),
        *_fields(document),
        *_variables(document),
        *_problems(document),
        *_actions(actions, document.value, node_path(current)),
    )


def entry_of_address(address: TargetUri) -> Entry:
    """Return what an address can be used for that was put into the palette."""
    return Entry(
        kind=Kind.ACTION,
        title=_tr("Add group for {0}…").format(address.host),
        target=address,
        secondary=_tr("an address of Azure's or of a gateway"),
        icon="addGroupFromAzure",
    )


def _nodes(value: Value, state_of: Callable[[Path], State]) -> Iterator[Entry]:
    yield Entry(
        kind=Kind.NODE,
        title=node_name(value, AZURE_PATH),
        target=AZURE_PATH,
        secondary=_tr("endpoint"),
        icon="endpoint",
    )
    for index, group in enumerate(groups_in(value)):
        path: Path = (*GROUPS_PATH, index)
        name = group_name(group, index)
        resource = plain_text(value_at(group, ("instanceName",)))
        what = _tr("group · {0}").format(resource) if resource else _tr("group")
        yield _node(name, path, what, state_of(path))
        where = _tr("model in {0}").format(name)
        for model in models_in(group):
            target = (*path, "models", model)
            yield _node(model, target, where, state_of(target))


def _node(name: str, path: Path, what: str, state: State) -> Entry:
    """Return a group or model, with the shape of its test once there was one."""
    shape = None if state is State.UNTESTED else shape_of(state)
    icon = "group" if len(path) == _GROUP_DEPTH else "model"
    return Entry(kind=Kind.NODE, title=name, target=path, secondary=what, icon=icon, shape=shape)


def _fields(document: Document) -> Iterator[Entry]:
    """Yield the fields that are set at the endpoint and in each group."""
    yield from _fields_at(document.value, AZURE_PATH, Level.ENDPOINT)
    for index in range(len(groups_in(document.value))):
        yield from _fields_at(document.value, (*GROUPS_PATH, index), Level.GROUP)


def _fields_at(config: Value, path: Path, level: Level) -> Iterator[Entry]:
    node = value_at(config, path)
    owner = _tr("field of {0}").format(node_name(config, path))
    for field in fields_of(level):
        value = value_at(node, (field.key,))
        if value is None or field.key in ("groups", "models", "group"):
            continue
        text = plain_text(value)
        yield Entry(
            kind=Kind.FIELD,
            title=in_language(field.label),
            target=(*path, field.key),
            secondary=owner,
            aside=mask(text) if field.is_secret else text,
            icon="field",
        )


def _variables(document: Document) -> Iterator[Entry]:
    """Yield the variables that the config or the `.env` text names, with what uses them."""
    found = overview(document)
    known = {one.name: one for one in (*found.used, *found.unused, *found.others)}
    target = Target(document.target)
    legacy = (name for name in document.environment.lines if name not in known)
    for one in (
        *known.values(),
        *(variable(name, document.environment, target) for name in legacy),
    ):
        yield Entry(
            kind=Kind.VARIABLE,
            title=one.name,
            target=one.name,
            secondary=_standing(one),
            aside=uses(one, document.value),
            icon="variable",
        )


def _standing(found: Variable) -> str:
    """Return in words whether a variable has a value, and from where."""
    match found.state:
        case VariableState.MISSING:
            return _tr("variable, not set")
        case VariableState.REFUSED:
            return _tr("variable, never filled in")
        case VariableState.HIJACKED:
            return _tr("variable, replaced by {0}").format(found.hijacker)
        case VariableState.EMPTY:
            return _tr("variable, empty in {0}").format(source_words(found))
        case VariableState.SET:
            return _tr("variable, set in {0}").format(source_words(found))


def _problems(document: Document) -> Iterator[Entry]:
    for problem in document.problems:
        yield Entry(
            kind=Kind.PROBLEM,
            title=in_language(problem.message).replace("`", ""),
            target=problem,
            aside=place_name(document.value, problem.node_path),
            shape=SHAPES[problem.severity],
        )


def _actions(actions: Mapping[str, QAction], config: Value, current: Path) -> Iterator[Entry]:
    """Yield the actions that can be run, those for nodes with the name of theirs."""
    native = QKeySequence.SequenceFormat.NativeText
    nodes: dict[str, Path] = dict.fromkeys(_FOR_NODE, current)
    nodes.update(dict.fromkeys(_FOR_GROUP, current[:_GROUP_DEPTH]))
    for name, action in actions.items():
        if action.isEnabled() and name != "palette":
            node = nodes.get(name)
            yield Entry(
                kind=Kind.ACTION,
                title=action.text().replace("&", ""),
                target=name,
                secondary="" if node is None else node_name(config, node),
                keys=action.shortcut().toString(native),
                icon=name,
            )


def _tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
