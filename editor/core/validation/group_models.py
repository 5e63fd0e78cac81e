"""What LibreChat misreads, ignores or does not know about a group's name and its models."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.core.context_windows import DEFAULTS, context_window
from editor.core.schema.field import Level, Target
from editor.core.schema.table import field
from editor.core.validation import mending
from editor.core.validation.codes import Code
from editor.core.validation.javascript import members
from editor.core.validation.problem import Fix, Operation, Spot
from editor.core.validation.remarks import note, warning
from editor.core.wording import all_of, counted, sentences, worded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.core.validation.group_view import GroupView
    from editor.core.validation.problem import Finding
    from editor.core.yaml.values import Path, Value

_REFERENCE = re.compile(r"\$\{[^}]+\}")
_RESPONSES_ONLY = re.compile(
    r"(?:^|[^a-z0-9])(?:o[13]-pro|gpt-5(?:\.[0-9]+)?-pro|codex|computer-use|o[34](?:-mini)?-deep-research)"
    r"(?:$|[^a-z0-9])",
    re.IGNORECASE,
)
_MOST_NAMED = 5


def model_findings(view: GroupView) -> Iterator[Finding]:
    """Yield what is to be said about a group's name and its models; paths start at the group."""
    yield from _group_name(view)
    for name, model in view.models.items():
        path = ("models", name)
        if _is_group_option(name):
            yield _misplaced(view, path, model)
            continue
        yield from _model_name(name, path)
        if model is False:
            yield _enabled(path)
        settings = members(model) or {}
        if "assistants" in settings:
            yield _ineffective_assistants(view, path, settings["assistants"])
        if view.is_serverless:
            yield from _unused_settings(settings, path)
    if view.is_serverless:
        yield from _unused_settings({**view.group, "version": None}, ())
    yield from _responses_only(view)
    yield from _unknown_windows(view)


def _is_group_option(name: str) -> bool:
    return field(Level.GROUP, name) is not None


def _group_name(view: GroupView) -> Iterator[Finding]:
    name = view.group.get("group")
    if name == "":
        message = "The group has no name. LibreChat takes that, but nobody can tell it from others."
        yield warning(Code.EMPTY_NAME, ("group",), message)
    elif isinstance(name, str) and _REFERENCE.search(name):
        message = "LibreChat fills in no variables in a group's name. Write the name itself."
        yield warning(Code.UNFILLED_REFERENCE, ("group",), message)


def _model_name(name: str, path: Path) -> Iterator[Finding]:
    if not name:
        message = "The model has no name, so nobody can pick it. Give it one."
        yield warning(Code.EMPTY_NAME, path, message, spot=Spot.KEY)
    elif _REFERENCE.search(name):
        message = "LibreChat fills in no variables in a model's name. Write the name itself."
        yield warning(Code.UNFILLED_REFERENCE, path, message, spot=Spot.KEY)


def _misplaced(view: GroupView, path: tuple[str, str], value: Value) -> Finding:
    key = path[1]
    message = worded(
        "`{0}` stands under `models`, so LibreChat offers a model of that name. Move it "
        "one level up, to the group.",
        key,
    )
    fixes: tuple[Fix, ...] = ()
    if key not in view.group:
        operations: tuple[Operation, ...] = (
            {"op": "unset", "path": list(path)},
            {"op": "insert", "path": [key], "value": value},
        )
        title = "Move it to the group"
        fixes = (Fix(id="move-to-group", title=title, operations=operations, safe=True),)
    return warning(Code.MISPLACED_OPTION, path, message, fixes, Spot.KEY)


def _enabled(path: Path) -> Finding:
    message = worded(
        "`false` does not switch “{0}” off: LibreChat offers the model all the same. "
        "Remove it, or comment it out.",
        path[-1],
    )
    return warning(Code.ENABLED_BY_FALSE, path, message, mending.remove_key(path))


def _ineffective_assistants(view: GroupView, path: Path, value: Value) -> Finding:
    key = (*path, "assistants")
    message = (
        "LibreChat looks for `assistants` at the group only, where it counts for all models "
        "of the group."
    )
    fixes = mending.remove_key(key, safe=value is False)
    if value is True and "assistants" not in view.group:
        operations: tuple[Operation, ...] = (
            {"op": "unset", "path": list(key)},
            {"op": "insert", "path": ["assistants"], "value": True},
        )
        title = "Switch assistants on for the whole group"
        fixes = (Fix(id="move-to-group", title=title, operations=operations), *fixes)
    return warning(Code.INEFFECTIVE_ASSISTANTS, key, message, fixes, Spot.KEY)


def _unused_settings(settings: dict[str, Value], path: Path) -> Iterator[Finding]:
    for key in ("deploymentName", "version"):
        if settings.get(key) and isinstance(settings[key], str):
            place = (*path, key)
            message = worded(
                "In a serverless group LibreChat ignores `{0}` here and sends the model's "
                "name from this file.",
                key,
            )
            if key == "version":
                message = "In a serverless group LibreChat only looks at the group's own `version`."
            fixes = mending.remove_key(place)
            yield warning(Code.SERVERLESS_SETTING, place, message, fixes, Spot.KEY)


def _responses_only(view: GroupView) -> Iterator[Finding]:
    added = members(view.group.get("addParams")) or {}
    if view.target is not Target.V0_8 or added.get("useResponsesApi") is True:
        return
    names = [name for name in view.models if _RESPONSES_ONLY.search(name)]
    if not names:
        return
    message = worded(
        "Azure serves {0} by the Responses API only. Put such models into a "
        "group of their own with `useResponsesApi: true` under `addParams`.",
        _listed(names),
    )
    fixes: tuple[Fix, ...] = ()
    if len(names) == len(view.models) and isinstance(view.group.get("addParams", {}), dict):
        operation = mending.setting(("addParams", "useResponsesApi"), value=True)
        fixes = (Fix(id="use-responses-api", title="Add it to the group", operations=(operation,)),)
    yield warning(Code.RESPONSES_ONLY, ("models", names[0]), message, fixes, Spot.KEY)


def _unknown_windows(view: GroupView) -> Iterator[Finding]:
    names = [
        name
        for name in view.models
        if name and context_window(name, view.target) is None and not _is_group_option(name)
    ]
    if names:
        message = counted(
            len(names),
            "LibreChat does not know the model {0} by name, so it grants {1:,} tokens of context.",
            "LibreChat does not know the models {0} by name, so it grants {1:,} tokens of context.",
            _listed(names),
            DEFAULTS[view.target],
        )
        if not view.is_serverless:
            remedy = "Use the models' usual names here, whatever the deployments are called."
            message = sentences(message, remedy)
        yield note(Code.UNKNOWN_CONTEXT_WINDOW, ("models", names[0]), message)


def _listed(names: list[str]) -> str:
    shown = [f"“{name}”" for name in names[:_MOST_NAMED]]
    if len(names) > _MOST_NAMED:
        shown.append(counted(len(names) - _MOST_NAMED, "%n more", "%n more"))
    return all_of(shown)
