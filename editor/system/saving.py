"""Saving files that belong together: all are looked at before the first one is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.core.wording import all_of, sentences, worded
from editor.system import atomic, files
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


def save_all_or_none(unsaved: Sequence[Unsaved], before: Sequence[FileText | None]) -> None:
    """Write the texts in order; where one is refused, put back what was written before it.

    `before` has what each file held, None where there was none. Raises FileError, which says what
    is written if that could not be put back.
    """
    outcome = save_all(unsaved)
    if outcome.refusal is None:
        return
    try:
        for saved, old in zip(outcome.saved, before, strict=False):
            _put_back(saved, old)
    except FileError as error:
        raise outcome.refusal from error
    path = outcome.refusal.path
    message = worded("{0} could not be written, so nothing was changed.", path)
    raise FileError(path, message, outcome.refusal.remedy)


def _put_back(saved: FileText, old: FileText | None) -> None:
    if old is None:
        atomic.remove(saved.path)
    else:
        files.save(saved.path, old.text, saved.stamp)


def _named(error: FileError, saved: Sequence[FileText]) -> FileError:
    """Return a refusal that also says what was written before it."""
    before = worded("{0} was saved before.", all_of([str(one.path) for one in saved]))
    return FileError(error.path, sentences(error.message, before), error.remedy)
