"""The form of the current node: the way to it, and the page that its level has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from editor.core.outline import node_path
from editor.core.schema.assistants import ASSISTANTS_FIELDS
from editor.core.schema.field import Level, Target
from editor.core.schema.table import AZURE_PATH, level_of
from editor.ui.form.assistantssection import key_on_page
from editor.ui.form.crumbs import Crumbs
from editor.ui.form.endpointpage import EndpointPage
from editor.ui.form.formfield import FormField
from editor.ui.form.grouppage import GroupPage
from editor.ui.form.modelpage import MODEL_NAME, ModelPage
from editor.ui.form.page import Page, Surroundings
from editor.ui.form.problemtexts import ProblemStack
from editor.ui.form.rootpage import RootPage
from editor.ui.form.writer import Writer
from editor.ui.look.shapes import Shape
from editor.ui.widgets.layouts import lay_out_now
from editor.ui.widgets.problemline import ProblemText
from editor.ui.widgets.steady import Ground

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction

    from editor.core.document import Document
    from editor.core.yaml.values import Path
    from editor.ui.session import Session
    from editor.ui.testing import Tests

_PAGES: Mapping[Level | None, type[Page]] = {
    None: RootPage,
    Level.ENDPOINT: EndpointPage,
    Level.GROUP: GroupPage,
    Level.MODEL: ModelPage,
}
_NAME_KEYS: Mapping[Level | None, str] = {Level.GROUP: "group", Level.MODEL: MODEL_NAME}


class Form(QWidget):
    """Shows and edits the session's current node.

    Signals: `action_requested(name)` asks for an action of the window, such as `addGroup`;
    `variable_requested(name)` for the page of the variables, `move_requested(path)` for the
    question how a secret goes to the `.env` text.
    """

    action_requested = Signal(str)
    variable_requested = Signal(str)
    move_requested = Signal(object)

    def __init__(
        self, session: Session, actions: Mapping[str, QAction], tests: Tests | None = None
    ) -> None:
        """Follow a session; pages offer those of the window's actions that fit their node.

        With `tests`, pages say how the tests of their node stand.
        """
        super().__init__()
        self.setObjectName("form")
        self.setAccessibleName(self.tr("Form"))
        self.setProperty("surface", "base")
        self._session = session
        self._actions = actions
        self._tests = tests
        self._writer = Writer(session)
        self._pages: dict[tuple[Level | None, Target], Page] = {}
        self._page: Page | None = None
        self.crumbs = Crumbs([actions[name] for name in ("back", "forward") if name in actions])
        self.lock_line = ProblemStack()
        self.area = QScrollArea()
        self._shelf = Ground("base")
        self._shelf_column = QVBoxLayout(self._shelf)
        self._build()
        session.document_changed.connect(self.show_document)
        session.selection_changed.connect(self.show_selection)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)
        self.show_document(session.document)
        if tests is not None:
            tests.changed.connect(self._show_results)
            tests.ticked.connect(self.show_tests)

    def _build(self) -> None:
        """Put the parts below each other."""
        self.area.setWidgetResizable(True)
        self.area.setMinimumHeight(1)  # what is said above it comes first
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._shelf_column.setContentsMargins(0, 0, 0, 0)
        self.area.setWidget(self._shelf)
        self.lock_line.setContentsMargins(24, 12, 24, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.crumbs)
        column.addWidget(self.lock_line)
        column.addWidget(self.area, stretch=1)
        self.crumbs.node_requested.connect(self._session.select)
        self.crumbs.explanation_toggled.connect(self._explain)
        self.crumbs.only_set.toggled.connect(self._show_only_set)

    def page(self) -> Page:
        """Return the page that is shown."""
        assert self._page is not None
        return self._page

    def show_document(self, document: Document) -> None:
        """Show the current node as the newest readable document has it.

        A node that is gone, or has another name, is followed by a new selection, which shows it.
        """
        path = node_path(self._session.selection)
        tree = self._session.readable.tree
        if not path or tree is None or tree.locate(path) is not None:
            self._show()
            if self._session.typing is not None and self._has_keyboard():
                self.paint_now()

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def paint_now(self) -> None:
        """Let a person see what a key did before the rest of the window follows it."""
        lay_out_now()
        QCoreApplication.sendPostedEvents(self.window(), QEvent.Type.UpdateRequest)

    def _show_results(self) -> None:
        """Show new results, unless the next tick of a run does so anyway."""
        if self._tests is None or not self._tests.is_running:
            self.show_tests()

    def show_tests(self, *_: object) -> None:
        """Show how the tests of the current node stand now."""
        self.page().show_tests()

    def show_selection(self, path: Path) -> None:
        """Show another node."""
        self._show()
        if not self.page().isAncestorOf(self.focusWidget() or self):
            self.area.verticalScrollBar().setValue(0)

    def focus_field(self, path: Path) -> bool:
        """Move the keyboard to the field at a path; say whether there is one."""
        is_beside = path[:2] in ASSISTANTS_FIELDS
        node = AZURE_PATH if is_beside else node_path(path)
        self._session.select(node)
        if node_path(self._session.selection) != node:
            return False
        key = str(path[len(node)]) if len(path) > len(node) else self._first_wrong()
        key = key_on_page(path) if is_beside else key
        row = self.page().focus_key(key)
        if row is not None:
            # What was shown only now has no place yet.
            lay_out_now()
            self.area.ensureWidgetVisible(row, 0, 40)
        return row is not None

    def focus_name(self, path: Path) -> None:
        """Select a node and let the user type its name."""
        self._session.select(path)
        key = _NAME_KEYS.get(level_of(path), "")
        self.page().focus_key(key)
        row = self.page().fields.get(key)
        if row is not None and isinstance(row.editor, QLineEdit):
            row.editor.selectAll()

    def _first_wrong(self) -> str:
        """Return the key of the page's first field with a problem, else its first."""
        fields = self.page().fields
        return next((key for key, row in fields.items() if row.has_problems), next(iter(fields)))

    def _show(self) -> None:
        document = self._session.readable
        path = node_path(self._session.selection)
        self._turn_to((level_of(path), Target(document.target)))
        self.crumbs.show_node(document, path)
        self.page().display(document, path)
        self._lock()

    def _turn_to(self, kind: tuple[Level | None, Target]) -> None:
        """Bring the page of a level and target up."""
        page = self._pages.get(kind)
        if page is None:
            page = self._pages[kind] = self._new_page(kind)
        if page is self._page:
            return
        had_focus = self._page is not None and self._page.isAncestorOf(self.focusWidget() or self)
        if self._page is not None:
            self._page.set_current(False)
            self._page.hide()
        self._page = page
        page.set_current(True)
        page.explain(self.crumbs.help.isChecked())
        page.only_set.want(self.crumbs.only_set.isChecked())
        page.show()
        if had_focus:
            self.crumbs.setFocus()

    def _new_page(self, kind: tuple[Level | None, Target]) -> Page:
        level, target = kind
        page = _PAGES[level](self._surroundings(target))
        page.hide()
        page.node_requested.connect(self._session.select)
        page.field_requested.connect(self.focus_field)
        page.action_requested.connect(self.action_requested)
        page.variable_requested.connect(self.variable_requested)
        page.move_requested.connect(self.move_requested)
        self._shelf_column.addWidget(page)
        return page

    def _surroundings(self, target: Target) -> Surroundings:
        return Surroundings(self._session, self._writer, self._actions, target, self._tests)

    def _explain(self, explains: bool) -> None:
        self.page().explain(explains)

    def _show_only_set(self, only: bool) -> None:
        self.page().only_set.want(only)

    def _follow_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        """End a step of typing when its field is left; offer help in the one that is entered."""
        if not isValid(self) or not isValid(self._session.undo_stack):
            # The focus moves a last time while the program takes its widgets apart.
            return
        left, entered = (self._row_around(widget) for widget in (old, now))
        if left is not None and left is not entered:
            left.about.offer(False)
            left.about.close()
        if entered is not None:
            entered.about.offer(True)
        if old is not None and now is not old and self.isAncestorOf(old):
            self._session.end_typing()

    def _row_around(self, widget: QWidget | None) -> FormField | None:
        """Return the field that a widget is part of."""
        while widget is not None and not isinstance(widget, FormField):
            widget = None if widget is self else widget.parentWidget()
        return widget

    def _lock(self) -> None:
        """Make the fields read-only while the text cannot be read, and say so."""
        reason = self._session.read_only_reason
        if not self._session.document.is_readable:
            reason = self.tr(
                "The text cannot be read right now, so the form shows how it last could be and "
                "is read-only. Mend the text in the YAML pane, or undo."
            )
        self.lock_line.show_problems((ProblemText(Shape.WARNING, reason),) if reason else ())
        self.page().set_locked(bool(reason))
