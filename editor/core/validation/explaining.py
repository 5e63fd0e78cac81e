"""What a person reads about a value that breaks the schema outside Azure's part, and its fixes.

LibreChat's own message stands beside ours where it follows from the schema alone.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from editor.core.schema.shipped import Node, Schema
from editor.core.schema.spelling import closest
from editor.core.validation import issues, mending
from editor.core.validation.codes import Code
from editor.core.validation.faults import Fault, Keyword
from editor.core.validation.javascript import type_name
from editor.core.validation.problem import Finding, Fix
from editor.core.wording import all_of, counted, joined, marked, one_of, sentences, worded
from editor.core.yaml.values import Value

_TYPES = {
    "string": worded("text"),
    "boolean": "true or false",
    "number": "a number",
    "integer": "a whole number",
    "array": "a list",
    "object": "a mapping",
    "null": worded("empty"),
}
_INVALID = "Invalid input"
_BOUNDS: Mapping[Keyword, tuple[str, str]] = {
    "minimum": ("must be {0} or more.", "greater than or equal to"),
    "exclusiveMinimum": ("must be greater than {0}.", "greater than"),
    "maximum": ("must be {0} or less.", "less than or equal to"),
    "exclusiveMaximum": ("must be less than {0}.", "less than"),
}
_LENGTHS: Mapping[Keyword, str] = {
    "minLength": "String must contain at least {0} character(s)",
    "maxLength": "String must contain at most {0} character(s)",
    "minItems": "Array must contain at least {0} element(s)",
    "maxItems": "Array must contain at most {0} element(s)",
}
_FORMS = {
    "^[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}'’ -]*$": "must begin with a letter or a digit; then "
    "spaces, hyphens and apostrophes are possible too.",
    "^\\.": "must begin with a dot.",
    "^[^,]*$": "must have spaces, not commas, between its parts.",
    r"^\s*(?:\$\{[A-Za-z_][A-Za-z0-9_]*\})\s*$": "must be one reference, such as ${GITHUB_TOKEN}.",
    r"^\s*(?:[a-fA-F\d]{24})\s*$": "must have 24 hexadecimal digits.",
    r"^\s*\S(?:[\s\S]*\S)?\s*$": "must not be blank.",
}
"""What a pattern of the schema demands; of the others the pattern itself is shown."""
_MOST_EXPLAINED = 8


def explained(fault: Fault) -> Finding:
    """Return the finding for a fault whose path is one of the whole file."""
    found = _EXPLAIN[fault.keyword](fault)
    is_theirs = fault.is_reported and "x-own-words" not in _node(fault)
    return found if is_theirs else replace(found, server_message=None)


def _of_choice(fault: Fault) -> Finding:
    """Explain a value of several possible types by the likeliest; LibreChat hides the reason."""
    inner = fault.likeliest
    discriminator = _node(fault).get("discriminator")
    if discriminator is not None:
        return _of_kind(fault, discriminator["propertyName"])
    if inner is None:
        options = _node(fault).get("anyOf", ())
        message = worded("must be {0}.", _either([_described(schema) for schema in options]))
        found = _found(fault, Code.WRONG_TYPE, message, _INVALID)
        return _with_near(found, fault, _choices_of(_node(fault)))
    if len(inner.path) == len(fault.path) + 1 and _choices_of(inner.node):
        found = _of_kind(fault, str(inner.path[-1]))
    else:
        found = explained(inner)
    return replace(found, path=fault.path, place=found.node_path, server_message=_INVALID)


def _of_kind(fault: Fault, key: str) -> Finding:
    """Explain that the key which tells several kinds of mapping apart has none of their words."""
    options = [one for one in _node(fault).get("anyOf", ()) if isinstance(one, dict)]
    words = [word for one in options for word in _choices_of(one.get("properties", {}).get(key))]
    value = fault.value.get(key) if isinstance(fault.value, dict) else None
    inner = Fault("enum", (*fault.path, key), value, {"enum": words})
    return replace(_of_enum(inner), server_message=None)


def _of_type(fault: Fault) -> Finding:
    wanted = _node(fault).get("type", "")
    name = wanted if isinstance(wanted, str) else wanted[0]
    name = "number" if name == "integer" else name
    return issues.wrong_type(fault.path, name, fault.value, optional=fault.is_optional)


def _of_missing(fault: Fault) -> Finding:
    node = _node(fault)
    found = issues.missing(fault.path)
    if "const" in node:
        return replace(found, server_message=_wrong_constant(node))
    is_choice = "anyOf" in node and "type" not in node
    return replace(found, server_message=_INVALID) if is_choice else found


def _of_unknown(fault: Fault) -> Finding:
    assert isinstance(fault.value, dict)
    keys, known = list(fault.value), list(_node(fault).get("properties", {}))
    shown = all_of([f"`{key}`" for key in keys[:_MOST_EXPLAINED]])
    message = worded("LibreChat refuses {0} here.", shown)
    fixes: list[Fix] = []
    for key in keys[:_MOST_EXPLAINED]:
        near = closest(key, known)
        if near is not None:
            hint = worded("Did you mean `{0}` instead of `{1}`?", near, key)
            message = sentences(message, hint)
            fixes.extend(mending.rename_key((*fault.path, key), near))
        fixes.extend(mending.remove_key((*fault.path, key)))
    if len(fixes) == len(keys[:_MOST_EXPLAINED]):
        message = sentences(message, counted(len(keys), "Remove it.", "Remove them."))
    found = issues.unrecognized(fault.path, keys, Code.REFUSED_KEY, message)
    return replace(found, fixes=tuple(fixes))


def _of_enum(fault: Fault) -> Finding:
    choices = [choice for choice in _node(fault).get("enum", []) if choice is not None]
    message = worded("must be {0}.", _either([_spelled(choice) for choice in choices]))
    expected = " | ".join(f"'{one}'" if isinstance(one, str) else str(one) for one in choices)
    server_message = None
    if isinstance(fault.value, str):
        server_message = f"Invalid enum value. Expected {expected}, received '{fault.value}'"
    elif type_name(fault.value) != "number":
        server_message = f"Expected {expected}, received {type_name(fault.value)}"
    found = _found(fault, Code.INVALID_CHOICE, message, server_message)
    return _with_near(found, fault, choices)


def _of_constant(fault: Fault) -> Finding:
    node = _node(fault)
    message = worded("must be {0}.", _spelled(node.get("const")))
    found = _found(fault, Code.INVALID_CHOICE, message, _wrong_constant(node))
    return _with_near(found, fault, [node.get("const")])


def _wrong_constant(node: Node) -> str:
    return f"Invalid literal value, expected {json.dumps(node.get('const'))}"


def _of_integer(fault: Fault) -> Finding:
    message = "must be a whole number."
    return _found(fault, Code.INVALID_NUMBER, message, "Expected integer, received float")


def _of_bound(fault: Fault) -> Finding:
    message, server_message = _BOUNDS[fault.keyword]
    limit = str(_node(fault).get(fault.keyword))
    server_message = f"Number must be {server_message} {limit}"
    return _found(fault, Code.INVALID_NUMBER, worded(message, limit), server_message)


def _of_length(fault: Fault) -> Finding:
    limit = int(_node(fault).get(fault.keyword, 0))
    message = _demanded_length(fault.keyword, limit)
    return _found(fault, Code.INVALID_LENGTH, message, _LENGTHS[fault.keyword].format(limit))


def _demanded_length(keyword: Keyword, limit: int) -> str:
    match keyword:
        case "minLength":
            return counted(limit, "needs at least %n character.", "needs at least %n characters.")
        case "maxLength":
            return counted(
                limit, "can have at most %n character.", "can have at most %n characters."
            )
        case "minItems":
            return counted(limit, "needs at least %n item.", "needs at least %n items.")
        case _:
            return counted(limit, "can have at most %n item.", "can have at most %n items.")


def _of_pattern(fault: Fault) -> Finding:
    pattern = _node(fault).get("pattern", "")
    message = _FORMS.get(pattern, worded("must have the form {0}.", pattern))
    return _found(fault, Code.INVALID_TEXT, message, None)


def _of_refused(fault: Fault) -> Finding:
    refused = fault.node.get("not") if isinstance(fault.node, dict) else None
    names = refused.get("enum", []) if isinstance(refused, dict) else []
    if not names:
        server_message = f"Expected undefined, received {type_name(fault.value)}"
        found = _found(fault, Code.REFUSED_KEY, "is not possible here. Remove it.", server_message)
        return replace(found, fixes=mending.remove_key(fault.path))
    message = worded(
        "cannot be the name of a built-in endpoint: {0}.", _either(list(map(str, names)))
    )
    return _found(fault, Code.INVALID_TEXT, message, None)


def _of_demands(fault: Fault) -> Finding:
    """Explain that one of some keys is needed, or only one of them."""
    node = _node(fault)
    schemas = node.get("oneOf" if fault.keyword == "one of" else "anyOf", ())
    keys = [f"`{key}`" for one in schemas for key in _required_by(one)]
    listed = all_of(list(dict.fromkeys(keys)))
    is_exact = fault.keyword == "one of"
    message = worded("needs exactly one of {0}.", listed) if is_exact else ""
    return _found(fault, Code.BROKEN_RULE, message or worded("needs one of {0}.", listed), None)


def _required_by(schema: Schema) -> Sequence[str]:
    return schema.get("required", ()) if isinstance(schema, dict) else ()


def _of_rule(fault: Fault) -> Finding:
    message = fault.detail
    if message[0].islower():
        return _found(fault, Code.INVALID_TEXT, message, None)
    return issues.issue(Code.BROKEN_RULE, fault.path, None, message)


_EXPLAIN: Mapping[Keyword, Callable[[Fault], Finding]] = {
    "anyOf": _of_choice,
    "type": _of_type,
    "required": _of_missing,
    "additionalProperties": _of_unknown,
    "enum": _of_enum,
    "const": _of_constant,
    "integer": _of_integer,
    **dict.fromkeys(_BOUNDS, _of_bound),
    **dict.fromkeys(_LENGTHS, _of_length),
    "pattern": _of_pattern,
    "not": _of_refused,
    "some of": _of_demands,
    "one of": _of_demands,
    "x-rule": _of_rule,
}


def _found(fault: Fault, code: Code, predicate: str, server_message: str | None) -> Finding:
    message = joined(" ", (issues.subject(fault.path), marked(predicate)))
    return issues.issue(code, fault.path, server_message, message)


def _with_near(found: Finding, fault: Fault, choices: Sequence[Value]) -> Finding:
    texts = [choice for choice in choices if isinstance(choice, str) and choice]
    near = closest(fault.value, texts) if isinstance(fault.value, str) else None
    if near is None:
        return found
    return replace(
        found, fixes=mending.replace_value(fault.path, near, worded("Change to “{0}”", near))
    )


def _node(fault: Fault) -> Node:
    return fault.node if isinstance(fault.node, dict) else {}


def _choices_of(schema: Schema | None) -> list[Value]:
    """Return the values that a piece of schema lists, if it lists any."""
    if not isinstance(schema, dict):
        return []
    if "const" in schema:
        return [schema["const"]]
    inner = [_choices_of(piece) for piece in schema.get("anyOf", ())]
    return schema.get("enum", []) + [choice for choices in inner for choice in choices]


def _described(schema: Schema) -> str:
    choices = _choices_of(schema)
    if choices or not isinstance(schema, dict):
        return _either([_spelled(choice) for choice in choices])
    wanted = schema.get("type", "")
    return marked(_TYPES.get(wanted if isinstance(wanted, str) else wanted[0], "another value"))


def _spelled(choice: Value) -> str:
    return json.dumps(choice) if choice in ("", None) or not isinstance(choice, str) else choice


def _either(words: Sequence[str]) -> str:
    words = list(dict.fromkeys(word for word in words if word))
    return one_of(words) if words else ""
