"""The sentences in which the migration dialog says what it found and what will come of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from editor.core.migration.settings import REPLACED
from editor.core.validation.problem import Severity
from editor.ui.language import counted, in_language
from editor.ui.look.shapes import Shape
from editor.ui.widgets.codewords import plain_words

if TYPE_CHECKING:
    from editor.core.legacy import LegacyVariable
    from editor.core.migration import Migration

SHAPES = {
    Severity.ERROR: Shape.ERROR,
    Severity.WARNING: Shape.WARNING,
    Severity.INFO: Shape.INFO,
}


def words(text: str) -> str:
    """Return a text in the user's language."""
    return QCoreApplication.translate("Migration", text)


def outcome(migration: Migration) -> str:
    """Return what the migration does, as a title."""
    count, groups = len(replaced(migration)), len(migration.groups)
    settings = counted(count, "%n legacy setting", "%n legacy settings")
    if not migration.is_decided:
        return words("Move {0} into a group").format(settings)
    if migration.edit.is_empty:
        return words("Nothing to migrate")
    if not groups:
        return words("Take {0} out, without a new group").format(settings)
    return counted(groups, "Move {0} into one group", "Move {0} into %n groups", settings)


def meaning(migration: Migration) -> str:
    """Return what the outcome means."""
    if not migration.is_decided:
        return words("A question is open. Nothing is written until you save.")
    if migration.edit.is_empty:
        return words("No setting is left that groups replace.")
    if not migration.groups:
        return words("Nothing is written until you save.")
    return words(
        "The new group sends what the old settings sent. Nothing is written until you save."
    )


def found(migration: Migration) -> str:
    """Return which settings were found, and where."""
    settings = sorted(replaced(migration), key=lambda one: one.line or 0)
    return words("Found: {0}").format(", ".join(map(_place, settings)))


def _place(setting: LegacyVariable) -> str:
    key = setting.key.replace("_", "_\u200b")  # so that a line can end within a long name
    if setting.line is None:
        return words("{0} (not in .env)").format(key)
    return words("{0} (line {1})").format(key, setting.line)


def replaced(migration: Migration) -> list[LegacyVariable]:
    """Return the legacy settings that groups replace."""
    return [one for one in migration.legacy if one.key in REPLACED]


def verdict(migration: Migration) -> tuple[Shape, str]:
    """Return LibreChat's verdict on the result."""
    release = migration.document.target
    if not migration.is_decided:
        return Shape.INFO, words("Answer the open question first")
    if migration.document.valid:
        return Shape.OK, words("LibreChat {0} accepts the result").format(release)
    errors = (one for one in migration.document.problems if one.severity is Severity.ERROR)
    reason = next((in_language(one.message) for one in errors), "")
    refusal = words("LibreChat {0} would refuse the result").format(release)
    return Shape.ERROR, plain_words(f"{refusal}: {reason}") if reason else refusal
