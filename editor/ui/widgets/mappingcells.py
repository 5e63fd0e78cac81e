"""How the cells of a table of keys and values look, and what edits them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from editor.ui.look.appearance import current_look
from editor.ui.look.direction import isolated
from editor.ui.widgets.entrycells import Entry, Kind
from editor.ui.widgets.linecompletion import LineCompletion
from editor.ui.widgets.multiline import MultilineField
from editor.ui.widgets.secretfield import SecretField

if TYPE_CHECKING:
    from editor.ui.widgets.mappingtable import MappingTable

KEY, KIND, VALUE, CROSS = range(4)
_INDENT = "\u2003"
_Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Gives each kind its editor, rows for something new their invitation, and depth an indent."""

    def __init__(self, table: MappingTable) -> None:
        """Serve a table."""
        super().__init__(table)
        self._table = table

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """Indent names, and draw quietly what is no value."""
        super().initStyleOption(option, index)
        entry = self._table.entry(index.row())
        if index.column() == KEY:
            words = self._table.invitation(index.row()) if entry.is_invitation else entry.name
            option.text = words
        indent = _INDENT * entry.depth if index.column() == KEY else ""
        option.text = indent + isolated(option.text)
        is_value = index.column() == VALUE and not entry.kind.holds_others
        is_quiet = entry.is_invitation or not (is_value or index.column() == KEY)
        role = "text_3" if is_quiet or (isinstance(_last(entry), int) and not is_value) else "text"
        option.palette.setColor(option.palette.ColorRole.Text, current_look().colour(role))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """Return a list of kinds, a yes or no, a text of several lines, or a line."""
        entry = self._table.entry(index.row())
        if index.column() == KIND:
            return _choice(parent, [(kind.words, kind) for kind in self._table.kinds(index.row())])
        if index.column() == VALUE and entry.kind is Kind.YES_NO:
            return _choice(parent, [(self.tr("Yes"), True), (self.tr("No"), False)])
        if index.column() == VALUE and entry.kind is Kind.YAML:
            return MultilineField(self.tr("Value"), parent=parent)
        return self._line(parent, entry, is_key=index.column() == KEY)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Put what the row holds into its editor, unmasked."""
        entry = self._table.entry(index.row())
        text = entry.name if index.column() == KEY else entry.text
        match editor:
            case QComboBox():
                words = entry.kind.words if index.column() == KIND else entry.text
                editor.setCurrentText(words)
            case MultilineField() | SecretField():
                editor.show_value(text)
            case QLineEdit():
                editor.setText(text)
            case _:
                super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Ask for what was typed or chosen."""
        row, column = index.row(), index.column()
        match editor:
            case QComboBox() if column == KIND:
                self._table.change_kind(row, editor.currentData())
            case QComboBox():
                self._table.take(row, column, editor.currentText())
            case MultilineField():
                self._table.take(row, column, editor.value())
            case QLineEdit():
                self._table.take(row, column, editor.text())
            case _:
                super().setModelData(editor, model, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        """Give a text of several lines more room than its row."""
        area = option.rect
        if isinstance(editor, MultilineField):
            room = self._table.viewport().rect()
            area.setHeight(min(max(4 * area.height(), 60), room.height()))
            area.moveTop(max(0, min(area.top(), room.bottom() - area.height())))
        editor.setGeometry(area)

    def _line(self, parent: QWidget, entry: Entry, *, is_key: bool) -> QLineEdit:
        """Return a line that completes, and hides a secret."""
        name = self.tr("Name") if is_key else self.tr("Value")
        if not is_key and entry.is_secret:
            line: QLineEdit = SecretField(name, parent=parent)
        else:
            line = QLineEdit(parent)
            line.setAccessibleName(name)
        if self._table.sources is not None:
            steps = entry.steps[:-1] if is_key and not entry.is_invitation else entry.steps
            source = self._table.sources(steps, is_key)
            LineCompletion(line, source, opens_at_once=entry.is_invitation)
        return line


def _last(entry: Entry) -> str | int:
    return entry.steps[-1] if entry.steps and not entry.is_invitation else ""


def _choice(parent: QWidget, options: list[tuple[str, object]]) -> QComboBox:
    """Return a combo box for a cell."""
    combo = QComboBox(parent)
    for words, value in options:
        combo.addItem(words, value)
    return combo
