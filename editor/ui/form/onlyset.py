"""Which fields of a page show while only what is set is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.ui.form.fieldsection import FieldSection
    from editor.ui.form.formfield import FormField


class OnlySet:
    """Hides a page's fields that the file says nothing about, and sections that hold no others.

    What is wrong stays, and so does the field that has the keyboard or that was gone to.
    """

    def __init__(self, fields: Mapping[str, FormField], sections: Sequence[FieldSection]) -> None:
        """Begin with everything shown; both may still grow."""
        self._fields = fields
        self._sections = sections
        self._is_wanted = False
        self._sought: FormField | None = None

    def want(self, wanted: bool) -> None:
        """Hide what is not set from now on, or show everything."""
        if wanted != self._is_wanted:
            self._is_wanted = wanted
            self._arrange()

    def refresh(self) -> None:
        """Look again, after the fields have shown another document."""
        if self._is_wanted:
            self._arrange()

    def reveal(self, field: FormField | None) -> None:
        """Show a field whatever it says, until another is revealed."""
        self._sought = field
        self.refresh()

    def _arrange(self) -> None:
        for field in self._fields.values():
            if field.isHidden() is self._shows(field):
                field.setVisible(field.isHidden())
        for section in self._sections:
            section.show_if(not self._is_wanted or section.has_visible())

    def _shows(self, field: FormField) -> bool:
        if not self._is_wanted or field.is_set or field.has_problems or field is self._sought:
            return True
        focused = QApplication.focusWidget()
        return focused is not None and field.isAncestorOf(focused)
