"""The source of the `.env` file: edited as text on the same undo stack, secrets hidden."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from editor.core.concealing import hidden_spans
from editor.core.text import Edit, Patch, Span
from editor.core.validation.placing import Lines
from editor.core.variables import secret_names
from editor.ui.panels.changedlines import changed_lines, count_runs
from editor.ui.panels.findbar import FindBar
from editor.ui.panels.fixmenu import FIX_KEYS, fix_actions, offer_fixes
from editor.ui.panels.places import line_starts, offset_of, problems_at, underlines
from editor.ui.panels.problems import SHAPES
from editor.ui.panels.typingrun import TypingRun
from editor.ui.widgets import envtokens
from editor.ui.widgets.emptystate import EmptyState
from editor.ui.widgets.holdbutton import HoldButton
from editor.ui.widgets.secretpane import SecretPane

if TYPE_CHECKING:
    from editor.core.document import Document
    from editor.core.environment import Environment
    from editor.core.yaml.values import Value
    from editor.ui.session import Session

_COMPARE_PAUSE = 200
_NOTHING: tuple[object, ...] = ()
_MARGIN = 24


class EnvPanel(QWidget):
    """Shows and edits a session's `.env` text.

    `cursor_moved(line, column)`, counted from 1: a person moved the cursor.
    `variable_reached(str)`: the cursor is now at the assignment of this variable. `reveal` is the
    button that shows the secrets while it is held. `changes_counted(int)`: how many places differ
    from the file on disk.
    """

    cursor_moved = Signal(int, int)
    variable_reached = Signal(str)
    changes_counted = Signal(int)

    def __init__(self, session: Session) -> None:
        """Follow a session."""
        super().__init__()
        self._session = session
        self._run = TypingRun()
        self._variable = ""
        self._has_file = False
        self._shown: tuple[object, ...] | None = None
        self._config: Value = None
        self._names: frozenset[str] = frozenset()
        self._hidden: tuple[Span, ...] = ()
        self._hidden_in: tuple[Environment, frozenset[str]] | None = None
        self.pane = SecretPane(self.tr("Text of the .env file"), envtokens.stretches)
        self.pane.setObjectName("envSource")
        self.reveal = HoldButton("reveal", self.tr("Show the secrets while held"))
        self.reveal.setObjectName("revealSecrets")
        self.find_bar = FindBar(self.pane)
        self._empty = EmptyState(
            "envFile",
            self.tr("No .env beside this file"),
            self.tr("Variables such as ${EASTUS_KEY} are read from it. Saving creates it."),
            self.tr("Create"),
        )
        self._large = EmptyState("envFile", self.tr("This .env is too large to be shown"))
        self._compare_soon = QTimer(self, singleShot=True, interval=_COMPARE_PAUSE)
        self._arrange()
        self._connect()
        self.show_document(session.document)

    def show_document(self, document: Document) -> None:
        """Show a document's `.env` text, replacing only what differs; the cursor stays."""
        self._compare_soon.start()
        if not self.isVisible():
            return
        is_large = self._show_size(document)
        if is_large:
            return
        problems = tuple(problem for problem in document.problems if problem.file == "env")
        reason, secrets = self._session.env_read_only_reason, self._secrets(document)
        state = (document.env_text, secrets, problems, reason, self._has_file)
        if state == self._shown:
            return
        self._shown = state
        self.pane.setReadOnly(bool(reason))
        self.pane.show_secretly(document.env_text, secrets)
        self.pane.show_underlines(underlines(document.env_text, problems, SHAPES, "env"))
        self._show_emptiness(document)
        self.show_variable(self._variable)

    def _show_size(self, document: Document) -> bool:
        """Show no text that is so large that each key in it would make people wait."""
        is_large = document.environment.is_large
        self._large.setVisible(is_large)
        if is_large and self._shown != _NOTHING:
            self._shown = _NOTHING
            self._large.show_words(
                self.tr("This .env is too large to be shown"), self._session.env_typing_obstacle
            )
            self.pane.show_secretly("", ())
            self.pane.show_underlines(())
            for part in (self.pane, self._empty, self.find_bar):
                part.hide()
            self.reveal.setEnabled(False)
        return is_large

    def show_file(self, has_file: bool) -> None:
        """Say that there is no file where there is none."""
        self._has_file = has_file
        self.show_document(self._session.document)

    def show_variable(self, name: str) -> None:
        """Mark the lines that assign a variable, and scroll there."""
        self._variable = name
        environment = self._session.document.environment
        assigned = () if environment.is_large else environment.assignments
        found = [one for one in assigned if one.key == name]
        if found and self.isVisible():
            self.pane.show_node(found[-1].key_span.start, found[-1].value_span.end)
            if not self.pane.hasFocus():
                self.pane.reveal(found[-1].key_span.start)
        else:
            self.pane.show_node(0, 0)

    def reveal_place(self, line: int, column: int) -> None:
        """Put cursor and keyboard at a line and column, counted from 1."""
        if self._session.document.environment.is_large:
            return
        starts = line_starts(self._session.document.env_text)
        self.pane.place_cursor(offset_of(starts, line, column))
        self.pane.setFocus()
        self._note_cursor(self.pane.offset())

    def show_changes(self) -> None:
        """Mark the lines that differ from the file on disk."""
        session = self._session
        marks = changed_lines(session.saved_env_text, session.document.env_text)
        if not session.document.environment.is_large:
            self.pane.show_changes(marks)
        self.changes_counted.emit(count_runs(marks))

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while nobody looked."""
        super().showEvent(event)
        self.show_document(self._session.document)
        self.show_variable(self._variable)

    def _arrange(self) -> None:
        for part in (self._empty, self._large):
            part.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        for part in (self._empty, self._large):
            column.addWidget(part, alignment=Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.pane, stretch=1)
        self.setFocusProxy(self.pane)

    def _connect(self) -> None:
        self._compare_soon.timeout.connect(self.show_changes)
        self._empty.requested.connect(self._begin)
        self.reveal.held.connect(self.pane.reveal_secrets)
        self.pane.user_edited.connect(self._apply)
        self.pane.cursor_moved.connect(self._note_cursor)
        self.pane.menu_requested.connect(self._add_fixes)
        self.pane.cut_refused.connect(self._session.refused)
        self.find_bar.closed.connect(self.pane.setFocus)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, context=context)
        find.activated.connect(self.find_bar.open_bar)
        fix = QShortcut(QKeySequence(FIX_KEYS), self, context=context)
        fix.activated.connect(partial(offer_fixes, self.pane, self._session, "env"))
        self._session.document_changed.connect(self.show_document)
        self._session.cleanliness_changed.connect(self._compare_again)

    def _apply(self, start: int, end: int, text: str) -> None:
        """Make what a person typed a step; what the session refuses goes away again."""
        document = self._session.document
        key = self._run.key_for(start, end, removed=document.env_text[start:end], added=text)
        edit = Edit(self.tr("Edit .env"), (), (Patch(start, end, text),))
        self._session.apply(edit, typing=("env", key))
        document = self._session.document
        if not self._show_size(document):
            self.pane.show_secretly(document.env_text, self._secrets(document))

    def _note_cursor(self, offset: int) -> None:
        self._run.place_cursor(offset)
        document = self._session.document
        self.cursor_moved.emit(*Lines(document.env_text).position(offset))
        for found in document.environment.assignments:
            if found.key_span.start <= offset <= found.value_span.end:
                self.show_variable(found.key)
                self.variable_reached.emit(found.key)

    def _add_fixes(self, menu: QMenu, offset: int) -> None:
        """Offer the fixes of the problems at an offset above what every text offers."""
        menu.setObjectName("envMenu")
        document = self._session.document
        problems = problems_at(document.env_text, document.problems, offset, "env")
        first = menu.actions()[0]
        fixes = fix_actions(menu, self._session, problems)
        menu.insertActions(first, fixes)
        if fixes:
            menu.insertSeparator(first)

    def _show_emptiness(self, document: Document) -> None:
        """Say that there is no file, until somebody begins one."""
        is_begun = self.pane.isVisible() and self.pane.hasFocus()
        is_missing = not document.env_text and not self._has_file and not is_begun
        self._empty.setVisible(is_missing)
        self.pane.setHidden(is_missing)
        self.reveal.setEnabled(not is_missing)

    def _begin(self) -> None:
        self._empty.hide()
        self.pane.show()
        self.pane.setFocus()

    def _secrets(self, document: Document) -> tuple[Span, ...]:
        """Return where the secrets stand; the last ones as long as config and variables stay.

        Names count by what the readable config uses them for.
        """
        value, environment = self._session.readable.value, document.environment
        if value is not self._config:
            self._config, self._names = value, secret_names(value)
        if (environment, self._names) != self._hidden_in:
            self._hidden_in = (environment, self._names)
            self._hidden = hidden_spans(environment.env_text, self._names, environment.assignments)
        return self._hidden

    def _compare_again(self, _is_clean: bool) -> None:
        self._compare_soon.start()
