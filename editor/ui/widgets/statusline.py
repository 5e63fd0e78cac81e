"""The line under a title: a shape, words, and more facts after small dots."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from editor.ui.look.shapes import Shape
from editor.ui.widgets.labels import ElidedLabel
from editor.ui.widgets.shapeicon import ShapeIcon

_SHAPE = 14


class StatusLine(QWidget):
    """Says how something stands, such as “All 3 models answered • 0.4 s • tested 2 min ago”."""

    def __init__(self, ground: str = "base") -> None:
        """Start empty, on a surface."""
        super().__init__()
        self._shape = ShapeIcon(Shape.INFO, _SHAPE, ground)
        self._words = ElidedLabel("", "small", "text_2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._shape)
        row.addWidget(self._words, stretch=1)
        self._shape.hide()

    def show_status(self, shape: Shape | None, *facts: str) -> None:
        """Show a shape, if any, and facts; empty ones are left out."""
        self._shape.setVisible(shape is not None)
        if shape is not None:
            self._shape.show_shape(shape)
        self._words.show_text("  \u2022  ".join(fact for fact in facts if fact))

    def words(self) -> str:
        """Return what the line says."""
        return self._words.full_text()
