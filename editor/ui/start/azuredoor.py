"""The way to begin with what Azure gives: an address or a list of deployments, and a key."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from editor.core import az_deployments, target_uri
from editor.core.az_deployments import Deployment, NotDeployments
from editor.core.document import Document
from editor.core.new_groups import NewGroup, of_address, of_import, settings_for, variable_for
from editor.core.outline import groups_in, model_names, value_at
from editor.core.secret import Secret
from editor.ui.language import counted, in_language
from editor.ui.look.shapes import Shape
from editor.ui.start.door import Door
from editor.ui.widgets.labels import label
from editor.ui.widgets.problemline import ProblemLine, ProblemText
from editor.ui.widgets.secretfield import SecretField
from editor.ui.widgets.shapeicon import ShapeIcon
from editor.ui.widgets.textfield import TextField

if TYPE_CHECKING:
    from editor.core.target_uri import TargetUri

_LONGEST_LIST = 10_000_000
_MOST_NAMES = 3
_TOP = Qt.AlignmentFlag.AlignTop
_COMMAND = "az cognitiveservices account deployment list -o json"
_OTHER_OPERATIONS = ("embeddings", "images/", "audio/")


class _Lacking(NamedTuple):
    """What is missing before a group can be made: words, and the field to go to."""

    words: str
    field: QWidget


class AzureDoor(Door):
    """Asks for an address and a key, and says while typing what it understands.

    Signals: `requested()` when everything is there and a person wants to go on.
    """

    requested = Signal()

    def __init__(self) -> None:
        """Start empty."""
        words = self.tr("Paste the endpoint or target URI from the Azure portal, and a key.")
        super().__init__("pasteUrl", self.tr("Start from an Azure URL"), words)
        self.setProperty("surface", "card_main")
        self._target: TargetUri | None = None
        self._deployments: tuple[Deployment, ...] = ()
        self._refusal = ""
        self._build_fields()
        self._button = self.add_button("startCreate", self.tr("Create and test"), "primary")
        self._button.setProperty("size", "door")
        self._button.clicked.connect(self.submit)
        for field in (self.address, self.deployment, self.key):
            field.returnPressed.connect(self.submit)
            field.textChanged.connect(self._look)
        self.key.textChanged.connect(self._offer_to_reveal)
        self.address.editingFinished.connect(self._show_beginning)
        self._look()

    def _build_fields(self) -> None:
        self.address = TextField(self.tr("Endpoint, target URI or list of deployments"))
        self.address.setObjectName("startAddress")
        self.address.setPlaceholderText("https://…")
        self.address.set_code(True)
        self.address.setMaxLength(_LONGEST_LIST)
        self.deployment = TextField(self.tr("Deployment"), self.tr("As in the portal"))
        self.deployment.setObjectName("startDeployment")
        self.deployment.set_code(True)
        self.key = SecretField(self.tr("Key"))
        self.key.setObjectName("startKey")
        self._understood = _Understood()
        hint = self.tr("Or the output of {0}, for all deployments of a resource at once.")
        self._list_hint = label(hint.format(_COMMAND), "small", "text_3", wrap=True)
        self._problem = QWidget()
        self._problem_lines = QVBoxLayout(self._problem)
        self._problem_lines.setContentsMargins(0, 2, 0, 2)
        self._key_title = label(self.tr("Key"), "small", "text_2")
        self._key_hint = label("", "small", "text_3", wrap=True)
        self._deployment_title = label(self.tr("Deployment"), "small", "text_2")
        title = label(self.tr("Endpoint or target URI"), "small", "text_2")
        for caption, field in (
            (title, self.address),
            (self._deployment_title, self.deployment),
            (self._key_title, self.key),
        ):
            caption.setBuddy(field)
        for part in (title, self.address, self._list_hint, self._understood, self._problem):
            self.body.addWidget(part)
        self.body.addWidget(self._deployment_title)
        self.body.addWidget(self.deployment)
        for part in (self._key_title, self.key, self._key_hint):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def _offer_to_reveal(self, text: str) -> None:
        self.key.show_value(text)

    def _show_beginning(self) -> None:
        self.address.setCursorPosition(0)

    def take(self, text: str) -> bool:
        """Take an address or a list that was pasted beside the field; say whether it is one."""
        if target_uri.read(text) is None and not text.lstrip().startswith(("[", "{")):
            return False
        self.address.setText(text)
        self.address.setFocus()
        return True

    def groups(self, document: Document) -> tuple[NewGroup, ...]:
        """Return the groups that a document gets."""
        key = Secret(self.key.text())
        if self._target is not None:
            return (of_address(document, self._target, self.deployment.text().strip(), key),)
        config = document.value
        names = {str(value_at(group, ("group",))) for group in groups_in(config)}
        found = az_deployments.imported(self._deployments, {}, names, model_names(config))
        first = self._resources()[0]
        keys = {str(one["group"]): key for one in found.groups if first in _resource_of(one)}
        return of_import(found, keys)

    def clear(self) -> None:
        """Forget what was entered, the key first of all."""
        for field in (self.key, self.address, self.deployment):
            field.clear()

    def submit(self) -> None:
        """Go on, or to the field that lacks something."""
        lacking = self._lacking()
        if lacking is None:
            self.requested.emit()
            return
        self._show_problem(Shape.ERROR, lacking.words)
        lacking.field.setFocus()

    def _lacking(self) -> _Lacking | None:
        if self._target is None and not self._deployments:
            words = self._refusal or self.tr("Paste an address first.")
            return _Lacking(words, self.address)
        if self._target is not None:
            if self._needs_deployment() and not self.deployment.text().strip():
                words = self.tr("Enter the name of a deployment that people can chat with.")
                return _Lacking(words, self.deployment)
        elif not self.groups(Document("")):
            return _Lacking(self.tr("None of these models is for chats."), self.address)
        if not self.key.text().strip():
            words = self.tr("Enter a key of the resource. It is kept in the .env file only.")
            return _Lacking(words, self.key)
        return None

    def _needs_deployment(self) -> bool:
        found = self._target
        return found is not None and not (found.deployment or found.model)

    def _look(self) -> None:
        """Say what is understood of what was entered."""
        self._read()
        self._show_problem(Shape.ERROR, self._refusal)
        self._list_hint.setVisible(not self.address.text().strip())
        needs_deployment = self._needs_deployment()
        self.deployment.setVisible(needs_deployment)
        self._deployment_title.setVisible(needs_deployment)
        self._say_what_is_understood()
        self._say_where_the_key_goes()

    def _read(self) -> None:
        text = self.address.text().strip()
        self._target, self._deployments, self._refusal = target_uri.read(text), (), ""
        if self._target is not None or not text:
            return
        if text[0] not in "[{":
            self._refusal = self.tr(
                "This is no address. It looks like https://NAME.openai.azure.com/…"
            )
            return
        try:
            self._deployments = az_deployments.read(text)
        except NotDeployments as error:
            where = "" if error.line is None else self.tr(" (line {0})").format(error.line)
            self._refusal = f"{in_language(error.reason)}{where}"
            return
        if not all(one.resource for one in self._deployments):
            self._deployments = ()
            self._refusal = self.tr(
                "The list does not say which resource it is of. Paste the output unfiltered."
            )

    def _say_what_is_understood(self) -> None:
        if self._target is not None:
            self._understood.show_words(*self._of_target(self._target))
        elif self._deployments:
            self._understood.show_words(*self._of_list())
        else:
            self._understood.hide()

    def _of_target(self, found: TargetUri) -> tuple[Shape, str, str]:
        name = found.deployment or found.model or self.deployment.text().strip()
        version = str(settings_for(found, name).get("version", ""))
        place = found.instance if found.instance in found.host else found.host
        first = self.tr("Resource {0}").format(place) if found.instance else found.host
        parts = [name, self.tr("API version {0}").format(version) if version else ""]
        if found.operation.startswith(_OTHER_OPERATIONS):
            words = self.tr("This deployment is not for chats: {0}").format(found.operation)
            return Shape.WARNING, first, words
        return Shape.OK, first, ", ".join(part for part in parts if part)

    def _of_list(self) -> tuple[Shape, str, str]:
        found = az_deployments.imported(self._deployments, {})
        models = [name for group in of_import(found, {}) for name in group.models]
        names = ", ".join(model.name for model in models[:_MOST_NAMES])
        more = len(models) - _MOST_NAMES
        if more > 0:
            names = counted(more, "{0} and %n more", "{0} and %n more", names)
        left_out = ", ".join(one.name for one in found.left_out)
        if left_out:
            names = self.tr("{0}\nNot for chats, or double: {1}").format(names, left_out)
        first = self.tr("Resource {0}").format(", ".join(self._resources()))
        return (Shape.OK if models else Shape.WARNING), first, names

    def _resources(self) -> list[str]:
        return list(dict.fromkeys(one.resource for one in self._deployments))

    def _say_where_the_key_goes(self) -> None:
        resources = self._resources()
        title = self.tr("Key")
        if len(resources) > 1:
            title = self.tr("Key of {0}").format(resources[0])
        self._key_title.setText(title)
        self._key_hint.setText(self._key_words(resources))

    def _key_words(self, resources: list[str]) -> str:
        if self._target is None and not resources:
            return self.tr("Goes to the .env file, never into the YAML.")
        groups = self.groups(Document(""))
        if not groups:
            return ""
        name = variable_for(Document(""), groups[0].name, Secret(""))
        words = self.tr("Goes to .env as {0}.").format(name)
        if len(resources) > 1:
            more = self.tr("The keys of the other resources are asked for on the next page.")
            words = f"{words} {more}"
        return words

    def _show_problem(self, shape: Shape, words: str) -> None:
        while (item := self._problem_lines.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        if words:
            line = ProblemLine(ProblemText(shape, words))
            self._problem_lines.addWidget(line)
            line.show()
        self._problem.setVisible(bool(words))
        self.address.setAccessibleDescription(words)


def _resource_of(group: object) -> str:
    """Return the part of a group's value that names its resource."""
    value = group if isinstance(group, dict) else {}
    return str(value.get("instanceName", value.get("baseURL", "")))


class _Understood(QWidget):
    """A shape with two lines: what an address leads to."""

    def __init__(self) -> None:
        super().__init__()
        self._shape = ShapeIcon(Shape.OK, 14)
        self._first = _line("section")
        self._second = _line("small", "text_2")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._first)
        words.addWidget(self._second)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 4)
        row.setSpacing(8)
        row.addWidget(self._shape)
        row.addLayout(words, stretch=1)
        row.setAlignment(self._shape, _TOP)

    def show_words(self, shape: Shape, first: str, second: str) -> None:
        self._shape.show_shape(shape)
        self._first.setText(first)
        self._second.setText(second)
        self._second.setVisible(bool(second))
        self.setAccessibleName(f"{first} {second}")
        self.show()


def _line(style: str, tone: str = "text") -> QLabel:
    line = label("", style, tone, wrap=True)
    line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return line
