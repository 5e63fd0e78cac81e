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
from editor.core.yaml.values import Value

_TYPES = {
    "string": "text",
    "boolean": "true or false",
    "number": "a number",
    "integer": "a whole number",
    "array": "a list",
    "object": "a mapping",
    "null": "empty",
}
_INVALID = "Invalid input"
_LIMITS: Mapping[Keyword, tuple[str, str]] = {
    "minimum": ("must be {} or more.", "Number must be greater than or equal to {}"),
    "exclusiveMinimum": ("must be greater than {}.", "Number must be greater than {}"),
    "maximum": ("must be {} or less.", "Number must be less than or equal to {}"),
    "exclusiveMaximum": ("must be less than {}.", "Number must be less than {}"),
    "minLength": (
        "needs at least {} character(s).",
        "String must contain at least {} character(s)",
    ),
    "maxLength": (
        "can have at most {} character(s).",
        "String must contain at most {} character(s)",
    ),
    "minItems": ("needs at least {} item(s).", "Array must contain at least {} element(s)"),
    "maxItems": ("can have at most {} item(s).", "Array must contain at most {} element(s)"),
}
_MOST_EXPLAINED = 8


def explained(fault: Fault) -> Finding:
    """Return the finding for a fault whose path is one of the whole file."""
    found = _EXPLAIN[fault.keyword](fault)
    return replace(found, server_message=None) if "x-own-words" in _node(fault) else found


def _of_choice(fault: Fault) -> Finding:
    """Explain a value of several possible types by the likeliest; LibreChat hides the reason."""
    inner = fault.likeliest
    message = None if "discriminator" in _node(fault) else _INVALID
    if inner is None:
        wanted = _either([_described(schema) for schema in _node(fault).get("anyOf", ())])
        found = _found(fault, Code.WRONG_TYPE, f"must be {wanted}.", message)
        return _with_near(found, fault, _texts_of(_node(fault)))
    found = explained(inner)
    place = found.node_path
    return replace(found, path=fault.path, place=place, server_message=message)


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
    shown = _either([f"`{key}`" for key in keys[:_MOST_EXPLAINED]], "and")
    message = f"LibreChat refuses {shown} here."
    fixes: list[Fix] = []
    for key in keys[:_MOST_EXPLAINED]:
        near = closest(key, known)
        if near is not None:
            message += f" Did you mean `{near}` instead of `{key}`?"
            fixes.extend(mending.rename_key((*fault.path, key), near))
        fixes.extend(mending.remove_key((*fault.path, key)))
    found = issues.unrecognized(fault.path, keys, Code.REFUSED_KEY, message)
    return replace(found, fixes=tuple(fixes))


def _of_enum(fault: Fault) -> Finding:
    choices = [choice for choice in _node(fault).get("enum", []) if choice is not None]
    message = f"must be {_either([_spelled(choice) for choice in choices])}."
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
    message = f"must be {_spelled(node.get('const'))}."
    found = _found(fault, Code.INVALID_CHOICE, message, _wrong_constant(node))
    return _with_near(found, fault, [node.get("const")])


def _wrong_constant(node: Node) -> str:
    return f"Invalid literal value, expected {json.dumps(node.get('const'))}"


def _of_integer(fault: Fault) -> Finding:
    message = "must be a whole number."
    return _found(fault, Code.INVALID_NUMBER, message, "Expected integer, received float")


def _of_limit(fault: Fault) -> Finding:
    message, server_message = _LIMITS[fault.keyword]
    limit = _node(fault).get(fault.keyword)
    code = Code.INVALID_NUMBER if "must" in message else Code.INVALID_LENGTH
    return _found(fault, code, message.format(limit), server_message.format(limit))


def _of_pattern(fault: Fault) -> Finding:
    pattern = _node(fault).get("pattern")
    return _found(fault, Code.INVALID_TEXT, f"must have the form {pattern}.", None)


def _of_refused(fault: Fault) -> Finding:
    refused = fault.node.get("not") if isinstance(fault.node, dict) else None
    names = refused.get("enum", []) if isinstance(refused, dict) else []
    if not names:
        server_message = f"Expected undefined, received {type_name(fault.value)}"
        found = _found(fault, Code.REFUSED_KEY, "is not possible here. Remove it.", server_message)
        return replace(found, fixes=mending.remove_key(fault.path))
    message = f"cannot be the name of a built-in endpoint: {_either(list(map(str, names)))}."
    return _found(fault, Code.INVALID_TEXT, message, None)


def _of_demands(fault: Fault) -> Finding:
    """Explain that one of some keys is needed, or only one of them."""
    node = _node(fault)
    schemas = node.get("oneOf" if fault.keyword == "one of" else "anyOf", ())
    keys = [f"`{key}`" for one in schemas for key in _required_by(one)]
    amount = "exactly one" if fault.keyword == "one of" else "one"
    return _found(fault, Code.BROKEN_RULE, f"needs {amount} of {_either(keys, 'and')}.", None)


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
    **dict.fromkeys(_LIMITS, _of_limit),
    "pattern": _of_pattern,
    "not": _of_refused,
    "some of": _of_demands,
    "one of": _of_demands,
    "x-rule": _of_rule,
}


def _found(fault: Fault, code: Code, predicate: str, server_message: str | None) -> Finding:
    message = f"{issues.subject(fault.path)} {predicate}"
    return issues.issue(code, fault.path, server_message, message)


def _with_near(found: Finding, fault: Fault, choices: Sequence[Value]) -> Finding:
    texts = [choice for choice in choices if isinstance(choice, str) and choice]
    near = closest(fault.value, texts) if isinstance(fault.value, str) else None
    if near is None:
        return found
    return replace(found, fixes=mending.replace_value(fault.path, near, f"Change to “{near}”"))


def _node(fault: Fault) -> Node:
    return fault.node if isinstance(fault.node, dict) else {}


def _texts_of(node: Node) -> list[Value]:
    parts = [schema for schema in node.get("anyOf", ()) if isinstance(schema, dict)]
    return [
        choice
        for part in parts
        for choice in (part.get("enum", []) if "enum" in part else [part.get("const")])
    ]


def _described(schema: Schema) -> str:
    if not isinstance(schema, dict):
        return ""
    if "const" in schema:
        return _spelled(schema["const"])
    if "enum" in schema:
        return _either([_spelled(choice) for choice in schema["enum"]])
    wanted = schema.get("type", "")
    return _TYPES.get(wanted if isinstance(wanted, str) else wanted[0], "another value")


def _spelled(choice: Value) -> str:
    return json.dumps(choice) if choice in ("", None) or not isinstance(choice, str) else choice


def _either(words: Sequence[str], conjunction: str = "or") -> str:
    words = list(dict.fromkeys(word for word in words if word))
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"
