"""The sheet with all keys, made from the table of the actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.ui.actions import ACTIONS, action_words, menus
from editor.ui.look.appearance import current_look
from editor.ui.widgets.labels import ElidedLabel, key_cap, label

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDTH, _HEIGHT = 560, 640
_MARGIN = 24
_ELSEWHERE = (
    (
        "Everywhere",
        (
            ("F6", "Next pane"),
            ("Shift+F6", "Previous pane"),
            ("Alt, F10", "Menu"),
            ("Ctrl+Shift+Enter", "Do what the bar at the top offers"),
        ),
    ),
    (
        "Tree",
        (("Ctrl+F", "Filter the tree"), ("Esc", "Clear the filter"), ("F2", "Rename in place")),
    ),
    (
        "Form",
        (
            ("F1", "Explain this field, or all fields"),
            ("Ctrl+Space", "Offer what fits"),
            ("Tab", "Next field"),
        ),
    ),
    (
        "YAML and .env",
        (
            ("Ctrl+F", "Find in the text"),
            ("Ctrl+.", "Offer what mends this line"),
            ("Ctrl+/", "Comment lines out or back in"),
            ("Tab, Shift+Tab", "Indent lines, or less"),
        ),
    ),
    (
        "Problems and palette",
        (
            ("Enter", "Go to the field"),
            ("Ctrl+Enter", "Apply the fix of a problem"),
            ("Alt+Enter", "Go to the source"),
            ("Esc", "Close"),
        ),
    ),
)
"""Keys that belong to a part of the window and are no action of it."""


class ShortcutSheet(QDialog):
    """Lists what each key does, by menu and then by part of the window."""

    def __init__(self, parent: QWidget) -> None:
        """Stand over a window."""
        super().__init__(parent)
        self.setObjectName("shortcutSheet")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page = QWidget()
        page.setProperty("surface", "base")
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._grid.setHorizontalSpacing(_MARGIN)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(label(self.tr("Keyboard shortcuts"), "title"), 0, 0, 1, 2)
        for heading, rows in _sections():
            self._add_section(heading, rows)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        area = QScrollArea()
        area.setObjectName("shortcuts")
        area.setAccessibleName(self.tr("Keyboard shortcuts"))
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, stretch=1)
        column.addWidget(self._footer())
        look = current_look()
        self.resize(
            min(look.pixels(_WIDTH), max(parent.width() - 2 * _MARGIN, 320)),
            min(look.pixels(_HEIGHT), max(parent.height() - 2 * _MARGIN, 240)),
        )
        area.setFocus()

    def _add_section(self, heading: str, rows: tuple[tuple[str, str], ...]) -> None:
        at = self._grid.rowCount()
        title = label(heading, "section")
        title.setContentsMargins(0, 12, 0, 0)
        self._grid.addWidget(title, at, 0, 1, 2)
        for number, (keys, words) in enumerate(rows, start=at + 1):
            caps = QWidget()
            line = QHBoxLayout(caps)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(6)
            for one in keys.split(", "):
                line.addWidget(key_cap(one.replace("+", " ")))
            line.addStretch(1)
            self._grid.addWidget(caps, number, 0)
            self._grid.addWidget(ElidedLabel(words), number, 1)

    def _footer(self) -> QWidget:
        footer = QWidget()
        footer.setProperty("edge", "top")
        footer.setProperty("surface", "base")
        close = QPushButton(self.tr("Close"))
        close.setObjectName("closeShortcuts")
        close.setDefault(True)
        close.clicked.connect(self.reject)
        row = QHBoxLayout(footer)
        row.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        row.addStretch(1)
        row.addWidget(close)
        return footer


def _sections() -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Yield headings with keys and what they do."""
    native = QKeySequence.SequenceFormat.NativeText
    rows = {row.name: row for row in ACTIONS}
    for menu in menus():
        found = tuple(
            (
                ", ".join(QKeySequence(keys).toString(native) for keys in rows[name].keys),
                action_words(rows[name].title).rstrip("…"),
            )
            for name in menu.names
            if name and rows[name].keys
        )
        if found:
            yield action_words(menu.title), found
    for heading, pairs in _ELSEWHERE:
        yield (
            QCoreApplication.translate("ShortcutSheet", heading),
            tuple(
                (keys, QCoreApplication.translate("ShortcutSheet", does)) for keys, does in pairs
            ),
        )
