"""The main window: where the panels stand, and what the actions are connected to."""

from __future__ import annotations

from base64 import b64decode, b64encode
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import (
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from editor.core import migration
from editor.core.schema.field import Target
from editor.core.schema.table import AZURE_PATH
from editor.ui import dialogs
from editor.ui.actions import ALWAYS_POSSIBLE, build_actions
from editor.ui.bottom import BottomPanel
from editor.ui.commands import Commands
from editor.ui.drawnfirst import DrawnFirst
from editor.ui.history import History
from editor.ui.legacybanner import LegacyBanner
from editor.ui.look.appearance import current_look
from editor.ui.middle import Middle
from editor.ui.navigation import Navigation
from editor.ui.notices import Notices
from editor.ui.opening import Opening
from editor.ui.palette import Palette
from editor.ui.panes import Panes, Room
from editor.ui.side import SidePanel
from editor.ui.start.page import StartPage
from editor.ui.statusbar import StatusBar
from editor.ui.taborder import next_stop
from editor.ui.testcommands import TestCommands
from editor.ui.toolbar import Toolbar
from editor.ui.transfers import Transfers
from editor.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent

    from editor.core.document import Document
    from editor.system.opening import Opened
    from editor.ui.filing import Filing
    from editor.ui.session import Session
    from editor.ui.testing import Tests

_ROOM_BELOW = 0.42
_LOW = 320
"""Height in pixels at the reference font below which the lists at the bottom start folded."""
_TREE_ACTIONS = (
    "addGroup",
    "addModel",
    "rename",
    "cut",
    "copy",
    "paste",
    "duplicate",
    "delete",
    "moveUp",
    "moveDown",
)


class MainWindow(DrawnFirst):
    """Shows a session: tree, form, source and problems, with everything that can be done to them.

    It owns no state but its layout; files are the filing's, texts the session's.
    `save_wanted()`: the texts are to be written to their files.
    """

    save_wanted = Signal()

    def __init__(self, session: Session, filing: Filing, tests: Tests) -> None:
        """Put the panels together; `filing` and `tests` are already connected to the session."""
        super().__init__()
        self.setObjectName("mainWindow")
        self.session, self._filing, self.tests = session, filing, tests
        self._is_closing = self._is_low = False
        self.actions_by_name = build_actions(self)
        self._opening = Opening(self, filing)
        self.history = History(session)
        filing.opened.connect(self.history.start_over)
        self._commands = Commands(session, lambda: self.tree.selected_paths())
        self.transfers = Transfers(session, self._commands)
        self._build()
        self._test_commands = TestCommands(self, tests)
        self._connect_actions()
        self._connect_session()
        self.ways = Navigation(self)
        self._show_document(session.document)

    def _build(self) -> None:
        """Create the widgets, top to bottom as they are seen."""
        actions = self.actions_by_name
        self.addActions(list(actions.values()))
        self.toolbar = Toolbar(actions)
        self.toolbar.follow_tests(self.tests, actions["cancelTests"])
        self.legacy_banner = LegacyBanner(self.session, actions["migrate"])
        self.notice = Banner()
        self.notices = Notices(self, self.session, self._filing)
        self.middle = Middle(self.session, actions, _TREE_ACTIONS, self.tests)
        self.tree, self.form = self.middle.tree, self.middle.form
        self.side = SidePanel(self.session, actions["addModel"])
        self.yaml, self.env = self.side.yaml, self.side.env
        self.routes, self.changes = self.side.routes, self.side.changes
        self.bottom = BottomPanel(self.session, self.tests)
        self.status_bar = StatusBar(self.session)
        self.palette_box = Palette(self, self.session, actions, self.tests.state_of)
        self.start_page = StartPage(actions)
        self.setStatusBar(self.status_bar)
        self.setCentralWidget(self._arranged())
        self.resize(1280, 800)
        self.setMinimumSize(640, 480)

    def _arranged(self) -> QWidget:
        self._panes = Panes(self.middle.navigation, self.middle, self.side, self.bottom)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._panes)
        self._pages.addWidget(self.start_page)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.toolbar, self.legacy_banner, self.notice):
            column.addWidget(part)
        column.addWidget(self._pages, stretch=1)
        return middle

    def _connect_actions(self) -> None:
        commands, stack = self._commands, self.session.undo_stack
        slots: Mapping[str, Callable[[], object]] = {
            "open": self._opening.choose_file,
            "openFolder": self._opening.choose_folder,
            "start": self.show_start_page,
            "save": self.save,
            "saveAs": self.save_as,
            "undo": stack.undo,
            "redo": stack.redo,
            "addGroup": commands.add_group,
            "addModel": commands.add_model,
            "rename": self.tree.rename_current,
            "cut": self.transfers.cut,
            "copy": self.transfers.copy,
            "paste": self.transfers.paste,
            "duplicate": commands.duplicate,
            "delete": commands.delete,
            "moveUp": commands.move_up,
            "moveDown": commands.move_down,
            "nextProblem": self.bottom.problems.go_to_next,
            "previousProblem": self.bottom.problems.go_to_previous,
            "palette": self.palette_box.open,
            "onlyProblems": self.tree.bar.switch.click,
            **self._test_commands.slots(),
        }
        for name, slot in slots.items():
            self.actions_by_name[name].triggered.connect(slot)
        stack.undoTextChanged.connect(self._name_undo)
        stack.redoTextChanged.connect(self._name_redo)
        commands.name_wanted.connect(self.form.focus_name)
        self.transfers.remarked.connect(self.notices.remark)
        self.tree.take_drops(self.transfers.text_of, self.transfers.drop)
        self.tree.marked_changed.connect(self._enable_actions)

    def _connect_session(self) -> None:
        session, filing, problems = self.session, self._filing, self.bottom.problems
        session.document_changed.connect(self._show_document)
        session.selection_changed.connect(self._enable_actions)
        session.cleanliness_changed.connect(self._show_cleanliness)
        session.undo_stack.canUndoChanged.connect(self._enable_undo)
        session.undo_stack.canRedoChanged.connect(self._enable_undo)
        self.tests.running_changed.connect(self._enable_actions)
        filing.opened.connect(self.tests.forget)
        filing.opened.connect(self._show_opened)
        filing.saved.connect(self._show_saved)
        filing.failed.connect(self._show_start_page_without_file)
        self.status_bar.verdict_clicked.connect(problems.go_to_first)
        self.toolbar.target_chosen.connect(filing.judging.set_target)
        self.status_bar.target_clicked.connect(self.toolbar.open_target_choice)
        self.toolbar.source_wanted.connect(self._panes.show_source)
        self.toolbar.tree_wanted.connect(self._panes.show_tree)
        self.bottom.folded.connect(self._panes.fold_below)
        self.bottom.tests.room_wanted.connect(self._panes.lend_below)
        self._panes.arranged.connect(self._show_switches)
        self.tree.view.activated.connect(self._bring_middle)
        self.middle.row.opened.connect(self._bring_middle)
        self.yaml.cursor_moved.connect(self.status_bar.show_cursor)
        self.env.cursor_moved.connect(self.status_bar.show_cursor)
        self.env.variable_reached.connect(self.middle.environment.show_variable)
        self.middle.environment.variable_chosen.connect(self.env.show_variable)
        self.form.action_requested.connect(self._trigger)
        self.start_page.return_wanted.connect(self._show_panes)

    def _show_document(self, document: Document) -> None:
        if not self.session.is_clean:
            self._show_panes()
        self.toolbar.show_target(Target(document.target))
        self._enable_actions()

    def _enable_actions(self, *_: object) -> None:
        """Enable what makes sense now."""
        stack = self.session.undo_stack
        if not isValid(stack):
            # An undo stack that dies with steps in it says so to whoever still listens.
            return
        possible = ALWAYS_POSSIBLE | self._commands.possible() | self._test_commands.possible()
        possible |= self._possible_with_file()
        conditions = {
            "addGroupFromAzure": "addGroup" in possible,
            "undo": stack.canUndo(),
            "redo": stack.canRedo(),
            "migrate": self.is_at_start or self._can_migrate(),
            "back": self.history.can_go_back,
            "forward": self.history.can_go_forward,
            "nextProblem": bool(self.session.document.problems),
            "previousProblem": bool(self.session.document.problems),
        }
        possible |= {name for name, is_met in conditions.items() if is_met}
        for name, action in self.actions_by_name.items():
            action.setEnabled(name in possible)

    def _enable_undo(self, _possible: bool) -> None:
        """Enable what the undo stack alone decides."""
        stack = self.session.undo_stack
        if isValid(stack):
            self.actions_by_name["undo"].setEnabled(stack.canUndo())
            self.actions_by_name["redo"].setEnabled(stack.canRedo())

    def _can_migrate(self) -> bool:
        """Say whether there are legacy settings in texts that can be changed."""
        session = self.session
        is_read_only = bool(session.read_only_reason or session.env_read_only_reason)
        return not is_read_only and migration.is_needed(session.document)

    def _possible_with_file(self) -> set[str]:
        """Return the names of the actions on files that make sense now."""
        if self._filing.path is not None:
            return {"save", "saveAs"} if not self.session.read_only_reason else set()
        if not self.session.is_clean:
            return {"save", "saveAs"}
        return {"saveAs"} if self._filing.suggestion is not None else set()

    def _show_cleanliness(self, is_clean: bool) -> None:
        self.setWindowModified(not is_clean)
        self.status_bar.show_file(self._filing)
        self.toolbar.show_dirty(not is_clean)

    def _name_undo(self, step: str) -> None:
        self._name("undo", self.tr("Undo"), step)

    def _name_redo(self, step: str) -> None:
        self._name("redo", self.tr("Redo"), step)

    def _name(self, name: str, verb: str, step: str) -> None:
        action = self.actions_by_name[name]
        action.setText(f"{verb}: {step}" if step else verb)
        action.setIconText(verb)

    def _trigger(self, name: str) -> None:
        self.actions_by_name[name].trigger()

    def save(self) -> None:
        """Write the texts to their files, after a look at the changes."""
        if self._filing.path is None:
            self.save_as()
        else:
            self.save_wanted.emit()

    def save_as(self) -> None:
        """Ask for another file and write the text to it."""
        dialogs.choose_target(self, self._filing.suggestion, self._filing.save)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes before the window goes."""
        if self._is_closing or self.session.is_clean:
            event.accept()
            return
        event.ignore()
        self.notices.guard(self._close_now)

    def _close_now(self) -> None:
        self._is_closing = True
        self.close()

    def _show_opened(self, opened: Opened) -> None:
        self._show_panes()
        self.env.show_file(opened.env_stamp is not None or opened.env_flaw is not None)
        self.middle.show_form()
        self.yaml.set_read_only(opened.flaw is not None)
        self.session.select(AZURE_PATH)
        self._show_path()
        self.ways.enter()

    def _show_saved(self) -> None:
        """Let a copy that was saved be changed."""
        self.yaml.set_read_only(bool(self.session.read_only_reason))
        self._show_path()

    def _show_path(self, *_: object) -> None:
        path, name = self._filing.path, self._filing.name
        self.setWindowTitle(f"{name}[*] — {self.tr('LibreChat Azure editor')}".lstrip("— "))
        self.setWindowFilePath(str(path) if path is not None else "")
        self.status_bar.show_file(self._filing)
        self._enable_actions()

    def show_start_page(self) -> None:
        """Show the ways to begin, and the way back where something is open."""
        self.start_page.offer_return(self._filing.name)
        self._pages.setCurrentWidget(self.start_page)
        self.start_page.focus_first()
        self._show_path()

    @property
    def is_at_start(self) -> bool:
        """Say whether the ways to begin are shown."""
        return self._pages.currentWidget() is self.start_page

    def _show_panes(self) -> None:
        self._pages.setCurrentWidget(self._panes)

    def _show_start_page_without_file(self) -> None:
        if self._filing.path is None:
            self.show_start_page()

    def give_room_below(self) -> None:
        """Let the results of the tests have a good part of the height."""
        self._panes.give_room_below(_ROOM_BELOW)

    def bring(self, part: QWidget) -> None:
        """Show the column that a part of the window stands in, if it is folded."""
        for pane in (self._panes.tree, self._panes.form, self._panes.side):
            if pane is part or pane.isAncestorOf(part):
                self._panes.bring(pane)

    def _bring_middle(self, *_: object) -> None:
        self.bring(self.middle)

    def _show_switches(self) -> None:
        """Offer to show the columns that are folded."""
        panes = self._panes
        tree = panes.front is panes.tree if panes.room is Room.ONE else None
        source = panes.front is panes.side if panes.room < Room.THREE else None
        self.toolbar.show_switches(tree, source)
        self.toolbar.fit(self.width())

    def focusNextPrevChild(self, next: bool) -> bool:
        """Let Tab lead through the window as it is read, or stay in what lies over it."""
        top = self.palette_box if self.palette_box.isVisible() else self
        target = next_stop(top, self.focusWidget(), 1 if next else -1)
        if target is None:
            return False
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        target.setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stop running tests on Escape, where nothing else wants the key."""
        if event.key() == Qt.Key.Key_Escape and self.tests.is_running:
            self.tests.cancel()
        else:
            super().keyPressEvent(event)

    def layout_state(self) -> Mapping[str, str]:
        """Return size, place and pane widths, for the next run."""
        only_set = b"1" if self.form.crumbs.only_set.isChecked() else b""
        parts = {
            "geometry": self.saveGeometry(),
            "only_set": QByteArray(only_set),
            **self._panes.states(),
        }
        return {name: b64encode(part.data()).decode("ascii") for name, part in parts.items()}

    def restore_layout(self, state: Mapping[str, str]) -> None:
        """Bring size, place and pane widths back."""
        parts = {name: QByteArray(b64decode(text)) for name, text in state.items()}
        if "geometry" in parts:
            self.restoreGeometry(parts["geometry"])
        self.form.crumbs.only_set.setChecked(bool(parts.get("only_set")))
        self._panes.restore(parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the toolbar and panes fit."""
        super().resizeEvent(event)
        self.toolbar.fit(self.width())
        self._panes.fit(self.width())
        is_low = self.height() < current_look().pixels(_LOW)
        if is_low and not self._is_low:
            self.bottom.set_folded(True)
        self._is_low = is_low
