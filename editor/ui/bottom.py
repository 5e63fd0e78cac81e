"""The panel at the bottom: problems and test results, which folds to its strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTabWidget, QWidget

from editor.core.repair import safe_fixes
from editor.core.text import Edit, difference
from editor.ui.look.appearance import current_look
from editor.ui.look.icons import glyph
from editor.ui.panels.pending import tests_panel
from editor.ui.panels.problems import ProblemsPanel
from editor.ui.widgets.chip import icon_button

if TYPE_CHECKING:
    from editor.core.document import Document
    from editor.core.validation.problem import Problem
    from editor.ui.session import Session


class BottomPanel(QTabWidget):
    """Shows what LibreChat says about the file; a click on the arrow folds it.

    Beside the arrow a button applies all safe fixes, as long as there are any.
    """

    def __init__(self, session: Session) -> None:
        """Follow a session."""
        super().__init__()
        self.session = session
        self.setObjectName("bottomTabs")
        self.setDocumentMode(True)
        self.tabBar().setProperty("strip", "bottom")
        self.setAccessibleName(self.tr("Problems and tests"))
        self.tabBar().setExpanding(False)
        self.problems = ProblemsPanel(session)
        self.addTab(self.problems, "")
        self.addTab(tests_panel(), self.tr("Tests"))
        self._apply = QPushButton()
        self._apply.setObjectName("applySafeFixes")
        self._apply.setProperty("role", "small")
        self._apply.clicked.connect(self._apply_safe_fixes)
        self._fold = icon_button("close", self.tr("Fold or unfold this panel"))
        self._fold.setObjectName("foldBottom")
        self._fold.setCheckable(True)
        self._fold.toggled.connect(self.set_folded)
        self.setCornerWidget(self._corner(), Qt.Corner.TopRightCorner)
        self.tabBarClicked.connect(self._unfold)
        session.document_changed.connect(self.show_document)
        self.show_document(session.document)
        self.set_folded(False)

    def show_document(self, document: Document) -> None:
        """Show how many problems there are, and how many of them have a safe fix."""
        self.setTabText(0, self.tr("Problems {0}").format(len(document.problems)))
        count = sum(map(_has_safe_fix, document.problems))
        words = self.tr("Apply 1 safe fix") if count == 1 else self.tr("Apply {0} safe fixes")
        self._apply.setText(words.format(count))
        self._apply.setToolTip(self.tr("Fix everything where the meaning is clear, as one step"))
        self._apply.setVisible(count > 0)

    def set_folded(self, is_folded: bool) -> None:
        """Leave only the strip with the tabs, or show the lists again."""
        self._fold.setChecked(is_folded)
        self._fold.setIcon(glyph("caret-up" if is_folded else "caret-down"))
        strip = self.tabBar().sizeHint().height()
        self.setMaximumHeight(strip if is_folded else 16_777_215)
        self.setMinimumHeight(strip if is_folded else strip + current_look().size("table_row") * 3)

    def _corner(self) -> QWidget:
        corner = QWidget()
        row = QHBoxLayout(corner)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._apply)
        row.addWidget(self._fold)
        return corner

    def _apply_safe_fixes(self) -> None:
        """Apply all safe fixes, also those that only the first ones make possible, as one step."""
        old = self.session.document
        new = safe_fixes(old)
        config, env = difference(old.text, new.text), difference(old.env_text, new.env_text)
        self.session.apply(Edit(self.tr("Apply safe fixes"), config, env))

    def _unfold(self, _index: int) -> None:
        self.set_folded(False)


def _has_safe_fix(problem: Problem) -> bool:
    return any(fix.safe for fix in problem.fixes)
