"""The table of the variables: how each stands, its hidden value, who gives it, what uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from editor.core.environment import Giver
from editor.core.variables import State
from editor.ui.form.rowstable import Row, RowsModel, RowsTable
from editor.ui.language import counted
from editor.ui.look.appearance import current_look
from editor.ui.look.icons import shape_icon
from editor.ui.look.shapes import Shape
from editor.ui.tree.nodes import place_name
from editor.ui.widgets.secretfield import masked

if TYPE_CHECKING:
    from PySide6.QtCore import QItemSelection
    from PySide6.QtGui import QResizeEvent

    from editor.core.variables import Literal, Variable
    from editor.core.yaml.values import Path, Value

_Index = QModelIndex | QPersistentModelIndex
_MOST_USES = 3
_SHARES = (32, 21, 24, 23)
SHAPES = {
    State.SET: Shape.OK,
    State.EMPTY: Shape.ERROR,
    State.MISSING: Shape.ERROR,
    State.REFUSED: Shape.ERROR,
    State.HIJACKED: Shape.WARNING,
}


class VariablesModel(RowsModel):
    """Shows the shape before the name, and in words what is wrong in place of a value."""

    def data(self, index: _Index, role: int = 0) -> object:
        """Return what a cell shows."""
        row = self.rows[index.row()]
        if index.column() == 0:
            if role == Qt.ItemDataRole.DecorationRole:
                return None if row.shape is None else shape_icon(row.shape, "base")
            if role == Qt.ItemDataRole.FontRole:
                return current_look().font("code")
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join((row.cells[0], row.tip, *row.cells[1:]))
        if role == Qt.ItemDataRole.ToolTipRole and index.column() < len(row.cells):
            return row.cells[index.column()]
        is_wrong = row.shape in (Shape.ERROR, Shape.WARNING)
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 1 and is_wrong:
            return current_look().colour("error" if row.shape is Shape.ERROR else "warning")
        if role == Qt.ItemDataRole.DecorationRole:
            return None
        return super().data(index, role)


class VariablesTable(RowsTable):
    """Shows variables, each a row.

    Signals: `chosen(step)` when another row becomes the current one, `opened(step)` as any table.
    """

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        """Start empty; `name` is the accessible name."""
        headings = [words("Name"), words("Value"), words("Set in"), words("Used by")]
        super().__init__(name, VariablesModel(headings, can_rename=False))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setColumnHidden(self.rows.columnCount() - 1, True)
        self.selectionModel().selectionChanged.connect(self._choose)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out."""
        super().resizeEvent(event)
        for column, share in enumerate(_SHARES):
            self.setColumnWidth(column, self.viewport().width() * share // 100)

    def _dress(self) -> None:
        super()._dress()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _choose(self, selected: QItemSelection) -> None:
        if not selected.isEmpty():
            self.chosen.emit(self.rows.rows[selected.indexes()[0].row()].step)


def variable_row(found: Variable, config: Value) -> Row:
    """Return the row of a variable."""
    state = {
        State.EMPTY: words("empty"),
        State.MISSING: words("not set"),
        State.REFUSED: words("never filled in"),
        State.HIJACKED: words("replaced by {0}").format(found.hijacker),
    }
    value = "" if found.value is None else masked_value(found.value.reveal())
    shape = SHAPES[found.state] if found.uses else None
    cells = (found.name, state.get(found.state, value), source_words(found), uses(found, config))
    tip = state.get(found.state, words("set"))
    return Row(found.name, cells, (False,) * len(cells), shape, tip)


def literal_row(found: Literal, number: int, config: Value) -> Row:
    """Return the row of a secret that stands in the config."""
    where = words("YAML line {0}").format(found.line)
    value = masked_value(found.value.reveal())
    cells = (words("no variable"), value, where)
    return Row(
        number,
        (*cells, node_name(found.path, config)),
        (True, False, False, False),
        Shape.WARNING,
        words("LibreChat prints it to its log"),
    )


def masked_value(value: str) -> str:
    """Return bullets for any value, also one that looks like a reference."""
    shown = masked(value)
    return shown if shown != value or not value else "\u2022" * 8


def source_words(found: Variable) -> str:
    """Return who gives a variable, in a few words."""
    if found.source is None:
        return ""
    match found.source.giver:
        case Giver.ENV if found.line is not None:
            return words(".env line {0}").format(found.line)
        case Giver.ENV:
            return ".env"
        case Giver.PROCESS:
            source = words("process")
        case Giver.COMPOSE:
            source = found.source.file or words("compose file")
    return words("{0}, over .env").format(source) if found.is_overridden else source


def uses(found: Variable, config: Value) -> str:
    """Return the first of the places that use a variable."""
    names = list(dict.fromkeys(node_name(path, config) for path in found.uses))
    more = len(names) - _MOST_USES
    return ", ".join(names[:_MOST_USES]) + (
        counted(more, " and %n more", " and %n more") if more > 0 else ""
    )


def node_name(path: Path, config: Value) -> str:
    """Return what people call the node that a value belongs to."""
    name = place_name(config, path)
    return name.rsplit(" › ", 1)[0] if " › " in name else name


def words(text: str) -> str:
    """Return a text of the page in the user's language."""
    return QCoreApplication.translate("Environment", text)
