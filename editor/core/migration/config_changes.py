"""How the config changes: new groups, what belongs to the endpoint, references to new names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.environment import names_in
from editor.core.legacy.scene import is_enabled
from editor.core.migration.settings import DEFAULT_MODEL
from editor.core.outline import groups_in, model_names, value_at
from editor.core.schema.field import Target
from editor.core.schema.root import CONFIG_VERSIONS
from editor.core.schema.table import AZURE_PATH, GROUPS_PATH
from editor.core.text import Patch
from editor.core.wording import worded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from editor.core.document import Document
    from editor.core.migration.groups import Group
    from editor.core.migration.notes import Notes
    from editor.core.validation.problem import Operation
    from editor.core.yaml.values import Path, Value

_TITLE_PATH: Path = (*AZURE_PATH, "titleModel")
_CLASSIC_TITLE_MODEL = "gpt-3.5-turbo"


def renaming_patches(document: Document, renamed: Mapping[str, str]) -> tuple[Patch, ...]:
    """Return the patches that let the config's values refer to variables by their new names."""
    tree = document.tree
    if tree is None or not renamed:
        return ()
    found: dict[Patch, None] = {}
    for path, text in _texts(document.value, ()):
        if not any(f"${{{old}}}" in text for old in renamed):
            continue
        place = tree.locate(path)
        if place is None:  # an alias or a merge key: the text is found where it stands
            continue
        written = tree.text[place.content_start : place.end]
        new = written
        for old, name in renamed.items():
            new = new.replace(f"${{{old}}}", f"${{{name}}}")
        if new != written:
            found[Patch(place.content_start, place.end, new)] = None
    return tuple(sorted(found))


def names_in_config(config: Value) -> frozenset[str]:
    """Return the names of all variables that the config's texts refer to."""
    return frozenset(name for _, text in _texts(config, ()) for name in names_in(text))


def _texts(value: Value, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))


def obstacle_to_groups(config: Value) -> str | None:
    """Return why no group can be added to a config, None if one can."""
    if config is not None and not isinstance(config, dict):
        return "The config does not begin with keys and values. Repair it first."
    for depth in range(1, len(GROUPS_PATH) + 1):
        path = GROUPS_PATH[:depth]
        value = value_at(config, path)
        kind = list if path == GROUPS_PATH else dict
        if value is not None and not isinstance(value, kind):
            where = ".".join(map(str, path))
            if kind is list:
                return worded("`{0}` of the config is no list. Repair it first.", where)
            return worded("`{0}` of the config is no mapping. Repair it first.", where)
    return None


def operations(document: Document, groups: list[Group], notes: Notes) -> tuple[Operation, ...]:
    """Return the operations that add the groups and what the variables said for the endpoint."""
    config = document.value
    changes: list[Operation] = []
    if groups and value_at(config, ("version",)) is None:
        version = CONFIG_VERSIONS[Target(document.target)]
        changes.append({"op": "set", "path": ["version"], "value": version})
    start = len(groups_in(config))
    changes.extend(
        {"op": "insert", "path": [*GROUPS_PATH, start + index], "value": group, "detach": True}
        for index, group in enumerate(groups)
    )
    if groups or start:
        changes.extend(_plugins(document))
        changes.extend(_titles(document, groups, notes))
    if groups:
        changes.extend(_summaries(document, notes))
    return tuple(changes)


def _plugins(document: Document) -> Iterator[Operation]:
    """Yield what lets plugins use the groups, where the release has plugins."""
    is_wanted = (document.environment.value("PLUGINS_USE_AZURE") or "").strip() == "true"
    has_key = value_at(document.value, (*AZURE_PATH, "plugins")) is not None
    if document.target is Target.V0_7 and is_wanted and not has_key:
        yield {"op": "set", "path": [*AZURE_PATH, "plugins"], "value": True, "detach": True}


def _titles(document: Document, groups: list[Group], notes: Notes) -> Iterator[Operation]:
    """Yield the model of titles, where the variables or the release's habit name one."""
    if value_at(document.value, _TITLE_PATH) is not None:
        return
    models = model_names(document.value) | {name for group in groups for name in _models(group)}
    wanted = document.environment.value("OPENAI_TITLE_MODEL") or ""
    if wanted and wanted in models:
        yield _title(wanted)
    elif wanted:
        message = worded(
            "No group has the model “{0}”, so it cannot write titles. Set `titleModel` "
            "to one of the models, or to current_model.",
            wanted,
        )
        notes.warn(message, "OPENAI_TITLE_MODEL")
    elif document.target is Target.V0_7 and _CLASSIC_TITLE_MODEL not in models:
        yield from _classic_titles(document, groups, notes)


def _classic_titles(document: Document, groups: list[Group], notes: Notes) -> Iterator[Operation]:
    """Yield the model of titles for release 0.7, which asks gpt-3.5-turbo unless told otherwise."""
    switch = document.environment.value("TITLE_CONVO")
    if groups_in(document.value) or not groups or (switch and not is_enabled(switch)):
        return
    if "deploymentName" in groups[0]:
        first = _models(groups[0])[0]
        message = worded(
            "Titles were asked of {0}, which reached the one deployment; `titleModel` is “{1}” "
            "now.",
            _CLASSIC_TITLE_MODEL,
            first,
        )
        notes.tell(message, DEFAULT_MODEL)
        yield _title(first)


def _title(model: str) -> Operation:
    return {"op": "set", "path": [*_TITLE_PATH], "value": model, "detach": True}


def _models(group: Group) -> list[str]:
    models = group["models"]
    return list(models) if isinstance(models, dict) else []


def _summaries(document: Document, notes: Notes) -> Iterator[Operation]:
    """Yield what replaces OPENAI_SUMMARIZE, which release 0.8 does not read."""
    name = "OPENAI_SUMMARIZE"
    is_wanted = is_enabled(document.environment.value(name) or "")
    if not is_wanted or document.target is Target.V0_7:
        return
    if value_at(document.value, ("summarization",)) is None:
        notes.tell(
            worded(
                "{0} does nothing in this release; `summarization` of the config replaces it, and "
                "is switched on.",
                name,
            ),
            name,
        )
        yield {"op": "set", "path": ["summarization", "enabled"], "value": True}
