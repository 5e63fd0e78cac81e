"""A titled part of a form, which may fold."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.ui.look.icons import glyph
from editor.ui.widgets.labels import ElidedLabel, label

_ROW_GAP = 8


class Section(QWidget):
    """A heading, a summary beside it, and a body below.

    Signals: `folded(is_folded)` after the user folded or unfolded it.
    """

    folded = Signal(bool)

    def __init__(self, title: str, *, foldable: bool = False) -> None:
        """Start open; a foldable section shows a line above it and a caret before its title."""
        super().__init__()
        self._title = title
        self._foldable = foldable
        self._summary = ElidedLabel("", "small", "text_3")
        self._header = QHBoxLayout()
        self._header.setContentsMargins(0, 0, 0, 0)
        self._header.setSpacing(8)
        self.caret = QPushButton(title)
        self.caret.setProperty("role", "fold")
        self.caret.setCheckable(True)
        self._header.addWidget(self.caret)
        if not foldable:
            self.caret.hide()
            self._header.addWidget(label(title, "section"))
        self._header.addWidget(self._summary, stretch=1)
        self.body = QWidget()
        self.rows = QVBoxLayout(self.body)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(_ROW_GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_ROW_GAP)
        column.addLayout(self._header)
        column.addWidget(self.body)
        self.caret.clicked.connect(self._toggle)
        self.set_folded(False)

    def add(self, widget: QWidget) -> None:
        """Add a row to the body."""
        self.rows.addWidget(widget)

    def add_to_header(self, widget: QWidget) -> None:
        """Add a button at the right end of the heading."""
        self._header.addWidget(widget)

    def set_summary(self, text: str) -> None:
        """Say beside the heading what the section holds, such as “2 set”."""
        self._summary.show_text(text)
        self._name_caret()

    def is_folded(self) -> bool:
        """Say whether only the heading shows."""
        return self.body.isHidden()

    def set_folded(self, folded: bool) -> None:
        """Fold or unfold, without telling anyone."""
        self.body.setVisible(not folded)
        self.caret.setChecked(not folded)
        self.caret.setIcon(glyph("caret-right" if folded else "caret-down"))
        self._name_caret()

    def _toggle(self) -> None:
        """Fold or unfold for the user."""
        self.set_folded(not self.is_folded())
        self.folded.emit(self.is_folded())

    def _name_caret(self) -> None:
        """Tell a screen reader what the heading says, and whether it is folded."""
        state = self.tr("folded") if self.is_folded() else self.tr("unfolded")
        self.caret.setAccessibleName(f"{self._title} {self._summary.full_text()}".strip())
        self.caret.setAccessibleDescription(state)
