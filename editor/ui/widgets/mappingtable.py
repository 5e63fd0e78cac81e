"""A table of keys and values, with rows below each other for what is nested."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from editor.ui.language import counted
from editor.ui.look.appearance import current_look
from editor.ui.look.icons import icon
from editor.ui.widgets.entrycells import Entry, Kind, Steps, converted, value_of
from editor.ui.widgets.linecompletion import Source
from editor.ui.widgets.mappingcells import CROSS, KEY, KIND, VALUE, CellDelegate
from editor.ui.widgets.secretfield import masked

Sources = Callable[[Steps, bool], Source]
"""Returns what completes the value at some steps; True: a key of the mapping there."""

_MOST_ROWS = 10
_KEY_SHARE = 0.38
_KIND_SHARE = 0.24
_EDIT_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_REMOVE_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class MappingTable(QTableWidget):
    """Edits keys and values; the last row of each mapping and list takes a new one.

    It keeps nothing but what it shows: every edit is a request, and `show_entries` the answer.
    Signals: `value_set(steps, value)` with the value's type, `yaml_set(steps, text)` for what has
    no row of its own, `renamed(steps, name)`, `removed(steps)`, `added(steps, text)` with the steps
    to the mapping or list, `moved(steps, to)` with the place that the row gets among its like.
    Keys: Enter or F2 edits, Delete removes the row, Alt and an arrow moves it. A secret is masked,
    and shown while the eye of its editor is held.
    """

    value_set = Signal(object, object)
    yaml_set = Signal(object, str)
    renamed = Signal(object, str)
    removed = Signal(object)
    added = Signal(object, str)
    moved = Signal(object, int)

    def __init__(self, name: str, add_text: str, *, typed: bool = False) -> None:
        """Start empty; `add_text` invites to a new key, `typed` shows what kind a value is."""
        super().__init__(0, 4)
        self._entries: tuple[Entry, ...] = ()
        self._add_text = add_text
        self._is_typed = typed
        self.sources: Sources | None = None
        self.setAccessibleName(name)
        self.setProperty("frame", "field")
        headings = (self.tr("Name"), self.tr("Type"), self.tr("Value"), "")
        self.setHorizontalHeaderLabels(headings)
        self.setColumnHidden(KIND, not typed)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(CellDelegate(self))
        self.cellClicked.connect(self._click)
        self._dress()
        self.show_entries((Entry((), Kind.MAPPING, "", is_invitation=True),))

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show rows, changing only the cells that differ."""
        entries = tuple(entries)
        if entries == self._entries:
            return
        self._entries = entries
        with QSignalBlocker(self):
            self.clearSpans()
            self.setRowCount(len(entries))
            for row, entry in enumerate(entries):
                self._show_row(row, entry)
                if entry.is_invitation:
                    self.setSpan(row, KEY, 1, VALUE - KEY + 1)
        self.updateGeometry()

    def entry(self, row: int) -> Entry:
        """Return what a row shows."""
        return self._entries[row]

    def kinds(self, row: int) -> list[Kind]:
        """Return the kinds that the value of a row may have."""
        plain = [kind for kind in Kind if kind is not Kind.YAML]
        return [Kind.YAML, *plain] if self.entry(row).kind is Kind.YAML else plain

    def invitation(self, row: int) -> str:
        """Return what a row for something new says."""
        entry = self.entry(row)
        if not entry.steps:
            return self._add_text
        return self.tr("Add an item…") if entry.kind is Kind.LIST else self.tr("Add a key…")

    def sizeHint(self) -> QSize:
        """Return room for the rows, within bounds."""
        rows = min(self.rowCount(), _MOST_ROWS)
        height = self.verticalHeader().defaultSectionSize() * rows
        return QSize(240, height + self.horizontalHeader().sizeHint().height() + 4)

    def minimumSizeHint(self) -> QSize:
        """Return the same height, so that a form does not squeeze it."""
        return QSize(160, self.sizeHint().height())

    def take(self, row: int, column: int, text: str) -> None:
        """Ask for what the user typed into a cell."""
        entry = self.entry(row)
        if entry.is_invitation:
            if text:
                self.added.emit(entry.steps, text)
                self._go_to_new(entry, text)
        elif column == KEY:
            if text and text != entry.name:
                self.renamed.emit(entry.steps, text)
        elif text != entry.text and entry.kind is Kind.YAML:
            self.yaml_set.emit(entry.steps, text)
        elif text != entry.text:
            self.value_set.emit(entry.steps, value_of(entry.kind, text))

    def change_kind(self, row: int, kind: Kind) -> None:
        """Ask for a value of another kind."""
        entry = self.entry(row)
        if kind is not entry.kind:
            self.value_set.emit(entry.steps, converted(entry, kind))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit, remove or move the current row; keys that a cell's editor left over do nothing."""
        index = self.currentIndex()
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if self.state() == QAbstractItemView.State.EditingState or not index.isValid():
            super().keyPressEvent(event)
        elif event.key() in _EDIT_KEYS:
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(index)
        elif event.key() in _REMOVE_KEYS:
            self._remove(index.row())
        elif step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(index.row(), step)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look's scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out again."""
        super().resizeEvent(event)
        self._fit_columns()

    def _dress(self) -> None:
        """Set row height and column widths."""
        look = current_look()
        header = self.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(look.size("table_row"))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(VALUE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(CROSS, QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(look.size("table_row"))
        header.resizeSection(CROSS, look.size("table_row"))
        header.setHighlightSections(False)
        self._fit_columns()
        self.setIconSize(QSize(look.size("icon_small"), look.size("icon_small")))

    def _fit_columns(self) -> None:
        """Give names and kinds their widths, and less where little is left for the values."""
        look, width = current_look(), self.viewport().width()
        header = self.horizontalHeader()
        header.resizeSection(KEY, min(look.pixels(160), int(width * _KEY_SHARE)))
        header.resizeSection(KIND, min(look.pixels(96), int(width * _KIND_SHARE)))

    def _show_row(self, row: int, entry: Entry) -> None:
        """Set a row's cells where they differ."""
        is_item = entry.steps and isinstance(entry.steps[-1], int)
        is_open = entry.kind not in (Kind.NOTHING, Kind.LIST, Kind.MAPPING)
        value = masked(entry.text) if entry.is_secret else entry.text
        kind = entry.kind.words
        if entry.is_invitation:
            cells = ((KEY, "", True), (KIND, "", False), (VALUE, "", False))
        else:
            cells = (
                (KEY, entry.name, not is_item),
                (KIND, kind, True),
                (VALUE, value if is_open else self._summary(entry), is_open),
            )
        for column, text, is_editable in cells:
            self._show_cell(row, column, text, editable=is_editable)
        cross = self._show_cell(row, CROSS, "", editable=False)
        cross.setIcon(QIcon() if entry.is_invitation else icon("close"))
        cross.setToolTip("" if entry.is_invitation else self.tr("Remove"))

    def _show_cell(self, row: int, column: int, text: str, *, editable: bool) -> QTableWidgetItem:
        """Set a cell's text if it differs, and whether it can be edited; return the cell."""
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            self.setItem(row, column, item)
        if item.text() != text:
            item.setText(text)
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if editable else flags)
        return item

    def _summary(self, entry: Entry) -> str:
        """Return how much is in a list or mapping."""
        if not isinstance(entry.value, dict | list):
            return ""
        count = len(entry.value)
        if entry.kind is Kind.LIST:
            return counted(count, "%n item", "%n items")
        return counted(count, "%n key", "%n keys")

    def _click(self, row: int, column: int) -> None:
        """Remove the row whose cross was clicked; let a kind or something new be typed at once."""
        if column == CROSS:
            self._remove(row)
        elif column == KIND or (column == KEY and self.entry(row).is_invitation):
            index = self.model().index(row, column)
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(index)

    def _remove(self, row: int) -> None:
        """Ask for a row to be removed."""
        if not self.entry(row).is_invitation:
            self.removed.emit(self.entry(row).steps)

    def _move(self, row: int, step: int) -> None:
        """Ask for a row to be moved among its like, and stay on it."""
        entry = self.entry(row)
        if entry.is_invitation:
            return
        like = [
            one.steps
            for one in self._entries
            if not one.is_invitation and one.steps[:-1] == entry.steps[:-1]
            and len(one.steps) == len(entry.steps)
        ]  # fmt: skip
        to = like.index(entry.steps) + step
        if 0 <= to < len(like):
            self.moved.emit(entry.steps, to)
            last = to if isinstance(entry.steps[-1], int) else entry.steps[-1]
            self._go_to((*entry.steps[:-1], last), self.currentColumn())

    def _go_to_new(self, invitation: Entry, text: str) -> None:
        """Stand on the value of what was just added."""
        siblings = invitation.value if isinstance(invitation.value, list) else ()
        last = len(siblings) if invitation.kind is Kind.LIST else text
        self._go_to((*invitation.steps, last), VALUE)

    def _go_to(self, steps: Steps, column: int) -> None:
        for row, entry in enumerate(self._entries):
            if entry.steps == steps and not entry.is_invitation:
                self.setCurrentCell(row, column)
                return
