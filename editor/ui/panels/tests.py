"""The results of the connection tests: which models answered, and what is wrong with the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from editor.core.standing import State
from editor.ui.look.appearance import current_look
from editor.ui.panels.testdetail import TestDetail
from editor.ui.panels.testtable import TestsTable, notice_standing
from editor.ui.widgets.emptystate import EmptyPage, EmptyState
from editor.ui.widgets.splitter import Splitter

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from editor.core.result import Result
    from editor.core.standing import Key, Standing
    from editor.core.yaml.values import Path
    from editor.ui.session import Session
    from editor.ui.testing import Tests

_TABLE, _DETAIL = 540, 700
_NARROW, _NARROW_SHARES = 760, (200, 300)
_STACKED = 600
"""Width in pixels at the reference font below which list and result take turns."""
_DRAWN_APART = 15
"""Milliseconds after the list until the result beside it is drawn, in a pass of its own."""


class TestsPanel(QWidget):
    """Lists a session's tests beside what the chosen one found out.

    Where there is no room for both, the result takes the place of the list until it is left.
    Signals: `field_requested(path)`, `variable_requested(name)`, `all_requested()` to test all,
    `room_wanted(bool)`: a result that stands alone wants most of the height, or no longer.
    """

    __test__ = False

    field_requested = Signal(object)
    variable_requested = Signal(str)
    all_requested = Signal()
    room_wanted = Signal(bool)

    def __init__(self, session: Session, tests: Tests) -> None:
        """Follow a session and its tests."""
        super().__init__()
        self._session, self._tests = session, tests
        self._shows_failed_only = False
        self._is_chosen = False
        self._is_narrow = self._is_stacked = self._is_open = False
        self.view = TestsTable(self.tr("Test results"))
        self.view.setObjectName("testsView")
        self.detail = TestDetail()
        self._empty = EmptyState(
            "testAll",
            self.tr("Nothing tested yet"),
            self.tr("A test sends each model the request that LibreChat will send."),
            self.tr("Test all"),
        )
        self._pages = QStackedWidget()
        self._detail_soon = QTimer(self, singleShot=True, interval=_DRAWN_APART)
        self._detail_soon.timeout.connect(self._show_detail)
        self._arrange()
        self._empty.requested.connect(self.all_requested)
        self.view.chosen.connect(self._choose)
        self.view.entered.connect(self._follow)
        self.view.clicked.connect(self._open)
        self.detail.left.connect(self._leave)
        self.detail.field_requested.connect(self._go)
        self.detail.again_requested.connect(self._test_again)
        tests.changed.connect(self.show_tests)
        tests.ticked.connect(self._show_time)
        session.selection_changed.connect(self.show_selection)
        self.show_tests()

    def show_tests(self, *_: object) -> None:
        """Show how all tests stand; the first failure, as long as nobody chose another row."""
        standings = [one for one in self._tests.standings if self._is_shown(one)]
        if self._tests.notice is not None and self._tests.standings:
            standings.append(notice_standing(self._tests.notice))
        self.view.show_standings(standings)
        self._pages.setCurrentIndex(0 if self._tests.standings else 1)
        if not self._is_chosen:
            self._show_first_failure()
        if self._tests.is_running:
            self._detail_soon.start()
        else:
            self._show_detail()

    def _show_detail(self) -> None:
        self.detail.show_standing(self.view.current())

    def show_selection(self, path: Path) -> None:
        """Make the row of a model the current one."""
        current = self.view.current()
        standing = self._tests.at(path)
        if standing is not None and (current is None or current.route.path != path):
            self._is_chosen = True
            self.view.go_to(standing.key)
            self.detail.show_standing(self.view.current())

    def start_over(self) -> None:
        """Take it that nobody chose a row yet: a new run shows its first failure."""
        self._is_chosen = False
        self.show_list()

    def show_list(self) -> None:
        """Show the list again where a result took its place."""
        if self._is_open:
            self._is_open = False
            self._stack()
            self.room_wanted.emit(False)

    def show_only_failed(self, is_wanted: bool) -> None:
        """Show what failed or is limited alone, or everything."""
        self._shows_failed_only = is_wanted
        self.show_tests()

    def _is_shown(self, standing: Standing) -> bool:
        return not self._shows_failed_only or standing.state in (State.FAILED, State.LIMITED)

    def _show_first_failure(self) -> None:
        shown = self.view.tests.standings if self._tests.counts[State.FAILED] else ()
        worst = next((one for one in shown if one.state is State.FAILED), None)
        if worst is not None:
            self.view.go_to(worst.key)
        elif self.view.current() is None and self.view.tests.standings:
            self.view.go_to(self._first_key())

    def _first_key(self) -> Key:
        here = self._tests.at(self._session.selection)
        keys = [one.key for one in self.view.tests.standings]
        return here.key if here is not None and here.key in keys else keys[0]

    def _show_time(self) -> None:
        if self._tests.is_running and self.isVisible():
            self.view.show_time()

    def _choose(self, standing: Standing) -> None:
        """Show a test, and its model everywhere else."""
        self._is_chosen = True
        self.detail.show_standing(standing)
        if standing.route.path:
            self._session.select(standing.route.path)

    def _follow(self, standing: Standing) -> None:
        """Go to the field of a failure, else to the model."""
        self.detail.show_standing(standing)
        if self.detail.isHidden():
            self._open()
        elif not self.detail.go.isHidden():
            self.detail.go_to_field()
        elif standing.route.path:
            self.field_requested.emit(standing.route.path)

    def _go(self, result: Result) -> None:
        self.show_list()
        found = result.diagnosis
        if found.variable is not None:
            self.variable_requested.emit(found.variable)
        elif found.path:
            self.field_requested.emit(found.path)

    def _test_again(self, standing: Standing) -> None:
        self._tests.test_again((standing.key,))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what was found out more room than the list where there is little."""
        super().resizeEvent(event)
        look, width = current_look(), self.width()
        narrow, stacked = width < look.pixels(_NARROW), width < look.pixels(_STACKED)
        if (narrow, stacked) != (self._is_narrow, self._is_stacked):
            self._is_narrow, self._is_stacked = narrow, stacked
            self._stack()
            self._share()
        if not stacked:
            self.show_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave a result on Escape."""
        if event.key() == Qt.Key.Key_Escape and self._is_open:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _open(self, *_: object) -> None:
        """Show the current result in place of the list, where there is no room for both."""
        if self._is_stacked:
            self._is_open = True
            self._stack()
            self.room_wanted.emit(True)
            self.detail.begin()

    def _leave(self) -> None:
        self.show_list()
        self.view.setFocus()

    def _stack(self) -> None:
        """Show list and result, or the one of them whose turn it is."""
        self.view.setHidden(self._is_stacked and self._is_open)
        self.detail.setHidden(self._is_stacked and not self._is_open)
        self.detail.offer_return(self._is_stacked)
        self.setFocusProxy(self.detail.back if self._is_open else self.view)

    def _share(self) -> None:
        look = current_look()
        shares = _NARROW_SHARES if self._is_narrow else (_TABLE, _DETAIL)
        self._sides.set_start([look.pixels(share) for share in shares])

    def _arrange(self) -> None:
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sides = Splitter(Qt.Orientation.Horizontal)
        self._sides.addWidget(self.view)
        self._sides.addWidget(self.detail)
        self._sides.setStretchFactor(1, 1)
        self._share()
        self._pages.addWidget(self._sides)
        self._pages.addWidget(EmptyPage(self._empty))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.setFocusProxy(self.view)
