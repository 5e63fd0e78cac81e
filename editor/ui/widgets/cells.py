"""Cells of tables whose texts run as their own letters do, also where the table is mirrored."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from editor.ui.look.direction import is_mirrored, isolated


class Cells(QStyledItemDelegate):
    """Keeps a cell's text together."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Let the text run as its own letters do."""
        super().initStyleOption(option, index)
        option.text = isolated(option.text)


def let_texts_run(table: QTableView) -> None:
    """Draw a table's texts as their own letters run; only where Qt would not, as it costs time."""
    if is_mirrored():
        table.setItemDelegate(Cells(table))
