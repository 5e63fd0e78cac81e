"""Makes a tree of a text, and a new tree of a changed text at the price of the change."""

from __future__ import annotations

from editor.core.yaml.cursor import YamlError
from editor.core.yaml.documents import read_stream
from editor.core.yaml.tree import Place, Tree


__all__ = ["YamlError", "parse"]


def parse(text: str) -> Tree:
    """Return the tree of a text; raises YamlError where js-yaml 4.3.2's `load` throws."""
    stream = read_stream(text)
    root = None if stream.root is None else Place(stream.root.node, stream.root.start)
    return Tree(text, root, stream.end, stream.has_shared, stream.has_directives)
