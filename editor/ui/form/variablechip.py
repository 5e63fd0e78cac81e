"""What the chip in a field says about the variables that its value names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from editor.core.environment import Environment, Giver, names_in
from editor.core.legacy import PLACEHOLDERS
from editor.core.variables import State, is_name, variable
from editor.ui.look.shapes import Shape
from editor.ui.widgets.textfield import Note

if TYPE_CHECKING:
    from editor.core.schema.field import Target
    from editor.core.variables import Variable

_ORDER = (State.REFUSED, State.MISSING, State.EMPTY, State.SET)


class VariableChip(NamedTuple):
    """A chip, and the variable that a click on it leads to."""

    note: Note
    name: str


def chip_of(text: str, environment: Environment, target: Target) -> VariableChip | None:
    """Return the chip of a value, that of the worst variable where there are several."""
    names = [name for name in names_in(text) if is_name(name)]
    names = [name for name in names if name not in PLACEHOLDERS or environment.is_set(name)]
    if not names:
        return None
    found = [variable(name, environment, target) for name in names]
    worst = min(found, key=lambda one: _ORDER.index(one.state))
    shape = Shape.OK if worst.state is State.SET else Shape.ERROR
    tip = _tr("{0}: go to the variable").format(worst.name)
    return VariableChip(Note(_words(worst), shape, tip, clickable=True), worst.name)


def _words(found: Variable) -> str:
    if found.state is State.EMPTY:
        return _tr("empty")
    if found.state is State.REFUSED:
        return _tr("never filled in")
    match None if found.source is None else found.source.giver:
        case Giver.ENV:
            return _tr("set in .env")
        case Giver.PROCESS:
            return _tr("set in process")
        case Giver.COMPOSE:
            return _tr("set in compose file")
        case None:
            return _tr("not set")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Form", text)
