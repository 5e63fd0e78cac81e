"""An editor for any value at all, as YAML text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker

from editor.core.outline import yaml_text
from editor.core.yaml.parser import YamlError, parse
from editor.core.yaml.values import is_same
from editor.ui.form.wishes import EditorSignals, Shown, removed, set_to
from editor.ui.widgets.multiline import MultilineField

if TYPE_CHECKING:
    from editor.core.yaml.values import Value


def _tr(text: str) -> str:
    return QCoreApplication.translate("Form", text)


class YamlEditor:
    """Edits any value as YAML text."""

    def __init__(self, name: str) -> None:
        """Start empty; `name` is the accessible name."""
        self.widget = MultilineField(name)
        self.widget.set_code(True)
        self.signals = EditorSignals(self.widget)
        self._shown = Shown()
        self.widget.edited.connect(self._edit)

    def display(self, shown: Shown) -> None:
        """Show the value; the user's own way of writing the same value stays."""
        self._shown = shown
        if not shown.is_set:
            self.widget.show_value("")
        elif not self._says(shown.value):
            self.widget.show_value(yaml_text(shown.tree, shown.path, shown.value))
            self.signals.failed.emit("")

    def clear(self) -> None:
        """Show nothing, and ask for nothing."""
        with QSignalBlocker(self.widget):
            self.widget.show_value("")

    def _says(self, value: Value) -> bool:
        try:
            return bool(self.widget.value()) and is_same(parse(self.widget.value()).value, value)
        except YamlError:
            return False

    def _edit(self, text: str) -> None:
        if not text.strip():
            self.signals.failed.emit("")
            if self._shown.is_set:
                self.signals.wished.emit(removed(is_typed=True))
            return
        try:
            value = parse(text).value
        except YamlError as error:
            self.signals.failed.emit(not_yaml(error))
            return
        self.signals.failed.emit("")
        self.signals.wished.emit(set_to(value, is_typed=True))


def not_yaml(error: YamlError) -> str:
    """Return what to tell a person whose text is not YAML."""
    return _tr("This is not YAML yet: {0}. The file keeps the last value.").format(error.reason)
