"""Which colours a window gets: a scheme of the tokens, with the system's accent or its contrast."""

from dataclasses import dataclass, replace

from editor.ui.look import contrast
from editor.ui.look.tokens import Scheme

_TEXT = 4.5
_SHAPE = 3.0


def with_accent(scheme: Scheme, accent: str, *, dark: bool) -> Scheme:
    """Return the scheme with the system's accent, its lightness adjusted until text is readable."""
    on_base = (contrast.luminance(scheme.base) + 0.05) * _SHAPE - 0.05
    under_text = (contrast.luminance(scheme.text_on_accent) + 0.05) / _TEXT - 0.05
    fill = contrast.within(accent, on_base if dark else 0.0, under_text)
    selection = contrast.mix(fill, scheme.base, 0.28 if dark else 0.16)
    grounds = (scheme.window, scheme.base, scheme.raised, scheme.hover, selection)
    focus = contrast.readable(accent, (*grounds, scheme.sunken), _SHAPE)
    return replace(
        scheme,
        accent=fill,
        accent_hover=contrast.mix("#000000", fill, 0.12),
        accent_text=contrast.readable(accent, (*grounds, scheme.sunken), _TEXT),
        focus=focus,
        selection=selection,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemColours:
    """What the system's own palette says, for its high contrast."""

    window: str
    base: str
    text: str
    button: str
    highlight: str
    highlighted_text: str
    disabled: str


def high_contrast(scheme: Scheme, system: SystemColours) -> Scheme:
    """Return the scheme in the system's colours: no soft fills, strong lines, one text colour."""
    return replace(
        scheme,
        **dict.fromkeys(("window", "sunken", "hover", "pressed"), system.window),
        **dict.fromkeys(("error_soft", "warning_soft", "ok_soft", "info_soft"), system.window),
        **dict.fromkeys(("base", "field", "node_range"), system.base),
        **dict.fromkeys(("text", "text_2", "text_3"), system.text),
        **dict.fromkeys(("divider", "border_control", "border_raised", "scrollbar"), system.text),
        **dict.fromkeys(("accent", "accent_hover"), system.highlight),
        raised=system.button,
        selection=system.window,
        selection_inactive=system.window,
        text_on_accent=system.highlighted_text,
        text_disabled=system.disabled,
        focus=system.text,
        accent_text=system.text,
    )
