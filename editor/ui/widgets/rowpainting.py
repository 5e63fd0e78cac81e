"""What tree and list rows have in common: their ground, elided texts and badges."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from editor.ui.look.appearance import current_look
from editor.ui.look.shapes import Shape, paint_shape

GAP = 8
_INSET = 4
_BADGE_SHAPE = 14


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row stands: selected, under the pointer, current, and whether its view has focus."""

    selected: bool = False
    hovered: bool = False
    current: bool = False
    focused: bool = False

    def ground(self, surface: str) -> str:
        """Return the role of the colour that the row's contents stand on."""
        if self.selected:
            return "selection" if self.focused else "selection_inactive"
        return "hover" if self.hovered else surface

    @property
    def quiet_text(self) -> str:
        """Return the role of secondary text: darker on a tinted row."""
        return "text_2" if self.selected or self.hovered else "text_3"


def paint_ground(painter: QPainter, row: QRect, state: RowState, surface: str) -> None:
    """Draw the rounded ground of a row, and the ring of a current row that is not selected."""
    look = current_look()
    area = QRectF(row).adjusted(_INSET, 0, -_INSET, 0)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    ground = state.ground(surface)
    if ground != surface:
        painter.setBrush(look.colour(ground))
        painter.drawRoundedRect(area, 4, 4)
    outlined = state.current and state.focused and not state.selected
    if outlined or (state.selected and look.high_contrast):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("focus"), 2))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4)
    painter.restore()


def paint_text(painter: QPainter, area: QRect, text: str, role: str, font: QFont) -> int:
    """Draw one line of text, its end shortened to fit, and return its width."""
    return paint_line(painter, area, text, (role, font, Qt.TextElideMode.ElideRight))


def paint_line(
    painter: QPainter, area: QRect, text: str, style: tuple[str, QFont, Qt.TextElideMode]
) -> int:
    """Draw one line of text in a role and font, shortened as said, and return its width."""
    role, font, mode = style
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(one_line(text), mode, area.width())
    painter.setFont(font)
    painter.setPen(current_look().colour(role))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    return metrics.horizontalAdvance(shown)


def one_line(text: str) -> str:
    """Return the text with its line ends as spaces."""
    return " ".join(text.splitlines())


def paint_badge(painter: QPainter, right: QPointF, shape: Shape, count: int, ground: str) -> int:
    """Draw a shape, and its count where there are several, left of a point; return the width."""
    look = current_look()
    font = look.font("small")
    number = str(count) if count > 1 else ""
    digits = QFontMetrics(font).horizontalAdvance(number) + 4 if number else 0
    side = look.pixels(_BADGE_SHAPE)
    left = right.x() - digits - side
    colour = getattr(look.scheme, ground)
    paint_shape(painter, QRectF(left, right.y() - side / 2, side, side), shape, colour)
    if number:
        painter.setFont(font)
        painter.setPen(look.colour(shape))
        area = QRectF(left + side + 4, right.y() - side, digits, 2 * side)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, number)
    return digits + side
