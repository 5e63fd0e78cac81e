"""The dialog before saving: what will be written in which file, and LibreChat's verdict on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor.core.validation.problem import Severity
from editor.ui.language import counted, in_language
from editor.ui.look.appearance import current_look
from editor.ui.look.direction import isolated
from editor.ui.look.icons import icon
from editor.ui.look.shapes import Shape
from editor.ui.review.differenceview import DifferenceView
from editor.ui.widgets.codewords import plain_words
from editor.ui.widgets.labels import ElidedLabel, label
from editor.ui.widgets.statusline import StatusLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from editor.core.document import Document
    from editor.core.review import Change

_MARGIN = 24
_WIDTH, _HEIGHT = 1160, 640
_SIDE, _NARROW_SIDE = 216, 190
_TERSE_BELOW, _TERSE_SIDE = 520, 124
_UNIFIED_BELOW = 1000
_MOST_STEPS = 8


class ChangedFile(NamedTuple):
    """A file that is to be written: its name, the name of its icon, and what changes."""

    name: str
    icon: str
    change: Change


class ReviewDialog(QDialog):
    """Shows what saving will change; accepting it is the word to save."""

    def __init__(
        self,
        parent: QWidget,
        files: Sequence[ChangedFile],
        steps: Sequence[str],
        *,
        is_always_shown: bool,
    ) -> None:
        """Stand over a window; `steps` are the names of the edits since the last save."""
        super().__init__(parent)
        self.setObjectName("saveDialog")
        self.setWindowTitle(self.tr("Save"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._names = [isolated(file.name) for file in files]
        self._views = [DifferenceView(file.name, file.change) for file in files]
        self._list = self._file_list(files)
        self._has_steps = bool(steps)
        self._steps = self._step_list(steps)
        self._side = self._side_column()
        self._stack = QStackedWidget()
        for view in self._views:
            self._stack.addWidget(view)
            view.arrangement_chosen.connect(self._arrange_as)
        self._list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self._status = StatusLine("window")
        self._always = QCheckBox(self.tr("Show this before every save"))
        self._always.setObjectName("reviewAlways")
        self._always.setChecked(is_always_shown)
        both = self.tr("Save both files")
        self._accept = QPushButton(both if len(files) > 1 else self.tr("Save"))
        self._is_side_by_side: bool | None = None
        self._arrange()
        self._list.setCurrentRow(0)
        self._resize_to(parent)

    def show_verdict(self, document: Document) -> None:
        """Say what LibreChat makes of the texts to be saved."""
        release, is_valid = document.target, document.valid
        accepts = self.tr("LibreChat {0} accepts the result")
        refuses = self.tr("LibreChat {0} would refuse the result")
        words = (accepts if is_valid else refuses).format(release)
        errors = (one.message for one in document.problems if one.severity is Severity.ERROR)
        reason = "" if is_valid else next(errors, "")
        words = plain_words(f"{words}: {in_language(reason)}") if reason else words
        self._status.show_status(Shape.OK if is_valid else Shape.ERROR, words)

    @property
    def is_always_wanted(self) -> bool:
        """Say whether a person wants to see this before every save."""
        return self._always.isChecked()

    def event(self, event: QEvent) -> bool:
        """Begin with the button that saves."""
        if event.type() == QEvent.Type.Show:
            self._accept.setFocus()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the texts one above the other where there is no room for both."""
        super().resizeEvent(event)
        self._fit(self.width())

    def _fit(self, width: int) -> None:
        look = current_look()
        is_wide = width >= look.pixels(_UNIFIED_BELOW)
        is_terse = width < look.pixels(_TERSE_BELOW)
        side = _SIDE if is_wide else _NARROW_SIDE
        self._side.setFixedWidth(look.pixels(_TERSE_SIDE if is_terse else side))
        for number, name in enumerate(self._names):
            item = self._list.item(number)
            item.setText(name if is_terse else item.toolTip())
        self._always.setHidden(is_terse)  # the settings have it too
        self._steps.setHidden(is_terse or not self._has_steps)
        if self._is_side_by_side is None:
            self._arrange_as(is_wide, is_chosen=False)

    def _arrange_as(self, side_by_side: bool, *, is_chosen: bool = True) -> None:
        self._is_side_by_side = side_by_side if is_chosen else None
        for view in self._views:
            view.blockSignals(True)
            view.arrange(side_by_side)
            view.blockSignals(False)

    def _file_list(self, files: Sequence[ChangedFile]) -> QListWidget:
        shown = QListWidget()
        shown.setObjectName("reviewFiles")
        shown.setAccessibleName(self.tr("Files to be saved"))
        shown.setProperty("surface", "transparent")
        shown.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for file, view in zip(files, self._views, strict=True):
            added, removed = view.counts
            counts = "" if file.change.is_hidden else f"   +{added} \u2212{removed}"
            item = QListWidgetItem(icon(file.icon), "")
            item.setToolTip(isolated(f"{file.name}{counts}"))
            shown.addItem(item)
        look = current_look()
        row, side = look.pixels(28), look.pixels(16)
        shown.setIconSize(QSize(side, side))
        for index in range(shown.count()):
            shown.item(index).setSizeHint(QSize(side, row))
        shown.setFixedHeight(row * len(files) + 2 * shown.frameWidth() + 2)
        return shown

    def _step_list(self, steps: Sequence[str]) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(8, 0, 8, 8)
        column.setSpacing(6)
        column.addWidget(label(self.tr("Edits since the last save"), "small", "text_2", wrap=True))
        newest = list(steps)[-_MOST_STEPS:]
        if len(steps) > len(newest):
            more = counted(len(steps) - len(newest), "%n more before", "%n more before")
            column.addWidget(ElidedLabel(more, "small", "text_3"))
        for step in newest:
            column.addWidget(ElidedLabel(step, "small"))
        return holder

    def _side_column(self) -> QFrame:
        side = QFrame()
        side.setProperty("surface", "window")
        column = QVBoxLayout(side)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._list)
        column.addStretch(1)
        column.addWidget(self._steps)
        return side

    def _arrange(self) -> None:
        count, files = sum(view.runs for view in self._views), len(self._views)
        changes = counted(count, "%n change", "%n changes")
        where = counted(files, "in %n file", "in %n files")
        heading = QVBoxLayout()
        heading.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 16)
        heading.setSpacing(4)
        heading.addWidget(label(self.tr("Review {0} {1}").format(changes, where), "title"))
        rest = self.tr("Every other line stays as it is: comments, quotes, order and line endings.")
        heading.addWidget(label(rest, "body", "text_2", wrap=True))
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._side)
        middle.addWidget(self._stack, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(heading)
        column.addLayout(middle, stretch=1)
        column.addWidget(self._footer())
        self._accept.setDefault(True)

    def _footer(self) -> QFrame:
        self._accept.setObjectName("saveReviewed")
        self._accept.setProperty("role", "primary")
        self._accept.clicked.connect(self.accept)
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
        row.addWidget(self._always)
        row.addSpacing(8)
        row.addWidget(cancel)
        row.addWidget(self._accept)
        return footer

    def _resize_to(self, parent: QWidget) -> None:
        look = current_look()
        width = min(look.pixels(_WIDTH), parent.width() - 2 * _MARGIN)
        height = min(look.pixels(_HEIGHT), parent.height() - 2 * _MARGIN)
        self._fit(width)
        self.resize(max(width, 0), max(height, 0))
