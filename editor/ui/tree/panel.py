"""The panel at the left: endpoint, groups and models of the config, and a filter for them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor.core.nodefilter import asks_for_status, wanted_nodes
from editor.core.outline import groups_in
from editor.core.schema.field import Level
from editor.core.schema.table import level_of
from editor.core.standing import State
from editor.ui.language import in_language
from editor.ui.look.appearance import current_look
from editor.ui.testwords import shape_of
from editor.ui.tree.delegate import RenamingDelegate
from editor.ui.tree.filterbox import FilterBar
from editor.ui.tree.model import ConfigModel
from editor.ui.tree.nodeproxy import NodeProxy
from editor.ui.tree.nodes import group_name
from editor.ui.widgets.labels import label, let_wrap
from editor.ui.widgets.rowtree import RowTree

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from PySide6.QtGui import QAction

    from editor.core.document import Document
    from editor.core.yaml.values import Path
    from editor.ui.look.shapes import Shape
    from editor.ui.session import Session
    from editor.ui.testing import Tests

_MARGIN = 8
_FEW_GROUPS = 20
_FEW_SHAPES = 4
_DRAWN_APART = 40


class ConfigTree(QWidget):
    """Shows the nodes of a session's newest readable document, and selects and renames them.

    `marked_changed()`: other rows are marked, the current one among them or not. `node_chosen()`:
    a person went to a row, be it that of the current node.
    """

    marked_changed = Signal()
    node_chosen = Signal()

    def __init__(self, session: Session, actions: Sequence[QAction] = ()) -> None:
        """Follow a session; `actions` are those of the context menu."""
        super().__init__()
        self._session = session
        self._is_showing = False
        self._is_aside = False
        self._tests: Tests | None = None
        self._expanded: list[QPersistentModelIndex] | None = None
        self._model = ConfigModel(self)
        self._proxy = NodeProxy(self)
        self._proxy.setSourceModel(self._model)
        self.bar = FilterBar()
        self.filter = self.bar.box
        self.view = self._build_view(actions)
        self._nothing, self._nothing_words = self._build_nothing()
        self._new_shapes: set[Path] = set()
        self._shapes_soon = QTimer(self, singleShot=True, interval=_DRAWN_APART)
        self._pages = QStackedWidget()
        self._stale = label("", "small", "text_2", wrap=True)
        self._arrange()
        self._connect()
        self.show_document(session.document)

    def show_document(self, document: Document) -> None:
        """Show the newest readable state; expansion, selection and scroll position stay."""
        readable = self._session.readable
        is_current = document.is_readable
        self._model.is_editable = is_current and not self._session.read_only_reason
        self._stale.setVisible(not is_current)
        with self._quietly():
            self._model.show_config(readable.value, readable.problems)
            self._apply_filter()
        self._show_whether_found()
        self.show_selection(self._session.selection)

    def show_selection(self, path: Path) -> None:
        """Make the node that a path lies in the current row; the focus stays where it is."""
        index = self._proxy.mapFromSource(self._model.index_of(path))
        if self._is_aside:
            index = QModelIndex()
        marked = self.view.selectedIndexes()
        if index in marked if index.isValid() else not marked:
            return
        with self._quietly():
            # Not through the view: it would add to what is marked while a person holds Ctrl.
            only = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(index, only)
            if index.isValid():
                self.view.scrollTo(index)
            else:
                self.view.clearSelection()

    def selected_paths(self) -> tuple[Path, ...]:
        """Return the paths of all marked rows."""
        role = Qt.ItemDataRole.UserRole
        return tuple(index.data(role) for index in self.view.selectedIndexes())

    def take_drops(
        self,
        text_of: Callable[[Iterable[Path]], str],
        drop: Callable[[Sequence[Path], Path, int], None],
    ) -> None:
        """Let rows be dragged: `text_of` writes them for others, `drop` moves them here."""
        self._model.text_of = text_of
        # Qt still works on the old rows while it drops.
        self._model.drop_requested.connect(drop, Qt.ConnectionType.QueuedConnection)

    def follow_tests(self, tests: Tests) -> None:
        """Show before each name how its test stands."""
        self._tests = tests
        self._model.shape_of = self._shape_of
        tests.changed.connect(self._note_shapes)
        tests.changed.connect(self._filter_by_tests)
        tests.ticked.connect(self._shapes_soon.start)
        self._shapes_soon.timeout.connect(self._show_shapes)
        self.view.viewport().update()

    def _note_shapes(self, paths: Collection[Path]) -> None:
        """Draw other shapes soon: in a pass of their own, since the list of tests is drawn now."""
        self._new_shapes.update(paths)
        self._shapes_soon.start()

    def _show_shapes(self) -> None:
        """Draw other shapes; of many rows at once, only those on screen are looked at again."""
        paths, self._new_shapes = self._new_shapes, set()
        if len(paths) <= _FEW_SHAPES:
            self._model.show_shapes(paths)
            self._turn_arcs()
        else:
            self._redraw(lambda path: path in paths or self._state_of(path) is State.RUNNING)

    def _redraw(self, is_wanted: Callable[[Path], bool]) -> None:
        """Draw the shapes on screen anew whose nodes are wanted."""
        height, index = self.view.viewport().height(), self.view.indexAt(QPoint(0, 0))
        while index.isValid():
            if self.view.visualRect(index).top() > height:
                return
            if is_wanted(index.data(Qt.ItemDataRole.UserRole)):
                self.view.redraw_picture(index)
            index = self.view.indexBelow(index)

    def _state_of(self, path: Path) -> State:
        return State.UNTESTED if self._tests is None else self._tests.state_of(path)

    def _shape_of(self, path: Path) -> Shape:
        return shape_of(self._state_of(path))

    def _turn_arcs(self) -> None:
        if self._tests is not None and self._tests.is_running:
            self._redraw(lambda path: self._state_of(path) is State.RUNNING)

    def rename_current(self) -> None:
        """Let the name of the current row be edited in place, if it has one that can be."""
        index = self.view.currentIndex()
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.view.edit(index)

    def set_aside(self, is_aside: bool) -> None:
        """Select no row while something else than a node is shown."""
        self._is_aside = is_aside
        self.show_selection(self._session.selection)

    def rename(self, path: Path, name: str) -> None:
        """Give a group or model another name, as one step."""
        label_text = self.tr("Rename {0} to {1}")
        if level_of(path) is Level.MODEL:
            steps = [{"op": "rename", "path": list(path), "name": name}]
            renamed: Path = (*path[:-1], name)
            self._session.operate(steps, label_text.format(path[-1], name), select=renamed)
            return
        index = int(path[-1])
        old = group_name(groups_in(self._session.document.value)[index], index)
        steps = [{"op": "set", "path": [*path, "group"], "value": name}]
        self._session.operate(steps, label_text.format(old, name), select=path)

    def _build_view(self, actions: Sequence[QAction]) -> RowTree:
        view = RowTree(self.tr("Groups and models"))
        view.setObjectName("configTree")
        view.setMinimumHeight(current_look().size("tree_row"))
        view.setItemDelegate(RenamingDelegate(view))
        view.setModel(self._proxy)
        view.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        view.setDefaultDropAction(Qt.DropAction.MoveAction)
        view.addActions(list(actions))
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return view

    def _build_nothing(self) -> tuple[QWidget, QLabel]:
        """Return what stands in place of the tree when the filter finds nothing."""
        page = QWidget()
        words = label("", "section", wrap=True)
        let_wrap(words, QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        clear = QPushButton(self.tr("Clear"))
        clear.setObjectName("clearFilter")
        clear.setProperty("role", "small")
        clear.clicked.connect(self._clear_filter)
        column = QVBoxLayout(page)
        column.setContentsMargins(2 * _MARGIN, 2 * _MARGIN, 2 * _MARGIN, _MARGIN)
        column.addWidget(words)
        column.addWidget(clear, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        return page, words

    def _arrange(self) -> None:
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._stale.setText(self.tr("The text cannot be read; showing the last readable state."))
        self._stale.setContentsMargins(2 * _MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._nothing)
        box = QVBoxLayout()
        box.setContentsMargins(_MARGIN, 6, _MARGIN, 4)
        box.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(box)
        column.addWidget(self._pages, stretch=1)
        column.addWidget(self._stale)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self._proxy.rowsInserted.connect(self._expand_new)
        self._expand_new(QModelIndex(), 0, 0)
        self.view.selectionModel().selectionChanged.connect(self._select)
        self._model.rename_requested.connect(self.rename)
        self.bar.changed.connect(self._filter)
        self.filter.left.connect(self._enter)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, context=context)
        find.activated.connect(self.filter.setFocus)
        self._session.document_changed.connect(self.show_document)
        self._session.selection_changed.connect(self.show_selection)

    def _select(self) -> None:
        """Make the row that a person went to the current node."""
        if self._is_showing:
            return
        current = self.view.currentIndex()
        rows = self.view.selectedIndexes()
        if rows:
            index = current if current in rows else rows[0]
            path = index.data(Qt.ItemDataRole.UserRole)
            self.node_chosen.emit()
            self._session.select(path)
        self.marked_changed.emit()

    def _expand_new(self, parent: QModelIndex, first: int, last: int) -> None:
        """Open new rows: the endpoint always, groups where there are few."""
        if parent.isValid() and (
            parent.parent().isValid() or self._model.rowCount(self._model.index(0, 0)) > _FEW_GROUPS
        ):
            return
        for row in range(first, last + 1):
            self.view.expand(self._proxy.index(row, 0, parent))

    def _filter(self) -> None:
        """Show only what is asked for, with what it is in; then, all as it was."""
        query = self.bar.query
        if query and self._expanded is None:
            self._expanded = self._expanded_rows()
        with self._quietly():
            self._apply_filter()
            if query:
                self.view.expandAll()
            elif self._expanded is not None:
                self._restore_expansion()
        self._show_whether_found()
        self.show_selection(self._session.selection)

    def _apply_filter(self) -> None:
        query = self.bar.query
        document = self._session.readable
        found = wanted_nodes(query, document, self._state_of, in_language) if query else None
        self._proxy.show_only(found)

    def _filter_by_tests(self, _news: object) -> None:
        """Look again when tests stand otherwise than before, where that was asked for."""
        if asks_for_status(self.bar.query):
            self._filter()

    def _clear_filter(self) -> None:
        self.bar.clear()
        self.filter.setFocus()

    def _enter(self) -> None:
        """Go from the filter to the tree, there to the current node or else the first row."""
        self.view.setFocus()
        if not self.view.selectedIndexes():
            self.view.setCurrentIndex(self._proxy.index(0, 0))

    def _show_whether_found(self) -> None:
        found = self._proxy.rowCount() > 0
        self._nothing_words.setText("" if found else self.bar.nothing_found())
        self._pages.setCurrentWidget(self.view if found else self._nothing)

    def _expanded_rows(self) -> list[QPersistentModelIndex]:
        endpoint = self._proxy.index(0, 0)
        rows = [
            self._proxy.index(row, 0, endpoint) for row in range(self._proxy.rowCount(endpoint))
        ]
        return [
            QPersistentModelIndex(self._proxy.mapToSource(row))
            for row in (endpoint, *rows)
            if self.view.isExpanded(row)
        ]

    def _restore_expansion(self) -> None:
        rows, self._expanded = self._expanded or [], None
        self.view.collapseAll()
        for row in rows:
            self.view.expand(self._proxy.mapFromSource(row))

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Change rows or the current one without taking it for a person's choice."""
        before, self._is_showing = self._is_showing, True
        try:
            yield
        finally:
            self._is_showing = before
