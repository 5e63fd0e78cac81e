"""The row below the tree that opens the page of the variables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QVBoxLayout

from editor.core.validation.codes import Code
from editor.core.validation.problem import Severity
from editor.ui.look.appearance import current_look
from editor.ui.widgets.rowtree import ROW_ROLE, RowTree, TreeRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.core.document import Document
    from editor.core.validation.problem import Problem
    from editor.ui.session import Session

_MARGIN = 4


class EnvironmentRow(QFrame):
    """Looks like a row of the tree, and counts what is wrong with the variables.

    Signals: `opened()`.
    """

    opened = Signal()

    def __init__(self, session: Session) -> None:
        """Follow a session."""
        super().__init__()
        self.setProperty("surface", "window")
        self.setProperty("edge", "top")
        self._item = QStandardItem()
        self._item.setEditable(False)
        self._model = QStandardItemModel(self)
        self._model.appendRow(self._item)
        self.view = RowTree(self.tr("Environment"))
        self.view.setObjectName("environmentRow")
        self.view.setItemsExpandable(False)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setModel(self._model)
        self.view.clicked.connect(self._open)
        self.view.activated.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _MARGIN, 0, _MARGIN)
        column.addWidget(self.view)
        self._dress()
        session.document_changed.connect(self.show_document)
        self.show_document(session.document)

    def show_document(self, document: Document) -> None:
        """Count the problems of the variables."""
        found = [problem for problem in document.problems if _is_about_variables(problem)]
        row = TreeRow(
            self.tr("Environment"),
            ".env",
            icon="variable",
            errors=_count(found, Severity.ERROR),
            warnings=_count(found, Severity.WARNING),
        )
        if row != self._item.data(ROW_ROLE):
            self._item.setData(row, ROW_ROLE)
            self._item.setData(row.words, Qt.ItemDataRole.AccessibleTextRole)

    def set_current(self, is_current: bool) -> None:
        """Look selected while the page is shown."""
        if is_current:
            self.view.setCurrentIndex(self._item.index())
        else:
            self.view.clearSelection()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look's scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        self.view.setFixedHeight(current_look().size("tree_row"))

    def _open(self, _index: QModelIndex) -> None:
        self.opened.emit()


def _is_about_variables(problem: Problem) -> bool:
    return problem.file == "env" or problem.code == Code.MISSING_VARIABLE


def _count(problems: Iterable[Problem], severity: Severity) -> int:
    return sum(problem.severity is severity for problem in problems)
