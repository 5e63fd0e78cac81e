"""What turns the legacy settings of a `.env` into groups: one edit of both texts, and remarks.

LibreChat takes the legacy settings only without `endpoints.azureOpenAI`. Where groups are there
already, another is added, unless they have the models already.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from editor.core.config_diff import masked_diff
from editor.core.dotenv import Unwritable
from editor.core.environment import Giver, Source
from editor.core.lazily import lazy
from editor.core.migration import showing
from editor.core.migration.addressing import address_of
from editor.core.migration.choices import GROUP_CHOICE, Choices, choices_from
from editor.core.migration.comparing import known_models, note_changes, note_remains
from editor.core.migration.config_changes import (
    names_in_config,
    obstacle_to_groups,
    operations,
    renaming_patches,
)
from editor.core.migration.env_lines import env_patches, note_for
from editor.core.migration.groups import Group, groups_of, models_of
from editor.core.migration.keeping import Kept, Surroundings, kept
from editor.core.migration.notes import Note, Notes
from editor.core.migration.settings import (
    DEPLOYMENT,
    KEY,
    REPLACED,
    settings_of,
)
from editor.core.outline import groups_in, value_at
from editor.core.review import masked_config
from editor.core.schema.field import Target
from editor.core.text import Edit, difference
from editor.core.validation.javascript import BUILT_IN_NAMES
from editor.core.wording import marked, sentences, worded

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from editor.core.document import Document
    from editor.core.legacy import LegacyVariable

_LABEL = "Migrate legacy settings"
_GROUP = "azure-legacy"


@dataclass(frozen=True)
class Migration:
    """A document before and after its migration; equal ones where something must be decided.

    `groups` are the new groups as values, `edit` the change of both texts. The diffs name the
    files as LibreChat does and show no secret. `group_name` and `key_variable` are the names that
    count, chosen or suggested, "" where there is no new group or its key is not known yet.
    """

    before: Document
    document: Document
    legacy: tuple[LegacyVariable, ...]
    groups: tuple[Group, ...]
    notes: tuple[Note, ...]
    edit: Edit = field(default=Edit(_LABEL))
    is_decided: bool = True
    group_name: str = ""
    key_variable: str = ""

    @lazy
    def config_texts(self) -> tuple[str, str]:
        """The config before and after, secrets masked."""
        return masked_config(self.before.text), masked_config(self.document.text)

    @lazy
    def env_texts(self) -> tuple[str, str]:
        """The `.env` before and after, unknown values masked."""
        texts = self.before.env_text, self.document.env_text
        return showing.masked_env(texts[0]), showing.masked_env(texts[1])

    @lazy
    def config_diff(self) -> str:
        """The unified diff of the config, secrets masked."""
        return masked_diff(self.before.text, self.document.text, "librechat.yaml")

    @lazy
    def env_diff(self) -> str:
        """The unified diff of the `.env`, secrets masked."""
        return showing.env_diff(self.before.env_text, self.document.env_text, ".env")


def migrate(document: Document, choices: Mapping[str, object], today: date | None) -> Migration:
    """Return the migration of a document's legacy settings.

    Choices: `models` (names, or a text with commas; none for no new group), `key_variable`,
    `group`, `serverless` (see `choices.Choices`). What must be decided first comes back as notes
    of severity error, and then nothing is changed. `today` dates the comments. Raises ValueError
    for choices that are none.
    """
    return _Run(document, choices_from(choices), today).result()


def is_needed(document: Document) -> bool:
    """Say whether any variable is set that groups replace."""
    return any(document.environment.is_set(name) for name in REPLACED)


class _Run:
    """One migration while it is worked out."""

    def __init__(self, document: Document, choices: Choices, today: date | None) -> None:
        self._document = document
        self._choices = choices
        self._today = today
        self._notes = Notes()
        self._settings = settings_of(document.environment)
        self._target = Target(document.target)
        self._group = ""
        self._key_variable = ""

    def result(self) -> Migration:
        """Return the whole migration."""
        document = self._document
        if not document.is_readable:
            problem = document.problems[0]
            message = worded("The config cannot be read, so nothing is migrated.")
            if problem.line is not None:
                message = worded(
                    "The config cannot be read (line {0}), so nothing is migrated.", problem.line
                )
            self._notes.ask(sentences(message, problem.message), None)
            return self._undecided()
        if not is_needed(document):
            return self._unchanged()
        wants_group = self._wants_group()
        holder = self._kept(has_group=wants_group)
        if wants_group:
            self._group, self._key_variable = self._group_name(), holder.key_variable
        groups = self._groups(holder) if wants_group else []
        if self._notes.must_decide:
            return self._undecided()
        return self._changed(groups, holder)

    def _wants_group(self) -> bool:
        """Say whether the legacy settings describe something that a group is to replace."""
        settings, notes = self._settings, self._notes
        if self._choices.wants_no_group:
            return False
        has_groups = bool(groups_in(self._document.value))
        if not settings.key and self._choices.key_variable is None and has_groups:
            notes.tell(worded("{0} is not set, so there is nothing to make a group of.", KEY), KEY)
            return False
        if settings.instance or settings.base:
            return True
        is_rest = not settings.key and not settings.deployment
        if not has_groups and not is_rest:
            return True
        notes.tell("No resource is named, so there is nothing to make a group of.")
        return False

    def _kept(self, *, has_group: bool) -> Kept:
        mentioned = frozenset(names_in_config(self._document.value))
        around = Surroundings(self._document.environment, mentioned, self._target)
        return kept(self._settings, self._choices, around, self._notes, has_group=has_group)

    def _groups(self, holder: Kept) -> list[Group]:
        """Return the new groups; there are none where others have all the models already."""
        obstacle = obstacle_to_groups(self._document.value)
        if obstacle is not None:
            self._notes.ask(obstacle, None)
            return []
        settings, environment = self._settings, self._document.environment
        address = address_of(
            settings, environment, self._target, self._choices.serverless, self._notes
        )
        if self._notes.must_decide and not (address.deployment or settings.uses_model_names):
            return []
        models = models_of(settings, address, self._choices, self._notes)
        name = self._group
        if self._notes.must_decide:
            return []
        groups = groups_of(settings, address, models, name, holder.reference)
        known = known_models(self._document, groups, settings, self._notes)
        remaining = tuple(model for model in models if model not in known)
        return groups_of(settings, address, remaining, name, holder.reference) if remaining else []

    def _group_name(self) -> str:
        taken = {str(value_at(one, ("group",))) for one in groups_in(self._document.value)}
        wanted = self._choices.group
        if wanted is None:
            number, name = 1, _GROUP
            while name in taken:
                number += 1
                name = f"{_GROUP}-{number}"
            return name
        if not wanted.strip() or wanted in taken or wanted in BUILT_IN_NAMES:
            message = worded("“{0}” is no name for a group. Choose another.", wanted)
            if wanted in taken:
                message = worded("“{0}” is the name of another group. Choose another.", wanted)
            self._notes.ask(message, DEPLOYMENT, GROUP_CHOICE, _GROUP)
        return wanted

    def _changed(self, groups: list[Group], holder: Kept) -> Migration:
        from editor.core.document import EditError

        document = self._document
        names = [str(group["group"]) for group in groups]
        try:
            renamed = document.edited(Edit(_LABEL, renaming_patches(document, holder.renamed)))
            text = renamed.apply(operations(renamed, groups, self._notes)).text
            env = env_patches(
                document.env_text,
                holder,
                keeps_key=self._keeps_key(holder),
                note=note_for(names, self._today),
            )
        except EditError as error:
            self._notes.ask(worded("The group cannot be added: {0}", marked(error.reason)), None)
            return self._undecided()
        except Unwritable as error:
            self._notes.ask(str(error), None)
            return self._undecided()
        edit = Edit(_LABEL, difference(document.text, text), env)
        after = document.edited(edit)
        note_changes(document, after, groups, self._settings, self._notes)
        note_remains(after, self._notes)
        if self._notes.must_decide:
            return self._undecided()
        migration = self._unchanged()
        return replace(migration, document=after, groups=tuple(groups), edit=edit)

    def _keeps_key(self, holder: Kept) -> bool:
        """Say whether the key's line must stay: another counts, or the config refers to it."""
        if self._document.environment.source(KEY) != Source(Giver.ENV):
            return True
        return KEY in names_in_config(self._document.value) and KEY not in holder.renamed

    def _unchanged(self) -> Migration:
        document, legacy = self._document, self._document.legacy
        migration = Migration(document, document, legacy, (), self._notes.all)
        return replace(migration, group_name=self._group, key_variable=self._key_variable)

    def _undecided(self) -> Migration:
        return replace(self._unchanged(), is_decided=False)
