"""The questions about variables: a new one, and a secret that moves out of the config."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.core import dotenv, secret_moves, variable_names
from editor.core.document import EditError
from editor.core.outline import value_at
from editor.core.secret import mask
from editor.core.text import Edit
from editor.core.variables import is_name
from editor.ui.environment.table import words
from editor.ui.language import in_language
from editor.ui.look.appearance import current_look
from editor.ui.look.shapes import Shape
from editor.ui.tree.nodes import place_name
from editor.ui.widgets.fieldrow import FieldRow
from editor.ui.widgets.labels import label
from editor.ui.widgets.problemline import ProblemText
from editor.ui.widgets.secretfield import SecretField
from editor.ui.widgets.textfield import TextField

if TYPE_CHECKING:
    from editor.core.document import Document
    from editor.core.yaml.values import Path
    from editor.ui.session import EditOf, Session

_WIDTH = 460
_MARGIN = 24


class VariableDialog(QDialog):
    """Asks for a name, looks at once whether it can be, and then changes both texts as one step.

    Subclasses say in `maker` what is to be done; an EditError or Unwritable keeps the dialog open.
    """

    def __init__(self, session: Session, title: str, verb: str, parent: QWidget) -> None:
        """Stand over a window; `verb` is the primary button's."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(current_look().pixels(_WIDTH))
        self.session = session
        self.name = TextField(words("Variable"), "EASTUS_API_KEY")
        self.name.setObjectName("variableName")
        self.name.set_code(True)
        self.name_row = FieldRow(words("Variable"), self.name)
        self.explanation = label("", "body", "text_2", wrap=True)
        self._accept = QPushButton(verb)
        self._accept.setProperty("role", "primary")
        self._accept.setDefault(True)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(8)
        self.rows.addWidget(label(title, "heading", wrap=True))
        self.rows.addWidget(self.name_row)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 16)
        column.setSpacing(16)
        column.addLayout(self.rows)
        column.addWidget(self.explanation)
        column.addLayout(self._footer())
        self.name.textChanged.connect(self.look)
        self._accept.clicked.connect(self.accept)

    def maker(self) -> EditOf:
        """Return what makes the edit that is to be done, and refers to no widget."""
        raise NotImplementedError

    def obstacle(self) -> str:
        """Return what stands in the way as far as it can be told at once, "" for nothing."""
        raise NotImplementedError

    def look(self) -> None:
        """Say what stands in the way, else what the name means."""
        refusal, remark = self._refusal(), ""
        if not refusal:
            remark = self.remark()
        line = ProblemText(Shape.ERROR, refusal) if refusal else ProblemText(Shape.OK, remark)
        self.name_row.show_problems((line,) if line.message and self.name.text() else ())
        self._accept.setEnabled(not refusal)

    def remark(self) -> str:
        """Return what is good to know of a name that can be taken, "" for nothing."""
        return ""

    def accept(self) -> None:
        """Do it."""
        if not self._refusal():
            self.session.make(self.windowTitle(), self.maker())
            super().accept()

    def _refusal(self) -> str:
        """Return what stands in the way; in a large text, the rest is found out afterwards."""
        document = self.session.document
        if document.environment.is_large:
            return self.obstacle()
        try:
            self.maker()(document)
        except (EditError, dotenv.Unwritable) as error:
            return in_language(str(error))
        return ""

    def _footer(self) -> QHBoxLayout:
        cancel = QPushButton(words("Cancel"))
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._accept)
        return row


class NewVariableDialog(VariableDialog):
    """Adds a variable to the `.env` text."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        """Start without a name."""
        super().__init__(session, words("Add a variable to .env"), words("Add"), parent)
        self.setObjectName("newVariableDialog")
        self.value = SecretField(words("Value"))
        self.value.setObjectName("newVariableValue")
        self.rows.addWidget(FieldRow(words("Value"), self.value))
        self.explanation.setText(words("Fields of the config name it as ${NAME}."))
        self.value.textChanged.connect(self.look)
        self.look()

    def maker(self) -> EditOf:
        """Return what adds the variable."""
        return partial(_adding, self.name.text(), self.value.text())

    def obstacle(self) -> str:
        """Return what is wrong with the name."""
        return _obstacle(self.name.text(), self.session.document)


class MoveDialog(VariableDialog):
    """Takes a secret from the config to the `.env` text."""

    def __init__(self, session: Session, path: Path, parent: QWidget) -> None:
        """Start with the name that is suggested for the value at a path."""
        value = session.document.value
        place = place_name(value, path)
        title = words("Move “{0}” to .env").format(place)
        super().__init__(session, title, words("Move"), parent)
        self.setObjectName("moveDialog")
        self._path = path
        written = value_at(value, path)
        self._masked = mask(written.strip()) if isinstance(written, str) else ""
        self._flaw = ""
        try:
            self.name.setText(secret_moves.name_for(session.document, path))
        except EditError as error:
            self._flaw = in_language(str(error))
            self.name_row.hide()
        self.look()

    def look(self) -> None:
        """Say what will stand in both files."""
        super().look()
        name = self.name.text()
        what_happens = words(
            "The .env file gets the line {0}={1}, and the config says ${{{0}}} in place of "
            "the value. It is one step, which undo takes back in both files."
        )
        self.explanation.setText(self._flaw or what_happens.format(name, self._masked))

    def remark(self) -> str:
        """Say whether the variable is new."""
        name, environment = self.name.text(), self.session.document.environment
        if not environment.variables.get(name):
            return words("{0} is free.").format(name)
        return words("{0} has this value already; the config will name it.").format(name)

    def maker(self) -> EditOf:
        """Return what moves the secret."""
        return partial(_moving, self._path, self.name.text())

    def obstacle(self) -> str:
        """Return what is wrong with the name, or with the value."""
        if self._flaw:
            return self._flaw
        document = self.session.document
        written = str(value_at(document.value, self._path))
        return in_language(variable_names.obstacle(self.name.text(), written, document.environment))


def _obstacle(name: str, document: Document) -> str:
    if not is_name(name):
        return words("A name has letters, digits and “_”, no digit first.")
    if name in document.environment.variables:
        return words("{0} is in the .env file already.").format(name)
    return ""


def _adding(name: str, value: str, document: Document) -> Edit:
    obstacle = _obstacle(name, document)
    if obstacle:
        raise EditError(0, obstacle, None)
    patches = dotenv.add(document.env_text, name, value)
    return Edit(words("Add {0}").format(name), (), patches)


def _moving(path: Path, name: str, document: Document) -> Edit:
    return secret_moves.to_env(document, path, name)
