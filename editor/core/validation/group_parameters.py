"""Which headers and parameters of a group do not do what they are meant to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.core.schema.field import Target
from editor.core.validation import mending
from editor.core.validation.codes import Code
from editor.core.validation.javascript import BLANKS, members
from editor.core.validation.remarks import failure, risk, warning
from editor.core.validation.startup_group import reason
from editor.core.variable_names import content_of, suggested_name
from editor.core.wording import worded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.core.validation.group_view import GroupView
    from editor.core.validation.problem import Finding, Fix
    from editor.core.yaml.values import Path, Value

_SECRET_HEADER = re.compile(
    r"(?:^|[-_])(?:api-?key|key|token|secret|authorization)$", re.IGNORECASE
)
_ADDED_NAMES = {"max_tokens": "maxTokens"}
_DROPPED_NAMES = {
    "max_tokens": "maxTokens",
    "frequency_penalty": "frequencyPenalty",
    "presence_penalty": "presencePenalty",
}
"""Names that the client of LibreChat 0.8.8 does not look at, with those that it does."""


def parameter_findings(view: GroupView) -> Iterator[Finding]:
    """Yield what is wrong with a group's headers and parameters; paths start at the group."""
    yield from _headers(view)
    yield from _references(view.group.get("addParams"), ("addParams",))
    yield from _references(view.group.get("dropParams"), ("dropParams",))
    if view.target is Target.V0_8:
        yield from _added(view)
        yield from _dropped(view)


def _headers(view: GroupView) -> Iterator[Finding]:
    headers = members(view.group.get("additionalHeaders")) or {}
    for name, value in headers.items():
        path = ("additionalHeaders", name)
        if not isinstance(value, str):
            continue
        for unresolved in view.environment.unresolved(value, view.target)[:1]:
            message = worded(
                "{0} Until then the header is sent as it stands here.", reason(unresolved)
            )
            yield risk(Code.UNRESOLVED_REFERENCE, path, message)
        if value and _SECRET_HEADER.search(name) and "${" not in value and "{{" not in value:
            yield warning(Code.LITERAL_KEY, path, LOGGED, _moved_to_env(view, path, value))


LOGGED = (
    "LibreChat prints the config to its log when it starts, this secret included. Put it into the "
    ".env file and name the variable here, as ${NAME}."
)


def literal_key(view: GroupView) -> Iterator[Finding]:
    """Yield a finding for a key that is missing, or is written into the config."""
    key = view.group.get("apiKey")
    if key == "":
        message = (
            "The API key is empty, so every request of this group fails. Name a variable of "
            "the .env file, as ${NAME}."
        )
        server_message = "azureOpenAI API Key not provided."
        yield failure(Code.EMPTY_KEY, ("apiKey",), message, server_message=server_message)
    elif isinstance(key, str) and "${" not in key:
        yield warning(Code.LITERAL_KEY, ("apiKey",), LOGGED, _moved_to_env(view, ("apiKey",), key))


def _moved_to_env(view: GroupView, path: Path, literal: str) -> tuple[Fix, ...]:
    """Offer to take a literal to the `.env` text, as LibreChat uses it: without blanks around."""
    value = literal.strip(BLANKS)
    owner = view.group.get("group")
    if not value:
        return ()
    content = content_of(path)
    name = suggested_name(owner if isinstance(owner, str) else "", content, value, view.environment)
    return (mending.move_to_env(path, value, name),)


def _references(value: Value, path: Path) -> Iterator[Finding]:
    """Yield the references in parameters, where LibreChat fills in none."""
    waiting: list[tuple[Value, Path]] = [(value, path)]
    # Aliases may repeat a value many times, or put it into itself.
    seen: set[int] = set()
    while waiting:
        part, place = waiting.pop()
        if isinstance(part, str) and re.search(r"\$\{[^}]+\}", part):
            message = (
                "LibreChat fills in no variables here and sends the text as it stands. Write "
                "the value itself."
            )
            yield warning(Code.UNFILLED_REFERENCE, place, message)
        if isinstance(part, dict | list) and id(part) not in seen:
            seen.add(id(part))
            entries = part.items() if isinstance(part, dict) else enumerate(part)
            waiting.extend((item, (*place, key)) for key, item in entries)


def _added(view: GroupView) -> Iterator[Finding]:
    added = members(view.group.get("addParams")) or {}
    for name, better in _ADDED_NAMES.items():
        if name in added and better not in added:
            path = ("addParams", name)
            message = worded(
                "LibreChat's client loses `{0}` on the way, or sends it to models that "
                "refuse it. Call it `{1}`.",
                name,
                better,
            )
            (fix,) = mending.rename_key(path, better)
            yield warning(Code.INEFFECTIVE_PARAMETER, path, message, (mending.as_safe(fix),))


def _dropped(view: GroupView) -> Iterator[Finding]:
    dropped = view.group.get("dropParams")
    if not isinstance(dropped, list):
        return
    for index, name in enumerate(dropped):
        better = _DROPPED_NAMES.get(name) if isinstance(name, str) else None
        if better is not None and better not in dropped:
            path = ("dropParams", index)
            message = worded(
                "LibreChat's client knows no `{0}`, so it is not dropped. Call it `{1}`.",
                name,
                better,
            )
            fixes = mending.replace_value(path, better, worded("Change to {0}", better), safe=True)
            yield warning(Code.INEFFECTIVE_PARAMETER, path, message, fixes)
