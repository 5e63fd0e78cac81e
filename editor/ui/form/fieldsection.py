"""A titled part of a page that holds fields, and folds while nothing in it is set or wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from editor.ui.language import counted, in_language
from editor.ui.widgets.section import Section

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editor.core.schema.field import Field
    from editor.ui.form.formfield import FormField


class FieldSection(Section):
    """Fields under a heading. What the user folds stays folded until something in it is wrong.

    The fields are made by `fill`, in some sections only when they are needed: a page has so many
    that making them all takes longer than a click may.
    """

    def __init__(
        self,
        title: str,
        rows: Sequence[Field],
        new: Callable[[Field], FormField],
        *,
        foldable: bool,
        is_made_later: bool = False,
    ) -> None:
        """Hold the fields of rows of the table, which `new` makes; a foldable one starts folded."""
        super().__init__(title, foldable=foldable)
        self._rows = tuple(rows)
        self._new = new
        self._fields: list[FormField] = []
        self._can_fold = foldable
        self._was_chosen = False
        self.caret.setMinimumWidth(1)  # a long title is cut off rather than the whole page
        self.folded.connect(self._remember)
        self._is_made_later = is_made_later
        self.set_folded(is_made_later)
        while not is_made_later and not self.is_filled:
            self.fill_next()

    @property
    def is_filled(self) -> bool:
        """Say whether all fields are made."""
        return len(self._fields) == len(self._rows)

    def field_keys(self) -> tuple[str, ...]:
        """Return the keys of the fields, made or not."""
        return tuple(row.key for row in self._rows)

    def fill_next(self) -> FormField:
        """Make and return one more field, behind the heading in the order of the Tab key."""
        field = self._new(self._rows[len(self._fields)])
        self._fields.append(field)
        self.add(field)
        if self.is_filled and self._is_made_later:
            self._chain()
        return field

    def _chain(self) -> None:
        """Put what takes the keyboard behind the heading; Qt would put it behind everything."""
        last: QWidget = self.caret
        for part in self.body.findChildren(QWidget):
            is_own = part.window() is self.window()  # a drop-down is a window of its own
            if is_own and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(last, part)
                last = part

    def start_over(self) -> None:
        """Forget what the user folded, for another node."""
        self._was_chosen = False

    def refresh(self) -> None:
        """Say how much is set, and unfold what needs to be seen."""
        if not self._can_fold:
            return
        count = sum(field.is_set for field in self._fields)
        if count:
            self.set_summary(counted(count, "%n set", "%n set"))
        else:
            names = ", ".join(in_language(row.label) for row in self._rows)
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
