"""How a secret moves from the config to the `.env` text, and a header's value back again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.document import EditError
from editor.core.environment import is_reference, names_in
from editor.core.outline import value_at
from editor.core.schema.field import Level, Target
from editor.core.schema.table import GROUPS_PATH, level_of
from editor.core.text import Edit
from editor.core.validation import mending
from editor.core.validation.javascript import BLANKS
from editor.core.variable_names import content_of, obstacle, suggested_name
from editor.core.wording import worded

if TYPE_CHECKING:
    from editor.core.document import Document
    from editor.core.yaml.values import Path

_HEADERS = "additionalHeaders"


def name_for(document: Document, path: Path) -> str:
    """Return the name that is suggested for the text at a path; raises EditError without one."""
    value = _literal(document, path)
    owner = _owner(document, path)
    return suggested_name(owner, content_of(path), value, document.environment)


def to_env(document: Document, path: Path, name: str | None = None) -> Edit:
    """Return the edit that puts the text at a path into the `.env` text and names it instead.

    Without a name, the suggested one is taken. A text that several places share moves for all of
    them. Raises EditError: for what is no literal text, and for a name that is taken.
    """
    value = _literal(document, path)
    chosen = name_for(document, path) if name is None else name
    reason = obstacle(chosen, value, document.environment)
    if reason:
        raise _refused(reason)
    return document.fix_edit(mending.move_to_env(path, value, chosen))


def to_config(document: Document, path: Path) -> Edit:
    """Return the edit that writes what a header's references stand for into the config.

    The variables stay in the `.env` text, where others may use them. Raises EditError: for other
    values than a header's, and for references that have no value.
    """
    if not is_header(path):
        raise _refused("Only a header's value can be written into the config.")
    written = value_at(document.value, path)
    if not isinstance(written, str) or not names_in(written):
        raise _refused("The header names no variable.")
    target = Target(document.target)
    if document.environment.unresolved(written, target):
        raise _refused("The variable has no value that LibreChat would fill in.")
    value = document.environment.resolve(written, target)
    if "${" in value:
        raise _refused("LibreChat would fill in variables in the value, once it is in the config.")
    operation = {"op": "set", "path": list(path), "value": value, "everywhere": True}
    return document.edit((operation,), worded("Write {0} into the config", path[-1]))


def is_header(path: Path) -> bool:
    """Say whether a path leads to the value of one of a group's additional headers."""
    return level_of(path[:-2]) is Level.GROUP and path[-2] == _HEADERS


def _owner(document: Document, path: Path) -> str:
    """Return the name of the group that a path leads into, elsewhere the nearest key above."""
    if path[: len(GROUPS_PATH)] == GROUPS_PATH:
        name = value_at(document.value, (*path[: len(GROUPS_PATH) + 1], "group"))
        return name if isinstance(name, str) else ""
    return next((step for step in reversed(path[:-1]) if isinstance(step, str)), "")


def _literal(document: Document, path: Path) -> str:
    """Return the text at a path as LibreChat uses it; raises EditError for what is no literal."""
    value = value_at(document.value, path)
    text = value.strip(BLANKS) if isinstance(value, str) else ""
    if not text:
        raise _refused("There is no text to move.")
    if is_reference(text) or "${" in text:
        raise _refused("The text names a variable already.")
    if "{{" in text:
        raise _refused("The text has placeholders that LibreChat fills in for each user.")
    return text


def _refused(reason: str) -> EditError:
    return EditError(0, reason, None)
