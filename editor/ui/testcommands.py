"""What the test actions do, and where what they find out is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from editor.core.outline import groups_in, models_in
from editor.core.schema.field import Level
from editor.core.schema.table import GROUPS_PATH, level_of
from editor.system.errors import FileError
from editor.system.precedence import window_first
from editor.ui import dialogs
from editor.ui.language import in_language
from editor.ui.widgets.layouts import lay_out_now

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from editor.core.yaml.values import Path
    from editor.ui.testing import Tests
    from editor.ui.window import MainWindow

_SHOWN_APART, _GROWN_APART = 20, 50
"""Milliseconds, for what a run changes elsewhere to be drawn before."""


class TestCommands(QObject):
    """Tests what is selected in a window, and leads from failures to their fields."""

    __test__ = False

    def __init__(self, window: MainWindow, tests: Tests) -> None:
        """Serve a window whose panels exist already."""
        super().__init__(window)
        self._window, self._tests = window, tests
        self._then: Callable[[], object] | None = None
        self._results_soon = self._timer(_SHOWN_APART, self._bring_results)
        self._room_soon = self._timer(_GROWN_APART, self._give_room)
        panel = window.bottom.tests
        panel.all_requested.connect(window.actions_by_name["testAll"].trigger)
        panel.field_requested.connect(self._go_to_field)
        panel.variable_requested.connect(window.middle.show_variable)
        window.routes.field_requested.connect(self._go_to_field)
        tests.failed.connect(self._tell_failure)
        tests.sending.connect(self._bring_results_soon)
        tests.running_changed.connect(self._show_end)

    def _timer(self, pause: int, function: Callable[[], object]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=pause)
        timer.timeout.connect(function)
        return timer

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what each action does, by its name."""
        return {
            "testModel": self.test_model,
            "testGroup": self.test_group,
            "testAll": self.test_all,
            "testFailed": self.test_failed,
            "cancelTests": self._tests.cancel,
        }

    def possible(self) -> set[str]:
        """Return the names of the actions that make sense now."""
        possible = {"cancelTests"} if self._tests.is_running else set[str]()
        document = self._window.session.document
        if not document.is_readable or not any(map(models_in, groups_in(document.value))):
            return possible
        possible |= {"testAll", "testFailed"} if self._tests.standings else {"testAll"}
        path = self._window.session.selection
        if level_of(path) is Level.MODEL:
            possible |= {"testModel"}
        if len(path) > len(GROUPS_PATH):
            possible |= {"testGroup"}
        return possible

    def test_model(self) -> None:
        """Test the current model."""
        self._run(partial(self._tests.test_model, self._window.session.selection))

    def test_group(self) -> None:
        """Test the models of the current group."""
        group = self._window.session.selection[: len(GROUPS_PATH) + 1]
        self._run(partial(self._tests.test_group, group))

    def test_failed(self) -> None:
        """Test again what failed or is stale."""
        self._run(self._tests.test_what_failed)

    def test_all(self) -> None:
        """Test everything; the first time, say what it costs and ask."""
        if not self._tests.asks_first:
            self._start_all()
            return
        cost = self._tests.cost()
        fact = self.tr("Test everything with {0} small requests?").format(cost)
        if cost == 1:
            fact = self.tr("Test everything with 1 small request?")
        meaning = self.tr(
            "Each is the request that LibreChat sends for “Hi”, with a reply of at most 16 tokens, "
            "and Azure charges it like any other. You will not be asked again."
        )
        dialogs.ask(self._window, fact, meaning, [(self.tr("Test all"), self._agree)])

    def _agree(self) -> None:
        try:
            self._tests.agree()
        except FileError as error:
            dialogs.tell(self._window, in_language(error.message), in_language(error.remedy))
        self._start_all()

    def _start_all(self) -> None:
        self._run(self._tests.test_all, self._window.bottom.tests.view.setFocus)

    def _run(self, begin: Callable[[], object], then: Callable[[], object] = lambda: None) -> None:
        """Begin a run, and bring its results up when it sends: to load slows drawing down."""
        self._window.bottom.tests.start_over()
        self._then = then
        was_running = self._tests.is_running
        begin()
        if not self._tests.is_running:
            self._show_end(False)
        elif was_running:
            self._bring_results_soon()  # what is under way already sends nothing more

    def _bring_results_soon(self) -> None:
        """Bring the results up that a person asked for, in a pass of its own."""
        if self._then is not None:
            self._results_soon.start()

    def _bring_results(self) -> None:
        self._results_soon.stop()
        then, self._then = self._then, None
        if then is None:
            return
        with window_first.taken():
            self._window.bottom.show_tests()
            then()
            lay_out_now()
        self._room_soon.start()

    def _give_room(self) -> None:
        self._room_soon.stop()
        with window_first.taken():
            self._window.give_room_below()
            lay_out_now()

    def _show_end(self, is_running: bool) -> None:
        """Have the results in their place when the last of them has come."""
        if not is_running:
            self._bring_results()
            if self._room_soon.isActive():
                self._give_room()

    def _go_to_field(self, path: Path) -> None:
        window = self._window
        if not window.middle.focus_field(path):
            window.session.select(path)

    def _tell_failure(self, error: FileError) -> None:
        dialogs.tell(self._window, in_language(error.message), in_language(error.remedy))
