"""The palette: one box from which every node, problem, variable and action can be reached."""

from editor.ui.palette.palette import Palette

__all__ = ["Palette"]
