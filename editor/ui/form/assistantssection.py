"""A folding part of the endpoint's page that edits one of its neighbours for assistants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.outline import problems_by_step, value_at
from editor.core.schema.assistants import ASSISTANTS_FIELDS
from editor.ui.form.fieldsection import FieldSection
from editor.ui.widgets.chip import icon_button

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.core.document import Document
    from editor.core.schema.field import Field
    from editor.core.yaml.values import Path
    from editor.ui.form.formfield import FormField
    from editor.ui.form.page import Problems


def key_on_page(path: Path) -> str:
    """Return what the page calls a path of an assistants endpoint, or the endpoint itself."""
    return ".".join(str(step) for step in (path[1:3] if len(path) > 2 else path))


class AssistantsSection(FieldSection):
    """The fields of `endpoints.azureAssistants` or `endpoints.assistants`, folded unless set."""

    def __init__(self, title: str, path: Path, new: Callable[[Field], FormField]) -> None:
        """Show the endpoint at a path in fields that `new` makes."""
        self.path = path
        self._keys = {key_on_page((*path, row.key)): row for row in ASSISTANTS_FIELDS[path]}
        rows = [row.model_copy(update={"key": key}) for key, row in self._keys.items()]
        super().__init__(title, rows, new, foldable=True, is_made_later=True)
        self.remove = icon_button("delete", self.tr("Remove {0}").format(".".join(map(str, path))))
        self.add_to_header(self.remove)

    def field_path(self, key: str) -> Path | None:
        """Return the path of a field by its key on the page, None for a field of others."""
        row = self._keys.get(key)
        return None if row is None else (*self.path, row.key)

    def problems(self, document: Document) -> Problems:
        """Return the endpoint's problems by their field on the page; "" for those of none."""
        arranged: Problems = {}
        for step, found in problems_by_step(document.problems, self.path).items():
            key = key_on_page((*self.path, step))
            place = key if key in self._keys else ""
            arranged[place] = (*arranged.get(place, ()), *found)
        return arranged

    def show_document(self, document: Document) -> None:
        """Offer to remove the endpoint where there is one."""
        endpoints = value_at(document.value, self.path[:1])
        self.remove.setVisible(isinstance(endpoints, dict) and self.path[-1] in endpoints)
