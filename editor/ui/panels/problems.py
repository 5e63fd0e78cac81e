"""The list of problems: what LibreChat says, where, and how to mend it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from editor.core.validation.problem import Origin, Problem, Severity
from editor.ui.language import in_language
from editor.ui.look.shapes import Shape
from editor.ui.panels.fixmenu import fix_actions
from editor.ui.tree.nodes import place_name
from editor.ui.widgets.codewords import plain_words
from editor.ui.widgets.emptystate import EmptyPage, EmptyState
from editor.ui.widgets.problemlist import PROBLEM_ROLE, ProblemList, ProblemRow

if TYPE_CHECKING:
    from editor.core.document import Document
    from editor.core.yaml.values import Value
    from editor.ui.session import Session

SHAPES = {
    Severity.ERROR: Shape.ERROR,
    Severity.WARNING: Shape.WARNING,
    Severity.INFO: Shape.INFO,
}
_IN_SENTENCES = frozenset({Origin.GROUPS, Origin.STARTUP, Origin.REQUEST, Origin.ENVIRONMENT})
"""Whose messages stand on their own; those of YAML and schema are fragments such as “Required”."""
_NONE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class ProblemsModel(QAbstractListModel):
    """Serves a `ProblemRow` under `PROBLEM_ROLE` for each problem of a document."""

    def __init__(self, panel: QWidget) -> None:
        """Start without problems; the panel is the parent."""
        super().__init__(panel)
        self.problems: tuple[Problem, ...] = ()
        self._value: Value = None

    def show_problems(self, problems: tuple[Problem, ...], value: Value) -> None:
        """Serve other problems; rows of those that stay do not move."""
        old, new = self.problems, problems
        shorter = min(len(old), len(new))
        head = next((i for i in range(shorter) if _differ(old[i], new[i])), shorter)
        left = shorter - head
        tail = next((i for i in range(left) if _differ(old[-1 - i], new[-1 - i])), left)
        self._value = value
        is_same_length = len(old) == len(new)
        if head < len(old) - tail and not is_same_length:
            self.beginRemoveRows(_NONE, head, len(old) - tail - 1)
            self.problems = old[:head] + old[len(old) - tail :]
            self.endRemoveRows()
        if head < len(new) - tail and not is_same_length:
            self.beginInsertRows(_NONE, head, len(new) - tail - 1)
            self.problems = new
            self.endInsertRows()
        self.problems = new
        if new:
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))

    def rowCount(self, parent: _Index = _NONE) -> int:
        """Return how many problems there are."""
        return 0 if parent.isValid() else len(self.problems)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row reads."""
        if not index.isValid():
            return None
        if role == PROBLEM_ROLE:
            return self._row(index.row())
        problem = self.problems[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._message(problem)
            case Qt.ItemDataRole.ToolTipRole:
                return self._explanation(problem)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._row(index.row()).words
            case Qt.ItemDataRole.UserRole:
                return problem
            case _:
                return None

    def _row(self, number: int) -> ProblemRow:
        problem = self.problems[number]
        return ProblemRow(
            SHAPES[problem.severity],
            self._message(problem),
            self._tag(problem),
            place_name(self._value, problem.node_path),
            problem.line,
            in_language(problem.fixes[0].title) if problem.fixes else "",
        )

    def _message(self, problem: Problem) -> str:
        """Return LibreChat's own words where they make a sentence, so that its log leads here."""
        if problem.server_message is None:
            return plain_words(in_language(problem.message))
        if problem.origin in _IN_SENTENCES:
            return problem.server_message
        said = self.tr("LibreChat: “{0}”").format(problem.server_message)
        return f"{plain_words(in_language(problem.message))} {said}"

    def _explanation(self, problem: Problem) -> str:
        """Return the plain words, LibreChat's below."""
        if problem.server_message is None:
            return plain_words(in_language(problem.message))
        said = self.tr("LibreChat: “{0}”").format(problem.server_message)
        return f"{plain_words(in_language(problem.message))}\n{said}"

    def _tag(self, problem: Problem) -> str:
        if problem.origin is Origin.ADVICE:
            return self.tr("Advice")
        stops = problem.origin is Origin.GROUPS and problem.reported
        return self.tr("LibreChat stops here") if stops else ""


class _ProblemView(ProblemList):
    """Asks with `menu_requested(index, QPoint)` for a row's menu, the place being on the screen."""

    menu_requested = Signal(QModelIndex, QPoint)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row under the pointer; by key, for that of the current row."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        else:
            index, place = self.indexAt(event.pos()), event.globalPos()
        if index.isValid():
            self.menu_requested.emit(index, place)


class ProblemsPanel(QWidget):
    """Lists the problems of a session's document.

    `field_requested(Problem)`: a person wants to go to the field that it is about.
    `source_requested(Problem)`: to its place in the text. `emptied()`: the last problem went while
    the keyboard was in the list.
    """

    field_requested = Signal(object)
    source_requested = Signal(object)
    emptied = Signal()

    def __init__(self, session: Session) -> None:
        """Follow a session."""
        super().__init__()
        self._session = session
        self._model = ProblemsModel(self)
        self.view = _ProblemView(self.tr("Problems"))
        self.view.setObjectName("problemsView")
        self.view.setModel(self._model)
        self._empty = EmptyState("yamlFile", "")
        self._pages = QStackedWidget()
        self._arrange()
        self.view.field_requested.connect(self._ask_for_field)
        self.view.source_requested.connect(self._ask_for_source)
        self.view.fix_requested.connect(self._fix)
        self.view.menu_requested.connect(self._open_menu)
        session.document_changed.connect(self.show_document)
        self.show_document(session.document)

    def show_document(self, document: Document) -> None:
        """Show the problems of a document."""
        problems = document.problems
        self._model.show_problems(problems, self._session.readable.value)
        self._empty.show_words(
            self.tr("No problems. LibreChat {0} accepts this file.").format(document.target)
        )
        is_left = self.view.hasFocus() and not problems
        self._pages.setCurrentIndex(0 if problems else 1)
        if is_left:
            self.emptied.emit()

    def go_to_first(self) -> None:
        """Go to the first problem."""
        self._go_to(0)

    def go_to_next(self) -> None:
        """Go to the problem after the current one; after the last, to the first."""
        self._go_to(self._row() + 1)

    def go_to_previous(self) -> None:
        """Go to the problem before the current one; before the first, to the last."""
        self._go_to(max(self._row(), 0) - 1)

    def choose_worst(self) -> bool:
        """Make the first error current, else the first warning; say whether there is one."""
        severities = [problem.severity for problem in self._model.problems]
        for severity in (Severity.ERROR, Severity.WARNING):
            if severity in severities:
                self.view.setCurrentIndex(self._model.index(severities.index(severity)))
                return True
        return False

    def _row(self) -> int:
        """Return the number of the selected row, -1 for none."""
        selected = self.view.selectedIndexes()
        return selected[0].row() if selected else -1

    def _go_to(self, row: int) -> None:
        count = self._model.rowCount()
        if count:
            index = self._model.index(row % count)
            self.view.setCurrentIndex(index)
            self._ask_for_field(index)

    def _arrange(self) -> None:
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._pages.addWidget(self.view)
        self._pages.addWidget(EmptyPage(self._empty))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.setFocusProxy(self.view)

    def _ask_for_field(self, index: QModelIndex) -> None:
        self.field_requested.emit(self._model.problems[index.row()])

    def _ask_for_source(self, index: QModelIndex) -> None:
        self.source_requested.emit(self._model.problems[index.row()])

    def _fix(self, index: QModelIndex) -> None:
        """Do the first fix of a problem."""
        problem = self._model.problems[index.row()]
        if problem.fixes:
            self._session.fix(problem.fixes[0])

    def _open_menu(self, index: QModelIndex, place: QPoint) -> None:
        """Offer all fixes of a problem, and the ways to it."""
        problem = self._model.problems[index.row()]
        menu = QMenu(self)
        menu.setObjectName("problemMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(fix_actions(menu, self._session, [problem]))
        menu.addSeparator()
        ways = {
            self.tr("Go to field"): self.field_requested,
            self.tr("Go to source"): self.source_requested,
        }
        for title, way in ways.items():
            menu.addAction(title).triggered.connect(partial(way.emit, problem))
        menu.popup(place)


def _differ(one: Problem, other: Problem) -> bool:
    """Say whether two problems are different ones, and not one in two versions of the text."""
    return one is not other and _key(one) != _key(other)


def _key(problem: Problem) -> tuple[object, ...]:
    """Return what makes a problem the same one in another version of the text."""
    return problem.code, problem.node_path, problem.message
