"""What a migration changes for people: other addresses, models that are there twice, new problems.

Each is said in a note; what would stop LibreChat must be decided first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.environment import Giver
from editor.core.legacy import BASE_URL
from editor.core.legacy.effects import address_without_secrets
from editor.core.migration.choices import MODELS_CHOICE
from editor.core.migration.settings import (
    KEY,
    MODELS,
    VERSION,
    called,
    obstacle,
)
from editor.core.outline import groups_in, name_of
from editor.core.schema.field import Target
from editor.core.schema.table import GROUPS_PATH
from editor.core.validation.codes import Code
from editor.core.validation.group_view import GroupView
from editor.core.validation.javascript import members
from editor.core.validation.problem import Origin, Problem, Severity
from editor.core.wording import joined, marked, sentences, worded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from editor.core.document import Document
    from editor.core.migration.groups import Group
    from editor.core.migration.notes import Notes
    from editor.core.migration.settings import Settings

_STOPPING = frozenset({Origin.YAML, Origin.SCHEMA, Origin.GROUPS, Origin.STARTUP})
_Request = tuple[str, str]
"""An address without its query, and an API version."""


def known_models(
    document: Document, groups: Sequence[Group], settings: Settings, notes: Notes
) -> frozenset[str]:
    """Return the models of the new groups that other groups have with the very same request.

    A model that another group has otherwise is asked about, since names must be unique.
    """
    present: dict[str, tuple[str, _Request | None]] = {}
    for index, value in enumerate(groups_in(document.value)):
        group = members(value) or {}
        view = GroupView(group, Target(document.target), document.environment)
        key = view.setting("apiKey")
        has_key = key is not None and key.text == settings.key
        name = name_of(document.value, (*GROUPS_PATH, index))
        for model, request in _requests(view):
            present[model] = (name, request if has_key else None)
    wanted = dict(_requests_of(groups, document))
    same = {
        model for model, request in wanted.items() if present.get(model, ("", None))[1] == request
    }
    conflicts = [model for model in wanted if model in present and model not in same]
    for model in same:
        notes.tell(
            worded(
                "“{0}” is in group “{1}” already, with the same settings.", model, present[model][0]
            )
        )
    if conflicts:
        listed = joined(
            ", ",
            (worded("“{0}” (in group “{1}”)", model, present[model][0]) for model in conflicts),
        )
        message = worded(
            "Other groups have {0} with other settings, and a name can be used once. "
            "Name the models for the new group, or none to make no group.",
            listed,
        )
        others = ",".join(model for model in wanted if model not in present)
        notes.ask(message, MODELS, MODELS_CHOICE, others)
    return frozenset(same)


def _requests_of(groups: Iterable[Group], document: Document) -> Iterator[tuple[str, _Request]]:
    for group in groups:
        yield from _requests(GroupView(group, Target(document.target), document.environment))


def _requests(view: GroupView) -> Iterator[tuple[str, _Request]]:
    base, instance = view.setting("baseURL"), view.setting("instanceName")
    for model in view.routed_models:
        version = "" if model.version is None else model.version.text
        text = "" if base is None else base.text
        if view.is_serverless:
            yield model.name, (f"{text.removesuffix('/')}/chat/completions", version)
        else:
            name = "" if instance is None else instance.text
            deployment = "" if model.deployment is None else model.deployment.text
            yield model.name, (called(text, name, deployment, view.target), version)


def note_changes(
    before: Document,
    after: Document,
    groups: Sequence[Group],
    settings: Settings,
    notes: Notes,
) -> None:
    """Note where requests go another way than before, and what is wrong that was not before."""
    if not groups_in(before.value) and groups:
        _note_other_requests(dict(_requests_of(groups, before)), settings, before, notes)
    gone = {variable.key for variable in before.legacy} - {one.key for one in after.legacy}
    for variable in before.legacy:
        if variable.is_harmful and variable.key in gone and groups_in(before.value):
            effect = marked(variable.effect)
            message = worded("Until now: {0} From now on the config counts.", effect)
            notes.warn(message, variable.key)
    known = {_identity(problem) for problem in before.problems}
    new = [problem for problem in after.problems if _identity(problem) not in known]
    for problem in new:
        _note_problem(problem, notes)
    if settings.key and not groups_in(after.value):
        notes.warn("LibreChat does not offer Azure any more, since no group is made.", KEY)
    elif not notes.must_decide:
        _note_refusal(after, notes)


def _note_refusal(after: Document, notes: Notes) -> None:
    """Note why LibreChat refuses a config all the same."""
    reasons = (one for one in after.problems if _stops(one) and one.code != Code.MISSING_VARIABLE)
    reason = next(reasons, None)
    if reason is not None and reason.code != Code.EMPTY_FILE:
        message = marked(reason.message)
        notes.warn(worded("LibreChat refuses the config for another reason: {0}", message))


def _note_other_requests(
    requests: Mapping[str, _Request], settings: Settings, before: Document, notes: Notes
) -> None:
    target = Target(before.target)
    failure = obstacle(settings, target)
    if failure is not None:
        failure = marked(failure)
        notes.warn(worded("Until now {0}. From now on the group can be called.", failure), KEY)
    else:
        _note_other_addresses(requests, settings, target, notes)
    if settings.is_key_asked:
        notes.warn("Until now each person entered a key; now all share the group's.", KEY)
    _note_other_models(tuple(requests), settings, notes)


def _note_other_addresses(
    requests: Mapping[str, _Request], settings: Settings, target: Target, notes: Notes
) -> None:
    for model, (address, _) in requests.items():
        old = called(settings.base, settings.instance, settings.deployment_of(model), target)
        if old != address:
            message = "Until now LibreChat called {0} for “{1}”, now {2}."
            notes.warn(worded(message, address_without_secrets(old), model, address), BASE_URL)
            break
    versions = {version for _, version in requests.values()} - {settings.version}
    for version in versions:
        notes.warn(_other_version(settings.version, version), VERSION)


def _other_version(old: str, new: str) -> str:
    if not old:
        return worded("Until now LibreChat sent no API version, now {0}.", new)
    if not new:
        return worded("Until now LibreChat sent API version {0}, now none.", old)
    return worded("Until now LibreChat sent API version {0}, now {1}.", old, new)


def _note_other_models(models: Sequence[str], settings: Settings, notes: Notes) -> None:
    gone = [name for name in settings.models if name not in models]
    if gone:
        message = worded(
            "LibreChat does not offer {0} any more; chats and presets with it "
            "need another model. Name the models to keep others.",
            ", ".join(gone),
        )
        if settings.default_model in models and not settings.uses_model_names:
            until_now = worded(
                "All models reached one deployment, as “{0}”.", settings.default_model
            )
            message = sentences(until_now, message)
        notes.warn(message, MODELS, MODELS_CHOICE)
    if not settings.models:
        message = "Until now LibreChat offered a list of models of its own, now those of the group."
        notes.tell(message, MODELS)


def _note_problem(problem: Problem, notes: Notes) -> None:
    if problem.code in {Code.LEGACY_VARIABLE, Code.PLACEHOLDER_VARIABLE}:
        return
    if _stops(problem) and problem.code != Code.MISSING_VARIABLE:
        refusal = "With the new group LibreChat would refuse the config."
        notes.ask(sentences(refusal, problem.message), None)
    elif problem.severity is not Severity.INFO:
        notes.warn(problem.message)


def _stops(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR and problem.origin in _STOPPING


def _identity(problem: Problem) -> tuple[object, ...]:
    return problem.code, problem.message, problem.path


def note_remains(after: Document, notes: Notes) -> None:
    """Note the variables that stay although LibreChat warns of them or they change requests."""
    for variable in after.legacy:
        if not (variable.severity is Severity.WARNING or variable.is_harmful):
            continue
        source = after.environment.source(variable.key)
        place = worded("{0} is still set in the .env file.", variable.key)
        if source is not None and source.giver is Giver.PROCESS:
            place = worded(
                "{0} is still set by the environment of the server's process.", variable.key
            )
        elif source is not None and source.giver is Giver.COMPOSE:
            place = worded("{0} is still set by {1}.", variable.key, source.file)
        notes.warn(sentences(place, variable.effect, variable.remedy), variable.key)
