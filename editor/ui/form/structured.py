"""Editors for lists and mappings: a table, and YAML text for all that a table cannot show."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from editor.core.completion.offering import offers_at
from editor.core.completion.parameters import parameter
from editor.core.outline import value_at, yaml_text
from editor.core.schema.field import Kind
from editor.core.yaml.parser import YamlError, parse
from editor.ui.form.wishes import EditorSignals, FieldEditor, Shown, Wish, removed, set_to
from editor.ui.form.yamltext import YamlEditor, not_yaml
from editor.ui.language import in_language
from editor.ui.widgets.entrycells import Steps, entries_of
from editor.ui.widgets.listeditor import ListEditor
from editor.ui.widgets.mappingtable import MappingTable

if TYPE_CHECKING:
    from editor.core.completion.suggestion import Completion
    from editor.core.schema.field import Field, Target
    from editor.core.yaml.values import Value
    from editor.ui.widgets.linecompletion import Source

_MOST_ENTRIES = 200
"""Rows that a table shows; what has more, such as one that aliases blow up, is edited as text."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Form", text)


def _invitation(key: str) -> str:
    """Return what the last row of a field's table says."""
    match key:
        case "additionalHeaders":
            return _tr("Add a header…")
        case "addParams":
            return _tr("Add a parameter…")
        case "dropParams":
            return _tr("Add a parameter to drop…")
        case _:
            return _tr("Add…")


class _MappingPart:
    """Shows a mapping in a table of keys and values."""

    def __init__(self, field: Field, target: Target) -> None:
        is_typed = field.shape_in(target).kind is not Kind.STRING_MAP
        self.table = MappingTable(in_language(field.label), _invitation(field.key), typed=is_typed)
        self.table.sources = self._source
        self.signals = EditorSignals(self.table)
        self._target = target
        self._shown = Shown()
        self._value: dict[str, Value] = {}
        self.table.value_set.connect(self._set)
        self.table.yaml_set.connect(self._set_yaml)
        self.table.renamed.connect(self._rename)
        self.table.removed.connect(self._remove)
        self.table.added.connect(self._add)
        self.table.moved.connect(self._move)

    def fill(self, shown: Shown) -> bool:
        """Show a value; say whether the table can."""
        value = shown.value if shown.is_set else {}
        entries = list(islice(entries_of(value, self._written), _MOST_ENTRIES + 1))
        if not isinstance(value, dict) or len(entries) > _MOST_ENTRIES:
            return False
        self._shown, self._value = shown, value
        self.table.show_entries(entries)
        return True

    def _written(self, steps: Steps, value: object) -> str:
        return yaml_text(self._shown.tree, (*self._shown.path, *steps), cast("Value", value))

    def _source(self, steps: Steps, is_key: bool) -> Source:
        """Return what completes a key of the mapping, or the value, at some steps."""

        def completion(text: str, position: int, is_asked: bool) -> Completion | None:
            if self._shown.document is None:
                return None
            offers = offers_at(self._shown.document, (*self._shown.path, *steps), is_key=is_key)
            if is_key:
                offers = offers.without(key for key in self._value if key != text)
            return offers.completion(text, position, is_asked=is_asked)

        return completion

    def hides_secrets(self) -> bool:
        """Say whether something is masked in the table."""
        return any(self.table.entry(row).is_secret for row in range(self.table.rowCount()))

    def _set(self, steps: Steps, value: object) -> None:
        self.signals.wished.emit(set_to(value, *steps))

    def _set_yaml(self, steps: Steps, text: str) -> None:
        try:
            value = parse(text).value
        except YamlError as error:
            self.signals.failed.emit(not_yaml(error))
            return
        self.signals.failed.emit("")
        self.signals.wished.emit(set_to(value, *steps))

    def _rename(self, steps: Steps, name: str) -> None:
        self.signals.wished.emit(Wish(({"op": "rename", "path": steps, "name": name},)))

    def _remove(self, steps: Steps) -> None:
        """Ask for a value to go; a mapping or list that is nested stays, even if it is empty."""
        above = value_at(self._value, steps[:-1])
        if not isinstance(above, dict | list) or len(above) > 1:
            self.signals.wished.emit(removed(*steps))
        elif len(steps) == 1:
            self.signals.wished.emit(removed())
        else:
            self.signals.wished.emit(set_to(type(above)(), *steps[:-1]))

    def _add(self, steps: Steps, text: str) -> None:
        """Ask for a new item, or for a key with a value to begin with."""
        if isinstance(value_at(self._value, steps), list):
            wish = Wish(({"op": "insert", "path": (*steps, "-"), "value": text},))
        else:
            is_known = not steps and self._shown.path[-1:] == ("addParams",)
            known = parameter(text, self._target) if is_known else None
            wish = set_to("" if known is None else known.start, *steps, text)
        self.signals.wished.emit(wish)

    def _move(self, steps: Steps, to: int) -> None:
        self.signals.wished.emit(Wish(({"op": "move", "path": steps, "to": to},)))


class _ListPart:
    """Shows a list of texts."""

    def __init__(self, field: Field) -> None:
        self.table = ListEditor(in_language(field.label), _invitation(field.key))
        self.table.source = self._completion
        self._shown = Shown()
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
        self._shown = shown
        self._count = len(items)
        texts = [
            item if isinstance(item, str) else yaml_text(shown.tree, (*shown.path, index), item)
            for index, item in enumerate(items)
        ]
        self.table.show_items(texts)
        return True

    def hides_secrets(self) -> bool:
        """Say that nothing is masked in the list."""
        return False

    def _completion(self, text: str, position: int, is_asked: bool) -> Completion | None:
        """Return what completes an item."""
        if self._shown.document is None:
            return None
        items = self._shown.value if isinstance(self._shown.value, list) else []
        offers = offers_at(self._shown.document, self._shown.path)
        offers = offers.without(item for item in items if isinstance(item, str) and item != text)
        return offers.completion(text, position, is_asked=is_asked)

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
        self._shown = Shown()
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
        """Show the value where the user looks; the other follows when it is looked at."""
        self._shown = shown
        fits = self._part.fill(shown)
        if fits != self._fits:
            self._fits = fits
            self._arrange()
        elif not self._part.table.isVisibleTo(self.widget):
            self._fill_text()
        self._name_toggle()

    def _fill_text(self) -> None:
        with QSignalBlocker(self.signals):
            self._yaml.display(self._shown)

    def _arrange(self) -> None:
        """Show the table or the text."""
        as_text = self._toggle.isChecked() or not self._fits
        if as_text:
            self._fill_text()
        else:
            self._yaml.clear()
        self._part.table.setVisible(not as_text)
        self._yaml.widget.setVisible(as_text)
        self._toggle.setVisible(self._fits)
        self.widget.setFocusProxy(self._yaml.widget if as_text else self._part.table)
        self._name_toggle()

    def _name_toggle(self) -> None:
        """Say what the button does, and what it shows that is masked elsewhere."""
        words = _tr("Edit as YAML")
        if self._toggle.isChecked():
            words = _tr("Edit as a table")
        elif self._part.hides_secrets():
            words = _tr("Edit as YAML, secrets shown")
        self._toggle.setText(words)


def mapping_editor(field: Field, target: Target) -> FieldEditor:
    """Return an editor for keys and values."""
    return StructuredEditor(in_language(field.label), _MappingPart(field, target))


def list_editor(field: Field, target: Target) -> FieldEditor:
    """Return an editor for a list of texts."""
    return StructuredEditor(in_language(field.label), _ListPart(field))
