"""What a person may decide in a migration: names, models, and how an address is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from editor.core.migration.choices import (
    GROUP_CHOICE,
    KEY_CHOICE,
    MODELS_CHOICE,
    SERVERLESS_CHOICE,
)
from editor.core.outline import groups_in
from editor.core.validation.problem import Severity
from editor.ui.language import in_language
from editor.ui.look.appearance import current_look
from editor.ui.look.shapes import Shape
from editor.ui.widgets.choice import Choice
from editor.ui.widgets.fieldrow import FieldRow
from editor.ui.widgets.problemline import ProblemText
from editor.ui.widgets.textfield import TextField

if TYPE_CHECKING:
    from editor.core.migration import Migration, Note

_TEXTS = (GROUP_CHOICE, KEY_CHOICE, MODELS_CHOICE)
_GAP = 16
_NARROW = 700


class Questions(QWidget):
    """Asks what `document.migrate` takes as choices; each answer is to be worked out anew.

    Signals: `answered()` after a person, or a suggestion, changed an answer.
    """

    answered = Signal()

    def __init__(self) -> None:
        """Start without an answer."""
        super().__init__()
        self._answers: dict[str, object] = {}
        self._texts = {
            GROUP_CHOICE: TextField(self.tr("Group name")),
            KEY_CHOICE: TextField(self.tr("Key variable")),
            MODELS_CHOICE: TextField(self.tr("Models"), "gpt-4o, gpt-4o-mini"),
        }
        self._texts[KEY_CHOICE].set_code(True)
        self._texts[MODELS_CHOICE].set_code(True)
        yes = self.tr("Yes, call the address as it stands")
        no = self.tr("No, let LibreChat append the deployment")
        self.serverless = Choice(
            self.tr("Serverless group"), ((True, yes), (False, no)), self.tr("Not decided")
        )
        self.no_group = QCheckBox(self.tr("Only take the old settings out"))
        self.no_group.setToolTip(self.tr("Make no new group"))
        self.no_group.setObjectName("choice:none")
        self._rows = {
            name: FieldRow(editor.accessibleName(), editor)
            for name, editor in (*self._texts.items(), (SERVERLESS_CHOICE, self.serverless))
        }
        for name, row in self._rows.items():
            row.editor.setObjectName(f"choice:{name}")
        self._rows[MODELS_CHOICE].hide()
        self._rows[SERVERLESS_CHOICE].hide()
        self.no_group.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(_GAP // 2)
        self._is_narrow: bool | None = None
        self.fit(_NARROW)
        for name, field in self._texts.items():
            field.edited.connect(lambda text, name=name: self._answer_text(name, text))
        self.serverless.edited.connect(lambda value: self._answer(SERVERLESS_CHOICE, value))
        self.no_group.toggled.connect(lambda _: self.answered.emit())

    def answers(self) -> dict[str, object]:
        """Return the choices that were made."""
        made = {name: answer for name, answer in self._answers.items() if answer is not None}
        return {**made, MODELS_CHOICE: []} if self.no_group.isChecked() else made

    def show_migration(self, migration: Migration) -> None:
        """Show what is asked now; a suggestion becomes an answer that can be changed."""
        for name, text in (
            (GROUP_CHOICE, migration.group_name),
            (KEY_CHOICE, migration.key_variable),
        ):
            if name not in self._answers:
                self._texts[name].show_value(text)
            self._rows[name].setVisible(bool(text) or name in self._answers)
        self._texts[MODELS_CHOICE].setPlaceholderText(_models(migration) or "gpt-4o, gpt-4o-mini")
        asked = {note.choice: note for note in reversed(migration.notes) if note.choice}
        suggested = [self._ask(name, asked.get(name), migration) for name in self._rows]
        is_without = self.no_group.isChecked()
        for name in self._rows:
            self._rows[name].setEnabled(not is_without)
        if any(suggested):
            self.answered.emit()

    def first_open(self) -> QWidget | None:
        """Return the editor of the first question that must be answered, None without any."""
        wanted = (row.editor for row in self._rows.values() if row.problems())
        return next(wanted, None)

    def fit(self, width: int) -> None:
        """Put the two names side by side where there is room for both."""
        is_narrow = width < current_look().pixels(_NARROW)
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        group, key, models, serverless = self._rows.values()
        span = 1 if is_narrow else 2
        self._grid.addWidget(group, 0, 0)
        self._grid.addWidget(key, *((1, 0) if is_narrow else (0, 1)))
        self._grid.addWidget(models, 2, 0, 1, span)
        self._grid.addWidget(serverless, 3, 0, 1, span)
        self._grid.addWidget(self.no_group, 4, 0, 1, span)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 0 if is_narrow else 1)

    def _ask(self, name: str, note: Note | None, migration: Migration) -> bool:
        """Show what a note asks; say whether its suggestion was taken for the answer."""
        row = self._rows[name]
        if note is not None:
            row.show()
        if note is None or note.severity is not Severity.ERROR:
            row.show_problems(())
            return False
        self.no_group.setVisible(
            self.no_group.isVisibleTo(self)
            or (name == MODELS_CHOICE and bool(groups_in(migration.before.value)))
        )
        if name in _TEXTS and name not in self._answers and note.suggestion:
            row.set_hint(in_language(note.message))
            self._texts[name].show_value(note.suggestion)
            self._answers[name] = note.suggestion
            return True
        shape = Shape.ERROR if self._answers.get(name) else Shape.INFO
        row.set_hint("")
        row.show_problems((ProblemText(shape, in_language(note.message)),))
        return False

    def _answer_text(self, name: str, text: object) -> None:
        self._answer(name, str(text).strip() or None)

    def _answer(self, name: str, answer: object) -> None:
        self._answers[name] = answer
        self._rows[name].set_hint("")
        self.answered.emit()


def _models(migration: Migration) -> str:
    """Return the models of the new groups, as they are named in the field."""
    found = (group["models"] for group in migration.groups)
    return ", ".join(name for models in found if isinstance(models, dict) for name in models)
