"""What a person sees of the tree, and edits from elsewhere."""

from PySide6.QtCore import QModelIndex, Qt

from editor.core.schema.table import GROUPS_PATH
from editor.core.yaml.values import Path, Value
from editor.ui.session import Session
from editor.ui.tree import ConfigTree
from editor.ui.widgets.rowtree import ROW_ROLE, TreeRow

SWEDEN = (*GROUPS_PATH, 1)
MISTRAL = (*GROUPS_PATH, 2, "models", "mistral-large")


def rows(tree: ConfigTree, parent: QModelIndex | None = None) -> dict[str, dict]:
    """Return what the rows read, each with those below it."""
    model = tree.view.model()
    parent = QModelIndex() if parent is None else parent
    indexes = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
    return {index.data(): rows(tree, index) for index in indexes}


def index_of(tree: ConfigTree, path: Path, parent: QModelIndex | None = None) -> QModelIndex:
    """Return the index whose path it is."""
    model = tree.view.model()
    parent = QModelIndex() if parent is None else parent
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        if index.data(Qt.ItemDataRole.UserRole) == path:
            return index
        below = index_of(tree, path, index)
        if below.isValid():
            return below
    return QModelIndex()


def row_at(tree: ConfigTree, path: Path) -> TreeRow:
    return index_of(tree, path).data(ROW_ROLE)


def current(tree: ConfigTree) -> Path | None:
    """Return the path of the one selected row."""
    indexes = tree.view.selectedIndexes()
    return indexes[0].data(Qt.ItemDataRole.UserRole) if indexes else None


def set_value(session: Session, path: Path, value: Value) -> bool:
    return session.operate([{"op": "set", "path": list(path), "value": value}], "Set")


def insert_group(session: Session, at: int, name: str) -> bool:
    value = {"group": name, "apiKey": "k", "models": {"new": True}}
    return session.operate([{"op": "insert", "path": [*GROUPS_PATH, at], "value": value}], "Add")
