"""Which widget edits which row of the field table, and how its edits become wishes."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication

from editor.core.completion.offering import offers_at
from editor.core.schema.field import Level, Widget
from editor.ui.form.checks import ChecksEditor
from editor.ui.form.structured import list_editor, mapping_editor
from editor.ui.form.variablechip import chip_of
from editor.ui.form.wishes import EditorSignals, FieldEditor, Shown, removed, set_to
from editor.ui.language import in_language
from editor.ui.widgets.choice import Choice, OpenChoice, Switch
from editor.ui.widgets.multiline import MultilineField
from editor.ui.widgets.numberfield import NumberField
from editor.ui.widgets.secretfield import SecretField
from editor.ui.widgets.textfield import Note, TextField

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from editor.core.completion.suggestion import Completion
    from editor.core.schema.field import Field, Target

    TextWidget = TextField | OpenChoice | MultilineField

_AZURE_DOMAIN = ".openai.azure.com"


class TextEditor:
    """Edits a value as text: emptied, the key goes, unless LibreChat demands it."""

    def __init__(self, field: Field, target: Target, widget: TextWidget) -> None:
        """Edit by a release's rules, in a widget of the kit that tells `edited(text)`."""
        self.widget = widget
        self.signals = EditorSignals(widget)
        self._field, self._target = field, target
        self._is_set = False
        self._variable = ""
        self._shown = Shown()
        if not isinstance(widget, MultilineField):
            widget.complete_from(self._completion)
        widget.edited.connect(self._edit)
        if not isinstance(widget, MultilineField):
            widget.reset_requested.connect(self._reset)
            widget.source_requested.connect(self.signals.source_requested)
            widget.note_clicked.connect(self._ask_for_variable)

    def _completion(self, text: str, position: int, is_asked: bool) -> Completion | None:
        """Return what may be typed into the field now."""
        document = self._shown.document
        if document is None:
            return None
        offers = offers_at(document, self._shown.path)
        return offers.completion(text, position, is_asked=is_asked)

    def display(self, shown: Shown) -> None:
        """Show the value, or what is inherited in its place."""
        self._is_set, self._shown = shown.is_set, shown
        if isinstance(self.widget, MultilineField):
            self.widget.show_value(shown.text)
        elif isinstance(self.widget, NumberField) and _is_number(shown.value):
            self.widget.show_value(cast("int | float", shown.value))
        else:
            self.widget.show_value(shown.text, shown.inherited, self._note_on(shown))
        if self._field.key == "instanceName" and isinstance(self.widget, TextField):
            text = shown.text or ""
            is_bare = bool(text) and "." not in text and "$" not in text
            self.widget.tail.set_suffix(_AZURE_DOMAIN if is_bare else "")

    def _note_on(self, shown: Shown) -> Note | None:
        """Return what there is to say about the variables that the value names."""
        self._variable = ""
        text = shown.text or ""
        if shown.document is None or not self._field.is_env_resolved or "${" not in text:
            return None
        chip = chip_of(text, shown.document.environment, self._target)
        self._variable = "" if chip is None else chip.name
        return None if chip is None else chip.note

    def _ask_for_variable(self) -> None:
        self.signals.variable_requested.emit(self._variable)

    def _edit(self, value: object) -> None:
        if value or value == 0:
            self.signals.wished.emit(set_to(value, is_typed=True))
        elif self._field.is_required:
            self.signals.wished.emit(set_to("", is_typed=True))
        elif self._is_set:
            self.signals.wished.emit(removed(is_typed=True))

    def _reset(self) -> None:
        self.signals.wished.emit(removed())


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


class ChoiceEditor:
    """Edits a value that is one of a few, or not set."""

    def __init__(self, widget: Choice) -> None:
        """Edit in a combo box that holds only what LibreChat knows."""
        self.widget = widget
        self.signals = EditorSignals(widget)
        self._known = widget.count()
        self._is_set = False
        widget.edited.connect(self._edit)

    def display(self, shown: Shown) -> None:
        """Show the value; one that is not to choose from is shown as it is written."""
        self._is_set = shown.is_set
        is_odd = shown.is_set and (shown.value is None or isinstance(shown.value, dict | list))
        self.widget.show_value((shown.written or "null") if is_odd else shown.value)

    def _edit(self, value: object) -> None:
        if value is None and self._is_set:
            self.signals.wished.emit(removed())
        elif value is not None and self.widget.currentIndex() < self._known:
            self.signals.wished.emit(set_to(value))


def editor_for(field: Field, target: Target) -> FieldEditor:
    """Return an editor for a row of the field table."""
    if field.widget in _STRUCTURED:
        return _STRUCTURED[field.widget](field, target)
    if field.widget is Widget.SWITCH:
        return ChoiceEditor(Switch(in_language(field.label), _absent(field)))
    if field.widget is Widget.CHOICE:
        choices = [(value, value) for value in field.shape_in(target).choices]
        return ChoiceEditor(Choice(in_language(field.label), choices, _absent(field)))
    if field.widget is Widget.CHOICES:
        return ChecksEditor(field.shape_in(target).choices)
    make = _TEXTS.get(field.widget, TextField)
    return TextEditor(field, target, make(in_language(field.label), _placeholder(field)))


_TEXTS: Mapping[Widget, Callable[[str, str], TextWidget]] = {
    Widget.MULTILINE: MultilineField,
    Widget.SECRET: SecretField,
    Widget.VERSION: OpenChoice,
    Widget.NUMBER: NumberField,
    Widget.MODEL_NAME: OpenChoice,
}
_STRUCTURED: Mapping[Widget, Callable[[Field, Target], FieldEditor]] = {
    Widget.HEADERS: mapping_editor,
    Widget.MAPPING: mapping_editor,
    Widget.LIST: list_editor,
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Form", text)


def _absent(field: Field) -> str:
    """Return what not being set means."""
    match field.default:
        case None:
            return _tr("Not set")
        case bool():
            return _tr("Not set (on)") if field.default else _tr("Not set (off)")
        case _:
            return _tr("Not set ({0})").format(field.default)


def _placeholder(field: Field) -> str:
    if field.default is not None:
        return _tr("{0} if not set").format(field.default)
    if field.key == "deploymentName" and field.level is Level.GROUP:
        return _tr("Each model names its own")
    return ""
