"""The rows of a table of keys and values: what kind each value is, and how it becomes another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from editor.core.secret import names_secret
from editor.ui.widgets.numberfield import number_from

Steps = tuple[str | int, ...]
Written = Callable[[Steps, object], str]
"""Returns how a value at some steps is written in YAML."""

_DEEPEST = 5
_YES = ("yes", "true", "on", "y")


class Kind(Enum):
    """What a value is; YAML stands for all that a table has no row for, such as dates."""

    TEXT = "text"
    NUMBER = "number"
    YES_NO = "yes or no"
    NOTHING = "nothing"
    LIST = "list"
    MAPPING = "mapping"
    YAML = "yaml"

    @property
    def words(self) -> str:
        """Return what people call it."""
        return {
            Kind.TEXT: _tr("Text"),
            Kind.NUMBER: _tr("Number"),
            Kind.YES_NO: _tr("Yes or no"),
            Kind.NOTHING: _tr("Nothing"),
            Kind.LIST: _tr("List"),
            Kind.MAPPING: _tr("Mapping"),
            Kind.YAML: "YAML",
        }[self]

    @property
    def holds_others(self) -> bool:
        """Say whether rows of their own show what is in it."""
        return self in (Kind.LIST, Kind.MAPPING)


def kind_of(value: object) -> Kind:
    """Return what kind a value is."""
    match value:
        case None:
            return Kind.NOTHING
        case bool():
            return Kind.YES_NO
        case int() | float():
            return Kind.NUMBER
        case str():
            return Kind.TEXT
        case list():
            return Kind.LIST
        case dict():
            return Kind.MAPPING
        case _:
            return Kind.YAML


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: the steps to a value from the table's own, its kind, and its text for editing.

    `is_invitation`: the row takes a new key or item of the mapping or list that `steps` lead to.
    """

    steps: Steps
    kind: Kind
    text: str
    value: object = None
    is_invitation: bool = False

    @property
    def depth(self) -> int:
        """Return how deep the row stands, 0 for the table's own keys."""
        return len(self.steps) if self.is_invitation else len(self.steps) - 1

    @property
    def name(self) -> str:
        """Return the key, or the number of an item, counted from 1."""
        last = self.steps[-1] if self.steps and not self.is_invitation else ""
        return str(last + 1) if isinstance(last, int) else last

    @property
    def is_secret(self) -> bool:
        """Say whether the text is a secret that stands in the file itself."""
        key = self.steps[-1] if self.steps else ""
        if self.kind is not Kind.TEXT or not self.text or not isinstance(key, str):
            return False
        return names_secret(key) and "${" not in self.text and "{{" not in self.text


def entries_of(value: object, written: Written, steps: Steps = ()) -> Iterator[Entry]:
    """Yield the rows of a mapping or list, each nested one followed by its own, invitations last.

    Content that an alias puts into itself ends at a depth, where YAML stands for it.
    """
    items = value.items() if isinstance(value, dict) else enumerate(_items(value))
    for step, item in items:
        place = (*steps, step)
        kind = kind_of(item)
        is_too_deep = kind.holds_others and len(place) >= _DEEPEST
        if kind is Kind.YAML or is_too_deep:
            yield Entry(place, Kind.YAML, written(place, item), item)
            continue
        yield Entry(place, kind, _text(item), item)
        if kind.holds_others:
            yield from entries_of(item, written, place)
    kind = Kind.LIST if isinstance(value, list) else Kind.MAPPING
    yield Entry(steps, kind, "", value, is_invitation=True)


def _items(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else []


def _text(value: object) -> str:
    match value:
        case bool():
            return _tr("Yes") if value else _tr("No")
        case int() | float():
            return str(value)
        case str():
            return value
        case _:
            return ""


def value_of(kind: Kind, text: str) -> object:
    """Return the plain value that a text of a kind stands for; the text itself where it is none.

    YAML stays a text: whoever knows the document parses it.
    """
    match kind:
        case Kind.NOTHING:
            return None
        case Kind.YES_NO:
            return text.strip().lower() in (*_YES, _tr("Yes").lower())
        case Kind.NUMBER:
            number = number_from(text)
            return 0 if number is None else number
        case _:
            return text


def converted(entry: Entry, kind: Kind) -> object:
    """Return a row's value as one of another kind, keeping what can be kept."""
    value = entry.value
    match kind:
        case Kind.LIST if isinstance(value, dict):
            return list(value.values())
        case Kind.LIST:
            return [] if value in (None, "") else [value]
        case Kind.MAPPING:
            return {}
        case _ if isinstance(value, list) and value:
            return value_of(kind, _text(value[0]))
        case _:
            return value_of(kind, entry.text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Entries", text)
