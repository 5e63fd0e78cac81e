"""What the toolbar says while tests run: how many are done, for how long, and the way to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from editor.ui.look.appearance import current_look
from editor.ui.look.shapes import Shape
from editor.ui.testwords import seconds_so_far
from editor.ui.widgets.chip import show_words
from editor.ui.widgets.labels import key_cap, label
from editor.ui.widgets.shapeicon import ShapeIcon

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from editor.ui.testing import Tests


class TestProgress(QWidget):
    """Shows “4 of 6 · 2.4 s” and a button that cancels; hidden while nothing runs.

    `line` is a thin bar of the same progress, for the edge of whatever holds it.
    """

    __test__ = False

    def __init__(self, tests: Tests, cancel: QAction) -> None:
        """Follow tests; `cancel` is the window's action."""
        super().__init__()
        self._tests = tests
        self.line = QProgressBar()
        self.line.setObjectName("testProgressLine")
        self.line.setAccessibleName(self.tr("Progress of the tests"))
        self.line.setTextVisible(False)
        self.words = label()
        self._button = QToolButton()
        self._button.setObjectName("button:cancelTests")
        self._button.setProperty("role", "flat")
        self._button.setDefaultAction(cancel)
        show_words(self._button, current_look().size("icon"), are_wanted=True)
        self._button.setAccessibleName(self.tr("Cancel tests"))
        self._cap = key_cap(self.tr("Esc"))
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(8)
        row.addWidget(ShapeIcon(Shape.RUNNING, ground="window"))
        row.addWidget(self.words)
        row.addWidget(self._button)
        row.addWidget(self._cap, alignment=Qt.AlignmentFlag.AlignVCenter)
        tests.ticked.connect(self.show_progress)
        tests.running_changed.connect(self.show_progress)
        self.show_progress()

    def show_progress(self, *_: object) -> None:
        """Show how far the tests are, or nothing while none run."""
        is_running = self._tests.is_running
        self.setVisible(is_running)
        self.line.setVisible(is_running)
        if is_running:
            done, total, passed = self._tests.progress
            words = self.tr("{0} of {1}").format(done, total)
            self.words.setText(f"{words} · {seconds_so_far(passed)}")
            # Qt draws a bar at once when its value changes; so it waits for all else that is new.
            self.line.setUpdatesEnabled(False)
            self.line.setRange(0, total)
            self.line.setValue(done)
            self.line.setUpdatesEnabled(True)

    def fit(self, *, is_narrow: bool) -> None:
        """Leave the key out where the window is narrow."""
        self._cap.setHidden(is_narrow)
        self.shorten(is_short=False)

    def shorten(self, *, is_short: bool) -> None:
        """Leave the words out where there is no room at all: the tab of the tests has them."""
        self.words.setHidden(is_short)
        show_words(self._button, current_look().size("icon"), are_wanted=not is_short)
