"""Whether one value has the shape that LibreChat's schema demands of its field."""

import math
from collections.abc import Iterator
from dataclasses import replace

from editor.core.schema.field import Field, Kind, Level, Shape, Target
from editor.core.schema.spelling import closest
from editor.core.schema.table import fields_of
from editor.core.validation import issues, mending
from editor.core.validation.codes import Code
from editor.core.validation.javascript import members, type_name
from editor.core.validation.problem import Finding
from editor.core.wording import marked, one_of, worded
from editor.core.yaml.values import Path, Timestamp, Value, keys_in_javascript_order

_TYPE_NAMES = {Kind.STRING: "string", Kind.BOOLEAN: "boolean"}
_INVALID = "Invalid input"
_MODEL_TYPES = {
    target: tuple(
        (field.key, _TYPE_NAMES[field.shape.kind]) for field in fields_of(Level.MODEL, target)
    )
    for target in Target
}


def field_issues(field: Field, value: Value, path: Path, target: Target) -> list[Finding]:
    """Return what the schema says about the value of a field of Azure's part.

    Groups, and what only the assistants' endpoints have, are judged elsewhere.
    """
    shape = field.shape_in(target)
    match shape.kind:
        case Kind.STRING | Kind.BOOLEAN:
            return _type_issues(
                _TYPE_NAMES[shape.kind], value, path, optional=not field.is_required
            )
        case Kind.NUMBER:
            return list(_number_issues(shape, value, path))
        case Kind.CHOICE:
            return _choice_issues(shape, value, path)
        case Kind.STRINGS:
            return list(_list_issues(value, path))
        case Kind.MODELS:
            return list(_models_issues(value, path, target))
        case Kind.STRING_MAP | Kind.PARAMETERS | Kind.ANY_MAP:
            return list(_map_issues(shape.kind, value, path))
        case Kind.GROUPS | Kind.STRING_OR_NUMBER:
            return []


def _type_issues(wanted: str, value: Value, path: Path, *, optional: bool) -> list[Finding]:
    if type_name(value) == wanted:
        return []
    return [issues.wrong_type(path, wanted, value, optional=optional)]


def _number_issues(shape: Shape, value: Value, path: Path) -> Iterator[Finding]:
    if not isinstance(value, int | float) or isinstance(value, bool) or math.isnan(value):
        yield issues.wrong_type(path, "number", value, optional=True)
        return
    if shape.is_integer and not float(value).is_integer():
        yield _number_issue(path, "Expected integer, received float", marked("a whole number"))
    if shape.minimum is not None and value < shape.minimum:
        limit = worded("{0} or more", shape.minimum)
        yield _number_issue(path, f"Number must be greater than or equal to {shape.minimum}", limit)
    if shape.above is not None and value <= shape.above:
        limit = worded("greater than {0}", shape.above)
        yield _number_issue(path, f"Number must be {limit}", limit)


def _number_issue(path: Path, server_message: str, demand: str) -> Finding:
    message = worded("`{0}` must be {1}.", path[-1], demand)
    return issues.issue(Code.INVALID_NUMBER, path, server_message, message)


def _choice_issues(shape: Shape, value: Value, path: Path) -> list[Finding]:
    if value in shape.choices:
        return []
    message = worded("`{0}` must be {1}.", path[-1], one_of(shape.choices))
    found = issues.issue(Code.INVALID_CHOICE, path, _INVALID, message)
    near = closest(value, shape.choices) if isinstance(value, str) else None
    if near is None:
        return [found]
    return [
        replace(found, fixes=mending.replace_value(path, near, worded("Change to “{0}”", near)))
    ]


def _list_issues(value: Value, path: Path) -> Iterator[Finding]:
    if not isinstance(value, list):
        found = issues.wrong_type(path, "array", value, optional=True)
        if isinstance(value, str):
            fixes = mending.replace_value(path, [value], "Make it a list", safe=True)
            found = replace(found, fixes=fixes)
        yield found
        return
    for index, item in enumerate(value):
        if not isinstance(item, str):
            yield issues.wrong_type((*path, index), "string", item)


def _map_issues(kind: Kind, value: Value, path: Path) -> Iterator[Finding]:
    entries = members(value)
    if entries is None:
        yield issues.wrong_type(path, "object", value, optional=True)
        return
    if kind is Kind.STRING_MAP:
        for key in keys_in_javascript_order(entries):
            yield from _type_issues("string", entries[key], (*path, key), optional=True)
    elif kind is Kind.PARAMETERS:
        yield from _parameter_issues(entries, path)


