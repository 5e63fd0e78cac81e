"""The JSON Schema of the config file, for editors such as VS Code and for CI.

Azure's part comes from the field table; of every other section only the name is checked.
"""

from editor.core.schema.field import Field, Kind, Level, Shape, Target
from editor.core.schema.root import ENDPOINTS_KEYS, ROOT_KEYS
from editor.core.schema.table import fields_of

_STRING: dict[str, object] = {"type": "string"}
_PLAIN_TYPES: dict[Kind, dict[str, object]] = {
    Kind.STRING: _STRING,
    Kind.BOOLEAN: {"type": "boolean"},
    Kind.STRINGS: {"type": "array", "items": _STRING},
    Kind.STRING_MAP: {"type": "object", "additionalProperties": _STRING},
    Kind.ANY_MAP: {"type": "object"},
    Kind.PARAMETERS: {
        "type": "object",
        "properties": {"web_search": {"type": "boolean"}},
    },
}


def json_schema(target: Target) -> dict[str, object]:
    """Return the schema (draft 7) of the whole config file as the target reads it."""
    endpoints: dict[str, object] = {key: {} for key in ENDPOINTS_KEYS[target]}
    endpoints["azureOpenAI"] = _level_schema(Level.ENDPOINT, target)
    sections: dict[str, object] = {key: {} for key in ROOT_KEYS[target]}
    sections["version"] = {"type": "string", "description": "The version of this config's format."}
    sections["endpoints"] = {
        "type": "object",
        "properties": endpoints,
        "additionalProperties": False,
        "minProperties": 1,
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"LibreChat {target} configuration (librechat.yaml)",
        "type": "object",
        "properties": sections,
        "required": ["version"],
        "additionalProperties": False,
    }


def _level_schema(level: Level, target: Target) -> dict[str, object]:
    fields = fields_of(level, target)
    schema: dict[str, object] = {
        "type": "object",
        "properties": {field.key: _field_schema(field, target) for field in fields},
    }
    required = [field.key for field in fields if field.is_required]
    return {**schema, "required": required} if required else schema


def _field_schema(field: Field, target: Target) -> dict[str, object]:
    schema = {**_shape_schema(field.shape_in(target), target), "description": field.help}
    if field.default is not None:
        schema["default"] = field.default
    if field.example and field.shape.kind is Kind.STRING:
        schema["examples"] = [field.example]
    return schema


def _shape_schema(shape: Shape, target: Target) -> dict[str, object]:
    match shape.kind:
        case Kind.CHOICE:
            return {"type": "string", "enum": list(shape.choices)}
        case Kind.NUMBER:
            return _number_schema(shape)
        case Kind.GROUPS:
            return {"type": "array", "items": _level_schema(Level.GROUP, target), "minItems": 1}
        case Kind.MODELS:
            model = {"anyOf": [{"type": "boolean"}, _level_schema(Level.MODEL, target)]}
            return {"type": "object", "additionalProperties": model}
        case _:
            return dict(_PLAIN_TYPES[shape.kind])


def _number_schema(shape: Shape) -> dict[str, object]:
    schema: dict[str, object] = {"type": "integer" if shape.is_integer else "number"}
    if shape.minimum is not None:
        schema["minimum"] = shape.minimum
    if shape.above is not None:
        schema["exclusiveMinimum"] = shape.above
    return schema
