"""Editors for lists and mappings: a table, and YAML text for all that a table cannot show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from editor.core.outline import yaml_text
from editor.core.schema.field import Kind
from editor.core.yaml.parser import YamlError, parse
from editor.ui.form.wishes import EditorSignals, FieldEditor, Shown, Wish, removed, set_to
from editor.ui.form.yamltext import YamlEditor, not_yaml
from editor.ui.widgets.entrycells import Entry
from editor.ui.widgets.listeditor import ListEditor
from editor.ui.widgets.mappingtable import MappingTable

if TYPE_CHECKING:
    from editor.core.schema.field import Field, Target


def _tr(text: str) -> str:
    return QCoreApplication.translate("Form", text)


class _MappingPart:
    """Shows a mapping in a table of keys and values."""

    def __init__(self, field: Field, target: Target) -> None:
        is_typed = field.shape_in(target).kind is not Kind.STRING_MAP
        self.table = MappingTable(field.label, _tr("Add…"), typed=is_typed)
        self.signals = EditorSignals(self.table)
        self._count = 0
        self.table.value_set.connect(self._set)
        self.table.yaml_set.connect(self._set_yaml)
        self.table.key_renamed.connect(self._rename)
        self.table.key_removed.connect(self._remove)
        self.table.key_added.connect(self._add)

    def fill(self, shown: Shown) -> bool:
        """Show a value; say whether the table can."""
        value = shown.value if shown.is_set else {}
        if not isinstance(value, dict):
            return False
        self._count = len(value)
        self.table.show_entries(
            [
                Entry.of(key, item, yaml_text(shown.tree, (*shown.path, key), item))
                for key, item in value.items()
            ]
        )
        return True

    def _set(self, key: str, value: object) -> None:
        self.signals.wished.emit(set_to(value, key))

    def _set_yaml(self, key: str, text: str) -> None:
        try:
            value = parse(text).value
        except YamlError as error:
            self.signals.failed.emit(not_yaml(error))
            return
        self.signals.failed.emit("")
        self.signals.wished.emit(set_to(value, key))

    def _rename(self, old: str, new: str) -> None:
        self.signals.wished.emit(Wish(({"op": "rename", "path": (old,), "name": new},)))

    def _remove(self, key: str) -> None:
        self.signals.wished.emit(removed(key) if self._count > 1 else removed())

    def _add(self, key: str) -> None:
        self.signals.wished.emit(set_to("", key))


class _ListPart:
    """Shows a list of texts."""

    def __init__(self, field: Field) -> None:
        self.table = ListEditor(field.label, _tr("Add…"))
        self.signals = EditorSignals(self.table)
        self._count = 0
        self.table.item_added.connect(self._add)
        self.table.item_set.connect(self._set)
        self.table.item_removed.connect(self._remove)
        self.table.item_moved.connect(self._move)

    def fill(self, shown: Shown) -> bool:
        """Show a value; say whether the list can."""
        items = shown.value if shown.is_set else []
        if not isinstance(items, list):
            return False
        self._count = len(items)
        texts = [
            item if isinstance(item, str) else yaml_text(shown.tree, (*shown.path, index), item)
            for index, item in enumerate(items)
        ]
        self.table.show_items(texts)
        return True

    def _add(self, text: str) -> None:
        if self._count:
            wish = Wish(({"op": "insert", "path": ("-",), "value": text},))
        else:
            wish = set_to([text])
        self.signals.wished.emit(wish)

    def _set(self, index: int, text: str) -> None:
        self.signals.wished.emit(set_to(text, index))

    def _remove(self, index: int) -> None:
        self.signals.wished.emit(removed(index) if self._count > 1 else removed())

    def _move(self, index: int, to: int) -> None:
        self.signals.wished.emit(Wish(({"op": "move", "path": (index,), "to": to},)))


class StructuredEditor:
    """Shows a table while the value fits it, and YAML text when it does not or on request."""

    def __init__(self, name: str, part: _MappingPart | _ListPart) -> None:
        """Offer a table and, below it, the way to the text."""
        self.widget = QWidget()
        self.widget.setAccessibleName(name)
        self.signals = part.signals
        self._part = part
        self._fits = True
        self._yaml = YamlEditor(_tr("{0} as YAML").format(name))
        self._yaml.signals.wished.connect(self.signals.wished)
        self._yaml.signals.failed.connect(self.signals.failed)
        self._toggle = QPushButton()
        self._toggle.setProperty("role", "link")
        self._toggle.setCheckable(True)
        self._toggle.clicked.connect(self._arrange)
        column = QVBoxLayout(self.widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(part.table)
        column.addWidget(self._yaml.widget)
        column.addWidget(self._toggle, alignment=Qt.AlignmentFlag.AlignLeft)
        self._arrange()

    def display(self, shown: Shown) -> None:
        """Show the value in both."""
        with QSignalBlocker(self.signals):
            self._yaml.display(shown)
        fits = self._part.fill(shown)
        if fits != self._fits:
            self._fits = fits
            self._arrange()

    def _arrange(self) -> None:
        """Show the table or the text."""
        as_text = self._toggle.isChecked() or not self._fits
        self._part.table.setVisible(not as_text)
        self._yaml.widget.setVisible(as_text)
        self._toggle.setVisible(self._fits)
        self._toggle.setText(_tr("Edit as a table") if as_text else _tr("Edit as YAML"))
        self.widget.setFocusProxy(self._yaml.widget if as_text else self._part.table)


def mapping_editor(field: Field, target: Target) -> FieldEditor:
    """Return an editor for keys and values."""
    return StructuredEditor(field.label, _MappingPart(field, target))


def list_editor(field: Field, target: Target) -> FieldEditor:
    """Return an editor for a list of texts."""
    return StructuredEditor(field.label, _ListPart(field))
