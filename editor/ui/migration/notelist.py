"""What a migration has to say, in as many lines as there is room for; the rest scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from editor.ui.language import in_language
from editor.ui.look.appearance import current_look
from editor.ui.migration.words import SHAPES
from editor.ui.widgets.problemline import ProblemLine, ProblemText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from editor.core.migration import Note

_HIGHEST = 136


class NoteList(QScrollArea):
    """Shows notes one below the other; as high as they are, up to a limit."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.setObjectName("migrationNotes")
        self.setAccessibleName(self.tr("Notes"))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._notes: tuple[Note, ...] | None = None
        self._holder = QWidget()
        self._holder.setProperty("surface", "base")
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.setWidget(self._holder)

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show other notes."""
        if tuple(notes) == self._notes:
            return
        self._notes = tuple(notes)
        while (item := self._column.takeAt(0)) is not None:
            line = item.widget()
            if line is not None:
                line.hide()
                line.deleteLater()
        for note in notes:
            self._column.addWidget(
                ProblemLine(ProblemText(SHAPES[note.severity], in_language(note.message)))
            )
        self._column.addStretch(1)
        self.setVisible(bool(notes))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the notes are at the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = self._column.heightForWidth(max(1, self.viewport().width()))
        if needed < 0:
            needed = self._column.sizeHint().height()
        self.setFixedHeight(min(needed, current_look().pixels(_HIGHEST)))
