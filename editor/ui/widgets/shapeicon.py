"""A state shape as a widget, with its words for screen readers."""

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor.ui.look.appearance import current_look
from editor.ui.look.shapes import Shape, paint_shape

_FRAME_MS = 50


class ShapeIcon(QWidget):
    """Shows one shape; `ground` is the role of the surface that it stands on."""

    def __init__(self, shape: Shape, reference_size: int = 16, ground: str = "base") -> None:
        """Start with a shape of a size in pixels at the reference font."""
        super().__init__()
        self._reference = reference_size
        self._ground = ground
        self._degrees = 0.0
        self._shape = shape
        self.timer = QTimer(self, interval=_FRAME_MS)
        self.timer.timeout.connect(self._turn)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(shape.words)

    def show_shape(self, shape: Shape) -> None:
        """Show another shape."""
        if shape is not self._shape:
            self._shape = shape
            self.setAccessibleName(shape.words)
            self._run()
            self.update()

    def show_on(self, shape: Shape, ground: str) -> None:
        """Show another shape, on another surface."""
        if ground != self._ground:
            self._ground = ground
            self.update()
        self.show_shape(shape)

    def shape(self) -> Shape:
        """Return the shape that is shown."""
        return self._shape

    def sizeHint(self) -> QSize:
        """Return a square at the look's scale."""
        side = current_look().pixels(self._reference)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shape."""
        ground = getattr(current_look().scheme, self._ground)
        painter = QPainter(self)
        paint_shape(painter, QRectF(self.rect()), self._shape, ground, turn=self._degrees)

    def showEvent(self, event: QShowEvent) -> None:
        """Turn only while visible."""
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop turning."""
        self.timer.stop()

    def _run(self) -> None:
        """Turn while the shape is the running arc and motion is wanted."""
        turning = self._shape is Shape.RUNNING and current_look().animated and self.isVisible()
        self._degrees = self._degrees if turning else 0.0
        self.timer.start() if turning else self.timer.stop()

    def _turn(self) -> None:
        """Turn a step further."""
        turn_ms = current_look().tokens.motion["running_turn_ms"]
        self._degrees = (self._degrees + 360 * _FRAME_MS / turn_ms) % 360
        self.update()
