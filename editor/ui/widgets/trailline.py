"""The steps that a request has to get past, each with a shape, up to where it broke."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from editor.ui.look.direction import onward
from editor.ui.look.shapes import Shape
from editor.ui.widgets.flow import FlowLayout
from editor.ui.widgets.labels import label, mark
from editor.ui.widgets.shapeicon import ShapeIcon

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHAPE = 14


class TrailLine(QWidget):
    """Shows named steps in their order, such as Address › TLS › Key."""

    def __init__(self, names: Sequence[str]) -> None:
        """Start with the steps' names, nothing known of any."""
        super().__init__()
        self._names = tuple(names)
        self._icons = [ShapeIcon(Shape.SKIPPED, _SHAPE) for _ in names]
        self._labels = [label(name, "body", "text_2") for name in names]
        row = FlowLayout(self, spacing=4)
        for number, (icon, words) in enumerate(zip(self._icons, self._labels, strict=True)):
            row.addWidget(self._step(icon, words, is_last=number == len(self._names) - 1))

    def show_steps(self, steps: Sequence[tuple[Shape, str]]) -> None:
        """Show each step's shape, and what a screen reader says of it."""
        for icon, words, (shape, _) in zip(self._icons, self._labels, steps, strict=True):
            icon.show_shape(shape)
            mark(words, "tone", "text" if shape is Shape.FAILED else "text_2")
        said = (f"{name} {said}" for name, (_, said) in zip(self._names, steps, strict=True))
        self.setAccessibleName(", ".join(said))

    def _step(self, icon: ShapeIcon, words: QWidget, *, is_last: bool) -> QWidget:
        step = QWidget()
        row = QHBoxLayout(step)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(icon, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(words)
        if not is_last:
            row.addSpacing(4)
            row.addWidget(label(onward(), "body", "text_3"))
        return step
