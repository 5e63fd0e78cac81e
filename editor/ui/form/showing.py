"""What a field shows of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.outline import yaml_text
from editor.ui.form.wishes import Shown

if TYPE_CHECKING:
    from editor.core.document import Document
    from editor.core.yaml.values import Path, Value


def shown_in(document: Document, node: Value, path: Path) -> Shown:
    """Return what a field shows of the value of the node that holds it."""
    key = str(path[-1])
    if not isinstance(node, dict) or key not in node:
        return Shown(tree=document.tree, path=path, document=document)
    item = node[key]
    written = "" if isinstance(item, str) else yaml_text(document.tree, path, item)
    return Shown(item, True, written, None, document.tree, path, document)
