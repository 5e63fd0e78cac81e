"""What changes in one file, large: change by change, side by side or one above the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.ui.look.appearance import current_look
from editor.ui.widgets.chip import icon_button
from editor.ui.widgets.differences import count_changes
from editor.ui.widgets.diffview import DiffView
from editor.ui.widgets.emptystate import EmptyState
from editor.ui.widgets.labels import ElidedLabel, label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from editor.core.review import Change

_STRIP, _CAPTIONS = 36, 24
_TERSE_BELOW, _LEAST = 460, 120


class DifferenceView(QWidget):
    """Shows one file's change, with a way from one run of changed lines to the next.

    Signals: `arrangement_chosen(bool)`: a person wants both texts side by side, or not.
    """

    arrangement_chosen = Signal(bool)

    def __init__(self, name: str, change: Change) -> None:
        """Show a change of the file that is called so."""
        super().__init__()
        self._at = 0
        self.view = DiffView(self.tr("Changes of {0}").format(name))
        self.view.show_texts(change.old, change.new)
        self.counts = count_changes(self.view.rows())
        self.runs = self.view.count_changes() or 1
        self._place = label("", "small", "text_2")
        self._sides = self._segment(self.tr("Side by side"))
        self._unified = self._segment(self.tr("Unified"))
        group = QButtonGroup(self)
        for button in (self._sides, self._unified):
            group.addButton(button)
        self._sides.toggled.connect(self.arrangement_chosen)
        self._captions = self._caption_strip()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strip(name, is_walkable=not change.is_hidden))
        column.addWidget(self._captions)
        if change.is_hidden:
            self._captions.hide()
            column.addWidget(self._hidden_words())
            column.addStretch(1)
        else:
            column.addWidget(self.view, stretch=1)
        self._is_hidden = change.is_hidden
        self.go(0)

    def arrange(self, side_by_side: bool) -> None:
        """Show both texts side by side, or one above the other."""
        (self._sides if side_by_side else self._unified).setChecked(True)
        self._captions.setVisible(side_by_side and not self._is_hidden)
        self.view.set_side_by_side(side_by_side)
        self.view.show_change(self._at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the choice of the arrangement out where there is room for one only."""
        super().resizeEvent(event)
        is_terse = self.width() < current_look().pixels(_TERSE_BELOW)
        for part in (self._place, self._sides, self._unified):
            part.setHidden(is_terse or self._is_hidden)

    def minimumSizeHint(self) -> QSize:
        """Need no more room than what is left of the strip where there is little."""
        return QSize(current_look().pixels(_LEAST), super().minimumSizeHint().height())

    def go(self, step: int) -> None:
        """Show the next change, or with -1 the one before."""
        self._at = min(max(self._at + step, 0), self.runs - 1)
        self.view.show_change(self._at)
        self._place.setText(self.tr("change {0} of {1}").format(self._at + 1, self.runs))

    def _strip(self, name: str, *, is_walkable: bool) -> QFrame:
        before = icon_button("moveUp", self.tr("Previous change"))
        before.setObjectName(f"previousChange:{name}")
        after = icon_button("moveDown", self.tr("Next change"))
        after.setObjectName(f"nextChange:{name}")
        before.clicked.connect(lambda: self.go(-1))
        after.clicked.connect(lambda: self.go(1))
        title = ElidedLabel(name, "section")
        strip, row = _line(_STRIP)
        row.addWidget(title, stretch=1)
        for part in (self._place, before, after, self._sides, self._unified):
            row.addWidget(part)
            part.setVisible(is_walkable)
        return strip

    def _caption_strip(self) -> QFrame:
        strip, row = _line(_CAPTIONS)
        for words in (self.tr("On disk"), self.tr("To be saved")):
            row.addWidget(label(words, "small", "text_2"), stretch=1)
        return strip

    def _hidden_words(self) -> EmptyState:
        meaning = self.tr("What changed is a key or password, which is not shown here.")
        words = EmptyState("changes", self.tr("Only a hidden value differs."), meaning)
        words.setContentsMargins(16, 0, 16, 0)
        return words

    def _segment(self, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("role", "small")
        button.setProperty("segment", "true")
        button.setCheckable(True)
        button.setAutoDefault(False)
        return button


def _line(height: int) -> tuple[QFrame, QHBoxLayout]:
    strip = QFrame()
    strip.setProperty("surface", "window")
    strip.setProperty("edge", "bottom")
    strip.setMinimumHeight(current_look().pixels(height))
    row = QHBoxLayout(strip)
    row.setContentsMargins(12, 2, 12, 2)
    row.setSpacing(8)
    return strip, row
