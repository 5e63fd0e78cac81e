"""How LibreChat, a JavaScript program, looks at values of the config."""

import math
from typing import cast

from editor.core.yaml.values import Timestamp, Value

BUILT_IN_NAMES = frozenset(
    {
        "__defineGetter__",
        "__defineSetter__",
        "__lookupGetter__",
        "__lookupSetter__",
        "__proto__",
        "constructor",
        "hasOwnProperty",
        "isPrototypeOf",
        "propertyIsEnumerable",
        "toLocaleString",
        "toString",
        "valueOf",
    }
)
"""Names that every JavaScript object has; LibreChat finds them in its maps of names seen."""

PROTOTYPE = "__proto__"
"""A key that LibreChat's schema drops from every mapping."""


_SPACES = "".join(map(chr, range(0x2000, 0x200B)))

LINE_ENDS = "\n\u2028\u2029"
"""What ends a line for JavaScript, besides the carriage return."""

BLANKS = f" \t\v\f\r\u00a0\u1680{_SPACES}\u202f\u205f\u3000\ufeff{LINE_ENDS}"
"""What JavaScript trims from the ends of a text."""


def type_name(value: Value) -> str:
    """Return the type as LibreChat's schema library names it in its messages."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int() | float():
            return "nan" if math.isnan(value) else "number"
        case str():
            return "string"
        case list():
            return "array"
        case Timestamp():
            return "date"
        case _:
            return "object"


def members(value: Value) -> dict[str, Value] | None:
    """Return an object's keys and values; None for what is no plain object.

    Binary data counts: JavaScript has its bytes under "0", "1" and so on.
    """
    if isinstance(value, dict):
        return value
    if isinstance(value, bytes):
        return {str(index): cast("Value", byte) for index, byte in enumerate(value)}
    return None
