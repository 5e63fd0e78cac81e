"""A table of keys and values: headers as texts, parameters with their types."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from editor.ui.look.appearance import current_look
from editor.ui.look.icons import icon
from editor.ui.widgets.entrycells import Entry, Kind, value_of
from editor.ui.widgets.multiline import MultilineField

_KEY, _KIND, _VALUE, _CROSS = range(4)
_MOST_ROWS = 8
_EDIT_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_REMOVE_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class MappingTable(QTableWidget):
    """Edits keys and values; the last row takes a new key.

    It keeps nothing but what it shows: every edit is a request, and `show_entries` the answer.
    Signals: `value_set(key, value)` with the value's type, `yaml_set(key, text)` for a nested
    value, `key_renamed(old, new)`, `key_removed(key)`, `key_added(key)`.
    Keys: Enter or F2 edits, Delete removes the row.
    """

    value_set = Signal(str, object)
    yaml_set = Signal(str, str)
    key_renamed = Signal(str, str)
    key_removed = Signal(str)
    key_added = Signal(str)

    def __init__(self, name: str, add_text: str, *, typed: bool = False) -> None:
        """Start empty; `add_text` invites to a new key, `typed` shows what kind a value is."""
        super().__init__(0, 4)
        self._entries: tuple[Entry, ...] = ()
        self._add_text = add_text
        self._kinds = [Kind.TEXT] if not typed else list(Kind)
        self.setAccessibleName(name)
        self.setProperty("frame", "field")
        self.setHorizontalHeaderLabels(["Name", "Type", "Value", ""])
        self.setColumnHidden(_KIND, not typed)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_CellDelegate(self))
        self.itemChanged.connect(self._tell)
        self.cellClicked.connect(self._click)
        self._dress()
        self.show_entries(())

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show keys and values, changing only the cells that differ."""
        self._entries = tuple(entries)
        with QSignalBlocker(self):
            self.setRowCount(len(self._entries) + 1)
            for row, entry in enumerate(self._entries):
                for column, text in enumerate((entry.key, entry.kind, entry.text, "")):
                    self._show_cell(row, column, text)
            for column in (_KEY, _KIND, _VALUE, _CROSS):
                self._show_cell(len(self._entries), column, "")
        self.updateGeometry()

    def kinds(self) -> list[Kind]:
        """Return the kinds that a value may have."""
        return self._kinds

    def is_new(self, row: int) -> bool:
        """Say whether a row is the one for a new key."""
        return row == len(self._entries)

    def kind_of(self, row: int) -> Kind:
        """Return what kind the value of a row is."""
        return Kind.TEXT if self.is_new(row) else self._entries[row].kind

    def add_text(self) -> str:
        """Return the invitation in the last row."""
        return self._add_text

    def sizeHint(self) -> QSize:
        """Return room for the rows, within bounds."""
        rows = min(self.rowCount(), _MOST_ROWS)
        height = self.verticalHeader().defaultSectionSize() * rows
        return QSize(240, height + self.horizontalHeader().sizeHint().height() + 4)

    def minimumSizeHint(self) -> QSize:
        """Return the same height, so that a form does not squeeze it."""
        return QSize(160, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit or remove the current row; keys that a cell's editor left over do nothing."""
        index = self.currentIndex()
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() in _EDIT_KEYS and index.isValid():
            self.edit(index)
        elif event.key() in _REMOVE_KEYS and index.isValid():
            self._remove(index.row())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look's scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        """Set row height and column widths."""
        look = current_look()
        header = self.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(look.size("table_row"))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(_VALUE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_CROSS, QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(look.size("table_row"))
        header.resizeSection(_CROSS, look.size("table_row"))
        header.resizeSection(_KEY, look.pixels(160))
        header.resizeSection(_KIND, look.pixels(88))
        header.setHighlightSections(False)
        self.setIconSize(QSize(look.size("icon_small"), look.size("icon_small")))

    def _show_cell(self, row: int, column: int, text: str) -> None:
        """Set a cell's text if it differs."""
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            self.setItem(row, column, item)
        if item.text() != text:
            item.setText(text)
        editable = column == _KEY or (column != _CROSS and not self.is_new(row))
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if editable else flags)
        if column == _CROSS:
            item.setIcon(QIcon() if self.is_new(row) else icon("close"))
            item.setToolTip("" if self.is_new(row) else "Remove")

    def _click(self, row: int, column: int) -> None:
        """Remove the row whose cross was clicked."""
        if column == _CROSS:
            self._remove(row)

    def _remove(self, row: int) -> None:
        """Ask for a row to be removed."""
        if not self.is_new(row):
            self.key_removed.emit(self._entries[row].key)

    def _tell(self, item: QTableWidgetItem) -> None:
        """Ask for what the user typed into a cell."""
        text = item.text()
        if self.is_new(item.row()):
            if text:
                self.key_added.emit(text)
            return
        entry = self._entries[item.row()]
        if item.column() == _KEY:
            if text and text != entry.key:
                self.key_renamed.emit(entry.key, text)
        elif item.column() == _KIND:
            self._set(entry.key, Kind(text), entry.text)
        elif text != entry.text:
            self._set(entry.key, entry.kind, text)
        self.show_entries(self._entries)

    def _set(self, key: str, kind: Kind, text: str) -> None:
        """Ask for a value of a kind."""
        if kind is Kind.YAML:
            self.yaml_set.emit(key, text)
        else:
            self.value_set.emit(key, value_of(kind, text))


_Index = QModelIndex | QPersistentModelIndex


class _CellDelegate(QStyledItemDelegate):
    """Gives each kind its editor, and the last row its invitation."""

    def __init__(self, table: MappingTable) -> None:
        super().__init__(table)
        self._table = table

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        look = current_look()
        quiet = self._table.is_new(index.row())
        if quiet and index.column() == _KEY:
            option.text = self._table.add_text()
        role = "text_3" if quiet or index.column() == _KIND else "text"
        option.palette.setColor(option.palette.ColorRole.Text, look.colour(role))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        kind = self._table.kind_of(index.row())
        if index.column() == _KIND:
            return _combo(parent, self._table.kinds())
        if index.column() == _VALUE and kind is Kind.YES_NO:
            return _combo(parent, ["Yes", "No"])
        if index.column() == _VALUE and kind is Kind.YAML:
            return MultilineField("Value", parent=parent)
        return super().createEditor(parent, option, index)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentText(index.data())
        elif isinstance(editor, MultilineField):
            editor.show_value(index.data())
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        elif isinstance(editor, MultilineField):
            model.setData(index, editor.value())
        else:
            super().setModelData(editor, model, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        area = option.rect
        if isinstance(editor, MultilineField):
            room = self._table.viewport().rect()
            area.setHeight(min(max(4 * area.height(), 60), room.height()))
            area.moveTop(max(0, min(area.top(), room.bottom() - area.height())))
        editor.setGeometry(area)


def _combo(parent: QWidget, texts: Sequence[str]) -> QComboBox:
    """Return a combo box for a cell."""
    combo = QComboBox(parent)
    combo.addItems([str(text) for text in texts])
    return combo