def _parameter_issues(entries: dict[str, Value], path: Path) -> Iterator[Finding]:
    is_sound = True
    for key in keys_in_javascript_order(entries):
        bad = _unsendable(entries[key])
        if bad is not None:
            is_sound = False
            yield _unsendable_issue((*path, key), *bad)
    # LibreChat's own check runs only once every value can be sent.
    if is_sound and not isinstance(entries.get("web_search", True), bool):
        place = (*path, "web_search")
        found = issues.issue(
            Code.INVALID_PARAMETER,
            place,
            "`web_search` must be a boolean in addParams",
            "`web_search` must be true or false, without quotes.",
        )
        fixes = mending.unquote(place, "boolean", entries["web_search"])
        yield replace(found, fixes=fixes)


def _unsendable(value: Value) -> tuple[Path, Value] | None:
    """Return the first part of a value that JSON cannot carry, with its path."""
    waiting: list[tuple[Path, Value]] = [((), value)]
    seen: set[int] = set()
    while waiting:
        path, part = waiting.pop()
        if isinstance(part, Timestamp) or (isinstance(part, float) and math.isnan(part)):
            return path, part
        if not isinstance(part, list | dict) or id(part) in seen:
            continue
        seen.add(id(part))
        entries = enumerate(part) if isinstance(part, list) else part.items()
        waiting.extend(((*path, key), item) for key, item in entries)
    return None


def _unsendable_issue(path: Path, inner: Path, part: Value) -> Finding:
    place = path + inner
    found = issues.wrong_type(place, "string", part)
    message = found.message
    if not isinstance(part, Timestamp):
        message = worded(
            "`{0}` holds .nan, which cannot be sent. Write a number or remove it.", path[-1]
        )
    return replace(
        found,
        code=Code.INVALID_PARAMETER,
        message=message,
        path=path,
        place=place,
        server_message=_INVALID,
    )


def _models_issues(value: Value, path: Path, target: Target) -> Iterator[Finding]:
    models = members(value)
    if models is None:
        yield _no_models_mapping(value, path)
        return
    broken = [name for name, model in models.items() if not is_model(model, target)]
    for name in keys_in_javascript_order(broken):
        yield _model_issue(models[name], (*path, name), target)


def is_model(value: Value, target: Target) -> bool:
    """Say whether the schema takes a value for a model: a boolean or a sound mapping."""
    if isinstance(value, bool):
        return True
    settings = members(value)
    return settings is not None and all(
        key not in settings or type_name(settings[key]) == wanted
        for key, wanted in _MODEL_TYPES[target]
    )


def _no_models_mapping(value: Value, path: Path) -> Finding:
    found = issues.wrong_type(path, "object", value)
    if value is None:
        fixes = mending.replace_value(path, {}, "Write {} for no models")
        return replace(found, message="`models` is empty. Add a model below it.", fixes=fixes)
    if not isinstance(value, list):
        return found
    message = "`models` is a list. Write each model as a key: name, colon, true."
    names = [item for item in value if isinstance(item, str)]
    if len(names) < len(value):
        return replace(found, message=message)
    mapping: dict[str, Value] = dict.fromkeys(names, True)
    fixes = mending.replace_value(path, mapping, "Make it a mapping")
    return replace(found, message=message, fixes=fixes)


def _model_issue(value: Value, path: Path, target: Target) -> Finding:
    """Return the finding for a broken model; LibreChat hides the reason, so look for it."""
    settings = members(value)
    if settings is not None:
        key, wanted = next(
            (key, wanted)
            for key, wanted in _MODEL_TYPES[target]
            if key in settings and type_name(settings[key]) != wanted
        )
        inner = issues.wrong_type((*path, key), wanted, settings[key], optional=True)
        return replace(inner, path=path, place=inner.path, server_message=_INVALID)
    name = path[-1]
    message = worded("Model “{0}” must be true or a mapping of its own settings.", name)
    found = issues.issue(Code.INVALID_MODEL, path, _INVALID, message)
    if value is None:
        message = worded("Model “{0}” is empty. Write true to use the group's settings.", name)
        return replace(
            found, message=message, fixes=mending.replace_value(path, True, "Write true")
        )
    if isinstance(value, str):
        own: dict[str, Value] = {"deploymentName": value}
        fixes = mending.replace_value(path, own, worded("Use deployment “{0}”", value))
        return replace(found, fixes=(*mending.unquote(path, "boolean", value), *fixes))
    return found
