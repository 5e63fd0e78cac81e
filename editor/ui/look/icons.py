"""Icons by what they stand for, drawn from the Phosphor font in the colours of the current look."""

import importlib.util
import json
from functools import cache
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QIcon,
    QIconEngine,
    QPainter,
    QPixmap,
    QPixmapCache,
)

from editor.ui.look import tokens
from editor.ui.look.appearance import current_look
from editor.ui.look.direction import is_mirrored
from editor.ui.look.shapes import Shape, paint_shape

_PLAIN = {
    "arrow-down": "↓",
    "arrow-right": "→",
    "arrow-u-up-left": "↶",
    "arrow-u-up-right": "↷",
    "arrow-up": "↑",
    "caret-down": "▾",
    "caret-left": "‹",
    "caret-right": "›",
    "caret-up": "▴",
    "dots-three": "…",
    "list": "≡",
    "plus": "+",
    "question": "?",
    "x": "×",
}
"""Characters of any font for icons whose meaning they have; others show a letter."""

_POINTING = frozenset(
    {
        "arrow-elbow-down-right",
        "arrow-elbow-left-up",
        "arrow-right",
        "arrow-square-out",
        "arrow-u-up-left",
        "arrow-u-up-right",
        "caret-left",
        "caret-right",
    }
)
"""Icons that point along the line, and so turn about where people read from right to left."""


def icon(name: str, role: str = "text_2") -> QIcon:
    """Return the icon for a name of the tokens such as `open`; it follows the scheme by itself."""
    return QIcon(_Glyph(tokens.load().icons[name], role))


def glyph(name: str, role: str = "text_2") -> QIcon:
    """Return an icon by its name in the Phosphor set, such as `caret-right`."""
    return QIcon(_Glyph(name, role))


def shape_icon(shape: Shape, ground: str = "sunken") -> QIcon:
    """Return a state's shape as an icon that stands on the surface `ground`."""
    return QIcon(_Painted(shape, ground))


def paint_icon(painter: QPainter, area: QRect, name: str, role: str) -> None:
    """Draw the icon for a name of the tokens into an area."""
    _paint(painter, area, tokens.load().icons[name], role)


class _Glyph(QIconEngine):
    """Draws one character of the icon font; the colour is looked up when drawing."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        _paint(painter, _square(rect), self._name, self._drawn_role(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """Return the icon at a size in pixels of the look, sharp on a screen with this scale."""
        look = (self._look(mode), is_mirrored(), size.width(), size.height(), scale)
        name = f"{self._name} {look}"
        pixmap = QPixmap()
        if QPixmapCache.find(name, pixmap):
            return pixmap
        pixmap = QPixmap(size * scale)
        if pixmap.isNull():
            return pixmap
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        QPixmapCache.insert(name, pixmap)
        return pixmap

    def _look(self, mode: QIcon.Mode) -> object:
        """Return in what one drawing of a character differs from another."""
        return _font()[0], getattr(current_look().scheme, self._drawn_role(mode))

    def _drawn_role(self, mode: QIcon.Mode) -> str:
        return "text_disabled" if mode == QIcon.Mode.Disabled else self._role

    def clone(self) -> QIconEngine:
        return _Glyph(self._name, self._role)


class _Painted(_Glyph):
    """Draws a state shape instead of a character."""

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ground = getattr(current_look().scheme, self._role)
        paint_shape(painter, QRectF(_square(rect)), Shape(self._name), ground)

    def _look(self, mode: QIcon.Mode) -> object:
        return hash(current_look().scheme), self._role

    def clone(self) -> QIconEngine:
        return _Painted(self._name, self._role)


def _square(area: QRect) -> QRect:
    """Return the square at the beginning of an area; a button's is wider, for the gap behind."""
    side = min(area.width(), area.height())
    left = area.right() + 1 - side if is_mirrored() else area.left()
    return QRect(left, area.top() + (area.height() - side) // 2, side, side)


def _paint(painter: QPainter, area: QRect, name: str, role: str) -> None:
    """Draw a character of the icon font, or a plain one where the font is missing."""
    family, characters = _font()
    font = QFont(family) if name in characters else QFont()
    font.setPixelSize(max(1, min(area.width(), area.height())))
    painter.save()
    painter.setFont(font)
    painter.setPen(current_look().colour(role))
    if name in _POINTING and is_mirrored():
        painter.translate(2 * QRectF(area).center().x(), 0)
        painter.scale(-1, 1)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, characters.get(name) or _stand_in(name))
    painter.restore()


def _stand_in(name: str) -> str:
    """Return a character of any font for an icon; its tooltip says the rest."""
    return _PLAIN.get(name, name[:1].upper())


@cache
def _font() -> tuple[str, dict[str, str]]:
    """Load the Phosphor font and return its family and its characters by name.

    WORKAROUND: qtawesome loads every one of its fonts at the first icon (60-110 ms before the
    first frame); this reads the one font that is used out of the same package.
    """
    package = importlib.util.find_spec("qtawesome")
    if package is None or package.origin is None:
        return "", {}
    fonts = Path(package.origin).parent / "fonts"
    files = sorted(fonts.glob("phosphor-*.ttf"))
    names = sorted(fonts.glob("phosphor-charmap-*.json"))
    if not files or not names:
        return "", {}
    loaded = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(files[-1])))
    codes: dict[str, str] = json.loads(names[-1].read_text(encoding="utf-8"))
    characters = {name: chr(int(code, 16)) for name, code in codes.items()}
    return (loaded[0], characters) if loaded else ("", {})
