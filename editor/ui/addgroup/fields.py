"""The fields of a group that is to be added, and the group that they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.core import presets, target_uri
from editor.core.api_versions import LATEST_STABLE
from editor.core.completion.offering import versions
from editor.core.completion.suggestion import Offers
from editor.core.new_groups import NewGroup, NewModel, free_group_name, settings_for, variable_for
from editor.core.presets import Preset
from editor.core.schema.field import Target
from editor.core.secret import Secret
from editor.ui.addgroup.models import ModelRows
from editor.ui.language import in_language
from editor.ui.look.shapes import Shape
from editor.ui.widgets.fieldrow import FieldRow
from editor.ui.widgets.labels import label
from editor.ui.widgets.problemline import ProblemText
from editor.ui.widgets.secretfield import SecretField
from editor.ui.widgets.textfield import Note, TextField

if TYPE_CHECKING:
    from editor.core.document import Document
    from editor.core.target_uri import TargetUri


class Lacking(NamedTuple):
    """What is missing: words, and the field to go to."""

    words: str
    field: QWidget


class GroupFields(QWidget):
    """Asks for what a preset needs.

    Signals: `changed()` for every edit; `preset_found(Preset)` when a pasted address is for another
    kind of connection.
    """

    changed = Signal()
    preset_found = Signal(object)

    def __init__(self, document: Document) -> None:
        """Ask for a group of a document."""
        super().__init__()
        self._document = document
        self._preset = presets.RESOURCE
        self._is_named = False
        self._found: TargetUri | None = None
        self.pasted = _field("newGroupPasted", self.tr("Paste a URL"), is_code=True)
        self.pasted.setPlaceholderText(
            self.tr("Optional. An endpoint or target URI fills the fields below")
        )
        self.name = _field("newGroupName", self.tr("Group name"))
        self.address = _field("newGroupAddressField", self.tr("Address"), is_code=True)
        self.key = SecretField(self.tr("API key"))
        self.key.setObjectName("newGroupKey")
        self.version = _field("newGroupVersion", self.tr("API version"), is_code=True)
        offers = Offers(versions())
        self.version.complete_from(
            lambda text, at, is_asked: offers.completion(text, at, is_asked=is_asked)
        )
        self.models = ModelRows(Target(document.target))
        self._arrange()
        self.pasted.textEdited.connect(self._take_address)
        self.name.textEdited.connect(self._note_name)
        self.key.textChanged.connect(self._offer_to_reveal)
        for field in (self.name, self.address, self.key, self.version):
            field.textChanged.connect(self._look)
        self.models.changed.connect(self._look)
        self.show_preset(presets.RESOURCE)

    def _arrange(self) -> None:
        self.title = label("", "title", wrap=True)
        self._address_row = FieldRow(self.tr("Address"), self.address)
        self._name_row = FieldRow(self.tr("Group name"), self.name)
        self._key_row = FieldRow(self.tr("API key"), self.key)
        self._version_row = FieldRow(self.tr("API version"), self.version)
        self._models_row = FieldRow(self.tr("Models"), self.models)
        self._pasted_row = FieldRow(self.tr("Paste a URL"), self.pasted)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        for part in (
            self.title,
            self._pasted_row,
            self._address_row,
            self._name_row,
            self._key_row,
            self._version_row,
            self._models_row,
        ):
            column.addWidget(part)
        column.addStretch(1)

    def show_preset(self, preset: Preset) -> None:
        """Ask for what another kind of connection needs; what was entered stays."""
        self._preset = preset
        self.title.setText(in_language(preset.title))
        self.address.setPlaceholderText(preset.placeholder)
        self.address.setAccessibleName(in_language(preset.label))
        self._address_row.set_title(in_language(preset.label))
        self._address_row.set_hint(in_language(preset.hint))
        self._version_row.setVisible(preset.has_version)
        has_deployments = preset.path != presets.CLOUDFLARE.path and preset.has_version
        self.models.show_kind(has_many=preset.has_many_models, has_deployments=has_deployments)
        self._look()

    def group(self) -> NewGroup | None:
        """Return the group; None while the address is none."""
        models = self.models.models()
        deployment = models[0].deployment if models else ""
        version = self.version.text().strip() if self._preset.has_version else ""
        found = presets.read(self._preset, self.address.text(), deployment or "…", version)
        if found is None:
            return None
        settings = settings_for(found, deployment)
        if version:
            settings["version"] = version
        if found.is_serverless:
            models = tuple(NewModel(model.name) for model in models)
        self._found = found
        return NewGroup(
            name=self.name.text().strip(),
            key=Secret(self.key.text()),
            settings=settings,
            models=models,
        )

    def lacking(self) -> Lacking | None:
        """Return what is still missing, if anything."""
        if self.group() is None:
            words = self.tr("Enter the address.")
            if self.address.text().strip():
                words = self.tr("This is no address.")
            return Lacking(words, self.address)
        if not self.name.text().strip():
            return Lacking(self.tr("Enter a name for the group."), self.name)
        if not self.key.text().strip():
            return Lacking(self.tr("Enter the key. It is kept in the .env file only."), self.key)
        if not self.models.models():
            return Lacking(self.tr("Add a model."), self.models)
        return None

    def show_problem(self, lacking: Lacking) -> None:
        """Say what is missing at its field, and go there."""
        for row in self._rows():
            is_here = row.editor is lacking.field
            row.show_problems((ProblemText(Shape.ERROR, lacking.words),) if is_here else ())
        if lacking.field is self.models:
            self.models.focus_first()
        else:
            lacking.field.setFocus()

    def take(self, found: TargetUri) -> None:
        """Fill the fields from an address."""
        preset = presets.preset_of(found)
        self.show_preset(preset)
        self.preset_found.emit(preset)
        self.address.setText(presets.address_of(found))
        if found.version:
            self.version.setText(found.version)
        model = found.deployment or found.model
        if model:
            self.models.show_models((NewModel(model, model),))
        self._look()

    def _rows(self) -> tuple[FieldRow, ...]:
        return (
            self._address_row,
            self._name_row,
            self._key_row,
            self._version_row,
            self._models_row,
        )

    def _take_address(self, text: str) -> None:
        found = target_uri.read(text)
        wrong = bool(text.strip()) and found is None
        words = self.tr("This is no address of Azure's or of a gateway.")
        self._pasted_row.show_problems((ProblemText(Shape.ERROR, words),) if wrong else ())
        if found is not None:
            self.take(found)

    def _note_name(self, text: str) -> None:
        self._is_named = bool(text.strip())

    def _offer_to_reveal(self, text: str) -> None:
        self.key.show_value(text, note=self._key_note())

    def _key_note(self) -> Note | None:
        key = self.key.text()
        if not key or self.key.is_reference():
            return None
        name = variable_for(self._document, self.name.text().strip(), Secret(key))
        return Note(self.tr("to .env as {0}").format(name))

    def _look(self) -> None:
        for row in self._rows():
            row.show_problems(())
        group = self.group()
        if not self._is_named and group is not None and self._found is not None:
            name = free_group_name(self._document, self._found.name)
            if name != self.name.text():
                self.name.setText(name)
        domain = self._preset.domain
        is_bare = "." not in self.address.text() and bool(domain)
        self.address.set_suffix(domain if is_bare else "")
        version = str(group.settings.get("version", "")) if group is not None else LATEST_STABLE
        self.version.setPlaceholderText(version or self.tr("None needed"))
        self.key.show_value(self.key.text(), note=self._key_note())
        self.changed.emit()


def _field(name: str, title: str, *, is_code: bool = False) -> TextField:
    field = TextField(title)
    field.setObjectName(name)
    field.set_code(is_code)
    return field
