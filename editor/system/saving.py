"""Saving files that belong together: all are looked at before the first one is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.system import files
from editor.system.errors import ChangedOnDisk, FileError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from editor.system.files import FileText


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A text for a file; `stamp` is that of the version it was made from, None for a new file.

    `replaces` says that a person agreed to lose whatever is on disk there.
    """

    path: Path
    text: str
    stamp: str | None
    replaces: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is on disk now, and why a later file was refused, if one was."""

    saved: tuple[FileText, ...]
    refusal: FileError | None = None


def save_all(unsaved: Sequence[Unsaved]) -> Outcome:
    """Write the texts in order, each file whole or not at all.

    Raises FileError as long as nothing is written; ChangedOnDisk names every file that another
    program wrote meanwhile. Where a later file is refused after an earlier one was written, the
    outcome says so.
    """
    stamps = {one.path: files.stamp_on_disk(one.path) for one in unsaved}
    changed = [one.path for one in unsaved if not one.replaces and stamps[one.path] != one.stamp]
    if changed:
        raise ChangedOnDisk(*changed)
    for one in unsaved:
        files.require_savable(one.path, one.text)
    saved: list[FileText] = []
    for one in unsaved:
        try:
            saved.append(files.save(one.path, one.text, stamps[one.path]))
        except FileError as error:
            if not saved:
                raise
            return Outcome(tuple(saved), _named(error, saved))
    return Outcome(tuple(saved))


def _named(error: FileError, saved: Sequence[FileText]) -> FileError:
    """Return a refusal that also says what was written before it."""
    names = " and ".join(str(one.path) for one in saved)
    return FileError(error.path, f"{error.message} {names} was saved before.", error.remedy)
