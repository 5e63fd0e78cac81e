"""A section with a table of nodes, its problems, and what stands there while it is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QPushButton

from editor.core.validation.problem import Problem, Severity
from editor.ui.form.formfield import DETACH
from editor.ui.form.problemtexts import SHAPES, ProblemStack, problem_text
from editor.ui.form.rowstable import Row, RowsModel, RowsTable
from editor.ui.language import in_language
from editor.ui.look.icons import icon
from editor.ui.look.shapes import Shape
from editor.ui.widgets.codewords import plain_words
from editor.ui.widgets.emptystate import EmptyState
from editor.ui.widgets.labels import label
from editor.ui.widgets.problemline import FixButton, ProblemText
from editor.ui.widgets.section import Section

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.core.yaml.values import Path
    from editor.ui.form.writer import Operations, Writer


class NodeTable(Section):
    """Shows nodes below the current one under a heading with a button that adds one."""

    def __init__(self, writer: Writer, model: RowsModel, title: str, empty: EmptyState) -> None:
        """Start empty, with what to show then."""
        super().__init__(title)
        self._writer = writer
        self._own: tuple[ProblemText, ...] = ()
        self._waiting: tuple[Operations, str] | None = None
        self.add_button = QPushButton(empty.button.text())
        self.add_button.setIcon(icon("addGroup"))
        self.add_button.setProperty("role", "flat")
        self.add_to_header(self.add_button)
        self.problems = ProblemStack()
        self.problems.fix_requested.connect(self._detach)
        self.table = RowsTable(title, model)
        self.empty = empty
        self.note = label("", "small", "text_2", wrap=True)
        for part in (self.problems, self.table, empty, self.note):
            self.add(part)

    def show_rows(self, rows: tuple[Row, ...], note: str) -> None:
        """Show nodes, and a remark below them."""
        self.table.show_rows(rows)
        self.set_summary(str(len(rows)) if rows else "")
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.add_button.setVisible(bool(rows))
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def focus_inside(self) -> None:
        """Move the keyboard to the table, or to the button while there is none."""
        (self.table if self.table.rows.rows else self.empty.button).setFocus()

    def show_problems(self, problems: Sequence[Problem], path: Path) -> None:
        """Show the problems of the list or mapping itself, at a path."""
        own = [problem for problem in problems if path in (problem.path, problem.node_path)]
        self._own = tuple(problem_text(problem) for problem in own)
        self._waiting = None
        self.problems.show_problems(self._own)

    def change(self, operations: Operations, label: str) -> bool:
        """Change the nodes by one step; say whether that was possible, and in place why not."""
        if self._writer.do(operations, label):
            return True
        self._waiting = (operations, label)
        is_shared = any(self._writer.shared(cast("Path", step["path"])) for step in operations)
        fixes = (FixButton(DETACH, self.tr("Detach and change here")),) if is_shared else ()
        refusal = ProblemText(Shape.ERROR, self._writer.refusal, None, fixes)
        self.problems.show_problems((refusal, *self._own))
        return False

    def said(self) -> list[str]:
        """Return the sentences under the title."""
        return [problem.message for problem in self.problems.problems()]

    def _detach(self, key: object, fix_id: str) -> None:
        """Do what was refused on a copy of its own."""
        if fix_id == DETACH and self._waiting is not None:
            self._writer.do(*self._waiting, detach=True)


def row_of(
    step: str | int,
    cells: Sequence[tuple[str, bool]],
    problems: Mapping[str | int, Sequence[Problem]],
) -> Row:
    """Return a row of cells, each grey or not, with the worst of the node's problems."""
    found = problems.get(step, ())
    worst = min((_ORDER.index(problem.severity) for problem in found), default=None)
    return Row(
        step=step,
        cells=tuple(text for text, _ in cells),
        quiet=tuple(is_grey for _, is_grey in cells),
        shape=None if worst is None else SHAPES[_ORDER[worst]],
        tip="\n".join(plain_words(in_language(problem.message)) for problem in found),
    )


_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)
