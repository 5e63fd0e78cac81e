"""Whether our parser and js-yaml agree on a text, and if not, in what they differ."""

import math
from dataclasses import dataclass

from editor.core.yaml.parser import YamlError, parse
from editor.core.yaml.values import Value, keys_in_javascript_order
from tests.oracle.jsyaml import Odd, Refused, Verdict


def is_same(ours: Value, theirs: Value) -> bool:
    """Say whether two values are equal to JavaScript: types, contents, and order of the keys."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return keys_in_javascript_order(ours) == keys_in_javascript_order(theirs) and all(
            is_same(ours[key], value) for key, value in theirs.items()
        )
    if isinstance(ours, list) and isinstance(theirs, list):
        return len(ours) == len(theirs) and all(map(is_same, ours, theirs))
    if _is_number(ours) and _is_number(theirs):
        return ours == theirs or (_is_nan(ours) and _is_nan(theirs))
    return type(ours) is type(theirs) and ours == theirs


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_nan(value: Value) -> bool:
    return isinstance(value, float) and math.isnan(value)


@dataclass(frozen=True, slots=True)
class Difference:
    """How two readings of one text differ; `kind` is one of few words, the rest is for people."""

    kind: str
    ours: str
    theirs: str


def read(text: str) -> Value | YamlError:
    """Return our value of a text, or the error that our parser raises."""
    try:
        return parse(text).value
    except YamlError as error:
        return error


def difference(text: str, theirs: Verdict) -> Difference | None:
    """Return the difference that matters between our reading and js-yaml's, if there is one.

    A text that js-yaml loads into something cyclic or huge may be refused by us or not.
    """
    if isinstance(theirs, Odd):
        return None
    ours = read(text)
    if isinstance(ours, YamlError):
        if isinstance(theirs, Refused):
            return None
        return Difference("we refuse", f"{ours.reason} at {ours.offset}", repr(theirs.value))
    if isinstance(theirs, Refused):
        return Difference("we accept", repr(ours), f"{theirs.reason} at {theirs.offset}")
    if is_same(ours, theirs.value):
        return None
    return Difference("values differ", repr(ours), repr(theirs.value))


def refusal_agreement(text: str, theirs: Verdict) -> tuple[bool, bool] | None:
    """Return whether reason and line are equal, for a text that both refuse."""
    ours = read(text)
    if not isinstance(ours, YamlError) or not isinstance(theirs, Refused):
        return None
    return ours.reason == theirs.reason, _line(text, ours.offset) == _line(text, theirs.offset)


def _line(text: str, offset: int | None) -> int | None:
    if offset is None:
        return None
    before = text[:offset]
    return before.count("\n") + before.count("\r") - before.count("\r\n")
