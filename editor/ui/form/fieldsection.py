"""A titled part of a page that holds fields, and folds while nothing in it is set or wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.ui.widgets.section import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from editor.ui.form.formfield import FormField


class FieldSection(Section):
    """Fields under a heading. What the user folds stays folded until something in it is wrong."""

    def __init__(self, title: str, fields: Sequence[FormField], *, foldable: bool) -> None:
        """Hold fields; a foldable section starts folded."""
        super().__init__(title, foldable=foldable)
        self._fields = tuple(fields)
        self._can_fold = foldable
        self._was_chosen = False
        self.caret.setMinimumWidth(1)  # a long title is cut off rather than the whole page
        for field in fields:
            self.add(field)
        self.folded.connect(self._remember)

    def start_over(self) -> None:
        """Forget what the user folded, for another node."""
        self._was_chosen = False

    def refresh(self) -> None:
        """Say how much is set, and unfold what needs to be seen."""
        if not self._can_fold:
            return
        count = sum(field.is_set for field in self._fields)
        if count:
            self.set_summary(self.tr("{0} set").format(count))
        else:
            names = ", ".join(field.field.label for field in self._fields)
            self.set_summary(self.tr("{0} · nothing set").format(names))
        if any(field.has_problems for field in self._fields):
            self._fold(False)
        elif not self._was_chosen:
            self._fold(not count)

    def has_visible(self) -> bool:
        """Say whether a field of the section shows, or would if it were unfolded."""
        return any(not field.isHidden() for field in self._fields)

    def show_if(self, wanted: bool) -> None:
        """Show the section, or hide it as a whole."""
        if self.isHidden() is wanted:
            self.setVisible(wanted)

    def _fold(self, folded: bool) -> None:
        if folded != self.is_folded() and not (folded and self.body.isAncestorOf(self._focused())):
            self.set_folded(folded)

    def _focused(self) -> QWidget:
        return self.window().focusWidget() or self

    def _remember(self) -> None:
        self._was_chosen = True
