"""How a wish of a form becomes a step: which operations, under which name, and what stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QObject

from editor.core.document import Document, EditError
from editor.core.outline import value_at
from editor.core.schema.field import Level
from editor.core.schema.table import level_of
from editor.core.text import Edit, difference
from editor.core.yaml.nodes import Alias
from editor.core.yaml.sharing import Shared, shared_on
from editor.ui.tree.nodes import node_name

if TYPE_CHECKING:
    from editor.core.yaml.values import Path
    from editor.ui.form.wishes import Wish
    from editor.ui.session import Session

Operations = tuple[dict[str, object], ...]


class _Emptied(NamedTuple):
    """A key that went because its text was deleted: the documents before and after."""

    path: Path
    before: Document
    after: Document


class Writer(QObject):
    """Changes fields of the session's document.

    `refusal` is why the last wish was not possible, empty when it was.
    """

    def __init__(self, session: Session) -> None:
        """Write into a session."""
        super().__init__()
        self._session = session
        self._emptied: _Emptied | None = None
        self.refusal = ""
        session.refused.connect(self._note)

    def shared(self, path: Path) -> Shared | None:
        """Return where a field's content is shared with other places, or None."""
        tree = self._session.document.tree
        return None if tree is None else shared_on(tree, path, target_counts=True)

    def write(self, node: Path, key: str, wish: Wish, *, detach: bool = False) -> bool:
        """Do what a field of a node asks for; say whether that was possible."""
        self.refusal = ""
        field = (*node, key)
        operations = self._absolute(node, key, wish)
        if detach:
            operations = tuple({**operation, "detach": True} for operation in operations)
        label = self._label(node, key, operations)
        typing = ("field", field) if wish.is_typed else None
        if wish.is_typed and self._write_over_emptied(field, operations, label):
            return True
        before = self._session.document
        done = self._session.operate(operations, label, typing=typing)
        if done and wish.is_typed and operations and operations[0]["op"] == "unset":
            self._emptied = _Emptied(field, before, self._session.document)
        return done and not self.refusal

    def do(self, operations: Operations, label: str, *, detach: bool = False) -> bool:
        """Do operations as one step; say whether that was possible."""
        self.refusal = ""
        if detach:
            operations = tuple({**operation, "detach": True} for operation in operations)
        return self._session.operate(operations, label) and not self.refusal

    def detach(self, path: Path) -> bool:
        """Give a node or field a copy of its own of what it shares, with the same value."""
        self.refusal = ""
        document = self._session.document
        name = node_name(document.value, path)
        value = value_at(document.value, path)
        place = None if document.tree is None else document.tree.locate(path)
        if place is not None and isinstance(place.node, Alias) and isinstance(value, dict):
            path = (*path, next(iter(value), ""))  # an edit at an alias would replace it
            value = value.get(str(path[-1]))
        operation = {"op": "set", "path": path, "value": value, "detach": True}
        return self._session.operate((operation,), self.tr("Detach {0}").format(name))

    def _note(self, reason: str) -> None:
        self.refusal = reason

    def _absolute(self, node: Path, key: str, wish: Wish) -> Operations:
        """Return the wish with whole paths; a model that is `true` becomes settings of its own."""
        value = value_at(self._session.document.value, node)
        if level_of(node) is Level.MODEL and not isinstance(value, dict):
            return tuple(
                {"op": "set", "path": list(node), "value": {key: operation["value"]}}
                for operation in wish.operations
                if operation["op"] == "set"
            )
        return tuple(
            {**operation, "path": (*node, key, *cast("Path", operation["path"]))}
            for operation in wish.operations
        )

    def _label(self, node: Path, key: str, operations: Operations) -> str:
        name = node_name(self._session.document.value, node) if node else ""
        is_removal = operations and operations[0]["op"] == "unset"
        if not name:
            return (self.tr("Remove {0}") if is_removal else self.tr("Set {0}")).format(key)
        whole = self.tr("Remove {0} of {1}") if is_removal else self.tr("Set {0} of {1}")
        return whole.format(key, name)

    def _write_over_emptied(self, field: Path, operations: Operations, label: str) -> bool:
        """Type on in a field that was emptied as though its key, and its comment, had stayed."""
        emptied, self._emptied = self._emptied, None
        document = self._session.document
        if emptied is None or emptied.path != field or emptied.after is not document:
            return False
        try:
            wanted = emptied.before.apply(operations)
        except EditError:
            return False
        edit = Edit(label, difference(document.text, wanted.text))
        self._session.apply(edit, typing=("field", field))
        return True
