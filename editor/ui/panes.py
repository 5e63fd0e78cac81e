"""How the panels share the window: tree, form and source side by side, results below them."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal

from editor.ui.look.appearance import current_look
from editor.ui.widgets.splitter import Splitter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

_MOST_BELOW, _LENT_BELOW = 0.4, 0.8
_LOW = 420
"""Height in pixels at the reference font under which what is below may have all of it."""


class Room(IntEnum):
    """How many of the columns have room beside each other."""

    ONE = 1
    TWO = 2
    THREE = 3


class Panes(Splitter):
    """Arranges the panels, in other widths where there is little room.

    `arranged()`: another column is shown, or there is room for more or fewer of them.
    """

    arranged = Signal()

    def __init__(self, tree: QWidget, form: QWidget, side: QWidget, bottom: QWidget) -> None:
        """Put three panels beside each other and one below."""
        super().__init__(Qt.Orientation.Vertical)
        self.tree, self.form, self.side, self._bottom = tree, form, side, bottom
        self._fitted: tuple[bool, Room] | None = None
        self.room = Room.THREE
        self.front = form
        self._unfolded = 0
        self._lent: list[int] = []
        self._columns = Splitter(Qt.Orientation.Horizontal)
        for pane in (tree, form, side):
            self._columns.addWidget(pane)
        self._columns.setStretchFactor(1, 1)
        self._columns.setCollapsible(1, False)
        self.addWidget(self._columns)
        self.addWidget(bottom)
        self.setStretchFactor(0, 1)
        look = current_look()
        self.set_start([look.pane("narrow_below"), look.pane("form_minimum") // 3])

    def fit(self, width: int) -> None:
        """Give the panes other widths when the window becomes wide or narrow, not in between."""
        look = current_look()
        is_narrow = width < look.pane("narrow_below")
        room = Room.TWO if width < look.pane("right_folds_below") else Room.THREE
        room = Room.ONE if width < look.pane("tree_folds_below") else room
        if (is_narrow, room) == self._fitted:
            return
        self._fitted = (is_narrow, room)
        self.room, self.front = room, self.form
        self._arrange()
        tree = look.pane("tree_narrow" if is_narrow else "tree")
        right = look.pane("right_narrow" if is_narrow else "right")
        self._columns.set_start([tree, max(width - tree - right, 1), right])

    def bring(self, pane: QWidget) -> None:
        """Show a column, in the place of another where there is no room for both."""
        self.lend_below(False)
        if self.room is Room.TWO and pane is self.tree:
            return
        if pane is not self.front:
            self.front = pane
            self._arrange()

    def show_source(self, is_wanted: bool) -> None:
        """Show the source in the place of the form where the window is too narrow for both."""
        self._switch(self.side, is_wanted)

    def show_tree(self, is_wanted: bool) -> None:
        """Show the tree in the place of the form where the window has room for one column."""
        self._switch(self.tree, is_wanted)

    def _switch(self, pane: QWidget, is_wanted: bool) -> None:
        if is_wanted or self.front is pane:
            self.bring(pane if is_wanted else self.form)

    def _arrange(self) -> None:
        """Show the columns that there is room for, the one in front among them."""
        is_alone = self.room is Room.ONE
        self.tree.setHidden(is_alone and self.front is not self.tree)
        self.form.setHidden(self.room < Room.THREE and self.front is not self.form)
        self.side.setHidden(self.room < Room.THREE and self.front is not self.side)
        self.arranged.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a column that stands alone most of the height."""
        super().resizeEvent(event)
        if self.room is Room.ONE:
            self._keep_below_low()

    def _keep_below_low(self) -> None:
        most = round(self.height() * _MOST_BELOW)
        if self.sizes()[1] > most > 0:
            self.setSizes([self.height() - most, most])

    def fold_below(self, is_folded: bool) -> None:
        """Give the room of a panel that folds to those above, and take it back.

        WORKAROUND: a splitter leaves a panel its room, however little of it that may fill.
        """
        self.lend_below(False)
        above, below = self.sizes()
        strip = self._bottom.maximumHeight()
        if is_folded and below > strip:
            self._unfolded = below
            self.setSizes([above + below - strip, strip])
        elif not is_folded and self._unfolded:
            self.setSizes([above + below - self._unfolded, self._unfolded])
            self._unfolded = 0

    def give_room_below(self, share: float) -> None:
        """Let the panel below have a share of the height, if it has less."""
        above, below = self.sizes()
        wanted = round((above + below) * share)
        if below < wanted:
            self.setSizes([above + below - wanted, wanted])

    def lend_below(self, is_wanted: bool) -> None:
        """Let the panel below have most of the height for a while, all of it where that is little.

        Then it has again what it had before.
        """
        if is_wanted and not self._lent:
            self._lent = self.sizes()
            self._columns.setHidden(self.height() < current_look().pixels(_LOW))
            self.give_room_below(_LENT_BELOW)
        elif self._lent and not is_wanted:
            self._columns.show()
            self.setSizes(self._lent)
            self._lent = []

    def states(self) -> dict[str, QByteArray]:
        """Return the widths and heights, for the next run."""
        return {"panes": self._columns.saveState(), "rows": self.saveState()}

    def restore(self, states: Mapping[str, QByteArray]) -> None:
        """Bring widths and heights back."""
        if "panes" in states:
            self._columns.restoreState(states["panes"])
        if "rows" in states:
            self.restoreState(states["rows"])
