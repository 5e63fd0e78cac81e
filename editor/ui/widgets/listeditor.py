"""A list of texts that can be added to, changed, put in order and removed from."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from editor.ui.look.appearance import current_look
from editor.ui.look.direction import isolated
from editor.ui.look.icons import paint_icon
from editor.ui.widgets.linecompletion import LineCompletion, Source
from editor.ui.widgets.rowpainting import Strip

_MOST_ROWS = 8
_EDIT_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_REMOVE_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ListEditor(QListWidget):
    """Edits a list of texts; the last row takes a new one.

    It keeps nothing but what it shows: every edit is a request, and `show_items` the answer.
    Signals: `item_added(text)`, `item_set(index, text)`, `item_removed(index)`,
    `item_moved(index, to)`. `source` completes what is typed into a row.
    Keys: Enter or F2 edits, Delete removes, Alt and an arrow moves.
    """

    item_added = Signal(str)
    item_set = Signal(int, str)
    item_removed = Signal(int)
    item_moved = Signal(int, int)

    def __init__(self, name: str, add_text: str) -> None:
        """Start empty; `add_text` invites to a new item."""
        super().__init__()
        self._texts: tuple[str, ...] = ()
        self._add_text = add_text
        self.setAccessibleName(name)
        self.setProperty("frame", "field")
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_ItemDelegate(self))
        self.itemChanged.connect(self._tell)
        self.source: Source | None = None
        self.show_items(())

    def show_items(self, texts: Sequence[str]) -> None:
        """Show texts, changing only the rows that differ."""
        is_as_high = len(texts) == len(self._texts)
        self._texts = tuple(texts)
        with QSignalBlocker(self):
            while self.count() > len(self._texts) + 1:
                self.takeItem(self.count() - 1)
            for row, text in enumerate((*self._texts, "")):
                if row == self.count():
                    self.addItem(_editable())
                if self.item(row).text() != text:
                    self.item(row).setText(text)
        if not is_as_high:
            self.updateGeometry()

    def is_new(self, row: int) -> bool:
        """Say whether a row is the one for a new item."""
        return row == len(self._texts)

    def add_text(self) -> str:
        """Return the invitation in the last row."""
        return self._add_text

    def sizeHint(self) -> QSize:
        """Return room for the rows, within bounds."""
        rows = min(self.count(), _MOST_ROWS)
        return QSize(240, rows * current_look().size("table_row") + 4)

    def minimumSizeHint(self) -> QSize:
        """Return the same height, so that a form does not squeeze it."""
        return QSize(160, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit, remove or move the current row; keys that its editor left over do nothing."""
        row = self.currentRow()
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif row >= 0 and event.key() in _EDIT_KEYS:
            self.editItem(self.item(row))
        elif 0 <= row < len(self._texts) and event.key() in _REMOVE_KEYS:
            self.item_removed.emit(row)
        elif step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(row, row + step)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Remove the row whose cross was clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.is_new(index.row()):
            self.edit(index)
        elif index.isValid():
            inside = self.cross_area(self.visualRect(index)).contains(event.position().toPoint())
            if inside and event.button() == Qt.MouseButton.LeftButton:
                self.item_removed.emit(index.row())

    def cross_area(self, row: QRect) -> QRect:
        """Return where the cross of a row is."""
        return Strip(row, self.layoutDirection()).last(row.height())

    def _move(self, row: int, to: int) -> None:
        """Ask for a row to be moved, and stay on it."""
        if 0 <= row < len(self._texts) and 0 <= to < len(self._texts):
            self.item_moved.emit(row, to)
            self.setCurrentRow(to)

    def _tell(self, item: QListWidgetItem) -> None:
        """Ask for what the user typed into a row."""
        row, text = self.row(item), item.text()
        if self.is_new(row):
            if text:
                self.item_added.emit(text)
        elif text != self._texts[row]:
            self.item_set.emit(row, text)
        self.show_items(self._texts)


def _editable() -> QListWidgetItem:
    """Return an empty row that can be edited."""
    item = QListWidgetItem("")
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
    return item


class _ItemDelegate(QStyledItemDelegate):
    """Draws the invitation in the last row."""

    def __init__(self, editor: ListEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, current_look().size("table_row"))

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        line = super().createEditor(parent, option, index)
        if self._editor.source is not None and isinstance(line, QLineEdit):
            is_new = self._editor.is_new(index.row())
            LineCompletion(line, self._editor.source, opens_at_once=is_new)
        return line

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        if not self._editor.is_new(index.row()):
            side = current_look().size("icon_small")
            area = QRect(0, 0, side, side)
            area.moveCenter(self._editor.cross_area(option.rect).center())
            paint_icon(painter, area, "close", "text_2")

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if self._editor.is_new(index.row()):
            option.text = self._editor.add_text()
            role = option.palette.ColorRole.Text
            option.palette.setColor(role, current_look().colour("text_3"))
        option.text = isolated(option.text)
