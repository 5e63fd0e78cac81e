"""Which API versions of a group Azure does not have, ends, or has too early for the request."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from editor.core import api_versions
from editor.core.api_versions import Standing
from editor.core.schema.field import Target
from editor.core.validation import mending
from editor.core.validation.codes import Code
from editor.core.validation.remarks import note, warning
from editor.core.wording import sentences, worded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.core.validation.group_view import GroupView, ModelView, Setting
    from editor.core.validation.problem import Finding, Fix

_REASONING = re.compile(r"(?:^|[^a-z0-9])o[134](?:$|[^a-z0-9])", re.IGNORECASE)
_REASONING_LEAST = "2024-12-01-preview"
_ASSISTANTS_LEAST = "2024-02-15-preview"
_STREAM_OPTIONS_LEAST = "2024-09-01-preview"


def version_findings(view: GroupView) -> Iterator[Finding]:
    """Yield what is to be said about each API version of a group once; paths start at it."""
    settings = {model.version: None for model in view.routed_models if model.version is not None}
    for setting in settings:
        if "${" not in setting.text:
            yield from _standing(view, setting)
    if not view.is_serverless:
        yield from _too_old(view)


def _standing(view: GroupView, setting: Setting) -> Iterator[Finding]:
    version = setting.text
    twin = api_versions.twin(version)
    match api_versions.standing(version):
        case Standing.RETIRED:
            message = worded(
                "Microsoft has announced the end of API version {0}. Change to one "
                "that stays, such as {1}.",
                version,
                api_versions.LATEST_STABLE,
            )
            yield warning(Code.RETIRED_API_VERSION, setting.path, message, _newest(setting))
        case Standing.UNKNOWN:
            message = worded("Azure has no API version {0}, as far as is known.", version)
            if twin is not None:
                message = sentences(message, worded("Did you mean {0}?", twin))
            fixes = _newest(setting) if twin is None else _changed(setting, twin)
            yield warning(Code.UNKNOWN_API_VERSION, setting.path, message, fixes)
        case Standing.NEWER:
            message = worded("API version {0} is newer than those this editor knows.", version)
            yield note(Code.UNKNOWN_API_VERSION, setting.path, message)
        case Standing.NO_VERSION if not view.is_serverless:
            message = worded(
                "“{0}” is no version of Azure's API. It is a date such as "
                "{1}, and not the version of the model.",
                version,
                api_versions.LATEST_STABLE,
            )
            yield warning(Code.UNKNOWN_API_VERSION, setting.path, message, _newest(setting))
        case _:
            return


def _newest(setting: Setting) -> tuple[Fix, ...]:
    return _changed(setting, api_versions.LATEST_STABLE)


def _changed(setting: Setting, version: str) -> tuple[Fix, ...]:
    if "${" in setting.written:
        return ()
    return mending.replace_value(setting.path, version, worded("Change to {0}", version))


def _too_old(view: GroupView) -> Iterator[Finding]:
    """Yield one finding for each version that is too old, for the first need that it misses."""
    said: set[Setting] = set()
    for model in view.routed_models:
        setting = model.version
        if setting is None or setting in said:
            continue
        if api_versions.standing(setting.text) is not Standing.GOOD:
            continue
        found = _unmet(view, model, setting)
        if found is not None:
            said.add(setting)
            yield found


def _unmet(view: GroupView, model: ModelView, setting: Setting) -> Finding | None:
    deployment = "" if model.deployment is None else model.deployment.text
    is_reasoning = _REASONING.search(model.name) or re.match(r"o[134](?:$|-)", deployment)
    if is_reasoning and api_versions.is_older(setting.text, _REASONING_LEAST):
        message = worded(
            "Azure serves “{0}” from API version {1} on; {2} is too old for it.",
            model.name,
            _REASONING_LEAST,
            setting.text,
        )
        fixes = _changed(setting, api_versions.LATEST_PREVIEW)
        return warning(Code.OLD_API_VERSION, setting.path, message, fixes)
    if view.group.get("assistants") is True:
        if not api_versions.is_older(setting.text, _ASSISTANTS_LEAST):
            return None
        message = worded("Assistants need API version {0} or later.", _ASSISTANTS_LEAST)
        fixes = _changed(setting, "2024-05-01-preview")
        return warning(Code.OLD_API_VERSION, setting.path, message, fixes)
    # LibreChat 0.8.8 asks for the usage in every streamed answer.
    if view.target is Target.V0_8 and api_versions.is_older(setting.text, _STREAM_OPTIONS_LEAST):
        message = worded(
            "LibreChat sends `stream_options`, which Azure lists from "
            "{0} on. If requests fail because of it, take a newer one.",
            _STREAM_OPTIONS_LEAST,
        )
        return note(Code.OLD_API_VERSION, setting.path, message, _newest(setting))
    return None
