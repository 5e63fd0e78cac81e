"""Which field of the config an entry's `fix_field` means for the model that was tested."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from editor.core.outline import value_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.core.diagnosis.catalogue import Entry
    from editor.core.routing.route import Route
    from editor.core.yaml.values import Path, Value

_GROUP = "endpoints.azureOpenAI.groups[]."
_MODEL = "models.<name>"
_VARIABLE = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*")
_INSTANCE = "${INSTANCE_NAME}"
_ADDED = frozenset({"dropParams", "addParams", "additionalHeaders", "models", "assistants"})
"""Keys of a group that may be the remedy although nobody has written them yet."""


class Subject(NamedTuple):
    """The route that was tested and the config that it comes from."""

    route: Route
    config: Value = None

    def setting(self, path: Path) -> Value:
        """Return what the config says at a path, None where it says nothing."""
        return value_at(self.config, path)

    def of_group(self, key: str) -> Value:
        """Return what the model's group says of a key."""
        return self.setting((*self.route.group_path, key)) if self.route.group_path else None


def place_of(entry: Entry, subject: Subject) -> tuple[Path, str | None]:
    """Return the path of the field to change, and the variable of `.env` when it is one.

    The first field that plays a part for the model is meant, else the first at all; where none
    lies in the config, the path is the model's own.
    """
    route = subject.route
    for field in entry.fields:
        if _VARIABLE.fullmatch(field):
            return route.path, field
        path = next(iter(_in_use(field, subject)), None)
        if path is not None:
            return path, None
    known = (path for field in entry.fields for path in _alternatives(field, route))
    return next((path for path in known if _matters(path, subject)), route.path), None


def reference_to(names: tuple[str, ...], subject: Subject) -> Path:
    """Return the field of the model or its group that refers to one of the variables."""
    route = subject.route
    references = tuple(f"${{{name}}}" for name in names)
    for start in (route.path, route.group_path):
        found = _holding(references, subject.setting(start), start) if start else None
        if found is not None:
            return found
    return route.path


def _holding(references: tuple[str, ...], value: Value, path: Path) -> Path | None:
    """Return the path of the first text that holds a reference; other models are passed over."""
    if isinstance(value, str):
        return path if any(reference in value for reference in references) else None
    if not isinstance(value, dict):
        return None
    found = (
        _holding(references, part, (*path, key)) for key, part in value.items() if key != "models"
    )
    return next((one for one in found if one is not None), None)


def _in_use(field: str, subject: Subject) -> Iterator[Path]:
    """Yield the alternatives that are set and count, the model's own before its group's."""
    paths = sorted(_alternatives(field, subject.route), key=len, reverse=True)
    yield from (path for path in paths if _counts(path, subject))


def _alternatives(field: str, route: Route) -> Iterator[Path]:
    """Yield the paths that a field of an entry names, none where it lies outside the config."""
    for text in field.split(" | "):
        if text.startswith(_GROUP):
            rest = text.removeprefix(_GROUP)
            base = route.path if rest.startswith(_MODEL) else route.group_path
            if base:
                key = rest.removeprefix(_MODEL).removeprefix(".")
                yield (*base, key) if key else base
        elif text.startswith("endpoints."):
            yield tuple(text.split("."))


def _counts(path: Path, subject: Subject) -> bool:
    """Say whether a field decides something for the route, or may be added so that it does."""
    if path == subject.route.path or path[-1] in _ADDED:
        return True
    is_open = path[-1] == "serverless" or subject.setting(path) is not None
    return is_open and _matters(path, subject)


def _matters(path: Path, subject: Subject) -> bool:
    """Say whether LibreChat looks at a field for the route."""
    route, key = subject.route, path[-1]
    if key == "serverless":
        return not route.serverless
    if route.serverless:
        is_of_model = path[:-1] == route.path
        return key not in ("deploymentName", "instanceName") and not is_of_model
    base = subject.of_group("baseURL") if key == "instanceName" else None
    return not (isinstance(base, str) and base) or _INSTANCE in base
