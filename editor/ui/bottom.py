"""The panel at the bottom: problems and test results, which folds to its strip."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton

from editor.core.repair import safe_fixes
from editor.core.standing import State
from editor.core.text import Edit, difference
from editor.ui.language import counted
from editor.ui.look.appearance import current_look
from editor.ui.look.icons import glyph
from editor.ui.panels.problems import ProblemsPanel
from editor.ui.panels.testcounts import TestCounts
from editor.ui.panels.tests import TestsPanel
from editor.ui.widgets.chip import icon_button
from editor.ui.widgets.tabcorner import TabCorner
from editor.ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from editor.core.document import Document
    from editor.core.validation.problem import Problem
    from editor.ui.session import Session
    from editor.ui.testing import Tests

_GAP = 8
_NAME_PAUSE = 550
_LINES = 2


class BottomPanel(Tabs):
    """Shows what LibreChat says about the file; a click on the arrow folds it.

    Beside the arrow a button applies all safe fixes, as long as there are any.
    `folded(bool)`: only the strip is left, or the lists are back.
    """

    folded = Signal(bool)

    def __init__(self, session: Session, tests: Tests) -> None:
        """Follow a session and its tests."""
        super().__init__()
        self.session = session
        self._tests = tests
        self._fixes = -1
        self._name_soon = QTimer(self, singleShot=True, interval=_NAME_PAUSE)
        self.setObjectName("bottomTabs")
        self.setAccessibleName(self.tr("Problems and tests"))
        self._dress_tabs()
        self.problems = ProblemsPanel(session)
        self.addTab(self.problems, "")
        self.tests = TestsPanel(session, tests)
        self.addTab(self.tests, self.tr("Tests"))
        self._counts = TestCounts(tests)
        self._counts.only_failed_toggled.connect(self.tests.show_only_failed)
        self._apply = QPushButton()
        self._apply.setObjectName("applySafeFixes")
        self._apply.setProperty("role", "small")
        self._apply.clicked.connect(self._apply_safe_fixes)
        self._fold = icon_button("close", self.tr("Fold or unfold this panel"))
        self._fold.setObjectName("foldBottom")
        self._fold.setCheckable(True)
        self._fold.toggled.connect(self.set_folded)
        TabCorner(self, self._counts, self._apply, self._fold)
        self._connect()
        session.document_changed.connect(self.show_document)
        self.show_document(session.document)
        self.set_folded(False)

    def _dress_tabs(self) -> None:
        self.setDocumentMode(True)
        self.tabBar().setProperty("strip", "bottom")
        self.tabBar().setExpanding(False)
        self.tabBar().setDrawBase(False)

    def _connect(self) -> None:
        self.tabBarClicked.connect(self._unfold)
        self.currentChanged.connect(self._show_corner)
        self._counts.grown.connect(self._fit_corner)
        self._tests.progressed.connect(self._note_progress)
        self._name_soon.timeout.connect(self._name_tests)

    def show_document(self, document: Document) -> None:
        """Show how many problems there are, and how many of them have a safe fix."""
        self._name(self.problems, self.tr("Problems {0}").format(len(document.problems)))
        count = sum(map(_has_safe_fix, document.problems))
        if count != self._fixes:
            self._offer(count)

    def _offer(self, count: int) -> None:
        """Offer to apply so many safe fixes."""
        words = counted(count, "Apply %n safe fix", "Apply %n safe fixes")
        self._apply.setText(words)
        self._apply.setToolTip(self.tr("Fix everything where the meaning is clear, as one step"))
        self._fixes = count
        self._show_corner()

    def show_tests(self) -> None:
        """Bring the results of the tests up."""
        self.setCurrentWidget(self.tests)
        self.set_folded(False)

    def focus_worst(self) -> bool:
        """Move the keyboard to the gravest problem; say whether there is one, and it is seen."""
        if self._fold.isChecked() or not self.problems.choose_worst():
            return False
        self.setCurrentWidget(self.problems)
        self.problems.view.setFocus()
        return True

    def _note_progress(self) -> None:
        """Name the tests now and then while they run: Qt draws the whole panel anew for a name."""
        if not self._tests.is_running:
            self._name_tests()
        elif not self._name_soon.isActive():
            self._name_soon.start()

    def _name_tests(self) -> None:
        """Say beside the title how many tests are done, or how many failed."""
        done, total, _ = self._tests.progress
        counts = self._tests.counts
        failed = counts[State.FAILED]
        words = counted(failed, "%n failed", "%n failed")
        if self._tests.is_running:
            words = self.tr("{0} of {1}").format(done, total)
        elif not failed:
            good = counts[State.OK] + counts[State.LIMITED]
            words = counted(good, "%n connected", "%n connected") if good else ""
        self._name(self.tests, f"{self.tr('Tests')} {words}".rstrip())

    def _name(self, page: QWidget, title: str) -> None:
        """Call a page's tab otherwise; Qt lays all out anew whether or not it had the name."""
        index = self.indexOf(page)
        if self.tabText(index) != title:
            self.setTabText(index, title)
            self._fit_corner()

    def _show_corner(self, *_: object) -> None:
        """Show beside the tabs what belongs to the list that is seen."""
        self._apply.setVisible(self.currentWidget() is self.problems and self._fixes > 0)
        shows_tests = self.currentWidget() is self.tests
        self._counts.setVisible(shows_tests)
        if shows_tests:
            self._fit_corner()

    def _fit_corner(self) -> None:
        tabs, fold = self.tabBar().sizeHint().width(), self._fold.sizeHint().width()
        self._counts.fit(self.width() - tabs - fold - 3 * _GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words out where there is little room beside the tabs."""
        self._fit_corner()
        super().resizeEvent(event)

    def set_folded(self, is_folded: bool) -> None:
        """Leave only the strip with the tabs, or show the lists again."""
        self._fold.setChecked(is_folded)
        self._fold.setIcon(glyph("caret-up" if is_folded else "caret-down"))
        strip = self.tabBar().sizeHint().height()
        self.setMaximumHeight(strip if is_folded else 16_777_215)
        row = current_look().size("table_row") + _LINES
        self.setMinimumHeight(strip if is_folded else strip + row)
        self.folded.emit(is_folded)

    def _apply_safe_fixes(self) -> None:
        """Apply all safe fixes, also those that only the first ones make possible, as one step."""
        title = self.tr("Apply safe fixes")
        self.session.work_out(title, partial(_mending, title))

    def _unfold(self, _index: int) -> None:
        self.set_folded(False)


def _has_safe_fix(problem: Problem) -> bool:
    return any(fix.safe for fix in problem.fixes)


def _mending(title: str, old: Document) -> Edit:
    """Return the edit that applies all safe fixes of a document."""
    new = safe_fixes(old)
    return Edit(title, difference(old.text, new.text), difference(old.env_text, new.env_text))
