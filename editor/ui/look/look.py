"""What a widget needs to draw itself: colours, fonts and sizes at the system's scale."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo

from editor.ui.look.tokens import Scheme, Tokens

REFERENCE_PIXELS = 13
_WEIGHTS = {400: QFont.Weight.Normal, 600: QFont.Weight.DemiBold}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A scheme and a scale; `type_scale` is the system font's size over 13, `scale` never under 1.

    Sizes keep to `scale` so that every target stays large enough to hit under a small font.
    """

    tokens: Tokens
    scheme: Scheme
    dark: bool = False
    type_scale: float = 1.0
    high_contrast: bool = False
    animated: bool = True

    @property
    def scale(self) -> float:
        """Return the factor for heights, widths and icons."""
        return max(1.0, self.type_scale)

    @property
    def line_width(self) -> int:
        """Return the width of a border in pixels."""
        return 2 if self.high_contrast else 1

    def pixels(self, reference: float) -> int:
        """Return a length given for the reference font in pixels of this look."""
        return round(reference * self.scale)

    def size(self, name: str) -> int:
        """Return a named size of the tokens in pixels of this look."""
        return self.pixels(self.tokens.size[name])

    def pane(self, name: str) -> int:
        """Return a named width of a pane in pixels of this look."""
        return self.pixels(self.tokens.pane[name])

    def duration(self, name: str) -> int:
        """Return the milliseconds of a named motion; none where motion is unwanted."""
        return self.tokens.motion[name if self.animated else "reduced_ms"]

    def colour(self, role: str) -> QColor:
        """Return the colour of a role."""
        return QColor(getattr(self.scheme, role))

    def font(self, style: str) -> QFont:
        """Return the font of a type style such as `small` or `code`."""
        measure = self.tokens.type[style]
        fixed = QFontDatabase.SystemFont.FixedFont
        font = QFontDatabase.systemFont(fixed) if measure.family == "code" else QFont()
        font.setPixelSize(max(1, round(measure.pixels * self.type_scale)))
        font.setWeight(_WEIGHTS[measure.weight])
        return font


def scale_of(font: QFont) -> float:
    """Return the system font's pixels over the reference of 13."""
    return QFontInfo(font).pixelSize() / REFERENCE_PIXELS
