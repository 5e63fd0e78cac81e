"""What the editor of a field is given to show, and what it asks for in return."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from editor.core.yaml.values import Path, Value

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from editor.core.document import Document
    from editor.core.yaml.tree import Tree
    from editor.ui.widgets.textfield import Inherited


@dataclass(frozen=True, slots=True)
class Shown:
    """What a field is to show: its value, and what a model inherits in its place.

    `written` is the value as the file writes it, for values that are no text. `tree` and `path`
    lead to the source of what is nested. `document` knows what else the text may say.
    """

    value: Value = None
    is_set: bool = False
    written: str = ""
    inherited: Inherited | None = None
    tree: Tree | None = None
    path: Path = ()
    document: Document | None = None

    @property
    def text(self) -> str | None:
        """Return the value as a text, None where the file says nothing."""
        if not self.is_set:
            return None
        return self.value if isinstance(self.value, str) else self.written


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user asks for: operations with paths from the field on, `()` being the field."""

    operations: tuple[dict[str, object], ...]
    is_typed: bool = False


def set_to(value: object, *steps: str | int, is_typed: bool = False) -> Wish:
    """Return the wish to set the field, or something in it."""
    return Wish(({"op": "set", "path": steps, "value": value},), is_typed)


def removed(*steps: str | int, is_typed: bool = False) -> Wish:
    """Return the wish to remove the field, or something in it."""
    return Wish(({"op": "unset", "path": steps},), is_typed)


class EditorSignals(QObject):
    """`wished(Wish)`; `source_requested()`: go to where the value comes from.

    `variable_requested(str)`: go to the variable that the value names. `failed(str)`: what was
    typed cannot be taken, and why; empty when it can again.
    """

    wished = Signal(object)
    source_requested = Signal()
    variable_requested = Signal(str)
    failed = Signal(str)


class FieldEditor(Protocol):
    """What every kind of editor can do."""

    @property
    def widget(self) -> QWidget:
        """Return what the form shows."""
        ...

    @property
    def signals(self) -> EditorSignals:
        """Return what tells of the user's wishes."""
        ...

    def display(self, shown: Shown) -> None:
        """Show what the file says; sets only what differs."""
        ...
