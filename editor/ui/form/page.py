"""What every page of the form has: a head, fields, problems, and the way from wish to step."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from editor.core.outline import problems_by_step, value_at
from editor.core.schema.field import Section as Part
from editor.core.schema.table import GROUPS_PATH, fields_of
from editor.core.validation.codes import Code
from editor.core.validation.problem import Problem, Severity
from editor.ui.form.fieldsection import FieldSection
from editor.ui.form.formfield import DETACH, FormField, shared_text
from editor.ui.form.header import Header
from editor.ui.form.onlyset import OnlySet
from editor.ui.form.problemtexts import (
    MOVE_TO_ENV,
    ProblemStack,
    fix_of,
    problem_of,
    problem_text,
)
from editor.ui.form.showing import shown_in
from editor.ui.form.testlines import last_tests
from editor.ui.form.unknownkeys import UnknownKeys
from editor.ui.form.wishes import Shown
from editor.ui.language import in_language
from editor.ui.look.shapes import Shape
from editor.ui.tree.nodes import node_name
from editor.ui.widgets import counts
from editor.ui.widgets.labels import mark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QAction

    from editor.core.document import Document
    from editor.core.schema.field import Field, Level, Target
    from editor.core.standing import Standing
    from editor.core.yaml.values import Path, Value
    from editor.ui.form.wishes import Wish
    from editor.ui.form.writer import Writer
    from editor.ui.session import Session
    from editor.ui.testing import Tests

_FOLDED = frozenset({Part.REQUEST, Part.ACTIVITY, Part.REASONING, Part.RETIRED})
_MADE_LATER = frozenset({Part.ACTIVITY, Part.REASONING})
_LOOKING = frozenset({"fold", "link"})
"""The roles of buttons that only show something else."""
_SECTION_GAP = 24
_CALM_MS = 150
"""Between fields that are made while tests run, and that nobody has unfolded."""
_MARGIN = 24
Problems = dict[str | int, tuple[Problem, ...]]


class Surroundings(NamedTuple):
    """What a page is given to work with."""

    session: Session
    writer: Writer
    actions: Mapping[str, QAction]
    target: Target
    tests: Tests | None = None


class Page(QWidget):
    """Shows one node of the document and changes it.

    Signals: `node_requested(path)` to select another node, `field_requested(path)` to go to a
    field of another node, `action_requested(name)` for an action of the window,
    `variable_requested(name)` to go to a variable, `move_requested(path)` to ask how a secret goes
    to the `.env` text.
    """

    node_requested = Signal(object)
    field_requested = Signal(object)
    action_requested = Signal(str)
    variable_requested = Signal(str)
    move_requested = Signal(object)
    main_action = ""
    other_actions: Sequence[str] = ()

    def __init__(self, around: Surroundings) -> None:
        """Start empty; `display` shows a node."""
        super().__init__()
        self.around = around
        self.path: Path = ()
        self._fields: dict[str, FormField] = {}
        self.sections: list[FieldSection] = []
        self._problems: Problems = {}
        self._page_sharing = ""
        self._waiting: tuple[str, Wish] | None = None
        self._explains = False
        self.only_set = OnlySet(self._fields, self.sections)
        self._is_locked = False
        self._is_current = False
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fill_next)
        self.header = Header(around.actions, self.main_action, self.other_actions)
        self.notices = ProblemStack()
        self.notices.fix_requested.connect(self._fix)
        self.unknown = UnknownKeys(around.target)
        self.unknown.wished.connect(self.request)
        self.unknown.fix_requested.connect(self._fix)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_MARGIN, 16, _MARGIN, _MARGIN)
        self.column.setSpacing(_SECTION_GAP)
        self.column.addWidget(self.header)
        self.column.addWidget(self.notices)
        self.build()
        self.column.addWidget(self.unknown)
        self.column.addStretch(1)

    @property
    def fields(self) -> Mapping[str, FormField]:
        """The page's fields by their keys; those that are not made yet are made now."""
        while self._fill_next():
            continue
        return self._fields

    def build(self) -> None:
        """Add the page's own parts between head and unknown keys."""
        raise NotImplementedError

    def add_field(self, field: Field) -> FormField:
        """Return a new field of the page, connected."""
        row = FormField(field, self.around.target)
        row.wished.connect(self.request)
        row.fix_requested.connect(self._fix)
        row.detach_requested.connect(self._detach)
        row.source_requested.connect(self._go_to_source)
        row.variable_requested.connect(self.variable_requested)
        self._fields[field.key] = row
        return row

    def add_sections(self, level: Level, parts: Sequence[Part]) -> None:
        """Add the fields of some parts of the table, each part under its heading."""
        for part in parts:
            rows = [field for field in fields_of(level) if field.section is part]
            if rows:
                section = FieldSection(
                    in_language(part.heading),
                    rows,
                    self.add_field,
                    foldable=part in _FOLDED,
                    is_made_later=part in _MADE_LATER,
                )
                self.sections.append(section)
                self.column.addWidget(section)

    def set_current(self, current: bool) -> None:
        """Give the editors their names, or take them away for another page's."""
        self._is_current = current
        for field in self._fields.values():
            field.set_named(current)
        self.unknown.set_named(current)

    def display(self, document: Document, path: Path) -> None:
        """Show the node at a path."""
        if path != self.path:
            for section in self.sections:
                section.start_over()
            self.only_set.reveal(None)
        self.path = path
        self._waiting = None
        value = value_at(document.value, path)
        self._problems = self.arranged(problems_by_step(document.problems, path), document)
        self._page_sharing = self._sharing(path) if path else ""
        self.header.show_node(node_name(document.value, path), *self.status(document))
        self._display_notices()
        self.show_last_tests()
        for section in self.sections:
            while not section.is_filled and self._is_needed(section, document, value):
                self._make_field(section)
        for key in self._fields:
            self._display_field(key, document, value)
        self._display_unknown(document, value)
        self.display_more(document, self._problems)
        for section in self.sections:
            section.refresh()
        self.only_set.refresh()
        if not all(section.is_filled for section in self.sections):
            self._fill_later()

    def _display_field(self, key: str, document: Document, value: Value) -> None:
        sharing = "" if self._page_sharing else self._sharing(self.field_path(key))
        shown = self.shown(document, value, key)
        self._fields[key].display(shown, self._problems.get(key, ()), sharing)

    def _is_needed(self, section: FieldSection, document: Document, value: Value) -> bool:
        """Say whether something in a section is set or wrong."""
        return any(
            key in self._problems or self.shown(document, value, key).is_set
            for key in section.field_keys()
        )

    def _make_field(self, section: FieldSection) -> str:
        """Make a section's next field, in the state that the others have; return its key."""
        field = section.fill_next()
        field.set_named(self._is_current)
        field.explain(self._explains)
        if self._is_locked:
            self._is_locked = False
            self.set_locked(True)
        return field.field.key

    def _fill_next(self) -> bool:
        """Make and show one more field; say whether there was one."""
        section = next((one for one in self.sections if not one.is_filled), None)
        if section is None:
            return False
        document = self.around.session.readable
        value = value_at(document.value, self.path)
        self._display_field(self._make_field(section), document, value)
        section.refresh()
        self.only_set.refresh()
        self._fill_later()
        return True

    def _fill_later(self) -> None:
        """Make one more field soon, or not so soon where much else is to be drawn."""
        tests = self.around.tests
        is_busy = tests is not None and tests.is_running
        is_seen = any(not (one.is_filled or one.is_folded()) for one in self.sections)
        self._later.start(_CALM_MS if is_busy and not is_seen else 0)

    def _display_unknown(self, document: Document, value: Value) -> None:
        """Show the keys that LibreChat does not know, as the checks tell."""
        unknown = {
            str(key): (self.shown(document, value, str(key)), found)
            for key, found in self._problems.items()
            if any(_is_unknown(problem, (*self.path, key)) for problem in found)
        }
        self.unknown.display(unknown)

    def field_path(self, key: str) -> Path:
        """Return the path of what a field edits."""
        return (*self.path, key)

    def arranged(self, problems: Problems, document: Document) -> Problems:
        """Return the node's problems by the field that they are shown under; "" is the page."""
        return problems

    def shown(self, document: Document, value: Value, key: str) -> Shown:
        """Return what a field is to show of the node's value."""
        return shown_in(document, value, (*self.path, key))

    def facts(self, document: Document) -> Sequence[str]:
        """Return what the line below the title says when nothing is wrong."""
        return ()

    def display_more(self, document: Document, problems: Problems) -> None:
        """Show the page's own parts."""

    def explain(self, explains: bool) -> None:
        """Show the help of every field, or put it away."""
        if explains != self._explains:
            self._explains = explains
            for field in self._fields.values():
                field.explain(explains)

    def set_locked(self, locked: bool) -> None:
        """Make everything below the head read-only, or let it be edited again."""
        if locked == self._is_locked:
            return
        self._is_locked = locked
        for kind in (QLineEdit, QPlainTextEdit):
            for editor in self.findChildren(kind):
                editor.setReadOnly(locked)
                mark(editor, "locked", locked)  # so that the style looks at it again
        for kind in (QComboBox, QAbstractItemView, QAbstractButton):
            for part in self.findChildren(kind):
                is_looking = part.property("role") in _LOOKING or part.property("explains")
                if not self.header.isAncestorOf(part) and not is_looking:
                    part.setEnabled(not locked)

    def focus_key(self, key: str) -> QWidget | None:
        """Move the keyboard to a field of the page; return its row, None when it has none."""
        row = self.fields.get(key) or self.unknown.field(key)
        if row is None:
            return None
        self.only_set.reveal(row)
        for section in self.sections:
            if section.isAncestorOf(row):
                section.set_folded(False)
        row.editor.setFocus()
        return row

    def write(self, key: str, wish: Wish, *, detach: bool = False) -> bool:
        """Do a wish, on a copy of what is shared if asked; say whether it was possible."""
        *node, last = self.field_path(key)
        return self.around.writer.write(tuple(node), str(last), wish, detach=detach)

    def status(self, document: Document) -> tuple[Shape | None, Sequence[str]]:
        """Return the shape and the facts below the title."""
        found = [problem for problems in self._problems.values() for problem in problems]
        errors = sum(problem.severity is Severity.ERROR for problem in found)
        warnings = sum(problem.severity is Severity.WARNING for problem in found)
        tested, words = self.test_facts()
        shape = Shape.ERROR if errors else tested or (Shape.WARNING if warnings else None)
        told = (counts.errors(errors), counts.warnings(warnings))
        parts = (*told, *words) if errors else (*words, *told)
        return shape, (*parts, *self.facts(document))

    def show_tests(self) -> None:
        """Show how the tests of the node stand now."""
        document = self.around.session.readable
        self.header.show_node(node_name(document.value, self.path), *self.status(document))
        self.show_last_tests()

    def tested(self) -> Sequence[Standing]:
        """Return how the tests stand that are about the node."""
        return ()

    def test_facts(self) -> tuple[Shape | None, Sequence[str]]:
        """Return the shape and words of the node's tests."""
        return None, ()

    def show_last_tests(self) -> None:
        """Show under a field what the last test found wrong with it."""
        lines = last_tests(self.tested(), self.path)
        for key, field in self._fields.items():
            field.show_test(lines.get(key))

    def _display_notices(self) -> None:
        lines = [problem_text(problem) for problem in self._problems.get("", ())]
        if self._page_sharing:
            is_waiting = self._waiting is not None
            lines.append(shared_text(self._page_sharing, is_waiting=is_waiting))
        self.notices.show_problems(tuple(lines))

    def _sharing(self, path: Path) -> str:
        """Return with whom the content at a path is shared."""
        shared = self.around.writer.shared(path)
        return "" if shared is None else in_language(shared.reason)

    def request(self, key: str, wish: Wish) -> None:
        """Do a wish, or ask first where that changes what is shared."""
        row = self.fields.get(key) or self.unknown.field(key)
        if self._page_sharing:
            self._waiting = (key, wish)
            self._display_notices()
        elif row is not None and self._sharing(self.field_path(key)):
            row.wait_for_detaching(wish)
        else:
            done = self.write(key, wish)
            if row is not None:
                row.show_failure("" if done else self.around.writer.refusal)

    def _detach(self, key: str) -> None:
        """Give a field a copy of its own, and do what it waits to do."""
        row = self.fields[key]
        writer = self.around.writer
        if row.waiting is None:
            done = writer.detach(self.field_path(key))
        else:
            done = self.write(key, row.waiting, detach=True)
        if not done:
            row.show_failure(writer.refusal)

    def _fix(self, key: object, fix_id: str) -> None:
        """Do what a button under a problem says."""
        if fix_id == DETACH:
            if key is None and self._page_sharing:
                self._detach_page()
            return
        problem = problem_of(self.around.session.document.problems, key)
        fix = fix_of(self.around.session.document.problems, key, fix_id)
        if fix_id == MOVE_TO_ENV and problem is not None:
            self.move_requested.emit(problem.path)
        elif fix is not None:
            self.around.session.fix(fix)

    def _detach_page(self) -> None:
        if self._waiting is None:
            self.around.writer.detach(self.path)
        else:
            key, wish = self._waiting
            self.write(key, wish, detach=True)

    def _go_to_source(self, key: str) -> None:
        self.field_requested.emit((*self.path[: len(GROUPS_PATH) + 1], key))


def _is_unknown(problem: Problem, path: Path) -> bool:
    return problem.code == Code.UNKNOWN_KEY and problem.node_path == path
