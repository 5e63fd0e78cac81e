"""The findings of LibreChat's config schema: zod's message beside plain words and a fix.

Messages are those of zod 3.25.76 as `librechat-data-provider` 0.8.524 and 0.7.6998 use it.
"""

from editor.core.validation import mending
from editor.core.validation.codes import Code
from editor.core.validation.javascript import type_name
from editor.core.validation.problem import Finding, Fix, Origin, Severity, Spot
from editor.core.wording import marked, sentences, worded
from editor.core.yaml.values import Path, Timestamp, Value

_WANTED = {
    "string": worded("text"),
    "boolean": "true or false",
    "number": "a number",
    "array": "a list",
    "object": "a mapping of keys to values",
}
_FOUND = {
    "boolean": "true or false",
    "number": "a number",
    "nan": "not a number",
    "string": worded("text"),
    "array": "a list",
    "date": "a date",
    "object": "a mapping",
}
_REMEDIES = {
    ("string", "number"): "Put it in quotes.",
    ("string", "boolean"): "Put it in quotes.",
    ("string", "object"): "A text that begins with { needs quotes.",
    ("string", "array"): "A text that begins with [ needs quotes.",
    ("boolean", "string"): "Write true or false, without quotes.",
    ("number", "string"): "Write the number without quotes.",
    ("array", "object"): "It must be a list: begin each item with a dash.",
    ("array", "string"): "It must be a list: begin each item with a dash.",
    ("object", "array"): "It must be keys with values, without dashes.",
}
_MISREAD = frozenset({"date", "number", "boolean"})


def issue(code: Code, path: Path, server_message: str | None, message: str) -> Finding:
    """Return a schema finding that points at the value at its path."""
    return Finding(
        code=code,
        origin=Origin.SCHEMA,
        severity=Severity.ERROR,
        message=message,
        path=path,
        server_message=server_message,
    )


def missing(path: Path, example: str = "") -> Finding:
    """Return the finding for a required key that is not there; it points at the parent."""
    message = worded("`{0}` is missing. Add it.", path[-1])
    if example:
        message = worded('`{0}` is missing. Add it, for example "{1}".', path[-1], example)
    return Finding(
        code=Code.MISSING_KEY,
        origin=Origin.SCHEMA,
        severity=Severity.ERROR,
        message=message,
        path=path,
        place=path[:-1],
        server_message="Required",
    )


def wrong_type(path: Path, wanted: str, value: Value, *, optional: bool = False) -> Finding:
    """Return the finding for a value of another type than the wanted one, in zod's names."""
    found = type_name(value)
    return Finding(
        code=_code_of(wanted, found),
        origin=Origin.SCHEMA,
        severity=Severity.ERROR,
        message=_in_plain_words(subject(path), wanted, value, optional),
        path=path,
        server_message=f"Expected {wanted}, received {found}",
        fixes=_mended(path, wanted, value, optional),
    )


def unrecognized(path: Path, keys: list[str], code: Code, message: str) -> Finding:
    """Return the finding for keys that a strict mapping refuses; it points at the first key."""
    listed = ", ".join(f"'{key}'" for key in keys)
    return Finding(
        code=code,
        origin=Origin.SCHEMA,
        severity=Severity.ERROR,
        message=message,
        path=path,
        place=(*path, keys[0]),
        spot=Spot.KEY,
        server_message=f"Unrecognized key(s) in object: {listed}",
    )


def _code_of(wanted: str, found: str) -> Code:
    if found == "null":
        return Code.EMPTY_VALUE
    if wanted == "string" and found in _MISREAD:
        return Code.UNQUOTED_DATE if found == "date" else Code.UNQUOTED_TEXT
    if found == "string" and wanted in {"boolean", "number"}:
        return Code.QUOTED_VALUE
    return Code.WRONG_TYPE


def subject(path: Path) -> str:
    """Return how a message names what stands at a path."""
    match path:
        case (*_, str(key)):
            return f"`{key}`"
        case (*_, str(key), int(index)):
            return worded("Item {0} of `{1}`", index + 1, key)
        case _:
            return worded("This entry")


def _in_plain_words(subject: str, wanted: str, value: Value, optional: bool) -> str:
    found = type_name(value)
    if found == "null":
        if optional:
            return worded("{0} is empty. Give it a value or remove the key.", subject)
        return worded("{0} is empty. Give it a value.", subject)
    if wanted == "string" and isinstance(value, Timestamp):
        day = mending.day_of(value)
        if day is None:
            return worded("{0} is read as a date. Put it in quotes.", subject)
        return worded('{0} is read as a date. Put it in quotes: "{1}".', subject, day)
    what = marked(_FOUND[found])
    remedy = _REMEDIES.get((wanted, found)) or worded("It must be {0}.", marked(_WANTED[wanted]))
    if wanted == "string" and found in _MISREAD:
        return sentences(worded("{0} is read as {1}.", subject, what), remedy)
    return sentences(worded("{0} is {1}.", subject, what), remedy)


def _mended(path: Path, wanted: str, value: Value, optional: bool) -> tuple[Fix, ...]:
    if value is None:
        return mending.remove_key(path, safe=True) if optional else ()
    if wanted == "string":
        return mending.quote(path, value)
    return mending.unquote(path, wanted, value)
