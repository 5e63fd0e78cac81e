"""What changes in one file: its name, how many lines come and go, and the lines themselves."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from editor.ui.look.appearance import current_look
from editor.ui.widgets.differences import RowKind, count_changes
from editor.ui.widgets.diffview import DiffView
from editor.ui.widgets.emptystate import EmptyState
from editor.ui.widgets.iconlabel import IconLabel
from editor.ui.widgets.labels import ElidedLabel, label

_CALM = (RowKind.SAME, RowKind.FOLD)


class FileDiff(QFrame):
    """A card with a file's name, counts of lines, and a diff. Secrets are to be masked before."""

    def __init__(self, icon_name: str, title: str, file_is_new: bool = False) -> None:
        """Start empty; `title` is the file's name."""
        super().__init__()
        self.setProperty("surface", "card")
        changes = QCoreApplication.translate("FileDiff", "Changes of {0}").format(title)
        self.view = DiffView(changes)
        self._added, self._removed = counts()
        self._empty = EmptyState("changes", "")
        self.set_pending(False)
        self._empty.setContentsMargins(16, 0, 16, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._header(icon_name, title, file_is_new))
        column.addWidget(self._empty)
        column.addWidget(self.view, stretch=1)
        column.addStretch(0)
        self.show_texts("", "")

    def _header(self, icon_name: str, title: str, file_is_new: bool) -> QFrame:
        new_file = QCoreApplication.translate("FileDiff", "new file")
        header = QHBoxLayout()
        header.setContentsMargins(12, 0, 12, 0)
        header.setSpacing(8)
        header.addWidget(IconLabel(icon_name))
        header.addWidget(ElidedLabel(title, "section"), stretch=1)
        if file_is_new:
            header.addWidget(label(new_file, "small", "text_2"))
        header.addWidget(self._added)
        header.addWidget(self._removed)
        strip = QFrame()
        strip.setLayout(header)
        strip.setProperty("surface", "window")
        strip.setProperty("edge", "bottom")
        strip.setMinimumHeight(current_look().pixels(36))
        return strip

    def set_pending(self, is_pending: bool) -> None:
        """Say that it is not known yet what changes, where nothing is shown."""
        same = QCoreApplication.translate("FileDiff", "Nothing changes in this file.")
        pending = QCoreApplication.translate("FileDiff", "What changes is shown here.")
        self._empty.show_words(pending if is_pending else same)

    def show_texts(self, old: str, new: str) -> None:
        """Show what differs between two texts."""
        self.view.show_texts(old, new)
        rows = self.view.rows()
        differs = any(row.kind not in _CALM for row in rows)
        self.view.setVisible(differs)
        self._empty.setVisible(not differs)
        show_counts((self._added, self._removed), count_changes(rows))


def counts() -> tuple[QLabel, QLabel]:
    """Return labels for how many lines come and go."""
    return label("", "small", "ok"), label("", "small", "error")


def show_counts(labels: tuple[QLabel, QLabel], numbers: tuple[int, int]) -> None:
    """Show how many lines come and go; nothing where none does."""
    for shown, sign, number in zip(labels, ("+", "\u2212"), numbers, strict=True):
        shown.setText(f"{sign}{number}")
        shown.setVisible(any(numbers))
