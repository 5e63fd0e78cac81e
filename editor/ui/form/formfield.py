"""One field of the form: label, editor, help, problems, and the way out of shared values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout

from editor.core.completion.offering import meaning_at
from editor.core.schema.field import Field, Target
from editor.ui.form.editors import editor_for
from editor.ui.form.fieldhelp import About, title_of
from editor.ui.form.problemtexts import problem_text
from editor.ui.language import in_language
from editor.ui.look.shapes import Shape
from editor.ui.widgets.fieldrow import FieldRow
from editor.ui.widgets.problemline import FixButton, ProblemText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from editor.core.validation.problem import Problem
    from editor.ui.form.wishes import FieldEditor, Shown, Wish

DETACH = "detach"


class FormField(FieldRow):
    """A row of the field table as a row of the form.

    Signals: `wished(key, Wish)`, `source_requested(key)`, `detach_requested(key)`,
    `variable_requested(name)`, and those of a field row.
    """

    wished = Signal(str, object)
    source_requested = Signal(str)
    detach_requested = Signal(str)
    variable_requested = Signal(str)

    def __init__(self, field: Field, target: Target, editor: FieldEditor | None = None) -> None:
        """Edit a field by a release's rules, in the editor that the table names or another."""
        self._editor = editor or editor_for(field, target)
        super().__init__(title_of(field), self._editor.widget)
        self.field = field
        self.is_set = False
        self._target = target
        self._explains = False
        self._meaning = ""
        self._found: tuple[ProblemText, ...] = ()
        self._failure = ""
        self._sharing = ""
        self._offer: ProblemText | None = None
        self._test: ProblemText | None = None
        self.waiting: Wish | None = None
        self.setToolTip(self._help())
        self.set_quiet(not field.is_known_in(target))
        self.about = About(self, field)
        self._hint_now()
        self._editor.signals.wished.connect(self._tell_wish)
        self._editor.signals.source_requested.connect(self._tell_source)
        self._editor.signals.variable_requested.connect(self.variable_requested)
        self._editor.signals.failed.connect(self.show_failure)
        self.fix_requested.connect(self._detach)

    @property
    def has_problems(self) -> bool:
        """Say whether an error or a warning stands under the field."""
        return any(problem.shape in (Shape.ERROR, Shape.WARNING) for problem in self._found)

    def set_named(self, named: bool) -> None:
        """Give the editor its name, or take it away for another page's."""
        self._editor.widget.setObjectName(f"field:{self.field.key}" if named else "")

    def add_button(self, button: QWidget) -> None:
        """Add a button at the right of the editor."""
        grid = self.layout()
        assert isinstance(grid, QGridLayout)
        grid.addWidget(button, 0, 2, Qt.AlignmentFlag.AlignTop)

    def display(self, shown: Shown, problems: Sequence[Problem], sharing: str) -> None:
        """Show a value with its problems; `sharing` says with whom it is shared, if so."""
        self.is_set = shown.is_set
        self.waiting = None
        self._failure = ""
        self._editor.display(shown)
        self._found = tuple(problem_text(problem) for problem in problems)
        self._meaning = _meaning_of(shown)
        self._sharing = sharing
        self._hint_now()
        self._show_lines()

    def show_failure(self, reason: str) -> None:
        """Say why what was typed cannot be taken; nothing when it can again."""
        self._failure = reason
        self._show_lines()

    def show_offer(self, offer: ProblemText | None) -> None:
        """Offer something below the field, or nothing any longer."""
        if offer != self._offer:
            self._offer = offer
            self._show_lines()

    def show_test(self, line: ProblemText | None) -> None:
        """Say what the last test found wrong with the field, or nothing any longer."""
        if line != self._test:
            self._test = line
            self._show_lines()

    def wait_for_detaching(self, wish: Wish) -> None:
        """Keep a wish until the user has decided to detach."""
        self.waiting = wish
        self._show_lines()

    def explain(self, explains: bool) -> None:
        """Show the help below the field, or put it away."""
        self._explains = explains
        self._hint_now()

    def event(self, event: QEvent) -> bool:
        """Claim the keys of the field's help before they are shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_escape = event.key() == Qt.Key.Key_Escape
            if event.key() == Qt.Key.Key_F1 or (is_escape and self.about.is_open()):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell about the field by F1, and no longer by Esc."""
        if event.key() == Qt.Key.Key_F1:
            self.about.toggle()
        elif event.key() != Qt.Key.Key_Escape or not self.about.close():
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Offer the help to the pointer."""
        self.about.offer(True)

    def leaveEvent(self, event: QEvent) -> None:
        """Offer the help no longer, unless the keyboard is here."""
        focused = self.window().focusWidget()
        self.about.offer(focused is not None and self.isAncestorOf(focused))

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the help away with the field."""
        self.about.close()

    def _show_lines(self) -> None:
        lines = list(self._found)
        if self._failure:
            lines.insert(0, ProblemText(Shape.ERROR, self._failure))
        if self._sharing:
            lines.append(shared_text(self._sharing, is_waiting=self.waiting is not None))
        lines += [line for line in (self._test, self._offer) if line is not None]
        self.show_problems(tuple(lines))

    def _hint_now(self) -> None:
        ignored = "" if self.field.is_known_in(self._target) else self._release_note()
        meaning = "" if self._found else self._meaning
        hint = self._help() if self._explains else ignored or meaning
        self.set_hint(hint)
        self.editor.setAccessibleDescription(hint or in_language(self.field.help))

    def _help(self) -> str:
        """Return what the field is for, an example, and which releases know it."""
        example = self.tr("Example: {0}").format(self.field.example) if self.field.example else ""
        parts = [in_language(self.field.help), example, self._release_note()]
        return "\n".join(part for part in parts if part)

    def _release_note(self) -> str:
        field, release = self.field, self._target.release
        if field.is_known_in(self._target):
            since = field.since if field.since > "0.7.0" else ""
            notes = [self.tr("Known since LibreChat {0}.").format(since)] if since else []
            if field.until is not None:
                notes.append(self.tr("Known up to LibreChat {0}.").format(field.until))
            return " ".join(notes)
        if field.until is not None:
            note = self.tr("LibreChat {0} ignores it; releases up to {1} knew it.")
            return note.format(release, field.until) + self.tr(" It stays in the file.")
        note = self.tr("LibreChat {0} ignores it; it is known since {1}.")
        return note.format(release, field.since) + self.tr(" It stays in the file.")

    def _tell_wish(self, wish: Wish) -> None:
        self.wished.emit(self.field.key, wish)

    def _tell_source(self) -> None:
        self.source_requested.emit(self.field.key)

    def _detach(self, key: object, fix_id: str) -> None:
        if fix_id == DETACH:
            self.detach_requested.emit(self.field.key)


def _meaning_of(shown: Shown) -> str:
    """Return what there is to know of the value that the file says."""
    if shown.document is None or not shown.text:
        return ""
    meaning = in_language(meaning_at(shown.document, shown.path, shown.text))
    return meaning[:1].upper() + meaning[1:]


def shared_text(reason: str, *, is_waiting: bool) -> ProblemText:
    """Return the line that says that a value is shared and offers a copy of its own."""
    title = _tr("Detach and change here") if is_waiting else _tr("Detach")
    sentence = f"{reason[:1].upper()}{reason[1:]}."
    return ProblemText(Shape.INFO, sentence, None, (FixButton(DETACH, title),))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Form", text)
