"""Where a value breaks a piece of JSON Schema, with JavaScript's idea of types.

What YAML knows and JSON does not has a place here: a date is of no type, `.nan` is no number,
binary data is a mapping of its bytes. Only keywords that `schema/shipped.py` lists are known.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, islice
from typing import Literal, TypeAlias

from editor.core.schema.shipped import Node, Schema
from editor.core.validation.javascript import BLANKS, members, type_name
from editor.core.validation.rules import RULES
from editor.core.yaml.values import Path, Value, keys_in_javascript_order

Keyword: TypeAlias = Literal[
    "additionalProperties", "anyOf", "const", "enum", "exclusiveMaximum", "exclusiveMinimum",
    "integer", "maxItems", "maxLength", "maximum", "minItems", "minLength", "minimum", "not",
    "one of", "pattern", "required", "some of", "type", "x-rule",
]  # fmt: skip
_DEEPEST = 200
_MOST_FAULTS = 1000
_CATEGORIES = {"L": "a", "N": "0", "M": "\u0300"}
"""A character of each Unicode category that a pattern may name as \\p{L}, \\p{N} or \\p{M}."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One demand that a value breaks.

    `keyword` names the demand of `node`: JSON Schema's name, but "anyOf" is a choice between
    types and "some of"/"one of" a choice between demands. `path` leads to `value`, or to where a
    required key is missing. `detail` is a rule's message. `likeliest` is the first fault by the
    type of a choice that was probably meant. LibreChat reports another fault in place of one that
    is not `is_reported`.
    """

    keyword: Keyword
    path: Path
    value: Value
    node: Schema
    detail: str = ""
    is_optional: bool = True
    is_reported: bool = True
    likeliest: "Fault | None" = None

    def under(self, key: str | int, *, is_optional: bool = True) -> "Fault":
        """Return the fault of an entry as a fault of what holds the entry."""
        return replace(
            self,
            path=(key, *self.path),
            is_optional=self.is_optional if self.path else is_optional,
            likeliest=self.likeliest and self.likeliest.under(key),
        )


class Checker:
    """Checks parts of one value, each once: aliases repeat them, and so do choices."""

    def __init__(self, definitions: Mapping[str, Schema]) -> None:
        """Take the pieces that the schema refers to by name."""
        self._definitions = definitions
        self._known: dict[tuple[int, int], tuple[Fault, ...]] = {}
        self._depth = 0

    def faults(self, value: Value, schema: Schema) -> tuple[Fault, ...]:
        """Return what is wrong, in the order in which LibreChat finds it; a thousand at most.

        Values nested deeper than a file can be without aliases are taken as they are.
        """
        if not isinstance(schema, dict):
            return () if schema else (Fault("not", (), value, schema),)
        if "$ref" in schema:
            return self.faults(value, self._definitions[schema["$ref"].rpartition("/")[2]])
        subject = (id(schema), id(value))
        if subject not in self._known and self._depth < _DEEPEST:
            self._depth += 1
            self._known[subject] = tuple(islice(self._broken(value, schema), _MOST_FAULTS))
            self._depth -= 1
        return self._known.get(subject, ())

    def _broken(self, value: Value, node: Node) -> Iterator[Fault]:
        if not _has_type(value, node):
            yield Fault("type", (), value, node)
            return
        is_whole = True
        for fault in chain(
            _plain_faults(value, node), self._inside(value, node), self._others(value, node)
        ):
            is_whole = False
            yield fault
        if is_whole:
            for rule in node.get("x-rule", ()):
                for path, message in RULES[rule](value):
                    yield Fault("x-rule", path, value, node, message)

    def _inside(self, value: Value, node: Node) -> Iterator[Fault]:
        if isinstance(value, list):
            for index, item in enumerate(value if "items" in node else ()):
                for fault in self.faults(item, node.get("items", True)):
                    yield fault.under(index)
            return
        mapping = members(value)
        if mapping is not None:
            yield from self._known_entries(mapping, node)
            yield from self._other_entries(mapping, node)

    def _known_entries(self, mapping: dict[str, Value], node: Node) -> Iterator[Fault]:
        properties = node.get("properties", {})
        required = node.get("required", ())
        for key in dict.fromkeys((*properties, *required)):
            schema = properties.get(key, True)
            if key in mapping:
                for fault in self.faults(mapping[key], schema):
                    yield fault.under(key, is_optional=key not in required)
            elif key in required:
                yield Fault("required", (key,), None, schema)

    def _other_entries(self, mapping: dict[str, Value], node: Node) -> Iterator[Fault]:
        rest = node.get("additionalProperties", True)
        if rest is True:
            return
        properties = node.get("properties", {})
        others = keys_in_javascript_order(key for key in mapping if key not in properties)
        if rest is not False:
            for key in others:
                for fault in self.faults(mapping[key], rest):
                    yield fault.under(key)
        elif others:
            yield Fault("additionalProperties", (), dict.fromkeys(others), node)

    def _others(self, value: Value, node: Node) -> Iterator[Fault]:
        for schema in node.get("allOf", ()):
            yield from self.faults(value, schema)
        if "not" in node and not self.faults(value, node["not"]):
            yield Fault("not", (), value, node)
        demands = [not self.faults(value, schema) for schema in node.get("oneOf", ())]
        if demands and sum(demands) != 1:
            yield Fault("one of", (), value, node)
        tried: list[tuple[Fault, ...]] = []
        for schema in node.get("anyOf", ()):
            tried.append(self.faults(value, schema))
            if not tried[-1]:
                return
        if tried:
            yield from _of_choice(value, node, tried)


def _of_choice(value: Value, node: Node, tried: Sequence[tuple[Fault, ...]]) -> Sequence[Fault]:
    """Return what LibreChat reports when a value fails each type of a choice.

    It reports the first type that the value only breaks in its limits; the one that was meant may
    be a later one. With none, the whole choice fails.
    """
    if "type" in node:
        return (Fault("some of", (), value, node),)
    if "discriminator" in node:
        if members(value) is None:
            return tried[0]
        name = node["discriminator"]["propertyName"]
        chosen = [faults for faults in tried if faults[0].path != (name,)]
        return chosen[0] if len(chosen) == 1 else (Fault("anyOf", (), value, node),)
    soft = [faults for faults in tried if all(_is_soft(fault) for fault in faults)]
    if soft:
        meant = min(soft, key=len)
        return [replace(fault, is_reported=meant is soft[0]) for fault in meant]
    fitting = [faults for faults in tried if faults[0].path or _is_inside(faults[0])]
    likeliest = min(fitting, key=_weight)[0] if fitting else None
    return (Fault("anyOf", (), value, node, likeliest=likeliest),)


def _is_soft(fault: Fault) -> bool:
    """Say whether LibreChat goes on with the value although it breaks this demand."""
    is_refused = fault.keyword == "not" and fault.node is False
    return fault.keyword not in {"type", "required", "const", "enum", "anyOf"} and not is_refused


def _is_inside(fault: Fault) -> bool:
    return fault.keyword not in {"type", "const", "enum"}


def _weight(faults: Sequence[Fault]) -> int:
    """Rate how badly a value fails a type; a wrong constant tells that another type was meant."""
    return sum(4 if fault.keyword == "const" else 1 for fault in faults)


def _has_type(value: Value, node: Node) -> bool:
    wanted = node.get("type")
    if wanted is None:
        return True
    found = type_name(value)
    names = (wanted,) if isinstance(wanted, str) else wanted
    return found in names or (found == "number" and "integer" in names)


def _plain_faults(value: Value, node: Node) -> Iterator[Fault]:
    if "enum" in node and not any(_is_equal(value, choice) for choice in node["enum"]):
        yield Fault("enum", (), value, node)
    if "const" in node and not _is_equal(value, node["const"]):
        yield Fault("const", (), value, node)
    match value:
        case bool():
            broken: Iterator[Keyword] = iter(())
        case str():
            broken = _broken_by_text(value, node)
        case int() | float():
            broken = _broken_by_number(value, node)
        case list():
            broken = _broken_by_length(len(value), node, "minItems", "maxItems")
        case _:
            broken = iter(())
    for keyword in broken:
        yield Fault(keyword, (), value, node)


def _is_equal(value: Value, choice: Value) -> bool:
    return type_name(value) == type_name(choice) and value == choice


def _broken_by_text(value: str, node: Node) -> Iterator[Keyword]:
    # JavaScript counts UTF-16 units.
    length = len(value) + sum(char > "\uffff" for char in value)
    yield from _broken_by_length(length, node, "minLength", "maxLength")
    if "pattern" in node and not _matches(value, node["pattern"]):
        yield "pattern"


def _broken_by_length(
    length: int,
    node: Node,
    least: Literal["minLength", "minItems"],
    most: Literal["maxLength", "maxItems"],
) -> Iterator[Keyword]:
    if length < node.get(least, 0):
        yield least
    if length > node.get(most, length):
        yield most


def _broken_by_number(value: int | float, node: Node) -> Iterator[Keyword]:
    if node.get("type") == "integer" and not float(value).is_integer():
        yield "integer"
    if value < node.get("minimum", value):
        yield "minimum"
    if "exclusiveMinimum" in node and value <= node["exclusiveMinimum"]:
        yield "exclusiveMinimum"
    if value > node.get("maximum", value):
        yield "maximum"
    if "exclusiveMaximum" in node and value >= node["exclusiveMaximum"]:
        yield "exclusiveMaximum"


def _matches(text: str, pattern: str) -> bool:
    if r"\p{" in pattern:
        # Python knows no categories: let one character of each stand for all.
        text = "".join(_CATEGORIES.get(unicodedata.category(char)[0], char) for char in text)
    return _compiled(pattern).search(text) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return Python's regular expression for JavaScript's, as far as the schema has any."""
    for category, char in _CATEGORIES.items():
        pattern = pattern.replace(rf"\p{{{category}}}", char)
    translated = (
        pattern.replace(r"[\s\S]", "(?s:.)")
        .replace(r"\s", f"[{BLANKS}]")
        .replace(r"\S", f"[^{BLANKS}]")
        .replace(r"\d", "0-9")
    )
    return re.compile(re.sub(r"\$\Z", r"\\Z", translated))
