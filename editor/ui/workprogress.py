"""What the toolbar says while a file takes long: what is done, for how long, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from editor.ui.look.icons import icon
from editor.ui.look.shapes import Shape
from editor.ui.testwords import seconds_so_far
from editor.ui.widgets.labels import ElidedLabel
from editor.ui.widgets.shapeicon import ShapeIcon

if TYPE_CHECKING:
    from editor.ui.tasks import Tasks

_TICK_MS = 100


class WorkProgress(QWidget):
    """Shows “Opening librechat.yaml · 2.4 s” and a button that gives it up; hidden otherwise."""

    def __init__(self, tasks: Tasks) -> None:
        """Follow tasks."""
        super().__init__()
        self.setObjectName("workProgress")
        self._tasks = tasks
        self.words = ElidedLabel()
        self.cancel = QToolButton()
        self.cancel.setObjectName("cancelWork")
        self.cancel.setProperty("role", "flat")
        self.cancel.setIcon(icon("close"))
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setAccessibleName(self.tr("Cancel"))
        self.cancel.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.cancel.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.cancel.clicked.connect(tasks.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(8)
        row.addWidget(ShapeIcon(Shape.RUNNING, ground="window"))
        row.addWidget(self.words)
        row.addWidget(self.cancel)
        self._clock = QTimer(self, interval=_TICK_MS)
        self._clock.timeout.connect(self.show_work)
        tasks.long_work_changed.connect(self.show_work)
        self.show_work()

    def show_work(self) -> None:
        """Show what takes long now, or nothing."""
        work = self._tasks.long_work
        self.setVisible(work is not None)
        if work is None:
            self._clock.stop()
            return
        passed = seconds_so_far(self._tasks.now() - work.since)
        self.words.show_text(f"{work.title} · {passed}")
        self.cancel.setVisible(work.cancelled is not None)
        self._clock.start()
