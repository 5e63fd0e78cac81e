"""The nodes that were shown before, to go back to and forth again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor.core.outline import groups_in, models_in, node_path, value_at
from editor.core.schema.table import GROUPS_PATH
from editor.ui.tree.matching import matched

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.core.document import Document
    from editor.core.yaml.values import Path, Value
    from editor.ui.session import Session

_GROUP_DEPTH = len(GROUPS_PATH) + 1
_MODEL_DEPTH = _GROUP_DEPTH + 2
_MOST = 100


class History(QObject):
    """Remembers the nodes that a session showed, and follows them through edits.

    A node that is moved or renamed is found again; one that is gone is left out.
    `changed()`: whether there is a way back or forth may be new.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        """Follow a session."""
        super().__init__(session)
        self._session = session
        self._value = session.readable.value
        self._visited: list[Path] = []
        self._at = -1
        session.document_changed.connect(self._follow)
        session.selection_changed.connect(self._visit)

    @property
    def can_go_back(self) -> bool:
        """Say whether something was shown before."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Say whether somebody went back."""
        return self._at < len(self._visited) - 1

    def back(self) -> None:
        """Show what was shown before."""
        self._go(-1)

    def forward(self) -> None:
        """Show what was shown before going back."""
        self._go(1)

    def start_over(self, *_: object) -> None:
        """Forget everything: it is another file's."""
        self._value = self._session.readable.value
        self._visited, self._at = [], -1
        self.changed.emit()

    def _go(self, by: int) -> None:
        # An edit may have put another node into the place of the current one.
        self._visit(self._session.selection)
        target = self._at + by
        if 0 <= target < len(self._visited):
            self._at = target
            self._session.select(self._visited[target])
            self.changed.emit()

    def _visit(self, path: Path) -> None:
        """Take note of a node that is shown."""
        node = node_path(path)
        if self._at >= 0 and self._visited[self._at] == node:
            return
        self._visited = [*self._visited[: self._at + 1], node][-_MOST:]
        self._at = len(self._visited) - 1
        self.changed.emit()

    def _follow(self, document: Document) -> None:
        """Find the nodes again in another version of the config."""
        if not document.is_readable or document.value is self._value:
            return
        before, self._value = self._value, document.value
        found = _moved(before, document.value, self._visited)
        if found == self._visited:
            return
        here = [path for path in found[: self._at + 1] if path is not None]
        rest = [path for path in found[self._at + 1 :] if path is not None]
        self._visited, self._at = _without_repeats(here, rest)
        self.changed.emit()


def _without_repeats(here: list[Path], rest: list[Path]) -> tuple[list[Path], int]:
    """Return the nodes with no node twice in a row, and where the last of `here` is now."""
    kept: list[Path] = []
    for path in here:
        if not kept or kept[-1] != path:
            kept.append(path)
    at = len(kept) - 1
    for path in rest:
        if not kept or kept[-1] != path:
            kept.append(path)
    return kept, max(at, 0) if kept else -1


def _moved(before: Value, after: Value, paths: list[Path]) -> list[Path | None]:
    """Return where nodes are in another version of a config, None for those that are gone."""
    old, new = groups_in(before), groups_in(after)
    if len(old) == len(new) and all(a is b for a, b in zip(old, new, strict=True)):
        return [*paths]
    groups = {
        there: here
        for here, there in enumerate(matched(old, new, (id, _name)))
        if there is not None
    }
    names: dict[int, Mapping[str, str]] = {}

    def moved(path: Path) -> Path | None:
        if len(path) < _GROUP_DEPTH:
            return path
        index = int(path[_GROUP_DEPTH - 1])
        here = groups.get(index)
        if here is None:
            return None
        if len(path) < _MODEL_DEPTH:
            return (*GROUPS_PATH, here)
        if index not in names:
            names[index] = _renamed(old[index], new[here])
        name = names[index].get(str(path[-1]))
        return None if name is None else (*GROUPS_PATH, here, "models", name)

    return [moved(path) for path in paths]


def _renamed(before: Value, after: Value) -> Mapping[str, str]:
    """Return what each model of a group is called in another version of it."""
    old, new = list(models_in(before)), list(models_in(after))
    matches = matched(old, new, (str,))
    return {old[there]: new[here] for here, there in enumerate(matches) if there is not None}


def _name(group: Value) -> str:
    return str(value_at(group, ("group",)))
