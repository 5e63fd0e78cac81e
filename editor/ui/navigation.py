"""The ways to a place: from a problem, the palette or the keyboard to tree, form and source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractScrollArea, QTabWidget

from editor.core.validation.problem import Problem
from editor.ui.gestures import Gestures
from editor.ui.palette.entries import Kind

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

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
        window.bottom.problems.emptied.connect(window.tree.view.setFocus)
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

    def enter(self) -> None:
        """Begin with the gravest problem of what was opened, else with the tree."""
        if not self._window.bottom.focus_worst():
            self._window.tree.view.setFocus()

    def to_field(self, problem: Problem) -> None:
        """Go to the field that a problem is about, else to its place in the source."""
        self._window.bring(self._window.middle)
        if problem.file == "env" or not self._window.middle.focus_field(problem.node_path):
            self.to_source(problem)

    def to_source(self, problem: Problem) -> None:
        """Put the cursor where a problem is in the text."""
        window = self._window
        is_env = problem.file == "env"
        window.bring(window.side)
        window.side.setCurrentWidget(window.env if is_env else window.yaml)
        if problem.line is not None and problem.column is not None:
            reveal = window.env.reveal_place if is_env else window.yaml.reveal
            reveal(problem.line, problem.column)

    def to_env_line(self, line: int) -> None:
        """Put the cursor into a line of the `.env` text."""
        self._window.bring(self._window.side)
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
                window.bring(window.middle)
                window.middle.show_variable(entry.target)
            case tuple() if entry.kind is Kind.NODE:
                window.middle.show_form()
                window.session.select(entry.target)
                window.bring(window.middle)
                if window.tree.isVisible():
                    window.tree.view.setFocus()
                else:
                    window.middle.focus_inside()
            case tuple():
                window.bring(window.middle)
                window.middle.focus_field(entry.target)
            case Problem() as problem:
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
                window.bring(window.side)
                window.side.setCurrentWidget(window.yaml)
                window.yaml.pane.setFocus()
            case Problem() as problem:
                self.to_source(problem)

    def go_round(self, by: int) -> None:
        """Move the keyboard to the next pane, as Tab does not leave the source."""
        window = self._window
        stops = [window.middle.navigation, window.middle, window.side, window.bottom]
        now = window.focusWidget()
        here = [i for i, stop in enumerate(stops) if stop is now or stop.isAncestorOf(now)]
        target = stops[((here[0] if here else -1) + by) % len(stops)]
        window.bring(target)
        if target is window.middle:
            window.middle.focus_inside()
        else:
            self._inside(target).setFocus(Qt.FocusReason.TabFocusReason)

    def _inside(self, pane: QWidget) -> QWidget:
        """Return what takes the keyboard in a pane: its list or text, else its tabs."""
        if not isinstance(pane, QTabWidget):
            return self._window.tree.view
        views = pane.currentWidget().findChildren(QAbstractScrollArea)
        takes = Qt.FocusPolicy.TabFocus
        seen = (view for view in views if not view.visibleRegion().isEmpty())
        return next((view for view in seen if view.focusPolicy() & takes), pane.tabBar())
