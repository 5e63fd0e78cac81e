"""The small windows beside the main one: settings, shortcuts, about, and the diagnostic report."""

from editor.ui.asides.asides import Asides as Asides
