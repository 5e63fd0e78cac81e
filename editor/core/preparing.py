"""What a window asks of a document, asked before the window is handed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.completion.offering import variables_offered
from editor.core.variables import overview

if TYPE_CHECKING:
    from editor.core.document import Document


def prepared(document: Document) -> Document:
    """Return a document with everything worked out that a window asks of it.

    That takes a second or two for a large file. Any thread may do it, as long as nobody else knows
    the document. Its next version then has little left to work out.
    """
    environment = document.environment
    _ = document.problems, document.valid, document.legacy, document.models
    _ = environment.lines, environment.is_large, variables_offered(environment)
    if document.is_readable:
        _ = document.routes
    if environment.is_large:
        _ = overview(document)
    return document
