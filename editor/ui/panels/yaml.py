"""The source of the config: edited as text, in step with tree and form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from editor.core.config_secrets import ConfigSecrets
from editor.core.text import Edit, Patch, difference
from editor.core.validation.placing import Lines
from editor.ui.panels.changedlines import changed_lines, count_runs
from editor.ui.panels.findbar import FindBar
from editor.ui.panels.fixmenu import FIX_KEYS, fix_actions, offer_fixes
from editor.ui.panels.places import (
    line_starts,
    node_at,
    offset_of,
    problems_at,
    span_of,
    start_of,
    underlines,
)
from editor.ui.panels.problems import SHAPES
from editor.ui.panels.typingrun import TypingRun
from editor.ui.widgets import yamltokens
from editor.ui.widgets.holdbutton import HoldButton
from editor.ui.widgets.secretpane import SecretPane
from editor.ui.widgets.yamltyping import break_line

if TYPE_CHECKING:
    from editor.core.document import Document
    from editor.core.yaml.values import Path
    from editor.ui.session import Session
    from editor.ui.widgets.lineedits import LineBreak

_FOLLOW_PAUSE = 1000
_COMPARE_PAUSE = 200
_CHARACTERS_PER_MILLISECOND = 2_000


class _SourcePane(SecretPane):
    """Knows what Enter does in YAML."""

    def broken(self, before: str, after: str) -> LineBreak:
        """Return what Enter does between two parts of a line."""
        return break_line(before, after)


class YamlPanel(QWidget):
    """Shows and edits a session's config text.

    `cursor_moved(line, column)`, counted from 1: a person moved the cursor. `changes_counted(int)`:
    how many places differ from the file on disk. `secrets_found(bool)`: the text has secrets, or no
    longer has. `eye` is the button that shows them while it is held.

    While somebody types, the current node is not changed; it follows the cursor after a pause, so
    that a key can be typed letter by letter as one step.
    """

    cursor_moved = Signal(int, int)
    changes_counted = Signal(int)
    secrets_found = Signal(bool)

    def __init__(self, session: Session) -> None:
        """Follow a session."""
        super().__init__()
        self._session = session
        self._run = TypingRun()
        self._is_leading = False
        self._is_typing = False
        self._secrets = ConfigSecrets()
        self.pane = _SourcePane(self.tr("YAML of the config"), yamltokens.stretches)
        self.pane.setObjectName("yamlView")
        self.eye = HoldButton("reveal", self.tr("Show the secrets while held"))
        self.eye.setObjectName("revealYamlSecrets")
        self.find_bar = FindBar(self.pane)
        self._follow_soon = QTimer(self, singleShot=True, interval=_FOLLOW_PAUSE)
        self._compare_soon = QTimer(self, singleShot=True)
        self._arrange()
        self._connect()
        self.show_document(session.document)
        self.show_changes()

    def show_document(self, document: Document) -> None:
        """Show a document's text, replacing only what differs; the cursor stays where it was."""
        patches = difference(self._secrets.text, document.text)
        self._show_text(document.text)
        is_elsewhere = patches and not self._is_typing
        if is_elsewhere and self._is_fresh():
            self.pane.place_cursor(0)
        elif is_elsewhere and self.pane.hasFocus():
            self.pane.reveal(patches[0].start)
        self.pane.show_underlines(underlines(document.text, document.problems, SHAPES))
        self._mark_node()
        self._compare_soon.start(_COMPARE_PAUSE + len(document.text) // _CHARACTERS_PER_MILLISECOND)

    @property
    def has_secrets(self) -> bool:
        """Say whether something of the text is hidden."""
        return bool(self._secrets.spans)

    def show_selection(self, path: Path) -> None:
        """Mark a node's lines, and scroll to the first unless the cursor chose the node."""
        self._mark_node()
        tree = self._session.document.tree
        if self._is_leading or tree is None:
            return
        start = start_of(tree, path)
        if start is not None:
            self.pane.reveal(start)

    def reveal(self, line: int, column: int) -> None:
        """Put cursor and keyboard at a line and column, counted from 1."""
        self.reveal_offset(offset_of(line_starts(self.pane.text()), line, column))

    def reveal_offset(self, offset: int) -> None:
        """Put cursor and keyboard at an offset, counted in code points."""
        self.pane.place_cursor(offset)
        self.pane.setFocus()
        self._note_cursor(offset)

    def set_read_only(self, is_read_only: bool) -> None:
        """Let the text only be looked at, or edited again."""
        self.pane.setReadOnly(is_read_only)

    def show_changes(self) -> None:
        """Mark the lines that differ from the file on disk."""
        marks = changed_lines(self._session.saved_text, self._session.document.text)
        self.pane.show_changes(marks)
        self.changes_counted.emit(count_runs(marks))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addWidget(self.pane, stretch=1)
        self.setFocusProxy(self.pane)

    def _connect(self) -> None:
        self._follow_soon.timeout.connect(self._follow)
        self._compare_soon.timeout.connect(self.show_changes)
        self.pane.user_edited.connect(self._apply)
        self.pane.cursor_moved.connect(self._note_cursor)
        self.pane.menu_requested.connect(self._add_fixes)
        self.pane.cut_refused.connect(self._session.refused)
        self.eye.held.connect(self.pane.reveal_secrets)
        self.find_bar.closed.connect(self.pane.setFocus)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, context=context)
        find.activated.connect(self.find_bar.open_bar)
        fix = QShortcut(QKeySequence(FIX_KEYS), self, context=context)
        fix.activated.connect(partial(offer_fixes, self.pane, self._session))
        self._session.document_changed.connect(self.show_document)
        self._session.selection_changed.connect(self.show_selection)
        self._session.cleanliness_changed.connect(self._compare_again)

    def _apply(self, start: int, end: int, text: str) -> None:
        """Make what a person typed a step; what the session refuses goes away again."""
        before = self._session.document
        removed = before.text[start:end]
        key = self._run.key_for(start, end, removed=removed, added=text)
        edit = Edit(self.tr("Edit YAML"), (Patch(start, end, text),))
        self._is_typing = True
        self._session.apply(edit, typing=key)
        self._is_typing = False
        if self._session.document is before:
            self._show_text(before.text)

    def _show_text(self, text: str) -> None:
        """Show a text with its secrets hidden."""
        had_secrets = self.has_secrets
        self._secrets = self._secrets.after(text)
        self.pane.show_secretly(text, self._secrets.spans)
        if self.has_secrets != had_secrets:
            self.secrets_found.emit(self.has_secrets)

    def _note_cursor(self, offset: int) -> None:
        """Follow the cursor: at once where it was moved, after a pause where it was typed."""
        self._run.place_cursor(offset)
        if self._run.is_going_on:
            self._follow_soon.start()
        else:
            self._follow()
        self.cursor_moved.emit(*Lines(self.pane.text()).position(offset))

    def _follow(self) -> None:
        """Make the node that the cursor is in the current one."""
        self._follow_soon.stop()
        tree = self._session.document.tree
        if tree is None:
            return
        self._is_leading = True
        self._session.select(node_at(tree, self.pane.offset()))
        self._is_leading = False

    def _add_fixes(self, menu: QMenu, offset: int) -> None:
        """Offer the fixes of the problems at an offset above what every text offers."""
        menu.setObjectName("yamlMenu")
        document = self._session.document
        problems = problems_at(document.text, document.problems, offset)
        first = menu.actions()[0]
        fixes = fix_actions(menu, self._session, problems)
        comment = QAction(self.tr("Comment out or back in") + "\tCtrl+/", menu)
        comment.triggered.connect(self.pane.toggle_comment)
        comment.setEnabled(not self.pane.isReadOnly())
        menu.insertActions(first, fixes)
        if fixes:
            menu.insertSeparator(first)
        menu.addSeparator()
        menu.addAction(comment)

    def _mark_node(self) -> None:
        """Mark the lines of the current node; those of before while the text cannot be read."""
        tree = self._session.document.tree
        if tree is None:
            return
        span = span_of(tree, self._session.selection)
        self.pane.show_node(*(span or (0, 0)))

    def _is_fresh(self) -> bool:
        """Say whether the text is a file that was just opened."""
        return self._session.is_clean and not self._session.undo_stack.count()

    def _compare_again(self, _is_clean: bool) -> None:
        self._compare_soon.start()
