"""The settings of LibreChat's image tools: which count, and whom each tool asks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from editor.core import dotenv
from editor.core.image_settings import Effect, ImageRequest, effects, resolve
from editor.core.image_variables import VARIABLES, ImageVariable, Tool
from editor.core.schema.field import Target
from editor.core.text import Edit
from editor.ui.environment.table import words
from editor.ui.form.problemtexts import problem_text
from editor.ui.language import counted, in_language
from editor.ui.look.shapes import Shape
from editor.ui.widgets.fieldrow import FieldRow
from editor.ui.widgets.labels import label, mark
from editor.ui.widgets.problemline import ProblemText
from editor.ui.widgets.secretfield import SecretField
from editor.ui.widgets.section import Section
from editor.ui.widgets.textfield import Line, TextField

if TYPE_CHECKING:
    from editor.core.document import Document
    from editor.core.environment import Environment
    from editor.core.validation.problem import Problem
    from editor.ui.session import Session

_BLOCK = "Image generation"
_TOOLS = {Tool.DALLE_3: "DALL·E 3", Tool.GPT_IMAGE: "GPT image", Tool.DALLE_2: "DALL·E 2"}


class ImageSection(Section):
    """Edits the variables of the image tools in a session's `.env` text.

    Each tool that has any says whom it asks. Help stands under a field that has the focus, and
    why it has no effect, always.
    """

    def __init__(self, session: Session) -> None:
        """Start folded; `show_document` fills the fields."""
        super().__init__(words("Image generation"), foldable=True)
        self._session = session
        self._fields: dict[str, _ImageField] = {}
        self._answers = {tool: _Answer(title) for tool, title in _TOOLS.items()}
        for tool, title in _TOOLS.items():
            self.add(label(title, "section"))
            self.add(self._answers[tool])
            for row in VARIABLES:
                if row.tools[0] is tool:
                    self._fields[row.name] = self._field(row)
        self.set_folded(True)

    def show_document(self, document: Document) -> None:
        """Show what the `.env` text says, and what becomes of it."""
        environment, target = document.environment, Target(document.target)
        found = effects(environment, target)
        set_ones = sum(effect is not Effect.UNSET for effect in found.values())
        self.set_summary(
            counted(set_ones, "%n set", "%n set") if set_ones else words("nothing set")
        )
        if self.is_folded():
            return
        lines, is_locked = environment.lines, bool(self._session.env_typing_obstacle)
        for name, field in self._fields.items():
            about = [p for p in document.problems if p.file == "env" and p.line == lines.get(name)]
            field.display(environment, target, found[name], about)
            field.lock(is_locked)
        self._show_answers(environment, target)

    def set_folded(self, folded: bool) -> None:
        """Fold or unfold, and show the newest text when unfolded."""
        super().set_folded(folded)
        if not folded and hasattr(self, "_fields"):
            self.show_document(self._session.document)

    def _field(self, row: ImageVariable) -> _ImageField:
        field = _ImageField(row)
        field.editor.setObjectName(f"env:{row.name}")
        field.text.edited.connect(partial(self._write, row.name))
        field.text.editingFinished.connect(self._session.end_typing)
        self.add(field)
        return field

    def _write(self, name: str, value: object) -> None:
        """Write what was typed as one step; a variable that is not there yet goes to its block."""
        text = self._session.document.env_text
        is_there = name in self._session.document.environment.variables
        try:
            if is_there:
                patches = dotenv.set_value(text, name, str(value))
            else:
                patches = dotenv.add(text, name, str(value), block=_BLOCK)
        except dotenv.Unwritable as error:
            self._fields[name].show_problems((ProblemText(Shape.ERROR, in_language(str(error))),))
            return
        edit = Edit(words("Set {0}").format(name), (), patches)
        self._session.apply(edit, typing=("variable", name))

    def _show_answers(self, environment: Environment, target: Target) -> None:
        """Say for each tool whom it asks, or why it cannot start."""
        asked = {request.tool: request for request in resolve(environment, target)}
        for tool, answer in self._answers.items():
            answer.display(asked.get(tool))


class _Answer(FieldRow):
    """Whom a tool asks: an address that can be copied, or why the tool cannot start."""

    def __init__(self, tool: str) -> None:
        self._address = Line()
        self._address.setReadOnly(True)
        self._address.setAccessibleName(words("Address that {0} asks").format(tool))
        super().__init__(words("Asks"), self._address)
        self.set_quiet(True)

    def display(self, request: ImageRequest | None) -> None:
        """Show a tool's request; nothing for a tool without settings."""
        self.setVisible(request is not None)
        if request is None:
            return
        if (request.url or "") != self._address.text():
            self._address.setText(request.url or "")
            self._address.setCursorPosition(0)
        self._address.setHidden(request.url is None)
        whom = words("Azure") if request.is_azure else words("OpenAI, or a proxy of it")
        self.set_hint(whom if request.url else "")
        error = ProblemText(Shape.ERROR, words("The tool cannot start."), request.error)
        self.show_problems((error,) if request.error else ())


class _ImageField(FieldRow):
    """One variable; its help stands below while it has the focus."""

    def __init__(self, row: ImageVariable) -> None:
        make = SecretField if row.is_secret else TextField
        shown = words("{0} if not set").format(row.default) if row.default else row.example
        title = in_language(row.label)
        self.text: TextField = make(title, shown)
        super().__init__(title, self.text)
        self.setToolTip(f"{row.name}\n{in_language(row.help)}")
        self._row = row
        self._fact = ""
        self.text.installEventFilter(self)

    def display(
        self, environment: Environment, target: Target, effect: Effect, about: list[Problem]
    ) -> None:
        """Show the value of the `.env` text, and what becomes of it."""
        self.text.show_value(environment.variables.get(self._row.name))
        self.set_quiet(not self._row.is_known_in(target))
        self._fact = self._about(effect, target)
        self._hint_now()
        self.show_problems(tuple(problem_text(problem) for problem in about))

    def lock(self, is_locked: bool) -> None:
        """Let the value only be looked at, or be edited."""
        if self.text.isReadOnly() != is_locked:
            self.text.setReadOnly(is_locked)
            mark(self.text, "locked", is_locked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the help while the field has the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._hint_now(has_focus=event.type() == QEvent.Type.FocusIn)
        return False

    def _hint_now(self, *, has_focus: bool | None = None) -> None:
        is_focused = self.text.hasFocus() if has_focus is None else has_focus
        help_text = f"{self._row.name}: {in_language(self._row.help)}" if is_focused else ""
        self.set_hint("\n".join(part for part in (self._fact, help_text) if part))

    def _about(self, effect: Effect, target: Target) -> str:
        """Say why a variable has no effect; those that nothing reads say so even while unset."""
        row = self._row
        if not row.is_known_in(target):
            if row.until is not None:
                note = words("LibreChat {0} does not read it; releases up to {1} did.")
                return note.format(target.release, row.until)
            note = words("LibreChat {0} does not read it; it is known since {1}.")
            return note.format(target.release, row.since)
        if effect is Effect.IGNORED:
            return words("Set, but without effect: another variable is missing, or wins.")
        return ""
