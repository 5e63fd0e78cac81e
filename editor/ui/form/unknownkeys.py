"""The keys of a node that LibreChat does not know: listed, kept, and removable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from editor.core.schema.field import Field, Kind, Level, Shape, Target, Widget
from editor.core.schema.field import Section as Part
from editor.ui.form.formfield import FormField
from editor.ui.form.wishes import Shown, removed
from editor.ui.form.yamltext import YamlEditor
from editor.ui.widgets.chip import icon_button
from editor.ui.widgets.section import Section

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.core.validation.problem import Problem


class UnknownKeys(Section):
    """Shows each unknown key with its value as YAML text.

    Signals: `wished(key, Wish)`, `fix_requested(key, fix_id)`.
    """

    wished = Signal(str, object)
    fix_requested = Signal(object, str)

    def __init__(self, target: Target) -> None:
        """Start hidden, as without unknown keys."""
        super().__init__(QCoreApplication.translate("UnknownKeys", "Not known to LibreChat"))
        self._target = target
        self._is_named = False
        self._fields: dict[str, FormField] = {}
        self.set_summary(self.tr("Ignored, and kept in the file"))
        self.hide()

    def field(self, key: str) -> FormField | None:
        """Return the row of a key."""
        return self._fields.get(key)

    def set_named(self, named: bool) -> None:
        """Give the editors their names, or take them away."""
        self._is_named = named
        for field in self._fields.values():
            field.set_named(named)

    def display(self, keys: Mapping[str, tuple[Shown, tuple[Problem, ...]]]) -> None:
        """Show these keys, each with its value and its problems."""
        for key in [key for key in self._fields if key not in keys]:
            row = self._fields.pop(key)
            row.set_named(False)
            row.hide()
            row.deleteLater()
        for key, (shown, problems) in keys.items():
            if key not in self._fields:
                self._fields[key] = self._row(key)
                self.add(self._fields[key])
            self._fields[key].display(shown, problems, "")
        self.setVisible(bool(keys))

    def _row(self, key: str) -> FormField:
        field = Field(
            key=key,
            level=Level.ENDPOINT,
            shape=Shape(kind=Kind.ANY_MAP),
            label=key,
            help=self.tr("LibreChat ignores this key. It stays in the file until you remove it."),
            widget=Widget.MULTILINE,
            section=Part.RETIRED,
        )
        row = FormField(field, self._target, YamlEditor(key))
        row.set_named(self._is_named)
        row.wished.connect(self.wished)
        row.fix_requested.connect(self.fix_requested)
        remove = icon_button("delete", self.tr("Remove {0}").format(key))
        remove.setProperty("key", key)
        remove.clicked.connect(self._remove)
        row.add_button(remove)
        return row

    def _remove(self) -> None:
        self.wished.emit(self.sender().property("key"), removed())
