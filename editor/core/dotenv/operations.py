"""Changes of a `.env` text as values, which a fix can carry, and what they do to a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from editor.core.dotenv.edits import (
    add,
    comment_out,
    mend,
    remove,
    remove_overridden,
    rename,
)
from editor.core.text import Patch, apply, difference

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.core.secret import Secret
    from editor.core.text import Span


@dataclass(frozen=True, slots=True)
class SetVariable:
    """Give a variable a value; for `near` and `block` see `edits.add`."""

    name: str
    value: Secret
    near: tuple[str, ...] = ()
    block: str | None = None


@dataclass(frozen=True, slots=True)
class RenameVariable:
    """Give a variable another name, wherever it is assigned."""

    name: str
    new_name: str


@dataclass(frozen=True, slots=True)
class CommentOutVariable:
    """Turn a variable's lines into comments below a note."""

    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class RemoveVariable:
    """Take a variable's lines out."""

    name: str


@dataclass(frozen=True, slots=True)
class RemoveOverridden:
    """Take all lines of a variable out but the last, which counts."""

    name: str


@dataclass(frozen=True, slots=True)
class MendLine:
    """Write a place in the line whose name is at `key` so that it is read with the value."""

    key: Span
    place: Span
    written: Secret
    value: Secret


EnvOperation: TypeAlias = (
    SetVariable | RenameVariable | CommentOutVariable | RemoveVariable | RemoveOverridden | MendLine
)


def patches_of(text: str, operations: Iterable[EnvOperation]) -> tuple[Patch, ...]:
    """Return the patches that do all operations in order; raises Unwritable."""
    changed = text
    patches: tuple[Patch, ...] = ()
    for count, operation in enumerate(operations, start=1):
        latest = _patches(changed, operation)
        changed = apply(changed, latest)
        patches = latest if count == 1 else difference(text, changed)
    return patches


def _patches(text: str, operation: EnvOperation) -> tuple[Patch, ...]:
    match operation:
        case SetVariable(name, value, near, block):
            return add(text, name, value.reveal(), near=near, block=block)
        case RenameVariable(name, new_name):
            return rename(text, name, new_name)
        case CommentOutVariable(name, note):
            return comment_out(text, name, note)
        case RemoveVariable(name):
            return remove(text, name)
        case RemoveOverridden(name):
            return remove_overridden(text, name)
        case MendLine(key, place, written, value):
            return mend(text, key, Patch(*place, written.reveal()), value.reveal())
