"""The variable that is chosen in the table: its value, who gives it, and what uses it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.core import dotenv, secret_moves
from editor.core.document import EditError
from editor.core.environment import Giver
from editor.core.text import Edit
from editor.ui.environment.table import source_words, words
from editor.ui.form.problemtexts import problem_text
from editor.ui.language import counted, in_language
from editor.ui.look.shapes import Shape
from editor.ui.tree.nodes import place_name
from editor.ui.widgets.fieldrow import FieldRow
from editor.ui.widgets.flow import FlowLayout
from editor.ui.widgets.labels import label
from editor.ui.widgets.problemline import ProblemText
from editor.ui.widgets.secretfield import SecretField

if TYPE_CHECKING:
    from editor.core.document import Document
    from editor.core.validation.problem import Problem
    from editor.core.variables import Variable
    from editor.core.yaml.values import Path
    from editor.ui.session import Session

_MOST_LINKS = 12


class VariableDetail(QWidget):
    """Edits the value that the `.env` text gives a variable.

    Signals: `field_requested(path)` to go to what uses it, `line_requested(line)` to go to its
    line in the `.env` text.
    """

    field_requested = Signal(object)
    line_requested = Signal(int)

    def __init__(self, session: Session) -> None:
        """Change a session's `.env` text."""
        super().__init__()
        self._session = session
        self._name = ""
        self._uses: tuple[Path, ...] = ()
        self._title = label("", "section")
        self.value = SecretField(self.tr("Value"))
        self.value.setObjectName("variableValue")
        self._value_row = FieldRow(self.tr("Value"), self.value)
        self._source = label("", "body")
        self._links = QWidget()
        self._links_row = FlowLayout(self._links, spacing=8)
        self._line = QPushButton(self.tr("Go to line in .env"))
        self._line.setObjectName("goToEnvLine")
        self._line.setProperty("role", "link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._value_row)
        column.addWidget(FieldRow(self.tr("Set in"), self._place()))
        self._uses_row = FieldRow(self.tr("Used by"), self._links)
        column.addWidget(self._uses_row)
        self.value.edited.connect(self._write)
        self.value.editingFinished.connect(session.end_typing)
        self._line.clicked.connect(self._ask_for_line)
        self._at: int | None = None

    def display(self, found: Variable, document: Document, env_value: str | None) -> None:
        """Show a variable; `env_value` is what the `.env` text gives it."""
        self._name, self._at = found.name, found.line
        self._title.setText(found.name)
        self._value_row.editor.setAccessibleName(self.tr("Value of {0}").format(found.name))
        self.value.show_value(env_value)
        is_locked = bool(self._session.env_typing_obstacle)
        self.value.setReadOnly(is_locked)
        self._value_row.set_hint(self._hint(found))
        self._value_row.show_problems(self._problems(found, document))
        way_out = self.tr("nowhere; typing a value adds it to .env")
        nowhere = self.tr("nowhere") if is_locked else way_out
        self._source.setText(source_words(found) or nowhere)
        self._line.setVisible(found.line is not None)
        self._uses_row.setVisible(bool(found.uses))
        if found.uses != self._uses:
            self._uses = found.uses
            self._show_links(document)

    def _place(self) -> QWidget:
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._source)
        row.addWidget(self._line)
        row.addStretch(1)
        return place

    def _hint(self, found: Variable) -> str:
        """Say what else there is to know about who gives the value."""
        if found.hijacker and found.hijacker != found.name:
            return self.tr("It has no effect: {0} decides in its place.").format(found.hijacker)
        giver = None if found.source is None else found.source.giver
        if giver is Giver.PROCESS:
            return self.tr(
                "The environment that this editor runs in has a value of its own, which counts."
            )
        if giver is Giver.COMPOSE and found.source is not None:
            counts = self.tr("{0} gives LibreChat’s container a value of its own, which counts.")
            return counts.format(found.source.file)
        return ""

    def _problems(self, found: Variable, document: Document) -> tuple[ProblemText, ...]:
        """Return what is said about the variable, each sentence once."""
        about = [problem for problem in document.problems if _is_about(problem, found)]
        texts = {problem.message: problem_text(problem) for problem in about}
        return tuple(
            ProblemText(text.shape, text.message, text.server_message) for text in texts.values()
        )

    def _show_links(self, document: Document) -> None:
        while self._links_row.count():
            item = self._links_row.takeAt(0)
            widget = None if item is None else item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for path in self._uses[:_MOST_LINKS]:
            link = QPushButton(place_name(document.value, path).replace("&", "&&"))
            link.setProperty("role", "link")
            link.clicked.connect(partial(self.field_requested.emit, path))
            self._links_row.addWidget(link)
            link.show()
            if secret_moves.is_header(path):
                self._add_way_back(path)
        more = len(self._uses) - _MOST_LINKS
        if more > 0:
            rest = counted(more, "and %n more", "and %n more")
            self._links_row.addWidget(label(rest, "body", "text_2"))

    def _add_way_back(self, path: Path) -> None:
        """Offer to write a header's value into the config."""
        back = QPushButton(self.tr("Write the value into the YAML"))
        back.setProperty("role", "link")
        back.setAccessibleName(self.tr("Write the value of {0} into the YAML").format(path[-1]))
        back.clicked.connect(partial(self._write_into_config, path))
        self._links_row.addWidget(back)
        back.show()

    def _write_into_config(self, path: Path) -> None:
        """Put a header's value in the place of what names it; refusals are the session's to say."""
        try:
            edit = secret_moves.to_config(self._session.document, path)
        except EditError as error:
            self._session.refused.emit(in_language(error.reason))
            return
        self._session.apply(edit)

    def _write(self, value: object) -> None:
        """Write what was typed; of what dotenv cannot express, say so and keep the old value."""
        try:
            patches = dotenv.set_value(self._session.document.env_text, self._name, str(value))
        except dotenv.Unwritable as error:
            self._value_row.show_problems((ProblemText(Shape.ERROR, in_language(str(error))),))
            return
        title = words("Set {0}").format(self._name)
        self._session.apply(Edit(title, (), patches), typing=("variable", self._name))

    def _ask_for_line(self) -> None:
        if self._at is not None:
            self.line_requested.emit(self._at)


def _is_about(problem: Problem, found: Variable) -> bool:
    """Say whether a problem is about a variable: at its line, or at a use that it breaks."""
    if problem.file == "env":
        return problem.line is not None and problem.line == found.line
    return problem.path in found.uses and f"{found.name} " in f"{problem.message} "
