"""How the panels share the window: tree, form and source side by side, results below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal

from editor.ui.look.appearance import current_look
from editor.ui.widgets.splitter import Splitter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget


class Panes(Splitter):
    """Arranges the panels, in other widths where there is little room.

    `folded(bool)`: the source no longer stands beside the form, or does again.
    """

    folded = Signal(bool)

    def __init__(self, tree: QWidget, form: QWidget, side: QWidget, bottom: QWidget) -> None:
        """Put three panels beside each other and one below."""
        super().__init__(Qt.Orientation.Vertical)
        self._form, self._side = form, side
        self._fitted: tuple[bool, bool] | None = None
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
        is_folded = width < look.pane("right_folds_below")
        if (is_narrow, is_folded) == self._fitted:
            return
        self._fitted = (is_narrow, is_folded)
        self.folded.emit(is_folded)
        self._form.show()
        self._side.setHidden(is_folded)
        tree = look.pane("tree_narrow" if is_narrow else "tree")
        right = look.pane("right_narrow" if is_narrow else "right")
        self._columns.set_start([tree, max(width - tree - right, 1), right])

    def show_source(self, is_wanted: bool) -> None:
        """Show the source in the place of the form where the window is too narrow for both."""
        self._side.setVisible(is_wanted)
        self._form.setHidden(is_wanted)

    def give_room_below(self, share: float) -> None:
        """Let the panel below have a share of the height, if it has less."""
        above, below = self.sizes()
        wanted = round((above + below) * share)
        if below < wanted:
            self.setSizes([above + below - wanted, wanted])

    def states(self) -> dict[str, QByteArray]:
        """Return the widths and heights, for the next run."""
        return {"panes": self._columns.saveState(), "rows": self.saveState()}

    def restore(self, states: Mapping[str, QByteArray]) -> None:
        """Bring widths and heights back."""
        if "panes" in states:
            self._columns.restoreState(states["panes"])
        if "rows" in states:
            self.restoreState(states["rows"])
