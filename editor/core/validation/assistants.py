"""Which lists of assistants LibreChat ignores because another setting beside them wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.validation.codes import Code
from editor.core.validation.javascript import members
from editor.core.validation.problem import Finding, Fix, Operation, Origin, Severity, Spot
from editor.core.wording import all_of, counted, worded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.core.yaml.values import Path, Value

_ENDPOINTS = ("azureAssistants", "assistants")
_LISTS = ("supportedIds", "excludedIds")


def conflicting_ids(config: Value) -> Iterator[Finding]:
    """Yield LibreChat's warnings about the lists of both assistants endpoints, in its order."""
    endpoints = members((members(config) or {}).get("endpoints")) or {}
    for name in _ENDPOINTS:
        settings = members(endpoints.get(name)) or {}
        lists = [key for key in _LISTS if _is_filled(settings.get(key))]
        path: Path = ("endpoints", name)
        if len(lists) == len(_LISTS):
            yield _both_lists(path)
        if lists and settings.get("privateAssistants"):
            yield _private(path, lists)


def _is_filled(value: Value) -> bool:
    return isinstance(value, list) and bool(value)


def _both_lists(path: Path) -> Finding:
    return _conflict(
        (*path, "excludedIds"),
        "LibreChat ignores `excludedIds` where `supportedIds` lists what may be used. Keep one of "
        "the lists.",
        f"Configuration conflict: The '{path[-1]}' endpoint has both 'supportedIds' and "
        "'excludedIds' defined. The 'excludedIds' will be ignored.",
        ["excludedIds"],
    )


def _private(path: Path, lists: list[str]) -> Finding:
    return _conflict(
        (*path, lists[0]),
        counted(
            len(lists),
            "With `privateAssistants`, everybody sees only their own assistants, and LibreChat "
            "ignores {0}. Remove it, or `privateAssistants`.",
            "With `privateAssistants`, everybody sees only their own assistants, and LibreChat "
            "ignores {0}. Remove them, or `privateAssistants`.",
            all_of([f"`{key}`" for key in lists]),
        ),
        f"Configuration conflict: The '{path[-1]}' endpoint has both 'privateAssistants' and "
        "'supportedIds' or 'excludedIds' defined. The 'supportedIds' and 'excludedIds' will be "
        "ignored.",
        lists,
    )


def _conflict(path: Path, message: str, server_message: str, ignored: list[str]) -> Finding:
    """Return a warning at a key; its fix removes what is ignored, which changes nothing."""
    removals: tuple[Operation, ...] = tuple(
        {"op": "unset", "path": [*path[:-1], key]} for key in ignored
    )
    named = all_of([f"“{key}”" for key in ignored])
    fix = Fix(
        id="remove-ignored", title=worded("Remove {0}", named), operations=removals, safe=True
    )
    return Finding(
        code=Code.CONFLICTING_IDS,
        origin=Origin.STARTUP,
        severity=Severity.WARNING,
        message=message,
        path=path,
        spot=Spot.KEY,
        server_message=server_message,
        fixes=(fix,),
    )
