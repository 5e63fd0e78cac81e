"""The dialog that turns legacy settings into groups: questions, both diffs, and the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.core.validation.problem import Severity
from editor.ui.look.appearance import current_look
from editor.ui.migration.notelist import NoteList
from editor.ui.migration.questions import Questions
from editor.ui.migration.words import found, meaning, outcome, verdict
from editor.ui.widgets.filediff import FileDiff
from editor.ui.widgets.labels import label
from editor.ui.widgets.statusline import StatusLine

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from editor.core.migration import Migration

_MARGIN = 24
_WIDTH, _HEIGHT = 1120, 720
_STACKED_BELOW = 760


class MigrationDialog(QDialog):
    """Shows a migration and asks what it leaves open.

    Signals: `wanted(choices)` when it is to be worked out anew; `show_migration` takes the answer.
    `chosen(Migration)` when a person accepts it.
    """

    wanted = Signal(object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget, config: str, env: str) -> None:
        """Stand over a window; the names are those of both files, the config's "" for a new one."""
        super().__init__(parent)
        self.setObjectName("migrationDialog")
        self.setWindowTitle(self.tr("Migrate legacy settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._migration: Migration | None = None
        self._is_waiting, self._is_accepting = True, False
        self._title = label("", "title", wrap=True)
        self._meaning = label("", "body", "text_2", wrap=True)
        self._found = label("", "small", "text_2", wrap=True)
        self.questions = Questions()
        self.config = FileDiff("yamlFile", config or "librechat.yaml", file_is_new=not config)
        self.env = FileDiff("envFile", env)
        self.notes = NoteList()
        self._status = StatusLine("window")
        self._accept = QPushButton(self.tr("Migrate"))
        self._arrange()
        self.questions.answered.connect(self._ask)
        self._accept.clicked.connect(self.accept)
        self._resize_to(parent)

    def show_migration(self, migration: Migration) -> None:
        """Show what the newest answers lead to."""
        self._migration, self._is_waiting = migration, False
        self._title.setText(outcome(migration))
        self._meaning.setText(meaning(migration))
        self._found.setText(found(migration))
        for shown in (self.config, self.env):
            shown.set_pending(not migration.is_decided)
        self.config.show_texts(*migration.config_texts)
        self.env.show_texts(*migration.env_texts)
        asked = [one for one in migration.notes if one.choice and one.severity is Severity.ERROR]
        self.notes.show_notes([note for note in migration.notes if note not in asked])
        self._status.show_status(*verdict(migration))
        is_possible = migration.is_decided and not migration.edit.is_empty
        self._accept.setEnabled(is_possible)
        self.questions.show_migration(migration)
        if self._is_accepting and not self._is_waiting:
            self._is_accepting = False
            self.accept()

    def accept(self) -> None:
        """Hand out the migration, once it is the one of the newest answers."""
        if self._is_waiting:
            self._is_accepting = True
        elif self._accept.isEnabled():
            self.chosen.emit(self._migration)
            super().accept()

    def event(self, event: QEvent) -> bool:
        """Begin with the first open question, else with the button that migrates."""
        if event.type() == QEvent.Type.Show:
            first = self.questions.first_open()
            (first or self._accept).setFocus()
            if first is not None:
                self._area.ensureWidgetVisible(first)
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the diffs one above the other where there is no room for both."""
        super().resizeEvent(event)
        self._fit(self.width())

    def _fit(self, width: int) -> None:
        is_narrow = width < current_look().pixels(_STACKED_BELOW)
        self._diffs.setDirection(
            QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        )
        self.questions.fit(width)
        self._comfort.setHidden(is_narrow)

    def _ask(self) -> None:
        self._is_waiting = True
        self.wanted.emit(self.questions.answers())

    def _arrange(self) -> None:
        self._diffs = QHBoxLayout()
        self._diffs.setSpacing(16)
        self._diffs.addWidget(self.config, stretch=1)
        self._diffs.addWidget(self.env, stretch=1)
        content = QWidget()
        content.setProperty("surface", "base")
        body = QVBoxLayout(content)
        body.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 16)
        body.setSpacing(12)
        heading = QVBoxLayout()
        heading.setSpacing(4)
        heading.addWidget(self._title)
        heading.addWidget(self._meaning)
        heading.addWidget(self._found)
        body.addLayout(heading)
        body.addWidget(self.questions)
        body.addLayout(self._diffs, stretch=1)
        body.addWidget(self.notes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scrolling(content), stretch=1)
        column.addWidget(self._footer())
        self._accept.setDefault(True)

    def _scrolling(self, content: QWidget) -> QScrollArea:
        """Let a small screen scroll what does not fit; the footer stays."""
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(content)
        return self._area

    def _footer(self) -> QFrame:
        self._accept.setObjectName("migrate")
        self._accept.setProperty("role", "primary")
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        footer = QFrame()
        footer.setProperty("surface", "window")
        footer.setProperty("edge", "top")
        row = QHBoxLayout(footer)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(8)
        row.addWidget(self._status, stretch=1)
        self._comfort = label(self.tr("Undo brings both files back"), "small", "text_3")
        row.addWidget(self._comfort)
        row.addWidget(cancel)
        row.addWidget(self._accept)
        return footer

    def _resize_to(self, parent: QWidget) -> None:
        """Take as much of the window as the diffs can use."""
        look = current_look()
        width = min(look.pixels(_WIDTH), parent.width() - 2 * _MARGIN)
        height = min(look.pixels(_HEIGHT), parent.height() - 2 * _MARGIN)
        self._fit(width)
        self.resize(max(width, 0), max(height, 0))
