"""The painted state shapes: what each is called in words, and how it is drawn."""

from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QByteArray, QCoreApplication, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer

from editor.ui.look.appearance import current_look
from editor.ui.look.tokens import Scheme


class Shape(StrEnum):
    """A state with a shape of its own, so that colour only repeats what the shape says."""

    OK = "ok"
    LIMITED = "limited"
    FAILED = "failed"
    STALE = "stale"
    UNTESTED = "untested"
    RUNNING = "running"
    QUEUED = "queued"
    SKIPPED = "skipped"
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def words(self) -> str:
        """Return what a screen reader says for the shape."""
        return QCoreApplication.translate("Shapes", _WORDS[self])


_WORDS = {
    Shape.OK: "Connected",
    Shape.LIMITED: "Limited",
    Shape.FAILED: "Failed",
    Shape.STALE: "Stale",
    Shape.UNTESTED: "Not tested",
    Shape.RUNNING: "Running",
    Shape.QUEUED: "Queued",
    Shape.SKIPPED: "Skipped",
    Shape.ERROR: "Error",
    Shape.WARNING: "Warning",
    Shape.INFO: "Information",
}


def turn_of_arc(seconds: float) -> float:
    """Return by how many degrees the running arc is turned at a time; it stands still if wanted."""
    look = current_look()
    if not look.animated:
        return 0.0
    turn = look.tokens.motion["running_turn_ms"] / 1000
    return seconds % turn / turn * 360


def paint_shape(
    painter: QPainter, area: QRectF, shape: Shape, ground: str, *, turn: float = 0.0
) -> None:
    """Draw a shape in a square area of the surface coloured `ground`, turned by some degrees."""
    look = current_look()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if turn:
        painter.translate(area.center())
        painter.rotate(turn)
        painter.translate(-area.center())
    _renderer(look.tokens.shapes[shape], look.scheme, ground).render(painter, area)
    painter.restore()


@lru_cache(maxsize=128)
def _renderer(drawing: str, scheme: Scheme, ground: str) -> QSvgRenderer:
    """Return what draws the shape's paths in the scheme's colours."""
    colours = {role: getattr(scheme, role) for role in scheme.__slots__}
    body = drawing.format(knock=ground, **colours)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">{body}</svg>'
    return QSvgRenderer(QByteArray(svg.encode()))
