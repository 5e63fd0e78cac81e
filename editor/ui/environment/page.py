"""The page of the variables that a config uses, and of all that the `.env` text has beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.core.variables import Literal, Overview, State, Variable, overview
from editor.ui.environment.detail import VariableDetail
from editor.ui.environment.images import ImageSection
from editor.ui.environment.legacy import LegacySection
from editor.ui.environment.table import VariablesTable, literal_row, variable_row
from editor.ui.form.problemtexts import ProblemStack
from editor.ui.language import counted
from editor.ui.look.appearance import current_look
from editor.ui.look.icons import icon
from editor.ui.look.shapes import Shape
from editor.ui.tree.nodes import place_name
from editor.ui.widgets.emptystate import EmptyState
from editor.ui.widgets.labels import label
from editor.ui.widgets.problemline import ProblemText
from editor.ui.widgets.section import Section
from editor.ui.widgets.statusline import StatusLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction, QShowEvent

    from editor.core.document import Document
    from editor.ui.session import Session

_MARGIN = 24
_MOST_ROWS = 1_000
"""How many variables that nothing uses are listed."""
_SET_STATES = (State.SET, State.HIJACKED)


class EnvironmentPage(QWidget):
    """Shows a session's variables and edits the `.env` text.

    It looks at the document while it is visible only. Signals: `field_requested(path)`,
    `line_requested(line)` of the `.env` text, `variable_chosen(name)`, `move_requested(path)` for a
    secret of the config that is to go to the `.env` text, `addition_requested()`.
    """

    field_requested = Signal(object)
    line_requested = Signal(int)
    variable_chosen = Signal(str)
    move_requested = Signal(object)
    addition_requested = Signal()

    def __init__(self, session: Session, actions: Mapping[str, QAction]) -> None:
        """Follow a session."""
        super().__init__()
        self.setObjectName("envView")
        self.setAccessibleName(self.tr("Environment"))
        self.setProperty("surface", "base")
        self._session = session
        self._found: Overview | None = None
        self._chosen: str | int = ""
        self._status = StatusLine()
        self._lock = ProblemStack()
        self.table = VariablesTable(self.tr("Variables that the config uses"))
        self._none = EmptyState(
            "variable",
            self.tr("The config uses no variables yet"),
            self.tr("Write ${NAME} into a field, such as an API key, and it appears here."),
        )
        self.detail = VariableDetail(session)
        self.literal = EmptyState("moveToEnv", "", "", self.tr("Move to .env…"))
        self.literal.button.setObjectName("moveLiteral")
        self.add_button = QPushButton(self.tr("Add variable"))
        self.add_button.setIcon(icon("addGroup"))
        self.legacy = LegacySection(actions["migrate"])
        self.images = ImageSection(session)
        self.unused = Section(self.tr("Azure variables without a use"), foldable=True)
        self.unused_table = VariablesTable(self.tr("Azure variables without a use"))
        self.others = Section(self.tr("Other variables"), foldable=True)
        self.others_table = VariablesTable(self.tr("Other variables"))
        self._arrange()
        self._connect()

    def show_document(self, document: Document) -> None:
        """Show the variables of the newest readable config, with the newest environment."""
        if not self.isVisible():
            return
        readable = self._session.readable
        found = self._found = overview(readable, document.environment)
        rows = [variable_row(one, readable.value) for one in found.used]
        rows += [
            literal_row(one, number, readable.value) for number, one in enumerate(found.literals)
        ]
        self.table.show_rows(tuple(rows))
        self.table.setVisible(bool(rows))
        self._none.setHidden(bool(rows))
        self._show_rest(self.unused, self.unused_table, found.unused)
        self._show_rest(self.others, self.others_table, found.others)
        self.legacy.show_variables(document.legacy)
        self.images.show_document(document)
        self._show_status(found)
        self._show_lock()
        self._show_detail()

    def show_variable(self, name: str) -> bool:
        """Choose the row of a variable; say whether there is one."""
        for table, section in self._tables():
            if any(row.step == name for row in table.rows.rows):
                if section is not None:
                    section.set_folded(False)
                if not (table.current_step() == name and table.selectedIndexes()):
                    table.go_to(name)
                return True
        return False

    def focus_value(self) -> None:
        """Move the keyboard to what can be done with the chosen row, else to the table."""
        if not self.detail.isHidden():
            self.detail.value.setFocus()
        else:
            (self.table if self.literal.isHidden() else self.literal.button).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while nobody looked."""
        super().showEvent(event)
        self.show_document(self._session.document)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look's scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._strip.setFixedHeight(current_look().size("strip"))

    def _arrange(self) -> None:
        shelf = QWidget()
        shelf.setProperty("surface", "base")
        column = QVBoxLayout(shelf)
        column.setContentsMargins(_MARGIN, 16, _MARGIN, _MARGIN)
        column.setSpacing(16)
        column.addLayout(self._head())
        for section, table in ((self.unused, self.unused_table), (self.others, self.others_table)):
            section.add(table)
            section.set_folded(True)
        chosen = (self.detail, self.literal)
        parts = (self._lock, self.table, self._none, *chosen, self.legacy, self.images)
        for part in (*parts, self.unused, self.others):
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(shelf)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._strip = self._build_strip()
        whole.addWidget(self._strip)
        whole.addWidget(area, stretch=1)
        self.detail.hide()
        self.literal.hide()

    def _head(self) -> QHBoxLayout:
        says = QVBoxLayout()
        says.setSpacing(2)
        says.addWidget(label(self.tr("Environment"), "title"))
        says.addWidget(self._status)
        head = QHBoxLayout()
        head.addLayout(says, stretch=1)
        head.addWidget(self.add_button, alignment=Qt.AlignmentFlag.AlignTop)
        return head

    def _build_strip(self) -> QFrame:
        strip = QFrame()
        strip.setProperty("edge", "bottom")
        strip.setProperty("surface", "base")
        strip.setFixedHeight(current_look().size("strip"))
        row = QHBoxLayout(strip)
        row.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        row.addWidget(label(self.tr("Environment"), "body"))
        return strip

    def _connect(self) -> None:
        for table, _ in self._tables():
            table.chosen.connect(self._choose)
            table.opened.connect(self._open)
        self.detail.field_requested.connect(self.field_requested)
        self.detail.line_requested.connect(self.line_requested)
        self.literal.requested.connect(self._ask_to_move)
        self.add_button.clicked.connect(self.addition_requested)
        self._session.document_changed.connect(self.show_document)

    def _tables(self) -> tuple[tuple[VariablesTable, Section | None], ...]:
        return (
            (self.table, None),
            (self.unused_table, self.unused),
            (self.others_table, self.others),
        )

    def _show_rest(
        self, section: Section, table: VariablesTable, found: tuple[Variable, ...]
    ) -> None:
        table.show_rows(tuple(variable_row(one, None) for one in found[:_MOST_ROWS]))
        words = counted(
            len(found),
            "%n in .env that this config does not use",
            "%n in .env that this config does not use",
        )
        if len(found) > _MOST_ROWS:
            words = self.tr("{0}, the first {1} of them here").format(words, _MOST_ROWS)
        section.set_summary(words)
        section.setVisible(bool(found))

    def _show_status(self, found: Overview) -> None:
        missing = sum(one.state not in _SET_STATES for one in found.used)
        used = counted(
            len(found.used),
            "%n variable used by this config",
            "%n variables used by this config",
        )
        facts = (
            used if found.used else self.tr("no variables used by this config"),
            counted(missing, "%n not set", "%n not set") if missing else "",
            counted(len(found.literals), "%n secret in the YAML", "%n secrets in the YAML")
            if found.literals
            else "",
        )
        shape = Shape.ERROR if missing else Shape.WARNING if found.literals else Shape.OK
        self._status.show_status(shape if found.used or found.literals else None, *facts)

    def _show_lock(self) -> None:
        reason, obstacle = self._session.env_read_only_reason, self._session.env_typing_obstacle
        lines = (ProblemText(Shape.WARNING, obstacle),) if obstacle else ()
        self._lock.show_problems(lines)
        self.add_button.setEnabled(not reason)
        self.literal.button.setEnabled(not reason and not self._session.read_only_reason)

    def _choose(self, step: object) -> None:
        """Show a row's variable below the table; the other tables have no chosen row then."""
        source = self.sender()
        for table, _ in self._tables():
            if table is not source:
                table.clearSelection()
        self._chosen = step if isinstance(step, str | int) else ""
        self._show_detail()
        if isinstance(step, str):
            self.variable_chosen.emit(step)

    def _open(self, step: object) -> None:
        self._choose(step)
        self.focus_value()

    def _show_detail(self) -> None:
        overview, chosen = self._found, self._chosen
        found = overview.find(chosen) if overview and isinstance(chosen, str) else None
        self.detail.setVisible(found is not None)
        if found is not None:
            value = self._session.document.environment.variables.get(found.name)
            self.detail.display(found, self._session.readable, value)
        literal = self._literal()
        self.literal.setVisible(literal is not None)
        if literal is not None:
            place = place_name(self._session.readable.value, literal.path)
            meaning = self.tr("{0}: LibreChat prints it to its log at every start.")
            self.literal.show_words(self.tr("A secret stands in the YAML"), meaning.format(place))

    def _literal(self) -> Literal | None:
        """Return the chosen secret of the config."""
        literals = self._found.literals if self._found else ()
        is_there = isinstance(self._chosen, int) and self._chosen < len(literals)
        return literals[int(self._chosen)] if is_there else None

    def _ask_to_move(self) -> None:
        literal = self._literal()
        if literal is not None:
            self.move_requested.emit(literal.path)
