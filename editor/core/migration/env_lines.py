"""How the `.env` text changes: names change in place, all else becomes a comment with a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core import dotenv
from editor.core.migration.keeping import lines_in_use
from editor.core.migration.settings import KEY
from editor.core.text import Patch, apply

if TYPE_CHECKING:
    from datetime import date

    from editor.core.migration.keeping import Kept


def changed(env_text: str, kept: Kept, *, keeps_key: bool, note: str) -> str:
    """Return the text after the migration; raises dotenv.Unwritable.

    `keeps_key`: the key's line stays as it is, because it does not hold the key that counts.
    """
    for name in kept.emptied:
        spans = (one.value_span for one in dotenv.assignments(env_text) if one.key == name)
        env_text = apply(env_text, [Patch(*span, "") for span in spans])
    for old, new in kept.renamed.items():
        if old not in kept.emptied:
            env_text = apply(env_text, dotenv.rename(env_text, old, new))
    for name in (*kept.emptied, *lines_in_use(env_text)):
        if name != KEY or not keeps_key:
            env_text = apply(env_text, dotenv.comment_out(env_text, name, note))
    return env_text


def note_for(groups: list[str], today: date | None) -> str:
    """Return what stands above the lines that became comments."""
    what = "no longer read by LibreChat"
    if groups:
        noun = "group" if len(groups) == 1 else "groups"
        what = f"replaced by the {noun} {', '.join(groups)} of librechat.yaml"
    return what if today is None else f"{today.isoformat()}: {what}"
