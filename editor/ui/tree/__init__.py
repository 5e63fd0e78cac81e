"""The tree of endpoint, groups and models, with its filter."""

from editor.ui.tree.panel import ConfigTree

__all__ = ["ConfigTree"]
