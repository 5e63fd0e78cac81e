"""How many tests ended how, and the switch that shows failures alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from editor.core.standing import State
from editor.ui.language import counted
from editor.ui.look.appearance import current_look
from editor.ui.look.direction import margins
from editor.ui.look.icons import icon
from editor.ui.testwords import shape_of
from editor.ui.widgets.chip import show_words
from editor.ui.widgets.labels import label
from editor.ui.widgets.shapeicon import ShapeIcon

if TYPE_CHECKING:
    from editor.ui.testing import Tests

_SHAPE = 14
_SHOWN = (State.OK, State.LIMITED, State.FAILED, State.STALE, State.RUNNING)


class TestCounts(QWidget):
    """Shows “2 connected, 1 limited, 1 failed”.

    Signals: `only_failed_toggled(on)`; `grown()`: other numbers are shown, maybe wider ones.
    """

    __test__ = False

    only_failed_toggled = Signal(bool)
    grown = Signal()

    def __init__(self, tests: Tests) -> None:
        """Follow tests."""
        super().__init__()
        self._tests = tests
        self._parts: dict[State, tuple[QWidget, QLabel]] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(0, 0, 8, 0))
        row.setSpacing(16)
        for state in _SHOWN:
            row.addWidget(self._part(state))
        self.only_failed = QToolButton()
        self.only_failed.setObjectName("onlyFailedTests")
        self.only_failed.setText(self.tr("Only failed"))
        self.only_failed.setAccessibleName(self.tr("Show only failed tests"))
        self.only_failed.setToolTip(self.tr("Show only what failed or is limited"))
        self.only_failed.setIcon(icon("onlyFailed"))
        self.only_failed.setCheckable(True)
        self.only_failed.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.only_failed.setProperty("role", "flat")
        self.only_failed.toggled.connect(self.only_failed_toggled)
        row.addWidget(self.only_failed)
        tests.changed.connect(self.show_tests)
        self._is_short = False
        self.show_tests()

    def fit(self, room: int) -> None:
        """Take no more than some pixels: leave the words out first, then the numbers."""
        for self._is_short, hides_all in ((False, False), (True, False), (True, True)):
            self._show_counts(hides_all=hides_all)
            if self.sizeHint().width() <= room:
                return

    def show_tests(self, *_: object) -> None:
        """Show the numbers."""
        self.only_failed.setVisible(bool(self._tests.counts))
        self._show_counts(hides_all=False)
        self.grown.emit()

    def _show_counts(self, *, hides_all: bool) -> None:
        counts = self._tests.counts.copy()
        counts[State.RUNNING] += counts[State.QUEUED]
        for state, (part, words) in self._parts.items():
            part.setVisible(counts[state] > 0 and not hides_all)
            said = _words(state, counts[state])
            part.setToolTip(said)
            words.setAccessibleName(said)
            text = str(counts[state]) if self._is_short else said
            if text != words.text():
                words.setText(text)
                part.updateGeometry()  # else the row would go by its old width for now
        show_words(self.only_failed, current_look().size("icon"), are_wanted=not self._is_short)

    def _part(self, state: State) -> QWidget:
        part = QWidget()
        words = label("", "small", "text_2")
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(ShapeIcon(shape_of(state), _SHAPE, "window"))
        row.addWidget(words)
        self._parts[state] = (part, words)
        return part


def _words(state: State, count: int) -> str:
    match state:
        case State.OK:
            return counted(count, "%n connected", "%n connected")
        case State.LIMITED:
            return counted(count, "%n limited", "%n limited")
        case State.FAILED:
            return counted(count, "%n failed", "%n failed")
        case State.STALE:
            return counted(count, "%n stale", "%n stale")
        case _:
            return counted(count, "%n running", "%n running")
