"""The JSON Schema of the whole config as derived from LibreChat's own packages, per target.

Written by tools/derive_schema.mjs; this is the one place where core takes shipped data.
"""

import json
from collections.abc import Mapping
from functools import cache
from typing import TypeAlias, TypedDict, cast

from editor import resources
from editor.core.schema.field import Target
from editor.core.yaml.values import Path, Value

Node = TypedDict(
    "Node",
    {
        "$ref": str,
        "type": str | list[str],
        "enum": list[Value],
        "const": Value,
        "properties": "dict[str, Schema]",
        "required": list[str],
        "additionalProperties": "Schema",
        "items": "Schema",
        "anyOf": "list[Schema]",
        "allOf": "list[Schema]",
        "oneOf": "list[Schema]",
        "not": "Schema",
        "minimum": int | float,
        "maximum": int | float,
        "exclusiveMinimum": int | float,
        "exclusiveMaximum": int | float,
        "minLength": int,
        "maxLength": int,
        "minItems": int,
        "maxItems": int,
        "minProperties": int,
        "pattern": str,
        "x-rule": list[str],
        "x-own-words": bool,
        "discriminator": dict[str, str],
        "default": Value,
        "title": str,
        "description": str,
        "examples": list[str],
        "definitions": "dict[str, Schema]",
    },
    total=False,
)
Schema: TypeAlias = Node | bool
"""A piece of JSON Schema; `False` takes nothing."""


@cache
def shipped_schema(target: Target) -> Node:
    """Return the target's schema; it is read once and not to be changed."""
    return cast("Node", json.loads(shipped_text(target)))


def shipped_text(target: Target) -> str:
    """Return the target's schema as the file says it."""
    return resources.text(f"schema/librechat-{target.value}.json")


def definitions_of(target: Target) -> Mapping[str, Schema]:
    """Return the pieces of the schema that it refers to by name."""
    return shipped_schema(target).get("definitions", {})


def schema_at(target: Target, path: Path) -> Schema:
    """Return the piece of the schema that judges the value at a path of keys."""
    piece = shipped_schema(target)
    for key in path:
        found = piece.get("properties", {})[str(key)]
        assert isinstance(found, dict)
        piece = found
    return piece
