"""The JSON Schema of the config file, for editors such as VS Code and for CI.

It says what LibreChat's own schema says, and explains Azure's part from the field table.
"""

import json
from typing import cast

from editor.core.schema.field import Field, Kind, Level, Target
from editor.core.schema.shipped import Node, Schema, shipped_text
from editor.core.schema.table import fields_of

_OURS = frozenset({"x-rule", "x-own-words", "discriminator"})
"""Keywords that only our own checks know; some validators refuse a schema that has them."""


def json_schema(target: Target) -> Node:
    """Return the schema (draft 7) of the whole config file as the target reads it."""
    schema = cast("Node", json.loads(shipped_text(target), object_pairs_hook=_without_ours))
    version = _inside(schema, "version")
    version["description"] = "The version of this config's format."
    endpoint = _inside(schema, "endpoints", "azureOpenAI")
    group = _node(_inside(endpoint, "groups").get("items"))
    model = _node(_inside(group, "models").get("additionalProperties"))
    settings = next(_node(one) for one in model.get("anyOf", ()) if "properties" in _node(one))
    _explain(endpoint, Level.ENDPOINT, target)
    _explain(group, Level.GROUP, target)
    _explain(settings, Level.MODEL, target)
    return schema


def _without_ours(pairs: list[tuple[str, object]]) -> dict[str, object]:
    return {key: value for key, value in pairs if key not in _OURS and not _is_rare(key, value)}


def _is_rare(key: str, value: object) -> bool:
    """Say whether a pattern names Unicode categories, which many validators cannot read."""
    return key == "pattern" and r"\p{" in str(value)


def _inside(node: Node, *keys: str) -> Node:
    for key in keys:
        node = _node(node.get("properties", {})[key])
    return node


def _node(schema: Schema | None) -> Node:
    assert isinstance(schema, dict)
    return schema


def _explain(level_node: Node, level: Level, target: Target) -> None:
    for field in fields_of(level, target):
        _explain_field(_inside(level_node, field.key), field)


def _explain_field(node: Node, field: Field) -> None:
    node["description"] = field.help
    if field.default is not None:
        node["default"] = field.default
    if field.example and field.shape.kind is Kind.STRING:
        node["examples"] = [field.example]
