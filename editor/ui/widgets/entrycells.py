"""The kinds of values that a table of keys and values can hold, and how each is written."""

from dataclasses import dataclass
from enum import StrEnum

from editor.ui.widgets.numberfield import number_from


class Kind(StrEnum):
    """What a value is; everything nested is written as YAML."""

    TEXT = "Text"
    NUMBER = "Number"
    YES_NO = "Yes or no"
    NOTHING = "Nothing"
    YAML = "YAML"


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value as it is shown: a kind and a text."""

    key: str
    kind: Kind
    text: str

    @classmethod
    def of(cls, key: str, value: object, yaml_text: str = "") -> "Entry":
        """Return the entry of a plain value; `yaml_text` is what to show of a nested one."""
        match value:
            case None:
                return cls(key, Kind.NOTHING, "")
            case bool():
                return cls(key, Kind.YES_NO, "Yes" if value else "No")
            case int() | float():
                return cls(key, Kind.NUMBER, str(value))
            case str():
                return cls(key, Kind.TEXT, value)
            case _:
                return cls(key, Kind.YAML, yaml_text)


_YES = ("yes", "true", "on", "y")


def value_of(kind: Kind, text: str) -> object:
    """Return the plain value that a text of a kind stands for; the text itself where it is none.

    YAML stays a text: whoever knows the document parses it.
    """
    match kind:
        case Kind.NOTHING:
            return None
        case Kind.YES_NO:
            return text.strip().lower() in _YES
        case Kind.NUMBER:
            number = number_from(text)
            return 0 if number is None else number
        case _:
            return text
