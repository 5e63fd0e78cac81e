"""The palette that makes Qt's own drawing match the scheme."""

from PySide6.QtGui import QColor, QPalette

from editor.ui.look.schemes import SystemColours
from editor.ui.look.tokens import Scheme

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup

_ROLES = {
    _Role.Window: "window",
    _Role.WindowText: "text",
    _Role.Base: "field",
    _Role.Text: "text",
    _Role.PlaceholderText: "text_3",
    _Role.AlternateBase: "sunken",
    _Role.Mid: "divider",
    _Role.Midlight: "hover",
    _Role.Light: "raised",
    _Role.Dark: "border_control",
    _Role.Shadow: "border_raised",
    _Role.Highlight: "selection",
    _Role.HighlightedText: "text",
    _Role.Button: "raised",
    _Role.ButtonText: "text",
    _Role.ToolTipBase: "raised",
    _Role.ToolTipText: "text",
    _Role.Link: "accent_text",
    _Role.LinkVisited: "accent_text",
    _Role.BrightText: "text_on_accent",
}
_DISABLED = (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText)


def palette(scheme: Scheme) -> QPalette:
    """Return the scheme as a palette; Accent stays unset, so that the system's can be read."""
    result = QPalette()
    for role, name in _ROLES.items():
        result.setColor(role, QColor(getattr(scheme, name)))
    result.setColor(_Group.Inactive, _Role.Highlight, QColor(scheme.selection_inactive))
    for role in _DISABLED:
        result.setColor(_Group.Disabled, role, QColor(scheme.text_disabled))
    return result


def system_colours(system: QPalette) -> SystemColours:
    """Return the colours of the system's own palette that high contrast is built from."""

    def name(role: QPalette.ColorRole) -> str:
        return system.color(_Group.Active, role).name().upper()

    return SystemColours(
        window=name(_Role.Window),
        base=name(_Role.Base),
        text=name(_Role.WindowText),
        button=name(_Role.Button),
        highlight=name(_Role.Highlight),
        highlighted_text=name(_Role.HighlightedText),
        disabled=system.color(_Group.Disabled, _Role.WindowText).name().upper(),
    )
