"""The middle of the window: the form of the current node, or the page of the variables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from editor.ui.environment.dialogs import MoveDialog, NewVariableDialog
from editor.ui.environment.page import EnvironmentPage
from editor.ui.environment.row import EnvironmentRow
from editor.ui.form.form import Form
from editor.ui.tree import ConfigTree

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QAction

    from editor.core.yaml.values import Path
    from editor.ui.session import Session
    from editor.ui.testing import Tests


class Middle(QStackedWidget):
    """Shows the form, or the environment in its place, and keeps the left side in step.

    `navigation` is the tree with the environment's row below it. `environment_shown(bool)`: the
    environment has come, or has gone again.
    """

    environment_shown = Signal(bool)

    def __init__(
        self,
        session: Session,
        actions: Mapping[str, QAction],
        for_tree: Sequence[str],
        tests: Tests,
    ) -> None:
        """Follow a session and its tests; `for_tree` names the actions of the tree's menu."""
        super().__init__()
        self._session = session
        self.form = Form(session, actions, tests)  # which follows a key before all others
        self.tree = ConfigTree(session, [actions[name] for name in for_tree])
        self.tree.follow_tests(tests)
        self.row = EnvironmentRow(session)
        self.environment = EnvironmentPage(session, actions)
        self.addWidget(self.form)
        self.addWidget(self.environment)
        self.navigation = QWidget()
        column = QVBoxLayout(self.navigation)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tree, stretch=1)
        column.addWidget(self.row)
        self.row.opened.connect(self.show_environment)
        self.tree.node_chosen.connect(self.show_form)
        session.selection_changed.connect(self.show_form)
        self.environment.field_requested.connect(self.focus_field)
        self.environment.move_requested.connect(self.ask_to_move)
        self.environment.addition_requested.connect(self.ask_for_variable)
        self.form.variable_requested.connect(self.show_variable)
        self.form.move_requested.connect(self.ask_to_move)

    def show_form(self, *_: object) -> None:
        """Show the current node."""
        self._turn_to(self.form)

    def show_environment(self) -> None:
        """Show the variables."""
        self._turn_to(self.environment)

    def show_variable(self, name: str) -> None:
        """Show a variable, ready to be given another value."""
        self.show_environment()
        if self.environment.show_variable(name):
            self.environment.focus_value()

    def focus_field(self, path: object) -> bool:
        """Show the form and move the keyboard to the field at a path; say whether it is there."""
        self.show_form()
        return isinstance(path, tuple) and self.form.focus_field(path)

    def ask_to_move(self, path: Path) -> None:
        """Ask under which name the secret at a path goes to the `.env` text."""
        MoveDialog(self._session, path, self.window()).open()

    def ask_for_variable(self) -> None:
        """Ask for a new variable, and choose it then."""
        dialog = NewVariableDialog(self._session, self.window())
        dialog.accepted.connect(lambda: self.environment.show_variable(dialog.name.text()))
        dialog.open()

    def focus_inside(self) -> None:
        """Move the keyboard to the field or the variable that is shown."""
        if self.currentWidget() is self.form:
            self.form.focus_field(self._session.selection)
        else:
            self.environment.focus_value()

    def _turn_to(self, page: QWidget) -> None:
        is_environment = page is self.environment
        if page is not self.currentWidget():
            self.setCurrentWidget(page)
            self.tree.set_aside(is_environment)
            self.environment_shown.emit(is_environment)
        self.row.set_current(is_environment)
