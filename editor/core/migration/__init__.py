"""Turning the legacy Azure settings of a `.env` into groups of the config, without loss."""

from editor.core.migration.migrating import Migration, is_needed, migrate
from editor.core.migration.notes import Note

__all__ = ["Migration", "Note", "is_needed", "migrate"]
