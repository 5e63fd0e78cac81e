"""The line under a title: a shape, words, and more facts after small dots."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from editor.ui.look.shapes import Shape
from editor.ui.widgets.labels import ElidedLabel
from editor.ui.widgets.shapeicon import ShapeIcon

_SHAPE = 14
_BETWEEN = "  \u2022  "


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
        self._facts: tuple[str, ...] = ()

    def show_status(self, shape: Shape | None, *facts: str) -> None:
        """Show a shape, if any, and facts; empty ones are left out."""
        self._shape.setVisible(shape is not None)
        if shape is not None:
            self._shape.show_shape(shape)
        self._facts = tuple(fact for fact in facts if fact)
        self._fit()

    def words(self) -> str:
        """Return what the line says, where there is room."""
        return _BETWEEN.join(self._facts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the last facts that do not fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = self._words.fontMetrics()
        shown = len(self._facts)
        while shown > 1 and metrics.horizontalAdvance(self._joined(shown)) > self._words.width():
            shown -= 1
        if self._words.full_text() != self._joined(shown):
            self._words.show_text(self._joined(shown))
        self.setToolTip(self.words() if shown < len(self._facts) else "")
        self.setAccessibleName(self.words())

    def _joined(self, count: int) -> str:
        return _BETWEEN.join(self._facts[:count])
