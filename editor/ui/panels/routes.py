"""The routes: where LibreChat sends each model's requests, and where each part comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from editor.ui.look.appearance import current_look
from editor.ui.panels.routedetail import RouteDetail
from editor.ui.panels.routelist import RoutesList, RoutesModel, words
from editor.ui.widgets.emptystate import EmptyPage, EmptyState
from editor.ui.widgets.splitter import Splitter

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QShowEvent

    from editor.core.document import Document
    from editor.core.routing.route import Route
    from editor.core.yaml.values import Path
    from editor.ui.session import Session

_LATER_MS = 30
_LIST, _DETAIL = 400, 280


class RoutesPanel(QWidget):
    """Lists a session's routes over the facts of the current model's one.

    They are computed only while somebody looks. Signals: `field_requested(path)`,
    `routes_counted(int)`.
    """

    field_requested = Signal(object)
    routes_counted = Signal(int)

    def __init__(self, session: Session, add_model: QAction) -> None:
        """Follow a session; `add_model` is the window's action."""
        super().__init__()
        self._session = session
        self.view = RoutesList(words("Routes"), RoutesModel(self._routes))
        self.view.setObjectName("routesView")
        self.detail = RouteDetail(session)
        self._empty = EmptyState(
            "route",
            words("No model to route"),
            words("LibreChat has nothing to send as long as no group has a model."),
            add_model.text(),
        )
        self._pages = QStackedWidget()
        self._arrange()
        self._empty.requested.connect(add_model.trigger)
        self.view.chosen.connect(session.select)
        self.view.entered.connect(self.field_requested)
        self._later = QTimer(self, interval=_LATER_MS, singleShot=True)
        self._later.timeout.connect(self._show)
        session.document_changed.connect(self.show_document)
        session.selection_changed.connect(self.show_selection)

    def show_document(self, document: Document) -> None:
        """Show the routes of the newest readable document, a moment later: typing goes first."""
        if not self.isVisible():
            return
        if document.is_readable:
            _ = document.routes  # one that is not asked leaves the next to compute them all
        if not self._later.isActive():
            self._later.start()

    def show_selection(self, _path: Path) -> None:
        """Make the row of a model the current one."""
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Compute what was not needed before."""
        super().showEvent(event)
        self._show()

    def _routes(self) -> tuple[Route, ...]:
        return self._session.readable.routes

    def _show(self) -> None:
        self._later.stop()
        self.view.show_routes(self._session.selection)
        row = self.view.currentIndex().row()
        routes = self.view.rows.routes
        self._pages.setCurrentIndex(0 if routes else 1)
        self.detail.show_route(routes[row] if row >= 0 else None)
        self.routes_counted.emit(len(routes))

    def _arrange(self) -> None:
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        parts = Splitter(Qt.Orientation.Vertical)
        parts.addWidget(self.view)
        parts.addWidget(self.detail)
        for part in (self.view, self.detail):
            parts.setStretchFactor(parts.indexOf(part), 1)
        look = current_look()
        self.view.setMinimumHeight(look.size("route_row"))
        parts.set_start([look.pixels(_LIST), look.pixels(_DETAIL)])
        self._pages.addWidget(parts)
        self._pages.addWidget(EmptyPage(self._empty))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.setFocusProxy(self.view)
