"""What stands where there is nothing yet: what is so, what it means, what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from editor.ui.widgets.iconlabel import IconLabel
from editor.ui.widgets.labels import label

_ICON = 24
_MARGIN = 16


class EmptyState(QWidget):
    """An icon, a fact, its meaning and at most one button. Signals: `requested()`."""

    requested = Signal()

    def __init__(self, icon_name: str, fact: str, meaning: str = "", button: str = "") -> None:
        """Start with the words to show; an empty button text means none."""
        super().__init__()
        self._fact = label(fact, "section", wrap=True)
        self._meaning = label(meaning, "body", "text_2", wrap=True)
        self.button = QPushButton(button)
        # Hidden where there is nothing to show; shown, a widget without a parent is a window.
        for part, text in ((self._meaning, meaning), (self.button, button)):
            if not text:
                part.hide()
        self.button.clicked.connect(self.requested)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._fact)
        words.addWidget(self._meaning)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 12, 0, 12)
        row.setSpacing(12)
        row.addWidget(IconLabel(icon_name, _ICON), alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, stretch=1)
        row.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignVCenter)

    def show_words(self, fact: str, meaning: str = "") -> None:
        """Say something else."""
        self._fact.setText(fact)
        self._meaning.setText(meaning)
        self._meaning.setVisible(bool(meaning))


class EmptyPage(QScrollArea):
    """Shows an empty state in the place of a list, and scrolls where there is little height."""

    def __init__(self, state: EmptyState) -> None:
        """Start with the words at the top."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setProperty("surface", "base")
        column = QVBoxLayout(page)
        column.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        column.addWidget(state)
        column.addStretch(1)
        self.setWidget(page)
