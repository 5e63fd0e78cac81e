"""What tree and list rows have in common: their ground, elided texts and badges."""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextOption

from editor.ui.look.appearance import current_look
from editor.ui.look.shapes import Shape, paint_shape

GAP = 8
_INSET = 4
_BADGE_SHAPE, _BADGE_GAP = 14, 4


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


class Strip:
    """What is left of a row while its parts take their places, from its beginning or its end.

    A row begins at the left, or at the right where the window is laid out from there.
    """

    __slots__ = ("_area", "_is_mirrored")

    def __init__(self, area: QRect, direction: Qt.LayoutDirection) -> None:
        """Start with all of a row."""
        self._area = QRect(area)
        self._is_mirrored = direction is Qt.LayoutDirection.RightToLeft

    @property
    def width(self) -> int:
        """Return how much is left."""
        return self._area.width()

    def rest(self) -> QRect:
        """Return what is left."""
        return QRect(self._area)

    def first(self, width: int, gap: int = 0) -> QRect:
        """Take a part from the beginning, and a gap behind it."""
        return self._from_right(width, gap) if self._is_mirrored else self._from_left(width, gap)

    def last(self, width: int, gap: int = 0) -> QRect:
        """Take a part from the end, and a gap before it."""
        return self._from_left(width, gap) if self._is_mirrored else self._from_right(width, gap)

    def _from_left(self, width: int, gap: int) -> QRect:
        area = self._area
        part = QRect(area.left(), area.top(), width, area.height())
        area.setLeft(area.left() + width + gap)
        return part

    def _from_right(self, width: int, gap: int) -> QRect:
        area = self._area
        part = QRect(area.right() + 1 - width, area.top(), width, area.height())
        area.setRight(area.right() - width - gap)
        return part


def paint_ground(painter: QPainter, row: QRect, state: RowState, surface: str) -> None:
    """Draw the rounded ground of a row, and the ring of a current row that is not selected."""
    look, ground = current_look(), state.ground(surface)
    outlined = state.current and state.focused and not state.selected
    if ground == surface and not outlined:
        return
    area = QRectF(row).adjusted(_INSET, 0, -_INSET, 0)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if ground != surface:
        painter.setBrush(look.colour(ground))
        painter.drawRoundedRect(area, 4, 4)
    if outlined or (state.selected and look.high_contrast):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("focus"), 2))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4)
    painter.restore()


class Line(NamedTuple):
    """How a line of text is drawn: in the colour of a role and a font, too long a one shortened.

    It stands at the beginning of its area's width or at the end, in the middle of its height or at
    the top.
    """

    role: str
    font: QFont
    mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight
    is_at_end: bool = False
    is_at_top: bool = False


def paint_text(painter: QPainter, area: QRect, text: str, role: str, font: QFont) -> int:
    """Draw one line of text, its end shortened to fit, and return its width."""
    return paint_line(painter, area, text, Line(role, font))


def paint_line(painter: QPainter, area: QRect, text: str, line: Line) -> int:
    """Draw one line of text, and return its width.

    Beginning and end are those of the painter's direction; within itself the line runs as its own
    letters do, so that names, addresses and code are not turned about.
    """
    metrics, shown = QFontMetrics(line.font), one_line(text)
    width = metrics.horizontalAdvance(shown)
    if width > area.width():
        shown = metrics.elidedText(shown, line.mode, area.width())
        width = metrics.horizontalAdvance(shown)
    painter.setFont(line.font)
    painter.setPen(current_look().colour(line.role))
    place = _standing(painter.layoutDirection(), line.is_at_end, line.is_at_top)
    painter.drawText(QRectF(area), shown, place)
    return width


@cache
def _standing(direction: Qt.LayoutDirection, is_at_end: bool, is_at_top: bool) -> QTextOption:
    """Return how a line stands in its area."""
    is_right = (direction is Qt.LayoutDirection.RightToLeft) != is_at_end
    side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
    height = Qt.AlignmentFlag.AlignTop if is_at_top else Qt.AlignmentFlag.AlignVCenter
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute | height)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    return option


def one_line(text: str) -> str:
    """Return the text with its line ends as spaces."""
    return " ".join(text.splitlines())


def square(area: QRect, side: int) -> QRect:
    """Return a square with its centre in the height of an area, as wide as that."""
    return QRect(area.left(), area.center().y() - side // 2 + 1, side, side)


def badge_width(count: int) -> int:
    """Return the width of a badge that counts."""
    look = current_look()
    return look.pixels(_BADGE_SHAPE) + _digits(count, look.font("small"))


def paint_badge(painter: QPainter, area: QRect, shape: Shape, count: int, ground: str) -> None:
    """Draw a shape, and behind it its count where there are several, in an area of their width."""
    look = current_look()
    side = look.pixels(_BADGE_SHAPE)
    strip = Strip(area, painter.layoutDirection())
    place = QRectF(square(strip.first(side, _BADGE_GAP), side))
    paint_shape(painter, place, shape, getattr(look.scheme, ground))
    if count > 1:
        paint_text(painter, strip.rest(), str(count), shape, look.font("small"))


def _digits(count: int, font: QFont) -> int:
    return QFontMetrics(font).horizontalAdvance(str(count)) + _BADGE_GAP if count > 1 else 0
