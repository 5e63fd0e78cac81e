"""The ways to a place: from a problem, the palette or the keyboard to tree, form and source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from editor.ui.gestures import Gestures
from editor.ui.palette.entries import Kind

if TYPE_CHECKING:
    from editor.core.validation.problem import Problem
    from editor.ui.palette.entries import Entry
    from editor.ui.window import MainWindow


class Navigation(QObject):
    """Puts keyboard and cursor where a person wants to be; it changes nothing."""

    def __init__(self, window: MainWindow) -> None:
        """Lead through the panels of a window, which exist already."""
        super().__init__(window)
        self._window = window
        window.bottom.problems.field_requested.connect(self.to_field)
        window.bottom.problems.source_requested.connect(self.to_source)
        window.middle.environment.line_requested.connect(self.to_env_line)
        window.middle.environment_shown.connect(self.show_source_of)
        window.palette_box.chosen.connect(self.to_entry)
        window.palette_box.source_wanted.connect(self.to_source_of)
        self._history = window.history
        self._history.changed.connect(self._enable)
        self._gestures = Gestures(window)
        self._gestures.menu_wanted.connect(window.toolbar.open_menu)
        for name, go, gesture in (
            ("back", self._history.back, self._gestures.back_wanted),
            ("forward", self._history.forward, self._gestures.forward_wanted),
        ):
            window.actions_by_name[name].triggered.connect(go)
            gesture.connect(window.actions_by_name[name].trigger)
        QShortcut(QKeySequence("F6"), window, lambda: self.go_round(1))
        QShortcut(QKeySequence("Shift+F6"), window, lambda: self.go_round(-1))

    def _enable(self) -> None:
        """Let a person go only where there is a way."""
        actions = self._window.actions_by_name
        actions["back"].setEnabled(self._history.can_go_back)
        actions["forward"].setEnabled(self._history.can_go_forward)

    def to_field(self, problem: Problem) -> None:
        """Go to the field that a problem is about, else to its place in the source."""
        if problem.file == "env" or not self._window.middle.focus_field(problem.node_path):
            self.to_source(problem)

    def to_source(self, problem: Problem) -> None:
        """Put the cursor where a problem is in the text."""
        window = self._window
        is_env = problem.file == "env"
        window.side.setCurrentWidget(window.env if is_env else window.yaml)
        if problem.line is not None and problem.column is not None:
            reveal = window.env.reveal_place if is_env else window.yaml.reveal
            reveal(problem.line, problem.column)

    def to_env_line(self, line: int) -> None:
        """Put the cursor into a line of the `.env` text."""
        self._window.side.setCurrentWidget(self._window.env)
        self._window.env.reveal_place(line, 1)

    def show_source_of(self, is_environment: bool) -> None:
        """Show the source of what the middle shows."""
        window = self._window
        if window.side.currentWidget() in (window.env, window.yaml):
            window.side.setCurrentWidget(window.env if is_environment else window.yaml)

    def to_entry(self, entry: Entry) -> None:
        """Go where an entry of the palette leads, or do what it names."""
        window = self._window
        match entry.target:
            case str() if entry.kind is Kind.ACTION:
                window.actions_by_name[entry.target].trigger()
            case str():
                window.middle.show_variable(entry.target)
            case tuple() if entry.kind is Kind.NODE:
                window.middle.show_form()
                window.session.select(entry.target)
                window.tree.view.setFocus()
            case tuple():
                window.middle.focus_field(entry.target)
            case problem:
                self.to_field(problem)

    def to_source_of(self, entry: Entry) -> None:
        """Put the cursor where an entry of the palette stands in the text."""
        window = self._window
        match entry.target:
            case str():
                self.to_entry(entry)
            case tuple():
                window.middle.show_form()
                window.session.select(entry.target)
                window.side.setCurrentWidget(window.yaml)
                window.yaml.pane.setFocus()
            case problem:
                self.to_source(problem)

    def go_round(self, by: int) -> None:
        """Move the keyboard to the next pane, as Tab does not leave the source."""
        window = self._window
        stops = [window.tree.view, window.middle, window.yaml.pane, window.env.pane]
        stops += [window.routes.view, window.bottom.problems.view, window.bottom.tests.view]
        stops = [stop for stop in stops if stop.isVisible()]
        now = window.focusWidget()
        here = [i for i, stop in enumerate(stops) if stop is now or stop.isAncestorOf(now)]
        target = stops[((here[0] if here else -1) + by) % len(stops)]
        if target is window.middle:
            window.middle.focus_inside()
        else:
            target.setFocus(Qt.FocusReason.TabFocusReason)
