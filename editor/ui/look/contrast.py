"""How well one colour stands out on another (WCAG 2), and the nearest colour that does."""

import colorsys
from collections.abc import Sequence


def luminance(colour: str) -> float:
    """Return the relative luminance of a `#RRGGBB` colour, 0 to 1."""
    red, green, blue = (_linear(channel) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mix(colour: str, ground: str, share: float) -> str:
    """Return `colour` laid over `ground` with the opacity `share`."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return _text(tuple(over * share + under * (1 - share) for over, under in pairs))


def readable(colour: str, grounds: Sequence[str], minimum: float) -> str:
    """Return the colour, made darker or lighter until it reaches `minimum` on every ground."""
    levels = [luminance(ground) for ground in grounds]
    if max(levels) > 0.3:
        return within(colour, 0.0, (min(levels) + 0.05) / minimum - 0.05)
    return within(colour, (max(levels) + 0.05) * minimum - 0.05, 1.0)


def within(colour: str, lowest: float, highest: float) -> str:
    """Return the colour with its lightness changed until its luminance lies between the two."""
    level = luminance(colour)
    if lowest <= level <= highest:
        return colour
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    darker, lighter = (lightness, 1.0) if level < lowest else (0.0, lightness)
    for _ in range(16):
        middle = (darker + lighter) / 2
        candidate = _text(colorsys.hls_to_rgb(hue, middle, saturation))
        too_dark = luminance(candidate) < (lowest if level < lowest else highest)
        darker, lighter = (middle, lighter) if too_dark else (darker, middle)
    chosen = lighter if level < lowest else darker
    return _text(colorsys.hls_to_rgb(hue, chosen, saturation))


def _channels(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue, 0 to 1."""
    return (
        int(colour[1:3], 16) / 255,
        int(colour[3:5], 16) / 255,
        int(colour[5:7], 16) / 255,
    )


def _text(channels: tuple[float, ...]) -> str:
    """Return channels of 0 to 1 as `#RRGGBB`."""
    return "#" + "".join(f"{round(channel * 255):02X}" for channel in channels)


def _linear(channel: float) -> float:
    """Return the light that a channel value stands for (sRGB)."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
