"""Groups and models on their way: to the clipboard, from it, and elsewhere in the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from editor.core import target_uri
from editor.core.clippings import NotClippings, clipping, moving, pasting, read
from editor.core.schema.field import Level, Target
from editor.core.schema.root import CONFIG_VERSIONS
from editor.core.schema.table import GROUPS_PATH, level_of
from editor.ui.commands import Commands
from editor.ui.language import counted, in_language
from editor.ui.tree.nodes import node_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from editor.core.clippings import Clipping
    from editor.core.yaml.values import Path
    from editor.ui.session import Session


class Transfers(QObject):
    """Copies, cuts, pastes and drops groups and models as YAML text.

    `remarked(str)`: something about it is worth saying, though it worked.
    `address_pasted(TargetUri)`: the clipboard holds an address of Azure's instead.
    """

    remarked = Signal(str)
    address_pasted = Signal(object)

    def __init__(self, session: Session, commands: Commands) -> None:
        """Work on what the commands work on."""
        super().__init__()
        self._session = session
        self._commands = commands

    def text_of(self, paths: Iterable[Path]) -> str:
        """Return nodes as text for other programs, without literal secrets."""
        return "\n".join(one.without_secrets().source for one in self._clippings(paths)) + "\n"

    def copy(self) -> bool:
        """Put the chosen nodes on the clipboard; say whether there was anything to copy."""
        found = self._clippings(self._commands.chosen())
        if not found:
            return False
        safe = [one.without_secrets() for one in found]
        QGuiApplication.clipboard().setText("\n".join(one.source for one in safe) + "\n")
        if safe != found:
            self.remarked.emit(
                self.tr("The copy names variables in the place of keys that are written out here.")
            )
        return True

    def cut(self) -> None:
        """Put the chosen nodes on the clipboard and remove them."""
        if self.copy():
            self._commands.delete()

    def paste(self) -> None:
        """Add what is on the clipboard behind the current node."""
        text = QGuiApplication.clipboard().text()
        address = target_uri.read(text)
        if address is not None:
            self.address_pasted.emit(address)
            return
        try:
            self._add(read(text))
        except NotClippings as error:
            self._refuse(error)

    def _add(self, clippings: Sequence[Clipping]) -> None:
        document = self._session.document
        added = pasting(document.value, clippings, self._session.selection)
        steps: list[Mapping[str, object]] = list(added.operations)
        if document.value is None:
            version = CONFIG_VERSIONS[Target(document.target)]
            steps.insert(0, {"op": "set", "path": ["version"], "value": version})
        names = ", ".join(one.name for one in clippings[:2])
        label = self.tr("Paste {0}").format(names if len(clippings) < 3 else f"{names}, …")
        self._session.operate(steps, label, select=added.paths[0])

    def drop(self, paths: Sequence[Path], parent: Path, row: int) -> None:
        """Put nodes under a parent, in front of its child at `row`; -1 is behind the last one."""
        tree = self._session.document.tree
        collection = GROUPS_PATH if level_of(parent) is Level.ENDPOINT else (*parent, "models")
        place = None if tree is None else tree.locate(collection)
        count = 0 if place is None else len(getattr(place.node, "entries", ()))
        index = count if row < 0 else min(row, count)
        own = [path for path in paths if path[:-1] == collection]
        others = [path for path in paths if path[:-1] != collection]
        if others:
            self._move_over(others, parent, index)
        elif own:
            self._reorder(own, collection, index)

    def _reorder(self, paths: Sequence[Path], collection: Path, index: int) -> None:
        """Put entries of one collection in front of its entry at an index."""
        tree = self._session.document.tree
        places = [] if tree is None else [tree.locate(path) for path in paths]
        indexes = sorted(place.index for place in places if place is not None)
        names = {place.index: place.path[-1] for place in places if place is not None}
        above = [at for at in indexes if at < index]
        moves = [(at, index - 1 - offset) for offset, at in enumerate(reversed(above))]
        below = [at for at in indexes if at >= index]
        moves += [(at, index + offset) for offset, at in enumerate(below)]
        steps = [
            {"op": "move", "path": [*collection, names[at]], "to": to}
            for at, to in moves
            if at != to
        ]
        first = index - len(above)
        is_list = isinstance(names[indexes[0]], int)
        select: Path = (*collection, first) if is_list else (*collection, names[indexes[0]])
        if steps:
            self._session.operate(steps, self._label(paths), select=select)

    def _move_over(self, paths: Sequence[Path], group: Path, index: int) -> None:
        """Take models to another group."""
        tree = self._session.document.tree
        if tree is None:
            return
        try:
            moved = moving(tree, paths, group, index)
        except NotClippings as error:
            self._refuse(error)
            return
        self._session.operate(moved.operations, self._label(paths), select=moved.paths[0])

    def _label(self, paths: Sequence[Path]) -> str:
        value = self._session.document.value
        one = node_name(value, paths[0])
        what = one if len(paths) == 1 else counted(len(paths), "%n entry", "%n entries")
        return self.tr("Move {0}").format(what)

    def _clippings(self, paths: Iterable[Path]) -> list[Clipping]:
        tree = self._session.document.tree
        found = [] if tree is None else [clipping(tree, path) for path in paths]
        return [one for one in found if one is not None]

    def _refuse(self, error: NotClippings) -> None:
        where = "" if error.line is None else self.tr(" (line {0} of the text)").format(error.line)
        self._session.refused.emit(f"{in_language(error.reason)}{where}")
