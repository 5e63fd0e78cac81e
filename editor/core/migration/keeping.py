"""Which variables go on under another name: the key, and what the config itself refers to.

A line is renamed in place, so that no copy of a secret stays behind in a comment.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editor.core.environment import Giver, Source, is_sensitive
from editor.core.legacy import PLACEHOLDERS
from editor.core.migration.choices import KEY_CHOICE
from editor.core.migration.settings import KEY, REPLACED
from editor.core.wording import sentences, worded

if TYPE_CHECKING:
    from collections.abc import Collection

    from editor.core.environment import Environment
    from editor.core.migration.choices import Choices
    from editor.core.migration.notes import Notes
    from editor.core.migration.settings import Settings
    from editor.core.schema.field import Target

_SUGGESTED = "AZURE_MAIN_API_KEY"
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_PREFIX = re.compile(r"^AZURE_(?:OPENAI_)?|^")


@dataclass(frozen=True, slots=True)
class Kept:
    """The variable that holds the key from now on, and how names change.

    `renamed` leads from old names to new ones; `emptied` is a line whose secret another variable
    has already.
    """

    key_variable: str
    renamed: dict[str, str] = field(default_factory=dict[str, str])
    emptied: tuple[str, ...] = ()

    @property
    def reference(self) -> str:
        """Return what stands in the config for the key."""
        return f"${{{self.key_variable}}}"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a name is chosen by: the variables, the names in the config, the target."""

    environment: Environment
    mentioned: Collection[str]
    target: Target

    def is_in_file(self, name: str) -> bool:
        """Say whether the value that counts is the one of the `.env` text."""
        return self.environment.source(name) == Source(Giver.ENV)

    def unused(self, name: str) -> str:
        """Return a name that no variable has, this one if possible."""
        candidate, number = name, 1
        while self.environment.value(candidate) is not None or candidate in self.mentioned:
            number += 1
            candidate = f"{name}_{number}"
        return candidate


def kept(
    settings: Settings, choices: Choices, around: Surroundings, notes: Notes, *, has_group: bool
) -> Kept:
    """Return which variables go on under which names; unclear ones are asked in the notes.

    Without a new group the key's line is kept only for what refers to it.
    """
    holder = _of_key(settings, choices, around, notes, has_group=has_group)
    renamed = dict(holder.renamed)
    for name in REPLACED:
        if name != KEY and name in around.mentioned and around.is_in_file(name):
            renamed[name] = around.unused(_PREFIX.sub("AZURE_MAIN_", name, count=1))
            notes.tell(
                worded("The config refers to {0}, so it goes on as {1}.", name, renamed[name]), name
            )
    return Kept(holder.key_variable, renamed, holder.emptied)


def _of_key(
    settings: Settings, choices: Choices, around: Surroundings, notes: Notes, *, has_group: bool
) -> Kept:
    wanted = choices.key_variable
    if wanted is not None and not _is_possible(wanted, around.target, notes):
        return Kept(wanted)
    if not settings.key or settings.is_key_asked:
        return _of_no_key(settings, wanted, notes, around) if has_group else Kept(KEY)
    name = settings.key_name
    if not around.is_in_file(name):
        if wanted is None and has_group:
            notes.warn(worded("{0} is not set in the .env file, so its name stays.", name), name)
        return Kept(wanted or name)
    if name != KEY and (wanted is None or not has_group):
        return Kept(name)
    if wanted is not None and around.environment.is_set(wanted):
        return _of_taken(wanted, name, around, notes)
    new = wanted or around.unused(_SUGGESTED)
    notes.tell(worded("The key goes on as {0}, in the same line.", new), name)
    return Kept(new, {name: new})


def _of_no_key(settings: Settings, wanted: str | None, notes: Notes, around: Surroundings) -> Kept:
    if wanted is None:
        why: str = "Each person enters a key of their own, which groups cannot have."
        if not settings.is_key_asked:
            why = worded("{0} is not set, so LibreChat did not offer Azure.", KEY)
        message = sentences(why, "Name the variable that holds the key of the group.")
        notes.ask(message, KEY, KEY_CHOICE, around.unused(_SUGGESTED))
    return Kept(wanted or _SUGGESTED)


def _of_taken(wanted: str, name: str, around: Surroundings, notes: Notes) -> Kept:
    """Return the key under a name that is in use: fine if it holds the same key."""
    if wanted == name:
        return Kept(name)
    if around.environment.value(wanted) != around.environment.value(name):
        message = worded("{0} has another value already. Choose another name for the key.", wanted)
        notes.ask(message, name, KEY_CHOICE, around.unused(_SUGGESTED))
        return Kept(wanted)
    notes.tell(worded("{0} holds the key already, so {1} is emptied.", wanted, name), name)
    return Kept(wanted, {name: wanted}, (name,))


def _is_possible(name: str, target: Target, notes: Notes) -> bool:
    why = ""
    if not _NAME.fullmatch(name):
        why = "“{0}” is no name of a variable."
    elif name in REPLACED or name in PLACEHOLDERS:
        why = "“{0}” is one of the names that LibreChat warns of."
    elif is_sensitive(name, target):
        why = "“{0}” is a name that LibreChat never fills in."
    if why:
        message = sentences(worded(why, name), "Choose another name for the key.")
        notes.ask(message, KEY, KEY_CHOICE, _SUGGESTED)
    return not why
